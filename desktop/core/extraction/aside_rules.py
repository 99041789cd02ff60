"""The rules by which a number is no figure, as patterns over folded passages, in the order they are tried."""

from collections.abc import Iterator
from functools import cache

from desktop.core.extraction.aside_dates import bare_dates, dates, hours, periods
from desktop.core.extraction.aside_furniture import counters, pages, phones
from desktop.core.extraction.aside_goods import bases_of_rates, grades, packs
from desktop.core.extraction.aside_names import designations, names, numbered_places, plain_names
from desktop.core.extraction.aside_shapes import (
    ALONE,
    BEGIN,
    CODE,
    DAY,
    MONTH,
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
from desktop.core.sections import LedgerKind

COMPOUNDS = frozenset(
    f"{first} {last}"
    for last, firsts in (
        ("hình", "tử tình mô truyền loại"),
        ("điểm", "dứt thời địa quan trọng cao ưu nhược bưu"),
        ("kỳ", "cùng"),
        ("cấp", "cung trợ sơ trung cao nâng"),
        ("mức", "định"),
        ("phần", "cổ thành"),
        ("đội", "quân bộ"),
        ("trường", "thị môi công nông lâm"),
        ("thôn", "nông"),
        ("xã", "tác"),
        ("loại", "phân các kim thanh phế chủng thể đủ mọi nhiều"),
        ("điều", "hạt cây nhân trồng tích lượng khẩu giá phê tiêu"),
        ("bình", "trung thái ninh hòa quảng an"),
        ("mục", "danh chuyên"),
    )
    for first in firsts.split()
) | {"thuê bao điện thoại", "mật độ điện thoại", "máy điện thoại", "phát triển điện thoại"}
"""Words that end like one before a number that is none, but count: "tử hình 2" has nothing of "hình 2"."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order in which they are to be tried, the stronger first."""
    groups = (
        counters(),
        phones(),
        pages(),
        plain_names(),
        grades(),
        packs(),
        bases_of_rates(),
        designations(),
        _item_numbers(),
        _legal_numbers(),
        dates(),
        hours(),
        bare_dates(),
        numbered_places(),
        _ordinals(),
        names(),
        periods(),
    )
    return tuple(rule for group in groups for rule in group)


def _item_numbers() -> Iterator[Rule]:
    """Yield the numbers of headings and list items: "11.", "1.2", "(3)"; "(15/9)" is a day."""
    kind = LedgerKind.ORDINAL
    yield bracketed(LedgerKind.DATE, "(", rf"(?P<n>{DAY}/{MONTH})\)")
    yield tried(
        kind,
        Begin.PASSAGE,
        r"\W{0,80}(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3}){0,8})(?:[.)/](?![0-9])| *[-:] )",
    )
    yield tried(kind, Begin.PASSAGE, r"\W{0,20}(?P<n>[0-9]{1,2}(?:\.[0-9]{1,2}){1,4}) +(?P<title>)[^\W\d_]")
    yield at(kind, r"[0-9]{1,2}[)-]", r"(?:(?<=[.;:] )|(?<=[.;:] \())(?P<n>[0-9]{1,2})(?:\)|-) ")
    yield at(kind, r"[0-9]{1,2}\. ", r"(?<=[^\W\d_][.;] )(?P<n>[0-9]{1,2})\. +(?P<title>)[^\W\d_]")
    yield at(kind, r"[0-9]{1,2}\. ", r"(?<=[^\W\d_] )(?P<n>[0-9]{1,2})\. +(?P<title>)(?P<shout>)[^\W\d_]")
    yield bracketed(kind, "(", r"(?P<n>[0-9]{1,2})\)(?! *%)")
    yield bracketed(kind, "[", r"[0-9]{1,3}\]")


def _legal_numbers() -> Iterator[Rule]:
    """Yield the numbers of documents and of their parts."""
    kind, documents = LedgerKind.LEGAL, listed("legal.documents")
    yield after(kind, documents, rf"(?: +số)?:? +{BEGIN}{CODE}")
    yield after(kind, ["số"], rf":? *{BEGIN}{CODE}")
    yield at(kind, r"[0-9]+(?:-[a-zđ]|/\w)", rf"{ALONE}{CODE}")
    yield after(kind, ["số"], r" *:? *[0-9]{1,5} ?/ ?[a-zđ]{2,6}-[a-zđ]{2,12}")
    number = rf"[0-9]{{1,4}}[a-z]?{NO_AMOUNT}"
    several = rf"(?P<n>{number}(?:(?:, | và ){number}){{0,9}})(?P<list>)(?P<weak>)(?![/-]| ?- ?[0-9])"
    yield after(kind, listed("legal.numbered"), rf" +(?:số +)?{several}")
    yield after(
        kind, listed("legal.short"), rf" ?(?:số +)?{several}", not_behind=r"\b(?:chung cư|tòa|nhà|khu) "
    )
    yield after(kind, documents, rf" +số:? *[0-9]{{1,7}}(?:/[0-9]{{1,7}}){{0,4}}{more_numbers()}")
    measured = rf"(?! *(?:%|{time_units()}\b|ha\b|tấn\b|tạ\b|kg\b|nghìn\b|ngàn\b|triệu\b|tỷ\b)|/)"
    yield after(
        kind,
        listed("legal.parts"),
        rf" +(?:số +)?{NUMBERS}(?:[a-zđ]\b)?{more_numbers()}{measured}(?P<list>)",
    )
    yield after(
        kind,
        listed("legal.parts_unless_unit"),
        rf" +(?:số +)?{NUMBERS}(?:[a-zđ]\b)?(?![0-9%/]|[.,][0-9])(?P<weak>)",
    )


def _ordinals() -> Iterator[Rule]:
    """Yield numbers that name a place in an order."""
    kind = LedgerKind.ORDINAL
    yield after(kind, ["bđ", "báo động", "báo động cấp"], rf" ?(?P<n>[1-3]){NO_AMOUNT}")
    yield after(
        LedgerKind.PERIOD, ["giai đoạn", "thời kỳ"], r" +(?P<n>[0-9]{1,2})(?= +năm\b(?! +[0-9]{4}(?! ?-)))"
    )
    yield after(
        kind,
        listed("ordinal.always"),
        rf" +(?:số +)?(?P<n>{NUMBERS}{more_numbers()}(?:/[0-9]{{1,9}})?)(?![0-9%]|,[0-9]){NOT_MEASURED}"
        r"(?P<list>)",
    )
    item = rf"(?: và | ?- ?|, |\.)[0-9]{{1,2}}{NO_AMOUNT}"
    yield after(
        kind,
        listed("ordinal.unless_unit"),
        rf" +(?:số +)?(?P<n>[0-9]{{1,3}}(?:{item}){{0,{MOST}}})(?![0-9%]|[.,/][0-9]| ?- ?[0-9])"
        r"(?P<list>)(?P<weak>)",
    )
    lead = r"(?:dẫn đầu|đứng đầu|đi đầu)"
    yield after(
        kind,
        ["nhóm", "top", "tốp", "trong nhóm"],
        rf" +(?P<n>[0-9]{{1,3}})(?=(?: +[^\W\d_]{{1,20}}){{1,5}} +{lead}\b)",
    )
    yield after(kind, ["điểm"], r" +(?P<n>10)(?= +môn\b)")
    yield at(kind, r"[0-9]{1,3} n", rf"{ALONE}[0-9]{{1,3}}(?= +năm +ngày\b)")
    yield at(kind, r"[0-9][ -]", rf"{ALONE}[1-7](?: ?- ?[1-7])?(?= +sao\b)")
    yield after(
        kind,
        ["đủ", "ít nhất", "tiêm", "nhắc lại"],
        r" +(?P<n>0?[1-5])(?= +(?:mũi|liều)\b(?! +(?:tiêm|vắc)))",
    )
