"""Rules for days, months, years, hours, and for spans of time that say when."""

from collections.abc import Iterator

from desktop.core.extraction.aside_shapes import (
    ALONE,
    AMOUNTS,
    BEGIN,
    DAY,
    END,
    MONTH,
    MOST,
    NO_AMOUNT,
    TO,
    YEAR,
    Rule,
    after,
    at,
    listed,
    time_units,
)
from desktop.core.sections import LedgerKind

_KIND = LedgerKind.DATE
_QUARTER = r"(?:[1-4]|[iv]{1,3})"
_ROMAN_QUARTERS = [f"{word} {number}" for word in ("quý", "q") for number in ("i", "ii", "iii", "iv")]
_TILL = r"(?: ?- ?| (?:đến|tới)(?: hết)?(?: ngày)? | và | hoặc )"
_HOLIDAYS = (
    r"(?:30/4|0?1/0?5|0?2/0?9|19/5|27/7|20/11|20/10|0?8/0?3|22/12|0?3/0?2|10/3"
    r"|26/3|27/2|21/6|17/10|13/10|0?1/0?6)"
)
_CROP_YEARS = "|".join(f"{year}[/-]{(year + 1) % 100:02}" for year in range(1950, 2060))
# What may stand before a fraction, but not before a day and a month.
_FRACTION = (
    r"\b(?:bằng|chiếm|khoảng|gần|hơn|trên|dưới|được|đạt|còn|có|chỉ|là|với|tăng|giảm|quá|lên|mất|thêm) "
)
_EACH = r"\b(?:mỗi|hằng|hàng) "
_NO_DECIMAL = rf"(?!(?:[.,][0-9]+)? *(?:%|{AMOUNTS}\b))"
_NO_FRACTION = r"(?![0-9/%]|[.,][0-9]| +(?:số|tổng|diện tích|dân số)\b)"


def dates() -> Iterator[Rule]:
    """Yield days, months, quarters and years with a word or a mark that tells them."""
    day = rf"{DAY}(?:[/.-]{MONTH})?"
    of_year = rf"(?: ?[/.-] ?{YEAR}| +năm +{YEAR}| *- *{YEAR})"
    yield after(
        _KIND,
        ["ngày", "mùng", "mồng", "hôm"],
        rf" *(?P<n>{day}(?:[/.-]{YEAR})?(?:(?:{TO}|, ?)(?:ngày +)?{day}(?![0-9]){_NO_DECIMAL}){{0,{MOST}}}"
        rf"(?: +tháng +{MONTH})?(?:(?: +năm +|[/.-]|,? *){YEAR})?){END}"
        r"(?! ?(?:h(?![^\W\d_])|:|giờ))(?P<list>)",
        not_behind=_EACH,
    )
    yield at(
        _KIND,
        r"[0-9]{1,2}(?:/[0-9]| ?-| [đtvh])",
        rf"{BEGIN}(?<![:h]){DAY}(?:/{MONTH})?{_TILL}{DAY}/{MONTH}(?:/{YEAR})?{END}",
        not_behind=r"[0-9] ?(?:h|giờ) ?",
    )
    yield at(_KIND, r"[0-9]{1,2}[/.-][0-9]", rf"{BEGIN}{DAY}[/.-]{MONTH}[/.-]{YEAR}\b")
    yield at(_KIND, r"[0-9]{1,2}/[0-9]", rf"{BEGIN}{DAY}/{MONTH}/[0-9]{{2}}\b")
    yield after(_KIND, ["tháng"], rf" *{MONTH}{of_year}")
    months = rf"(?:(?:{TO}|, ?)(?:tháng +)?{MONTH}(?![0-9]){_NO_DECIMAL}){{0,{MOST}}}"
    yield after(_KIND, ["tháng"], rf" *{MONTH}{months}{of_year}?{END}(?P<list>)", not_behind=_EACH)
    yield after(_KIND, ["t"], rf"{MONTH}(?:[/.-]{YEAR}|\b)")
    of_year = rf"(?:[/.-] ?| năm | - ){YEAR}"
    yield after(_KIND, ["quý", "q"], rf"\.? *[1-4](?:{TO}(?:quý *)?{_QUARTER})?{of_year}")
    yield after(_KIND, _ROMAN_QUARTERS, of_year)
    yield at(_KIND, r"[0-9]{1,2}/[0-9]", rf"{BEGIN}{MONTH}/{YEAR}{END}")
    yield at(_KIND, r"[0-9]{4}(?: ?-| [đtvh])", rf"{BEGIN}{YEAR}{TO}(?:năm +)?{YEAR}{END}")
    yield at(_KIND, r"[0-9]{4}/[0-9]", rf"{BEGIN}{YEAR}/{YEAR}{END}")
    yield at(_KIND, r"[0-9]{4}[/-][0-9]", rf"{BEGIN}(?:{_CROP_YEARS})(?![0-9/%]|[.,][0-9])")
    yield after(
        _KIND,
        listed("date.before_year"),
        rf" +{YEAR}(?:(?:{TO}|, ?){YEAR}){{0,{MOST}}}{END}(?! *%)",
    )
    yield after(_KIND, ["năm", "năm học"], rf" *(?:{YEAR}{TO})?[0-9]{{4}}\b", not_behind=_EACH)
    yield after(_KIND, listed("date.prices_of"), rf" +(?:năm )?(?P<n>[0-9]{{2}}){NO_AMOUNT}(?P<weak>)")
    yield after(_KIND, listed("date.decades"), rf" +(?P<n>[0-9]{{2}}){NO_AMOUNT}(?P<weak>)")


