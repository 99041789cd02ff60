"""What a report's review came to, in sentences."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from desktop.core.displays import number_text
from desktop.core.outputs.record_letters import markup
from desktop.core.outputs.records import FindingTally
from desktop.core.outputs.tallies import FigureTally, RunTally, SecondTally
from desktop.core.workbooks.wording import word

_LONGEST_LIST = 240


def count_text(count: int) -> str:
    """Return a count as written in Vietnamese: "13.160"."""
    return number_text(Decimal(count))


def tally_remarks(tally: FigureTally) -> Iterator[str]:
    """Yield what the counts of figures do not say: why some were dismissed, and how many in haste."""
    if tally.dismissals:
        told = ", ".join(f"{word('reason', reason)} {count_text(n)}" for reason, n in tally.dismissals)
        yield f"Lý do loại: {markup(told, _LONGEST_LIST)}."
    if tally.hasty:
        yield f"Trong đó {count_text(tally.hasty)} số liệu được xác nhận nhanh hơn thời gian cần để đọc."


def runs_text(runs: RunTally) -> str:
    """Return what became of the runs of digits: "Báo cáo có 41 con số: 29 thuộc số liệu đã giải quyết; …"."""
    aside = ", ".join(f"{word('reason', kind)} {count_text(number)}" for kind, number in runs.aside)
    parts = (
        f"{count_text(runs.claimed)} thuộc số liệu đã xác nhận hoặc đã loại",
        f"{count_text(runs.set_aside)} không phải số liệu" + (f" ({aside})" if aside else ""),
        f"<b>{count_text(runs.open)}</b> chưa rõ" if runs.open else "không còn con số nào chưa rõ",
    )
    return f"Báo cáo có {count_text(runs.total)} con số: {'; '.join(parts)}."


def seconds_text(second: SecondTally) -> str:
    """Return what second readings came to, with the error rates of both readings where any is settled."""
    if not second.read:
        return "Chưa có số liệu nào được đọc lần hai."
    readers = markup(", ".join(name or "(không ghi tên)" for name in second.readers), _LONGEST_LIST)
    told = (
        f"{count_text(second.read)} số liệu được đọc lần hai ({readers}), trong đó "
        f"{count_text(second.rekeyed)} gõ lại không nhìn số; {count_text(second.differing)} khác lần thứ "
        f"nhất, {count_text(second.unsettled)} chưa giải quyết."
    )
    if not second.settled:
        return told
    first, other = (_rate(wrong, second.settled) for wrong in (second.first_wrong, second.second_wrong))
    return f"{told} Tỷ lệ sai: lần thứ nhất {first}, lần thứ hai {other}."


def findings_text(findings: FindingTally) -> str:
    """Return how many findings there are and how many are settled."""
    if not findings.found:
        return "Kiểm tra không có cảnh báo nào."
    settled, still = count_text(findings.settled), count_text(findings.open)
    return f"{count_text(findings.found)} cảnh báo: {settled} đã giải quyết, {still} chưa giải quyết."


def _rate(wrong: int, checked: int) -> str:
    share = (Decimal(100 * wrong) / checked).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{number_text(share)}% ({count_text(wrong)}/{count_text(checked)})"
