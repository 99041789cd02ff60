"""Rules for what a page adds within a passage: counters, addresses on the net, telephones, page numbers."""

from collections.abc import Iterator

from desktop.core.extraction.aside_shapes import (
    ALONE,
    BEGIN,
    END,
    NO_AMOUNT,
    YEAR,
    Begin,
    Rule,
    after,
    anywhere,
    at,
    bracketed,
    listed,
    tried,
)
from desktop.core.sections import LedgerKind

_KIND = LedgerKind.FURNITURE
_PHONE = r"(?:[+(]{1,2} ?84|\(?0[0-9]|1[89]00|84[ .-]|[2-9][0-9]{2}[ .-]?[0-9]{3})[0-9 .()/-]{3,60}"


def counters() -> Iterator[Rule]:
    """Yield counters, addresses on the net, links to other pages, time zones."""
    yield anywhere(_KIND, "://", r"https?://\S+")
    yield anywhere(_KIND, "www.", r"www\.\S+")
    yield anywhere(_KIND, "»", r"»[^»]{1,200}?(?=\([0-9/: ]{4,20}\))")
    yield anywhere(_KIND, "@", r"(?<!\S)\S{1,80}@\S{1,80}\.\S{1,80}")
    yield after(
        _KIND, listed("furniture.before"), r" ?(?:số)?[:.()©]{1,9} ?(?P<n>[+(]?[0-9][0-9 .,()/+-]{0,80})"
    )
    yield after(_KIND, listed("furniture.read"), r" ?:? *(?P<n>[0-9][0-9.,]{0,12})(?= *(?:lần|lượt|[|)]|$))")
    yield bracketed(
        _KIND, "(", r" ?(?P<n>[0-9][0-9.,]{0,12}) +(?:lượt|lần) +(?:xem|đọc|truy cập|tải)\b[^()]{0,9}\)"
    )
    yield after(_KIND, ["gmt", "utc"], r" ?[+-] ?[0-9]{1,2}")


def phones() -> Iterator[Rule]:
    """Yield telephone numbers, with or without a word that says so."""
    named = {"điện thoại", "số điện thoại", "đt", "sđt", "tel", "fax", *listed("furniture.exchanges")}
    yield after(_KIND, named, r" ?(?:số)? ?: ?(?P<n>[+(]?[0-9][0-9 .,()/+-]{0,80})(?P<weak>)")
    yield after(
        _KIND,
        listed("furniture.phones"),
        rf"(?: [^\W\d_]{{1,20}}){{0,3}}[:.]? *(?P<n>{_PHONE})(?P<weak>)",
        gap=3,
    )
    yield after(_KIND, listed("furniture.exchanges"), rf" +(?P<n>[0-9]{{3,4}}){NO_AMOUNT}(?P<weak>)")
    yield after(_KIND, ["ext", "máy lẻ"], rf"[.:]? ?(?P<n>[0-9]{{1,5}}){NO_AMOUNT}")
    yield after(_KIND, listed("furniture.emergency"), rf": ?(?P<n>[0-9]{{3}}){NO_AMOUNT}(?P<weak>)")
    yield after(
        _KIND, ["hộp thư", "cảnh sát", "gọi", "số"], rf" +(?P<n>11[1-5]){NO_AMOUNT}(?![/-])(?P<weak>)"
    )
    yield at(_KIND, r"0[0-9]{8}", rf"{ALONE}0[0-9]{{8,10}}\b")
    grouped = rf"{BEGIN}\b0[0-9]{{2,3}}\)?[ .-]{{0,3}}[0-9](?:[ .-]?[0-9]){{5,8}}\b"
    yield bracketed(_KIND, "(", grouped)
    yield at(_KIND, r"0[0-9]{2,3}[) .-]|0[0-9]{7}", grouped)
    abroad = r"84[) .-]{0,3}[0-9](?:[) .-]{0,3}[0-9]){7,9}\b"
    yield bracketed(_KIND, "(", rf"\+?{abroad}")
    yield anywhere(_KIND, "+84", rf"\+{abroad}")
    yield at(_KIND, r"1[0-9]{3}[ .]", rf"{ALONE}1[89]00[ .][0-9]{{4}}\b")


def pages() -> Iterator[Rule]:
    """Yield lists of pages, numbers of copies, years of copyright."""
    yield after(
        _KIND,
        ["trang"],
        r" +[0-9]{1,5} ?/ ?[0-9]{1,5}|:? *[0-9]{1,5}(?: +[0-9]{1,5}){1,40}[ .…0-9]{0,80}",
    )
    yield after(_KIND, ["xem trang", "tiếp trang", "tiếp theo trang"], rf" +(?P<n>[0-9]{{1,3}}){NO_AMOUNT}")
    yield tried(
        _KIND,
        Begin.PASSAGE,
        r"\W{0,20}(?:(?:trang|page) *:? *[0-9]{1,4}(?: ?(?:[/|-]|of|của) ?[0-9]{1,4})?|- ?[0-9]{1,3} ?-)"
        r"\W{0,20}$",
    )
    yield anywhere(_KIND, "©", rf"© ?{YEAR}(?: ?- ?{YEAR})?{END}")
    yield after(_KIND, ["bản quyền", "copyright"], rf" +(?:\(c\) *)?{YEAR}(?: ?- ?{YEAR})?{END}")
    yield at(_KIND, r"[0-9]{1,3}b", r"(?<=[^\W\d_ ] )[0-9]{1,3}b(?=\))|(?<=, )[0-9]{1,3}b(?=\))")
    yield bracketed(_KIND, "(", r"(?P<n>0?[1-9]) ?b(?:ản)?\)")
    yield at(
        _KIND,
        r"[0-9]{1,2} [1-9]",
        r"(?<![0-9.,] )(?<![0-9.,])\b(?:[1-9][0-9]? ){3,40}[1-9][0-9]?\b(?![.,]?[0-9])",
    )
    yield tried(
        _KIND, Begin.PASSAGE, r"\W{0,80}(?:[0-9]{1,6}(?: +\|)? +){2,40}(?:\.{2,}|…|trang|tiếp|sau|next|»|>).*"
    )
