"""Rules for what tells one sort of goods from another, and for what a rate is counted on."""

from collections.abc import Iterator

from desktop.core.extraction.aside_shapes import (
    ALONE,
    AMOUNTS,
    BEGIN,
    END,
    NO_AMOUNT,
    Rule,
    after,
    at,
    listed,
)
from desktop.core.extraction.lexicon import any_of
from desktop.core.sections import LedgerKind

_KIND = LedgerKind.NAME
_SIZE = r"[0-9]{1,4}(?:[.,][0-9]{1,3})?"
_GRADE = rf"{_SIZE}(?: ?(?:-|/|đến) ?{_SIZE})?"
_SMALL = r"(?:kg|g|gr|gam|gram|lít|lit|ml|cc|inch|w|kw|mm|cm)"


def grades() -> Iterator[Rule]:
    """Yield voltages, sizes of shrimps, broken grains in rice, seats of cars, grades of fuel and rubber."""
    yield at(
        _KIND,
        r"[0-9]{1,3}(?: ?k|/[0-9]|, [0-9]| và| -|-)",
        rf"{BEGIN}[0-9]{{1,3}}(?:(?: ?[/-] ?| và |, )[0-9]{{1,3}}(?: ?kv)?){{0,4}} ?kv\b",
    )
    several = rf"{_GRADE}(?:(?:,| và) {_GRADE}(?= ?con\b|(?:,| và) [0-9])){{0,5}}"
    yield after(
        _KIND,
        listed("name.sizes"),
        rf" *:? *(?:từ +)?(?P<n>{several})(?![0-9]|[.,][0-9]| *(?:%|{AMOUNTS}\b))",
    )
    yield at(
        _KIND,
        r"[0-9]{1,3}(?: ?[c-]| [-đ]|/)",
        rf"{BEGIN}[0-9]{{1,3}}(?: ?(?:-|/|đến) ?[0-9]{{1,3}})? ?con ?/ ?(?:kg|kí|ký|pound|lb)\b",
    )
    broken = r"[0-9]{1,3} ?%(?=(?:(?:,| và| -|/) ?[0-9]{1,3} ?%){0,4} +(?:tấm|đen|hạt vỡ)\b)"
    yield at(_KIND, r"[0-9]{1,3} ?%", rf"{BEGIN}{broken}")
    yield at(
        _KIND,
        r"[0-9]{1,2} ?%",
        r"(?:(?<=[12] )|(?<=[12], )|(?<=a ))[0-9]{1,2}(?= ?%)",
        behind=r"\b(?:r[12]|robusta(?: loại [12])?),? ",
    )
    vehicles = any_of("set_aside", "name.vehicles")
    yield at(
        _KIND,
        r"[0-9]{1,2} ?[cđ-]",
        rf"{BEGIN}{_GRADE}(?= ?chỗ\b)",
        behind=rf"\b{vehicles}(?: [^\W\d_]{{1,9}}){{0,3}} ",
    )
    yield after(_KIND, ["xăng", "mogas", "ron", "không chì"], rf" +(?P<n>8[03]|9[02-8]){NO_AMOUNT}(?P<weak>)")
    yield at(_KIND, r"[0-9][.,][0-9]", rf"{ALONE}[0-9][.,][0-9]{{1,3}} ?s(?:-v)?(?![^\W_])")
    yield at(_KIND, r"[0-9]{2,3} ?c", r"[0-9]{2,3}(?= ?cst\b)")
    yield after(_KIND, ["svr", "rss", "cst"], r" +(?P<n>[0-9]{1,2}[a-z]{0,2})(?![0-9%]|[.,/][0-9])")
    yield at(_KIND, r"[0-9]{3} ?g", r"[0-9]{3}(?= ?g/l\b)")
    yield at(_KIND, r"[0-9]\.0", rf"{ALONE}4\.0{END}(?! ?%)(?P<weak>)")


def packs() -> Iterator[Rule]:
    """Yield the weight of a bag and the number of a dozen: "đồng/bình 12 kg", "loại 50 kg"."""
    yield after(
        _KIND,
        ["loại"],
        rf" +(?:từ +|dưới +|trên +)?(?P<n>{_GRADE})(?= ?(?:{_SMALL}|chỗ|con)\b| ?% +tấm)",
        not_behind=r"[0-9] *",
    )
    packed = [name for pack in listed("name.packs") for name in (pack, f"{pack} loại")]
    weight = rf" +(?P<n>{_GRADE})(?= ?{_SMALL}\b)"
    yield after(_KIND, packed, weight, behind=r"(?:/ ?|\b(?:mỗi|một|1) )")
    yield after(_KIND, ["chục"], r" +(?P<n>[0-9]{2})(?= [^\W\d_])", behind=r"/ ?")


def bases_of_rates() -> Iterator[Rule]:
    """Yield what is counted on: "94 bé trai/100 bé gái", "trên 1 vạn dân", "nhóm 20% hộ giàu nhất"."""
    yield at(
        _KIND,
        r"1{1,6}(?: [bdghlnptv]|\.0)",
        r"(?:(?<=[^\W\d_]/)|(?<=/ ))(?:1|10|100|1\.?000|10\.?000|100\.?000)"
        rf"(?= +{any_of('set_aside', 'name.populations')}\b)",
    )
    rated = r"\b[^,.;0-9]{0,40} (?:đạt|là|ước|khoảng|bằng|từ|tăng|lên|chỉ) "
    yield after(
        _KIND,
        ["trên", "tính trên"],
        rf" +(?P<n>1)(?= +(?:(?:vạn|nghìn|triệu) dân\b|(?:ha|héc ta|hecta|lao động|km2|m2|đơn vị){rated}))",
        behind=r"[^\W\d_] ",
    )
    yield after(
        _KIND,
        ["nhóm"],
        r" +(?P<n>[0-9]{1,2} ?%)(?= +(?:hộ|dân|người|có|thu nhập|giàu|nghèo)\b)",
    )
    owned = r"vốn (?:đầu tư )?(?:nước ngoài|nhà nước|fdi|trong nước)\b"
    yield at(_KIND, r"111 ?%", rf"100 ?%(?= {owned})")
