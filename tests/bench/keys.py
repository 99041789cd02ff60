"""How long from a key-press to the next row, with a hundred thousand figures in the workspace."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from measures import Measure
from windows import import_reports, run_window

GOAL_S = 0.05
REPORTS = 20
FIGURES_A_REPORT = 5_000
PRESSES = 300


def measures() -> Iterator[Measure]:
    """Yield the 95th percentile over some hundred presses of Enter, each verdict on disk before its row."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        workspace = home / "bench.doichieu"
        reports = [home / f"report-{number}.txt" for number in range(REPORTS)]
        for number, report in enumerate(reports):
            report.write_text(_report(number), encoding="utf-8")
        import_reports(workspace, home, *reports)
        pressed = run_window("our_window.py", home, str(PRESSES), "-w", str(workspace))["pressed"]
    note = f"95th percentile of {len(pressed)}, {REPORTS * FIGURES_A_REPORT} figures"
    yield Measure("key-press to next row", quantiles(pressed, n=20)[-1], GOAL_S, note=note)


def _report(number: int) -> str:
    """Return a report of short paragraphs under headings; no two reports are alike."""
    lines = [f"BÁO CÁO\nTình hình kinh tế - xã hội quý {number % 4 + 1} năm {2001 + number // 4}\n"]
    for index in range(FIGURES_A_REPORT // 2):
        if index % 50 == 0:
            lines.append(f"{index // 50 + 1}. Lĩnh vực thứ {index // 50 + 1}")
        lines.append(f"Số vụ vi phạm là {index + 100} vụ, tăng {index % 90 + 1},5% so với cùng kỳ năm trước.")
    return "\n".join(lines)