def hours() -> Iterator[Rule]:
    """Yield hours of the day."""
    hour = r"[0-9]{1,2}(?: ?h(?: ?[0-9]{2})?|:[0-9]{2})"
    yield at(_KIND, r"[0-9]{1,2} ?[hg:]", rf"{ALONE}{hour} ?(?:-|đến) ?{hour}(?![^\W_])")
    yield at(
        _KIND,
        r"[0-9]{1,2}[:h][0-9]",
        rf"{ALONE}[0-9]{{1,2}}[:h][0-9]{{2}}(?::[0-9]{{2}})?(?:'|ph(?:út)?)?(?![0-9])",
    )
    yield at(
        _KIND,
        r"[0-9]{1,2} ?[hg]",
        rf"{ALONE}[0-9]{{1,2}} ?(?:h|giờ) ?(?:-|đến|tới) ?[0-9]{{1,2}} ?(?:h|giờ)"
        r"(?= (?:sáng|chiều|tối|đêm|hằng|hàng))",
    )
    yield at(
        _KIND,
        r"[0-9]{1,2} ?[hg]",
        rf"{ALONE}[0-9]{{1,2}} ?(?:h|giờ)(?: ?[0-9]{{1,2}}(?: ?(?:'|phút|ph))?)?"
        rf"(?= *(?:,? *ngày|sáng|chiều|tối|đêm|cùng ngày|[-|,] *{DAY}[/.-]{MONTH}[/.-]{YEAR}))",
    )
    clock = r"[0-9]{1,2} ?(?:h|giờ)(?: ?[0-9]{1,2}(?: ?(?:'|phút|ph)|(?![0-9.,%/])))?(?![^\W_])"
    yield after(_KIND, listed("date.before_hour"), rf" +{clock}")


