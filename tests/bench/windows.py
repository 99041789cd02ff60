"""Starting windows as processes of their own and reading the times they tell."""

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

HERE = Path(__file__).resolve().parent


def run_window(script: str, home: Path, *arguments: str) -> dict[str, list[float]]:
    """Run `script` until it ends; return the numbers it told by word, times as seconds since its start."""
    begun = monotonic()
    told = subprocess.run(
        [sys.executable, HERE / script, *arguments],
        env=environment(home),
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    numbers: dict[str, list[float]] = {}
    for line in told.stdout.splitlines():
        word, _, number = line.partition(" ")
        if word in ("painted", "ready"):
            numbers[word] = [float(number) - begun]
        elif word == "pressed":
            numbers.setdefault(word, []).append(float(number))
    return numbers


def import_reports(workspace: Path, home: Path, *reports: Path) -> None:
    """Make a workspace that holds the reports."""
    command = [sys.executable, "-m", "desktop", "import", *map(str, reports), "-w", str(workspace)]
    subprocess.run(command, env=environment(home), stdout=subprocess.DEVNULL, check=True)


def environment(home: Path) -> dict[str, str]:
    """Return an environment without the user's settings, where compiled files are kept as anywhere else."""
    own = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # The offscreen platform warns of what it cannot do, which is no news here.
    return {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false", **kept, **own}
