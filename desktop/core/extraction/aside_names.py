"""Rules for numbers that are part of a name: storms, roads, programs, ages, versions, places."""

from collections.abc import Iterator

from desktop.core.extraction.aside_shapes import (
    ALONE,
    AMOUNTS,
    BEGIN,
    CODE,
    END,
    MOST,
    NO_AMOUNT,
    NOT_MEASURED,
    NUMBERS,
    Begin,
    Rule,
    after,
    at,
    bracketed,
    listed,
    more_numbers,
    time_units,
    tried,
)
from desktop.core.extraction.lexicon import any_of
from desktop.core.sections import LedgerKind

_KIND = LedgerKind.NAME
_SIDE = r"[0-9]{1,6}(?:[.,][0-9]{1,6})?"
_AREA = r"(?:ha|héc ta|hecta|hécta|hộ|căn|căn hộ)"


def plain_names() -> Iterator[Rule]:
    """Yield storms, projects, streets, number plates, boats, places along a road."""
    storm = rf"(?:(?:, | và |-)(?:(?:bão )?số )?[0-9]{{1,2}}{NO_AMOUNT}){{0,9}}"
    yield after(
        _KIND, ["bão số", "bão"], rf" +(?:số *)?(?P<n>[0-9]{{1,2}}{NO_AMOUNT}{storm})(?P<list>)(?P<weak>)"
    )
    yield after(_KIND, ["gói thầu"], rf" +(?:số +)?{BEGIN}{CODE}(?:(?:, | và ){CODE}){{0,9}}")
    yield after(
        _KIND,
        ["đề án", "chương trình", "tổ công tác", "ban chỉ đạo", "chuyên án"],
        rf" +(?:số +)?(?P<n>[0-9]{{2,4}}[a-z]?){NO_AMOUNT}(?! ?- ?[0-9]|/)(?P<weak>)",
    )
    streets = ["đường", "phố", "ngõ", "ngách", "hẻm", "kiệt", "số nhà"]
    yield after(_KIND, streets, rf" +(?P<n>[0-9]{{1,4}}(?:/[0-9]{{1,4}}){{1,3}}){NO_AMOUNT}(?P<weak>)")
    plate = r"[1-9][0-9][a-zđ][a-z0-9]?-[0-9]{3}(?:\.[0-9]{2}|[0-9]{1,2})\b"
    yield at(_KIND, r"[0-9]{2}[a-zđ]", rf"{ALONE}{plate}")
    yield at(_KIND, r"[0-9]{2}-[0-9]", rf"{ALONE}[0-9]{{2}}-[0-9]{{2}}[a-zđ](?![^\W_])")
    yield at(_KIND, r"[0-9]{4,5}(?: ?t| -|-t)", rf"{ALONE}[0-9]{{4,5}}(?= ?-? ?ts\b)")
    yield after(
        _KIND,
        ["tàu", "tàu cá", "số hiệu", "qng", "qna", "đna"],
        r"[ -]?[0-9]{4,5}(?![0-9%]|[.,][0-9])(?P<weak>)",
    )
    yield after(_KIND, ["km"], r" ?(?P<n>[0-9]{1,4}(?:\.[0-9]{3})?(?:[+,][0-9]{1,4})?)(?![0-9%])")
    yield at(_KIND, r"[0-9]{1,4}\+[0-9]", rf"{BEGIN}[0-9]{{1,4}}\+[0-9]{{3}}{END}")
    yield at(
        _KIND,
        r"[0-9]{2,5}(?![.,/-]?[0-9]| ?%)",
        rf"(?:(?<=\b[a-z] )|(?<=\b[a-z][a-z] )|(?<=\b[a-z][a-z][a-z] ))[0-9]{{2,5}}{NO_AMOUNT}(?P<weak>)",
        behind=rf"\b{any_of('set_aside', 'name.before_code')}(?: [^\W\d_]{{1,9}})? [a-z]{{1,3}} ",
    )
    # Villages and funds called after the decision that set the program up.
    called = ["vốn", "nguồn vốn", "nguồn", "diện", "rừng", "thôn", "nhà"]
    yield after(_KIND, called, rf" +(?P<n>13[45]|167|327|661|30a){NO_AMOUNT}(?P<weak>)")


