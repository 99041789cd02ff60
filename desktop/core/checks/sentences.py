"""What does not fit within one sentence: parts and whole, a change and its levels, from A to B, shares."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from operator import add

from desktop.core.checks.amounts import PERCENT, Amount, amount, is_plain, measure
from desktop.core.checks.comparing import due_amounts, is_met
from desktop.core.checks.limits import last_words, limits, words
from desktop.core.checks.subjects import CheckedFigure, CheckedReport
from desktop.core.checks.table_ratios import Comparison, comparison_finding
from desktop.core.extraction.passages import fold
from desktop.core.figures import Base, Kind
from desktop.core.findings import Finding, FindingCode

_COMPARED = (Kind.CHANGE, Kind.RATIO)
_HUNDRED = Decimal(100)
_FEWEST_SHARES = 3
_FEWEST_PARTS = 2


def sentence_parts(report: CheckedReport) -> Iterator[Finding]:
    """Yield the wholes whose parts, named after "gồm" or "trong đó", are too much or too little."""
    for sentence in report.prose:
        for at, whole in enumerate(sentence):
            if _is_level(whole) and not is_base_amount(whole):
                yield from _parts_of(report.id, whole, sentence[at + 1 :])


def sentence_shares(report: CheckedReport) -> Iterator[Finding]:
    """Yield the shares of one whole, listed together, that do not sum to 100 %."""
    for sentence in report.prose:
        shares = [each for each in sentence if _is_share_of_whole(each)]
        names = {fold(each.reading.indicator) for each in shares}
        lists = sum(1 for each in shares if words("shares.of_whole").search(each.before))
        if len(shares) < _FEWEST_SHARES or len(names) < len(shares) or lists < 1:
            continue
        if lists < len(shares) and not words("shares.of_whole").search(
            f"{shares[0].before} {fold(shares[0].heading)}"
        ):
            continue
        total = _sum(shares)
        is_whole = limits().shares_from <= total.middle <= limits().shares_to
        if is_whole and not total.low <= _HUNDRED <= total.high:
            yield _finding(FindingCode.SHARES, report.id, shares, total.middle)


def sentence_changes(report: CheckedReport) -> Iterator[Finding]:
    """Yield the changes and ratios that do not fit the level and the base their sentence names."""
    for sentence in report.prose:
        for at, told in enumerate(sentence):
            if told.reading.kind in _COMPARED and is_plain(told):
                for comparison in _compared(sentence, at):
                    due = due_amounts(*comparison)
                    if due and not is_met(told, due):
                        yield comparison_finding(report.id, comparison, due[0].middle)
                        break
        yield from _unequal_changes(report.id, sentence)


def sentence_turns(report: CheckedReport) -> Iterator[Finding]:
    """Yield what is said to rise from A to B and falls, or the other way round."""
    for sentence in report.prose:
        for first, last in _turns(sentence):
            begin, end = _in_ones(first), _in_ones(last)
            if last_words("turn.up_from").search(first.before) and end.high < begin.low:
                yield _finding(FindingCode.TURN_UP, report.id, (last, first))
            elif last_words("turn.down_from").search(first.before) and end.low > begin.high:
                yield _finding(FindingCode.TURN_DOWN, report.id, (last, first))


def is_base_amount(figure: CheckedFigure) -> bool:
    """Tell whether the amount stands in brackets, or after "từ", as what another is measured against."""
    is_from = last_words("turn.up_from", "turn.down_from").search(figure.before)
    return figure.is_bracketed or bool(is_from)


def _parts_of(report_id: int, whole: CheckedFigure, others: Sequence[CheckedFigure]) -> Iterator[Finding]:
    following = [each for each in others if each.reading.kind not in _COMPARED and not each.is_bracketed]
    if not following or not is_plain(following[0]) or _is_balance(whole, following[0]):
        return
    lead = others[: others.index(following[0]) + 1]
    told = " ".join(each.before for each in lead)
    is_listed = words("parts.made_of").search(told) is not None
    if not is_listed and not words("parts.of_which").search(told):
        return
    parts = _same_unit_run(whole, following)
    target = _in_ones(whole)
    if is_listed and len(parts) >= _FEWEST_PARTS and not any(_goes_on(each) for each in parts[1:]):
        listed = _sum_in_ones(parts)
        is_all = len(parts) == len(following) and not _has_rest(parts)
        if listed.low > target.high or (is_all and listed.high < target.low):
            yield _parts_finding(report_id, whole, parts, listed)
            return
    for part in parts[:1]:
        if _in_ones(part).low > target.high:
            yield _finding(FindingCode.PART_OVER_WHOLE, report_id, (part, whole))
            return
    total = _sum_in_ones(parts) if parts else target
    is_too_much = total.low > target.high and total.middle <= target.middle * limits().overlapping_parts
    if len(parts) >= _FEWEST_PARTS and is_too_much:
        yield _parts_finding(report_id, whole, parts, total)


def _parts_finding(
    report_id: int, whole: CheckedFigure, parts: Sequence[CheckedFigure], total: Amount
) -> Finding:
    expected = total.middle.scaleb(-measure(whole.reading.unit).power)
    return _finding(FindingCode.PARTS, report_id, (whole, *parts), expected)


def _same_unit_run(whole: CheckedFigure, others: Sequence[CheckedFigure]) -> list[CheckedFigure]:
    """Return the levels that follow in the whole's unit, up to the first amount of something else."""
    unit, parts = measure(whole.reading.unit).name, []
    for each in others:
        if each.reading.kind is not Kind.LEVEL or not is_plain(each):
            break
        if measure(each.reading.unit).name != unit or not unit:
            break
        parts.append(each)
    return parts


