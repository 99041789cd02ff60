"""Percentages that no verb of change stands before: shares, attainments, growth told by a noun."""

import re

from desktop.core.extraction import phrases
from desktop.core.extraction.around import Around, Comparison
from desktop.core.extraction.named_bases import attained_base, base_named
from desktop.core.figures import Base, Kind

_WHOLE = 100
# Behind "so với cùng kỳ:" a greater number is an index.
_MOST_RISES = 60
_IN_USE = re.compile(r"\b(?:công suất|tỷ lệ lấp đầy|tỷ lệ sử dụng|hệ số sử dụng)\b")
_OF_DUE = re.compile(r" *(?:tổng )?số (?:tiền )?phải (?:thu|nộp|thi hành|trả)\b")
_PLAN_OPENS = re.compile(
    r"(?<!so với )(?<!hơn )\b(?:kế hoạch|dự toán|chỉ tiêu|vốn giao|thủ tướng chính phủ giao)[^()]{0,40}\( *$"
    r"|\b(?:không|chưa) hoàn thành [^();]{0,60}\( *$"
)
_REACHED_IN_BRACKET = re.compile(r" *\((?:mới |chỉ |ước )?đạt(?: tỷ lệ)? *")
_GROWTH = re.compile(r"(?:tốc độ |mức )?(?:tăng trưởng|tăng) ")
_EQUALS = re.compile(r"\bbằng(?: \w+)? *$")
_ADDS = re.compile(r"\bđóng góp(?: (?!điểm|làm)[^\W\d_]+){0,8} *$")


def percentage(around: Around) -> Comparison | None:
    """Return what the words around a percentage make of it that no verb of change stands before."""
    if not around.is_percent:
        return None
    if around.mention.is_signed:
        return Comparison(Kind.CHANGE, around.base, certainty=0.9)
    if "/" in around.mention.unit.text and not _is_change_noun(around):
        return Comparison(Kind.LEVEL, certainty=0.8)
    for rule in (_part, _attainment, _held_against, _equal):
        if found := rule(around):
            return found
    if _is_change_noun(around):
        return Comparison(Kind.CHANGE, around.base, certainty=0.75)
    if "lãi suất" in around.subject or "lãi suất" in around.own_left:
        return Comparison(Kind.LEVEL, certainty=0.7)
    return Comparison(Kind.SHARE, certainty=0.9)


def adds(left: str) -> bool:
    """Tell a contribution, which is a share: "công nghiệp đóng góp 45%"."""
    return "đóng góp" in left and _ADDS.search(left) is not None


def _part(around: Around) -> Comparison | None:
    """Return the share that "chiếm 43%" is, but the attainment of "chiếm 43% dự toán"."""
    is_share = phrases.shares(around.tail) or "gdp" in around.mention.unit.text.lower()
    if not is_share and not adds(around.left):
        return None
    is_of_plan = attained_base(around.right) is Base.PLAN
    return Comparison(Kind.RATIO, Base.PLAN) if is_of_plan else Comparison(Kind.SHARE)


def _attainment(around: Around) -> Comparison | None:
    """Return the ratio that a percentage of a plan, of a time before or of more than the whole is."""
    base = around.base
    if attained := attained_base(around.right):
        return Comparison(Kind.RATIO, attained if attained is Base.PLAN else base or attained)
    is_reached = phrases.attains(around.tail)
    is_over = around.mention.value.number > _WHOLE and not _IN_USE.search(around.subject)
    if is_reached and (base is not None or is_over):
        is_growth = (
            base is not None and base is not Base.PLAN and not is_over and _GROWTH.match(around.subject)
        )
        return Comparison(Kind.CHANGE if is_growth else Kind.RATIO, base)
    if is_reached and _reaches_plan_of_money(around):
        return Comparison(Kind.RATIO, Base.PLAN, certainty=0.7)
    if is_reached and _OF_DUE.match(around.right) and "nợ" not in around.subject:
        return Comparison(Kind.RATIO, Base.PLAN, certainty=0.7)
    if (around.left.rstrip().endswith("(") and _PLAN_OPENS.search(around.left)) or (
        is_reached and "giải ngân" in around.left + around.subject
    ):
        return Comparison(Kind.RATIO, Base.PLAN, certainty=0.8)
    return None


def _reaches_plan_of_money(around: Around) -> bool:
    """Tell the bracket behind an amount of money: "lệ phí trước bạ 19 tỷ đồng (đạt 64%)"."""
    before = around.earlier
    unit = before.mention.unit.text.lower() if before is not None else ""
    is_money = unit.endswith(("đồng", "tỷ", "triệu", "usd"))
    is_named = len(around.subject.split()) > 1 and "thu hồi" not in around.subject
    return is_money and is_named and _REACHED_IN_BRACKET.fullmatch(around.left) is not None


def _held_against(around: Around) -> Comparison | None:
    """Return the change or index behind a bare "so với cùng kỳ:"."""
    is_told = around.base is not None and around.left.rstrip().endswith(":")
    if not is_told or phrases.of_noun().match(around.right):
        return None
    is_index = around.base is Base.PLAN or around.mention.value.number > _MOST_RISES
    return Comparison(Kind.RATIO if is_index else Kind.CHANGE, around.base, certainty=0.7)


def _equal(around: Around) -> Comparison | None:
    """Return the ratio that "bằng 92% năm trước" is, but the share of "bằng 4% tổng thu"."""
    if not _EQUALS.search(around.tail):
        return None
    if time := phrases.of_time().match(around.right):
        return Comparison(Kind.RATIO, base_named(time["what"], around.report), certainty=0.8)
    is_of_noun = around.base is None and phrases.of_noun().match(around.right)
    return Comparison(Kind.SHARE if is_of_noun else Kind.RATIO, around.base, certainty=0.8)


def _is_change_noun(around: Around) -> bool:
    """Tell "lạm phát 3,5%", "tốc độ tăng trưởng đạt 7%": the noun alone makes the share a change."""
    if phrases.tells("change.nouns", around.left):
        return True
    is_bare = not around.left.strip(" ,(") or phrases.attains(around.tail)
    return is_bare and phrases.tells("change.nouns", around.subject)