def bare_dates() -> Iterator[Rule]:
    """Yield days and years that only the words around tell from fractions and amounts."""
    numeric = rf"{DAY}[/.-]{MONTH}"
    yield after(
        _KIND,
        ["thứ"],
        rf" +(?P<n>[2-7])(?=,? *[|-]? *(?:ngày\b|{numeric}[/.-]{YEAR})| +(?:hằng|hàng|mỗi) tuần\b)",
    )
    yield after(
        _KIND, listed("date.days"), rf" *(?P<n>{DAY}[.-]{MONTH}(?:[.-]{YEAR})?){END}(?! *%)(?P<weak>)"
    )
    yield at(
        _KIND,
        r"[0-9]{1,2} [tâ]",
        rf"{ALONE}{DAY}(?= +(?:tết|âm lịch|tháng (?:giêng|chạp))\b)",
    )
    yield after(
        _KIND,
        ["từ", "từ ngày", "ngày", "đêm", "sáng", "chiều"],
        rf" +(?P<n>{DAY})(?= (?:đến|tới|-) (?:hết |sáng |chiều |tối |đêm )?(?:mùng|mồng|rằm|ngày)\b)",
    )
    yield at(
        LedgerKind.PERIOD,
        r"[0-9]{1,2}t",
        rf"{ALONE}(?:[1-9]|1[0-2])t(?: ?(?:[/.-] ?)?{YEAR}| ?đn)\b",
    )
    strong = ["phiên", "phiên giao dịch", "cuối tuần", "đầu tuần", "thời điểm", "hôm"]
    yield after(_KIND, strong, rf" +(?P<n>{DAY}/{MONTH}){_NO_FRACTION}")
    yield after(_KIND, listed("date.before_day"), rf" +(?P<n>{DAY}/{MONTH}){_NO_FRACTION}(?P<weak>)")
    yield at(
        _KIND,
        r"[0-9]{1,2}/[0-9]",
        rf"{BEGIN}{DAY}/{MONTH}(?= +(?:âm lịch|dương lịch|và +{DAY}/{MONTH}|hàng năm|hằng năm))",
    )
    late = r"(?:1[3-9]|2[0-9]|3[01])"
    yield at(_KIND, r"1[0-9]/[0-9]", rf"{ALONE}{late}/{MONTH}(?![0-9/%]|[.,][0-9])(?P<weak>)")
    yield after(_KIND, listed("date.before_day"), rf" +(?P<n>{late}/{MONTH})(?![0-9/%]|[.,][0-9])")
    yield at(
        _KIND,
        r"[0-9]{1,2}/[0-9]",
        rf"{ALONE}{_HOLIDAYS}(?=[ ,;.)-]|$){_NO_FRACTION}(?P<weak>)",
        not_behind=_FRACTION,
    )
    yield at(
        _KIND,
        r"[0-9]{1,2}/[0-9]",
        rf"{ALONE}{DAY}/{MONTH}{_NO_FRACTION}(?P<occasion>)(?P<weak>)",
        not_behind=_FRACTION,
    )
    yield at(
        _KIND,
        r"[0-9]{4}(?![0-9%])",
        rf"{BEGIN}(?P<bare_year>(?:19[3-9]|20[0-5])[0-9])(?![0-9%]|[.,/][0-9])",
    )
    yield after(_KIND, ["tuần", "tuần thứ", "tuần số"], rf" +(?P<n>[0-9]{{1,2}}){NO_AMOUNT}(?P<weak>)")


def periods() -> Iterator[Rule]:
    """Yield spans of time that say when, not how much."""
    kind, units = LedgerKind.PERIOD, time_units()
    initials = "".join(sorted({unit[0] for unit in listed("period.units")}))
    yield after(kind, ["quý", "tháng"], rf" +[0-9]{{1,2}}{NO_AMOUNT}(?P<weak>)")
    yield after(
        kind,
        listed("period.averages"),
        rf" +(?P<n>(?P<duration>[0-9]{{1,2}}[.,][0-9]{{1,2}}) +{units}\b)",
    )
    yield at(
        kind,
        rf"[0-9]{{1,3}}(?: ?-| ?[{initials}]|  )",
        rf"{BEGIN}(?P<duration>[0-9]{{1,3}}(?:(?: ?- ?| đến | tới )[0-9]{{1,3}})?) *{units}\b(?! *tuổi)"
        rf"(?:{TO}[0-9]{{1,3}} +{units}\b)?",
        not_behind=r"(?<![./])\b[0-9]{1,3} ?(?:-|đến|tới) ?",
    )
