"""How soon the window paints and the last report is ready for keys, against a bare PySide6 window's paint."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import resources
from measures import Measure, median_of_pairs
from windows import import_reports, run_window

PAINT_GOAL = 1.5
READY_GOAL = 5.0
TIMES = 7


def measures() -> Iterator[Measure]:
    """Yield both measures, each the median of starts made in turn with the bare ones."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        workspace = home / "bench.doichieu"
        import_reports(workspace, home, *sorted(resources.path("samples").iterdir()))
        starts = [_start_both(home, workspace) for _ in range(TIMES + 1)][1:]
    painted, bare = median_of_pairs([(ours["painted"][0], bare["painted"][0]) for ours, bare in starts])
    yield Measure("first paint", painted, PAINT_GOAL, bare)
    ready, bare = median_of_pairs([(ours["ready"][0], bare["painted"][0]) for ours, bare in starts])
    yield Measure("last report ready for keys", ready, READY_GOAL, bare)


def _start_both(home: Path, workspace: Path) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    ours = run_window("our_window.py", home, "0", "-w", str(workspace))
    return ours, run_window("bare_window.py", home)