def designations() -> Iterator[Rule]:
    """Yield standards, terms of deposits, quoted mottos, programs, ages, sizes."""
    yield after(
        _KIND,
        listed("name.standards"),
        r"[ -]+[0-9]{1,6}(?:-(?:[0-9]{1,4}|[a-z]{1,4}))?(?:: ?[0-9]{4})?(?![0-9.,%])",
    )
    yield after(_KIND, ["npk", "dap"], r" *[0-9]{1,2}(?:[-.][0-9]{1,2}){1,3}(?![0-9])")
    yield after(
        _KIND,
        listed("name.terms"),
        r" +[0-9]{1,3}(?:(?: ?- ?| đến | đến dưới | tới )[0-9]{1,3})?(?= +(?:tháng|năm|tuần|ngày)\b)",
    )
    yield from _mottos()
    yield bracketed(_KIND, '"', rf'(?P<n>[0-9]{{1,2}})(?! +(?:{AMOUNTS})\b)(?= [^"]{{1,40}}")')
    yield at(
        _KIND,
        r"[0-9]{1,3} t",
        rf"{BEGIN}[0-9]{{1,3}}(?= +triệu +{_AREA}\b)",
        behind=rf"\b{any_of('set_aside', 'name.programs')}(?: [^\W\d_]{{1,9}}){{0,4}} ",
        not_behind=r"\b(?:với|có|được|cho|là|đạt|khoảng|gần|hơn|trên|tích|mô|được|phủ|thêm) ",
    )
    yield after(_KIND, ["gói"], r" +(?P<n>[0-9]{1,3}(?:\.[0-9]{3})?)(?= +(?:nghìn +|ngàn +)?tỷ\b)")
    yield at(_KIND, r"[0-9]{1,2} ?-", rf"{ALONE}[0-9]{{1,2}} ?- ?[0-9]{{1,2}}(?= +tuổi\b)")
    yield at(_KIND, r"[0-9]+(?: ?x|[.,][0-9])", rf"{ALONE}{_SIDE} ?x ?{_SIDE}\b(?: ?(?:cm|m|mm|km)\b)?")
    shares = r" +(?P<n>[2356]00|100|225|[1-5]0|[12]000)(?![0-9%]|[.,][0-9])"
    yield after(_KIND, listed("name.indexes"), rf"{shares}(?P<weak>)")
    yield after(_KIND, ["p"], rf"(?<=s&p){shares}")


def _mottos() -> Iterator[Rule]:
    """Yield "bốn tại chỗ", "3 ca 4 kíp", "1 phải 5 giảm" and what stands in quotes with them."""
    yield at(
        _KIND,
        r"[1-9] [ts]",
        rf"{ALONE}[1-9](?= +(?:tại chỗ|sẵn sàng|sạch)\b)",
    )
    pairs = (
        ("ca", "kíp"),
        ("phải", "giảm"),
        ("giảm", "tăng"),
        ("không", "có"),
        ("có", "không"),
        ("tự", "cùng"),
    )
    either = "|".join(rf"{first},? [1-9] {last}" for first, last in pairs)
    yield at(_KIND, r"[1-9] [cpgkt]", rf"{ALONE}[1-9] (?:{either})\b")
    yield at(
        _KIND,
        r"[1-9] [a-zđ]",
        r'[1-9](?= [^\W\d_]{1,8}(?: [^\W\d_]{1,8}){0,3}")',
        behind=r'"(?:[^"0-9%]{2,40}(?:[0-9] [^"0-9%]{2,20})?, |[0-9] [^"0-9%]{2,20} )',
    )


