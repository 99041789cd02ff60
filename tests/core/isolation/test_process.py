"""The reading process survives whatever files do to it, and says what they did."""

import errno
import hashlib
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.core.documents import Format
from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.isolation.process import CancelledError, ReadingProcess
from desktop.core.isolation.worker import TEXT_CHARACTERS_PER_FRAME
from desktop.core.layouts import unpack

_LONG_S = 60
"""How long a test waits for what comes at once unless the machine is busy, and never where we are wrong."""

LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="the limits are the kernel's of Linux")


def refusal_of(process: ReadingProcess, order: str) -> Refusal:
    with pytest.raises(RefusedError) as caught:
        process.analyse_bytes(order.encode(), "hostile.txt")
    return caught.value.refusal


def said(process: ReadingProcess, order: str) -> str:
    return process.analyse_bytes(order.encode(), "hostile.txt").text


def ends(pid: int) -> bool:
    """Wait until the process `pid` is gone, for at most a minute."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    readable, _, _ = select.select([descriptor], [], [], _LONG_S)
    os.close(descriptor)
    return bool(readable)


def test_a_file_comes_back_with_text_layout_and_extraction(reading: ReadingProcess, tmp_path: Path) -> None:
    path = tmp_path / "Báo cáo.txt"
    path.write_bytes("\ufeffThu ngân sách đạt 6,3 tỷ đồng.\r\nHết.".encode())
    analysis = reading.analyse(path)
    assert analysis.text == "Thu ngân sách đạt 6,3 tỷ đồng.\nHết."
    assert (analysis.name, analysis.format) == ("Báo cáo.txt", Format.TXT)
    assert analysis.data == path.read_bytes()
    assert analysis.digest == hashlib.sha256(analysis.data).hexdigest()
    assert len(unpack(analysis.layout, analysis.text).blocks) == 2
    assert [analysis.text[e.start : e.end] for e in analysis.extraction.ledger][:1] == ["6,3"]


def test_a_text_longer_than_a_frame_comes_back_whole(reading: ReadingProcess) -> None:
    text = "Báo cáo số liệu.\n" * (TEXT_CHARACTERS_PER_FRAME // 16)
    assert len(text) > TEXT_CHARACTERS_PER_FRAME
    assert reading.analyse_bytes(text.encode(), "long.txt").text == text


def test_a_crash_is_refused_and_the_next_file_read(hostile: ReadingProcess) -> None:
    assert refusal_of(hostile, "crash") == Refusal(RefusalCode.READER_DIED, "hostile.txt")
    assert said(hostile, "say again") == "again"


def test_a_hang_is_refused_after_the_time_without_progress(impatient: ReadingProcess) -> None:
    said(impatient, "say warm")
    before = impatient.pid
    refusal = refusal_of(impatient, "hang")
    assert (refusal.code, refusal.details) == (RefusalCode.NO_PROGRESS, {"seconds": "3"})
    assert before is not None
    assert ends(before)
    assert said(impatient, "say again") == "again"


def test_work_that_shows_progress_may_take_longer_than_the_limit(impatient: ReadingProcess) -> None:
    shares: list[float] = []
    analysis = impatient.analyse_bytes(b"toil 3.5", "slow.txt", on_progress=shares.append)
    assert analysis.text == "done"
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


@LINUX_ONLY
def test_memory_beyond_the_limit_is_refused_and_the_next_file_read(hostile: ReadingProcess) -> None:
    assert refusal_of(hostile, "hoard").code == RefusalCode.OUT_OF_MEMORY
    assert said(hostile, "say again") == "again"


@LINUX_ONLY
def test_a_child_that_has_grown_fat_answers_and_is_replaced(hostile: ReadingProcess) -> None:
    said(hostile, "say warm")
    before = hostile.pid
    assert said(hostile, "swell") == "swollen"
    assert said(hostile, "say again") == "again"
    assert hostile.pid != before


def test_a_library_that_aborts_for_want_of_memory_is_told_from_a_crash(hostile: ReadingProcess) -> None:
    assert refusal_of(hostile, "abort memory allocation of 9 bytes failed").code == RefusalCode.OUT_OF_MEMORY
    assert refusal_of(hostile, "abort assertion failed").code == RefusalCode.READER_DIED


def test_an_exception_is_refused_with_one_line_and_the_child_goes_on(hostile: ReadingProcess) -> None:
    said(hostile, "say warm")
    before = hostile.pid
    refusal = refusal_of(hostile, "fail second line")
    assert refusal.code == RefusalCode.READER_FAILED
    assert refusal.details == {"error": "ValueError: first line second line"}
    assert said(hostile, "say again") == "again"
    assert hostile.pid == before


def test_cancelling_ends_the_child_at_once_and_the_next_file_is_read(hostile: ReadingProcess) -> None:
    said(hostile, "say warm")
    before = hostile.pid
    asked: list[bool] = []

    def is_cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(CancelledError):
        hostile.analyse_bytes(b"hang", "hostile.txt", is_cancelled=is_cancelled)
    assert before is not None
    assert ends(before)
    assert said(hostile, "say again") == "again"


def test_a_caller_that_waits_for_its_turn_can_give_up(hostile: ReadingProcess) -> None:
    is_busy = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        busy = pool.submit(
            hostile.analyse_bytes, b"toil 0.5", "slow.txt", on_progress=lambda _share: is_busy.set()
        )
        assert is_busy.wait(_LONG_S)
        with pytest.raises(CancelledError):
            hostile.analyse_bytes(b"say late", "late.txt", is_cancelled=lambda: True)
        assert busy.result(_LONG_S).text == "done"


def test_a_caller_that_fails_while_told_of_progress_leaves_the_process_usable(
    hostile: ReadingProcess,
) -> None:
    def fail(_share: float) -> None:
        raise RuntimeError("the window is gone")

    with pytest.raises(RuntimeError, match="the window is gone"):
        hostile.analyse_bytes(b"toil 5", "slow.txt", on_progress=fail)
    assert said(hostile, "say again") == "again"


def test_threads_take_turns_and_get_their_own_answers(hostile: ReadingProcess) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda number: said(hostile, f"say {number}"), range(20)))
    assert answers == [str(number) for number in range(20)]


def test_a_child_killed_while_idle_costs_no_file(hostile: ReadingProcess) -> None:
    said(hostile, "say warm")
    assert hostile.pid is not None
    os.kill(hostile.pid, signal.SIGKILL)
    assert said(hostile, "say again") == "again"


def test_a_child_outlives_the_thread_that_started_it(hostile: ReadingProcess) -> None:
    thread = threading.Thread(target=hostile.start)
    thread.start()
    thread.join()
    before = hostile.pid
    assert said(hostile, "say hello") == "hello"
    assert hostile.pid == before


def test_closing_leaves_no_process_and_no_folder(hostile: ReadingProcess) -> None:
    folder = Path(said(hostile, "folder"))
    pid = hostile.pid
    assert folder.is_dir()
    hostile.close()
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert not folder.exists()
    with pytest.raises(CancelledError):
        said(hostile, "say late")


def test_closing_cancels_the_job_under_way(hostile: ReadingProcess) -> None:
    is_busy = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(
            hostile.analyse_bytes, b"toil 60", "slow.txt", on_progress=lambda _share: is_busy.set()
        )
        assert is_busy.wait(_LONG_S)
        hostile.close()
        with pytest.raises(CancelledError):
            job.result(_LONG_S)


@LINUX_ONLY
def test_a_killed_program_leaves_no_child_and_its_folder_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    script = (
        "from desktop.core.isolation.process import ReadingProcess\n"
        "process = ReadingProcess()\nprocess.start()\nprint(process.pid, flush=True)\ninput()\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        child = int(program.stdout.readline())
        program.kill()
    assert ends(child)
    (orphan,) = tmp_path.iterdir()
    with ReadingProcess() as process:
        process.start()
        assert process.pid is not None
        assert not orphan.exists()
    assert not list(tmp_path.iterdir())


def test_the_child_has_no_network(hostile: ReadingProcess) -> None:
    assert said(hostile, "connect") == "refused"


@LINUX_ONLY
def test_the_kernel_itself_denies_sockets(hostile: ReadingProcess) -> None:
    assert said(hostile, "call-kernel") == f"-1 {errno.EPERM}"


@LINUX_ONLY
def test_the_child_leaves_no_core(hostile: ReadingProcess) -> None:
    assert said(hostile, "core") == "0"


def test_temporary_files_go_to_a_folder_of_the_childs_own_and_are_removed(hostile: ReadingProcess) -> None:
    path = Path(said(hostile, "litter"))
    assert path.exists()
    assert path.parent != Path(tempfile.gettempdir())
    hostile.close()
    assert not path.parent.exists()


def test_what_a_library_prints_does_not_disturb_the_answers(hostile: ReadingProcess) -> None:
    assert said(hostile, "chatter") == "input: b''"
    assert said(hostile, "say again") == "again"


def test_a_worker_that_cannot_start_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    with ReadingProcess(worker_module="no_such_worker") as process:
        assert refusal_of(process, "say hello").code == RefusalCode.READER_DIED


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing.txt", RefusalCode.NOT_FOUND),
        (".", RefusalCode.UNKNOWN_FORMAT),
        ("a\0b", RefusalCode.READER_FAILED),
    ],
)
def test_what_is_no_file_is_refused(
    reading: ReadingProcess, tmp_path: Path, name: str, code: RefusalCode
) -> None:
    with pytest.raises(RefusedError) as caught:
        reading.analyse(tmp_path / name)
    assert caught.value.refusal.code == code


def test_an_empty_file_is_refused_by_its_name(reading: ReadingProcess) -> None:
    with pytest.raises(RefusedError) as caught:
        reading.analyse_bytes(b"", "trống.txt")
    assert caught.value.refusal == Refusal(RefusalCode.IS_EMPTY, "trống.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_the_user_may_have_tighter_limits_than_ours() -> None:
    program = (
        "import resource\n"
        "from desktop.core.isolation.process import ReadingProcess\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))\n"
        "with ReadingProcess() as process:\n"
        "    print(process.analyse_bytes(b'5 ha', 'a.txt').text)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("5 ha\n", "")