def _has_rest(parts: Sequence[CheckedFigure]) -> bool:
    """Tell whether the list of parts says that there are others."""
    told = (*(each.before for each in parts), parts[-1].after)
    return any(words("parts.rest").search(each) for each in told)


def _is_balance(*figures: CheckedFigure) -> bool:
    """Tell whether an amount is a difference of two: a part of that may be larger."""
    pattern = words("parts.balances")
    return any(pattern.search(f"{each.before} {fold(each.reading.indicator)}") for each in figures)


def _goes_on(figure: CheckedFigure) -> bool:
    """Tell whether a figure begins another list or another statement within the sentence."""
    return words("parts.made_of", "parts.of_which").search(figure.before) is not None


def _is_share_of_whole(figure: CheckedFigure) -> bool:
    reading = figure.reading
    is_share = reading.kind is Kind.SHARE and reading.unit == PERCENT and is_plain(figure)
    return is_share and not is_base_amount(figure)


def _compared(sentence: Sequence[CheckedFigure], at: int) -> Iterator[Comparison]:
    """Yield the level and the base that the sentence gives a change or ratio, as it words them."""
    told = sentence[at]
    before = [each for each in sentence[:at] if _is_level_of(each, told)]
    level = next((each for each in reversed(before) if not is_base_amount(each)), None)
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if level is not None and after is not None and _is_base_after(after, told):
        yield Comparison(told, level, after)
    is_loose = told.reading.kind is Kind.CHANGE and told.reading.base in (Base.NONE, Base.OTHER)
    if is_loose and len(before) > 1 and before[-2:] in [list(turn) for turn in _turns(sentence)]:
        yield Comparison(told, before[-1], before[-2])
    if told.reading.base is Base.PLAN and at >= 2:
        plan, actual = sentence[at - 2], sentence[at - 1]
        if _is_level(plan) and _is_level(actual) and _is_planned(plan) and not _is_planned(actual):
            yield Comparison(told, actual, plan)


def _is_base_after(after: CheckedFigure, told: CheckedFigure) -> bool:
    """Tell whether an amount follows in brackets that hold nothing but words of a base: "(120 vụ)"."""
    _, bracket, lead = after.before.rpartition("(")
    if not bracket or ")" in lead or not _is_level(after):
        return False
    rest = words("base.leads").sub(" ", lead)
    is_bare = not any(char.isalpha() for char in rest)
    is_same = fold(after.reading.indicator) == fold(told.reading.indicator)
    return is_bare and is_same


def _unequal_changes(report_id: int, sentence: Sequence[CheckedFigure]) -> Iterator[Finding]:
    """Yield a relative change that does not fit the absolute one beside it: "giảm 6 vụ (giảm 14,3%)"."""
    for level, one, other in zip(sentence, sentence[1:], sentence[2:], strict=False):
        changes = (one, other)
        if not _is_level(level) or any(each.reading.kind is not Kind.CHANGE for each in changes):
            continue
        if one.reading.base != other.reading.base or not all(_is_level_of(level, each) for each in changes):
            continue
        absolute = next((each for each in changes if _is_in_unit_of(each, level)), None)
        relative = next((each for each in changes if each.reading.unit == PERCENT), None)
        if absolute is None or relative is None or not (is_plain(absolute) and is_plain(relative)):
            continue
        now, by = _in_ones(level), _in_ones(absolute)
        then = now - by
        if then.low <= 0:
            continue
        due = [now.over(then, 100)]
        if due[0] is not None and not amount(relative).meets(due[0].moved(-100)):
            yield comparison_finding(
                report_id, Comparison(relative, level, absolute), due[0].middle - _HUNDRED
            )


def _turns(sentence: Sequence[CheckedFigure]) -> Iterator[tuple[CheckedFigure, CheckedFigure]]:
    """Yield the amounts A and B of "tăng từ A lên B"."""
    for first, last in pairwise(sentence):
        is_from = last_words("turn.up_from", "turn.down_from").search(first.before)
        is_to = last_words("turn.to").fullmatch(last.before)
        kinds = {first.reading.kind, last.reading.kind}
        units = {measure(each.reading.unit).name for each in (first, last)}
        is_alike = len(units) == 1 and not kinds & set(_COMPARED) and is_plain(first) and is_plain(last)
        if is_from and is_to and is_alike:
            yield first, last


def _is_level(figure: CheckedFigure) -> bool:
    return figure.reading.kind is Kind.LEVEL and is_plain(figure)


def _is_level_of(figure: CheckedFigure, told: CheckedFigure) -> bool:
    return _is_level(figure) and fold(figure.reading.indicator) == fold(told.reading.indicator)


def _is_in_unit_of(figure: CheckedFigure, level: CheckedFigure) -> bool:
    """Tell whether a change is counted in a level's unit, perhaps said shorter: "vụ" for "vụ tai nạn"."""
    unit, whole = measure(figure.reading.unit).name, measure(level.reading.unit).name
    return unit == whole or (bool(unit) and whole.startswith(f"{unit} "))


def _is_planned(figure: CheckedFigure) -> bool:
    return words("base.plan").search(figure.before) is not None


def _in_ones(figure: CheckedFigure) -> Amount:
    return amount(figure).scaled(measure(figure.reading.unit).power)


def _sum(figures: Sequence[CheckedFigure]) -> Amount:
    return reduce(add, map(amount, figures))


def _sum_in_ones(figures: Sequence[CheckedFigure]) -> Amount:
    return reduce(add, map(_in_ones, figures))


def _finding(
    code: FindingCode, report_id: int, figures: Sequence[CheckedFigure], expected: Decimal | None = None
) -> Finding:
    ids, readings = (each.id for each in figures), (each.reading for each in figures)
    return Finding(code, report_id, tuple(ids), tuple(readings), expected)
