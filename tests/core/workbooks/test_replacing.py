"""Writing beside and putting in place: the old file is whole until the new one is there."""

import errno
from pathlib import Path
from typing import IO

import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.messages import Language, refusal_line
from desktop.core.workbooks.replacing import UnsoundFileError, replace_file, replace_text

resource = pytest.importorskip("resource", reason="file size limits need POSIX")


def fill(file: IO[bytes]) -> int:
    return file.write(b"new")


def refused(out: Path, **parts: object) -> RefusalCode:
    with pytest.raises(RefusedError) as caught:
        replace_file(out, **({"write": fill} | parts))  # type: ignore[arg-type]
    assert caught.value.refusal.subject == out.name
    return caught.value.refusal.code


def test_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")
    out.chmod(0o640)
    seen: list[bytes] = []
    replace_file(out, fill, lambda path: seen.append(path.read_bytes()))
    assert out.read_bytes() == b"new"
    assert seen == [b"new"]
    assert out.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [out]


def test_failed_check_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")

    def fail(path: Path) -> None:
        raise UnsoundFileError("unsound")

    assert refused(out, check=fail) is RefusalCode.CANNOT_WRITE
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        code = refused(out, write=lambda file: file.write(b"x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert code is RefusalCode.DISK_FULL
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_interruption_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")

    def interrupt(file: IO[bytes]) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace_file(out, interrupt)
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", ["no-such-folder/out.xlsx", "a-folder"])
def test_place_that_cannot_be_written_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-folder").mkdir()
    assert refused(tmp_path / name) is RefusalCode.CANNOT_WRITE
    assert [path.name for path in tmp_path.iterdir()] == ["a-folder"]


@pytest.mark.parametrize(("lock", "program"), [(".~lock.out.xlsx#", "LibreOffice"), ("~$out.xlsx", "Excel")])
def test_file_open_in_another_program_is_left_alone(tmp_path: Path, lock: str, program: str) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")
    (tmp_path / lock).write_bytes(b",hoa,may-1,")
    with pytest.raises(RefusedError) as caught:
        replace_file(out, fill)
    line = refusal_line(caught.value.refusal, Language.VIETNAMESE)
    assert f"đang mở trong {program}" in line
    assert "đóng tệp" in line and "chọn tên khác" in line and lock in line
    assert out.read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"out.xlsx", lock}


def test_file_opened_while_the_new_one_is_written_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")
    lock = tmp_path / ".~lock.out.xlsx#"
    assert refused(out, check=lambda _: lock.write_bytes(b",")) is RefusalCode.FILE_LOCKED
    assert out.read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"out.xlsx", lock.name}


def test_new_file_may_have_a_name_that_somebody_left_a_lock_for(tmp_path: Path) -> None:
    (tmp_path / ".~lock.out.xlsx#").touch()
    replace_file(tmp_path / "out.xlsx", fill)
    assert (tmp_path / "out.xlsx").read_bytes() == b"new"


def test_read_only_file_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")
    out.chmod(0o444)
    assert refused(out) is RefusalCode.FILE_READ_ONLY
    assert out.read_bytes() == b"old"


def test_file_that_windows_keeps_open_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")

    def denied(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", denied)
    assert refused(out) is RefusalCode.FILE_IN_USE
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_folder_that_takes_no_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"old")

    def denied(*_: object) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(Path, "open", denied)
    assert refused(out) is RefusalCode.FOLDER_NOT_WRITABLE
    monkeypatch.undo()
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_link_keeps_pointing_at_the_file_it_names(tmp_path: Path) -> None:
    (tmp_path / "real.xlsx").write_bytes(b"old")
    link = tmp_path / "link.xlsx"
    link.symlink_to("real.xlsx")
    replace_file(link, fill)
    assert link.is_symlink()
    assert (tmp_path / "real.xlsx").read_bytes() == b"new"


def test_lines_are_written_in_utf_8(tmp_path: Path) -> None:
    replace_text(tmp_path / "out.csv", iter(["số,vụ", "1,2"]))
    assert (tmp_path / "out.csv").read_bytes() == "số,vụ\n1,2\n".encode()
