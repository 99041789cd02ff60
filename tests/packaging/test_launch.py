"""The script that is frozen: it is the program, and on request its own reading process."""

import subprocess
import sys
from pathlib import Path

LAUNCH = Path(__file__).resolve().parents[2] / "packaging" / "launch.py"


def test_is_the_program(tmp_path: Path) -> None:
    told = _launch(tmp_path, "--version")
    assert told.returncode == 0
    assert told.stdout.startswith(b"doichieu")


def test_is_the_reading_process_on_request(tmp_path: Path) -> None:
    from desktop.core.isolation.frames import Frame, read_frame, write_frame

    job = tmp_path / "job"
    with job.open("wb") as file:
        write_frame(file, Frame("analyse", {"name": "empty.txt"}, b"S\xe1\xbb\x91 v\xe1\xbb\xa5: 218"))
    answers = tmp_path / "answers"
    answers.write_bytes(_launch(tmp_path, "--reading-worker", job=job).stdout)
    with answers.open("rb") as file:
        kinds = [frame.kind for frame in iter(lambda: read_frame(file), None)]
    assert kinds[0] == "started"
    assert kinds[-1] == "done"


def _launch(folder: Path, *arguments: str, job: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    data = job.read_bytes() if job else b""
    return subprocess.run(
        [sys.executable, LAUNCH, *arguments], input=data, cwd=folder, capture_output=True, check=False
    )
