"""Build dist/doichieu with PyInstaller, then start it once as a user would who has no Python."""

import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "dist" / "doichieu"
PROGRAM = BUNDLE / "doichieu"
SAMPLES = ROOT / "resources" / "samples"
LONGEST_START_S = 60.0


def main() -> int:
    """Build and try the bundle; return the exit status."""
    build()
    samples = sorted(SAMPLES.iterdir())
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        print(_run(home, "--version").strip())
        figures = {sample.name: _figures_in(home, sample) for sample in samples}
        print(", ".join(f"{name}: {count} figures" for name, count in figures.items()))
        reports = _reports_in_window(home, samples)
        print(f"window: {reports} of {len(samples)} reports")
    print(f"{BUNDLE.relative_to(ROOT)}: {_size_mb(BUNDLE)} MB")
    return 0 if all(figures.values()) and reports == len(samples) else 1


def build() -> None:
    """Build the bundle from nothing."""
    options = ("--noconfirm", "--clean", "--log-level", "ERROR", "--distpath", "dist", "--workpath", "build")
    command = (sys.executable, "-m", "PyInstaller", *options, "packaging/doichieu.spec")
    subprocess.run(command, cwd=ROOT, check=True)


def _figures_in(home: Path, sample: Path) -> int:
    return _run(home, "extract", str(sample), "--format", "jsonl").count("\n")


def _run(home: Path, *arguments: str) -> str:
    told = subprocess.run(
        [PROGRAM, *arguments],
        cwd=home,
        env=_environment(home),
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return told.stdout


def _reports_in_window(home: Path, samples: list[Path]) -> int:
    """Open the window on the samples; return how many came into its workspace before the time was up."""
    workspace = home / "bundle.doichieu"
    command = [str(PROGRAM), *map(str, samples), "-w", str(workspace)]
    with subprocess.Popen(command, cwd=home, env=_environment(home)) as program:
        latest = time.monotonic() + LONGEST_START_S
        reports = 0
        while reports < len(samples) and program.poll() is None and time.monotonic() < latest:
            time.sleep(0.2)
            reports = _report_count(workspace)
        program.terminate()
    return reports


def _report_count(workspace: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{workspace.as_uri()}?mode=ro", uri=True)) as connection:
            [count] = connection.execute("SELECT count(*) FROM reports").fetchone()
    except sqlite3.OperationalError:
        return 0
    return int(count)


def _environment(home: Path) -> dict[str, str]:
    """Return an environment with no trace of this Python, no display and no settings."""
    return {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "default.warning=false",
    }


def _size_mb(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) // 1_000_000


if __name__ == "__main__":
    sys.exit(main())