def names() -> Iterator[Rule]:
    """Yield roads, diseases, versions, ages, places and units that bear a number."""
    yield after(
        _KIND,
        listed("name.before"),
        rf" ?-? *(?:số +)?(?P<n>{NUMBERS}[a-z]?)(?![0-9%]|,[0-9]| +{time_units()}\b"
        rf"| ?(?:{AMOUNTS}|lượng|chỉ)\b)",
    )
    yield after(_KIND, ["vàng", "giá vàng"], r" +(?P<n>99[.,]9{1,2}|999[.,]9)(?![0-9%])")
    yield after(_KIND, ["vi tính", "cắt lớp", "scanner"], r" +(?P<n>[0-9]{1,3})(?= +(?:dãy|lát)\b)")
    yield after(_KIND, ["số"], rf" *:? *(?P<n>0[0-9]{{4,13}}|[0-9]{{9,14}}){NO_AMOUNT}")
    yield after(
        _KIND,
        ["tuổi", "tuổi từ"],
        rf" +(?P<n>[0-9]{{1,2}}(?:(?: ?- ?| đến | đến dưới )[0-9]{{1,2}})?){NO_AMOUNT}(?P<weak>)",
    )
    letters = r"[^\W\d_]{1,40}"
    yield tried(
        _KIND,
        Begin.NAME,
        rf"(?<![^\W_])(?!(?:[kcdm]?m)[23]\b){letters}(?:[-.]{letters}){{0,5}}[-.]?"
        r"[0-9][\w.]{0,60}(?:\+[0-9]{1,9})?(?P<glued>)",
    )
    yield at(_KIND, r"[0-9]{1,3}[a-z]", rf"{BEGIN}[0-9]{{1,3}}(?P<letter>[a-z])(?![^\W_])(?P<weak>)")
    yield tried(
        _KIND,
        Begin.CAPITAL,
        rf"{BEGIN}(?<=[^\W\d_] )[1-9][0-9]?(?:\.0)?(?![0-9%a-zđ]|[.,/][0-9]| ?- ?[0-9])"
        r"(?P<weak>)(?P<capital>)",
    )
    yield from _ages()
    yield at(_KIND, r"[0-9](?!.?[0-9]| ?%)", r"(?:(?<=\bm)|(?<=\b[kcdm]m))[23](?![0-9])")
    yield at(_KIND, r"[0-9] [ct]", rf"{ALONE}(?:1 +cửa|[0-9] trong 1)\b")
    yield at(
        LedgerKind.PERIOD,
        r"[0-9]{2} ?[/h]",
        rf"{ALONE}(?:24 ?/ ?24 ?(?:giờ|h)|24 ?/ ?7(?: ?ngày)?)\b",
    )
    yield at(_KIND, r"[0-9]{1,2} ?[hg]", rf"{ALONE}(?:24 ?h|[2-6]g)\b")
    around_the_clock = r" +24 ?/ ?24(?:(?: ?/ ?7)| ?giờ| ?h)?(?![0-9])"
    yield after(LedgerKind.PERIOD, listed("name.around_the_clock"), around_the_clock)


def numbered_places() -> Iterator[Rule]:
    """Yield wards, hamlets, posts and troops that are told apart by a number."""
    yield after(
        _KIND,
        listed("name.numbered"),
        rf" +(?:số +)?(?P<n>{NUMBERS}{more_numbers()})(?![0-9%]|,[0-9]){NOT_MEASURED}(?P<list>)",
    )
    yield after(
        _KIND,
        ["đối tượng"],
        rf" +(?P<n>[2-5]){NO_AMOUNT}(?P<weak>)",
        behind=r"(?:\b(?:cho|lớp|thuộc|diện|các|và)|,) ",
    )
    yield after(
        _KIND,
        ["số"],
        rf" +(?P<n>[0-9]{{1,3}}){NO_AMOUNT}(?P<weak>)",
        behind=rf"\b{any_of('set_aside', 'name.numbered_unless_unit')}(?: [^\W\d_]{{1,9}}){{1,4}} ",
        not_behind=r"\b(?:tổng|có|con|trên|một|mã) ",
    )
    item = rf"(?:(?:, | và | đến | hoặc | ?- ?)[0-9]{{1,3}}{NO_AMOUNT})"
    yield after(
        _KIND,
        listed("name.numbered_unless_unit"),
        rf" +(?:số +)?(?P<n>[0-9]{{1,3}}{item}{{0,{MOST}}})(?![0-9%]|[.,/][0-9]| ?- ?[0-9])"
        r"(?P<list>)(?P<weak>)",
    )


def _ages() -> Iterator[Rule]:
    """Yield ages of people and groups; "tuổi thọ trung bình 73 tuổi" is measured."""
    until = r"(?: ?- ?| đến | và | đến dưới | đến đủ )"
    yield after(
        _KIND,
        listed("name.before_age"),
        rf" +[0-9]{{1,2}}(?:{until}[0-9]{{1,2}})?(?= +(?:tháng +)?tuổi\b)",
    )
    yield at(
        _KIND,
        r"[0-9]{1,3} t",
        rf"{ALONE}[0-9]{{1,3}}(?= +(?:tháng +)?tuổi\b)",
        not_behind=r"\b(?:tuổi thọ|trung bình|bình quân|kết hôn)\b[^.;]{0,60}"
        r"|\b(?:là|đạt|tăng|giảm|thêm|lên|xuống|còn|hơn|mức) ",
    )
