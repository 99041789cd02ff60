"""Word lists on the command line: an office's words are read with, and every fault is told with its line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from tests.cli.conftest import Ran

Run = Callable[..., Ran]
TREE = resources.ROOT.parent
SENTENCE = "Toàn tỉnh có 24 đàn ong rừng.\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the office's folder, named by the variable."""
    folder = tmp_path / "lexicon"
    folder.mkdir()
    monkeypatch.setenv("DOICHIEU_LEXICON", str(folder))
    return folder


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report that counts what the program does not know."""
    path = tmp_path / "bao-cao.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


def test_check_of_sound_lists_says_so_and_where_ones_own_go(run: Run) -> None:
    ran = run("check-lexicon")
    assert (ran.status, ran.err) == (0, "")
    assert "không có lỗi" in ran.out
    assert str(Path(os.environ["XDG_CONFIG_HOME"]) / "doichieu" / "lexicon") in ran.out


def test_check_tells_each_fault_on_a_line_with_its_place(run: Run, office: Path) -> None:
    (office / "units.toml").write_text('[count]\nnouns = ["a1",\n 5]\n[coutn]\n', encoding="utf-8")
    (office / "phrases.toml").write_text("[change\n", encoding="utf-8")
    ran = run("check-lexicon")
    assert ran.status == 1
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == [
        f"{office}/phrases.toml, dòng 1",
        f"{office}/units.toml, dòng 3",
        f"{office}/units.toml, dòng 4",
    ]
    assert "3 lỗi" in ran.out


def test_check_speaks_english(run: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOICHIEU_LANG", "en")
    (office / "units.toml").write_text("[coutn]\n", encoding="utf-8")
    assert run("check-lexicon").err.startswith(f"{office}/units.toml, line 1: there is no list “coutn”")


def test_folder_can_be_checked_before_it_is_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text('[count]\nnouns = ["đàn ong rừng"]\n', encoding="utf-8")
    ran = run("check-lexicon", tmp_path)
    assert ran.status == 0
    assert f"{tmp_path}/units.toml" in ran.out
    assert run("check-lexicon", tmp_path / "nowhere").status == 1


def test_words_of_the_office_are_read_with_wherever_the_program_is_started(
    run: Run, office: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "units.toml").write_text('[count]\nnouns = ["đàn ong rừng"]\n', encoding="utf-8")
    monkeypatch.chdir(office.parent)
    monkeypatch.setenv("DOICHIEU_LEXICON", office.name)
    ran = run("extract", report, "--format", "csv")
    assert (ran.status, ran.err) == (0, "")
    assert "đàn ong rừng" in ran.out
    monkeypatch.setenv("DOICHIEU_LEXICON", "")
    assert "24 đàn ong rừng" not in run("extract", report, "--format", "csv").out


def test_users_settings_hold_lists_too(run: Run, report: Path) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "doichieu" / "lexicon"
    folder.mkdir(parents=True)
    (folder / "units.toml").write_text('[count]\nnouns = ["đàn ong rừng"]\n', encoding="utf-8")
    assert "24 đàn ong rừng" in run("extract", report, "--format", "csv").out


@pytest.mark.parametrize("verb", ["extract", "import"])
def test_faulty_file_of_the_office_is_told_once_and_the_files_are_read(
    run: Run, office: Path, report: Path, tmp_path: Path, verb: str
) -> None:
    (office / "units.toml").write_text("[count]\n\nnouns = 5\n", encoding="utf-8")
    second = report.with_name("quy-2.txt")
    second.write_text("Thu ngân sách đạt 6,3 tỷ đồng.\n", encoding="utf-8")
    options = ("-w", tmp_path / "a.doichieu") if verb == "import" else ("--format", "csv")
    ran = run(verb, report, second, *options)
    assert ran.status == 1
    lines = ran.err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{office}/units.toml, dòng 3: ")
    assert lines[1].startswith(f"{office}/units.toml: tệp có 1 lỗi nên chưa được dùng")
    assert report.name in ran.out
    assert second.name in ran.out


def test_missing_folder_of_the_office_is_told(run: Run, office: Path, report: Path) -> None:
    office.rmdir()
    ran = run("extract", report)
    assert ran.status == 1
    assert ran.err.startswith(f"{office}: không tìm thấy thư mục")
    assert "24" in ran.out


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the program whose lists may be edited."""
    copy = tmp_path_factory.mktemp("program")
    unwanted = shutil.ignore_patterns("__pycache__", "screenshots", "samples", "ui")
    for name in ("desktop", "db", "resources"):
        shutil.copytree(TREE / name, copy / name, ignore=unwanted)
    return copy


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('words = ["lần"]', 'words = ["lần" "bận"]', "sai cú pháp"),
        ('words = ["lần"]', 'words = [""]', "“times.words” có từ để trống"),
    ],
)
def test_fault_in_a_list_of_the_program_is_told_once_with_its_line_and_without_a_traceback(
    tree: Path, report: Path, old: str, new: str, said: str
) -> None:
    path = tree / "resources" / "lexicon" / "units.toml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(old, new), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "extract", report, report],
        capture_output=True,
        encoding="utf-8",
        cwd=tree,
        timeout=60,
        check=False,
    )
    path.write_text(before, encoding="utf-8")
    line = before[: before.index(old)].count("\n") + 1
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert done.stderr.startswith(f"resources/lexicon/units.toml, dòng {line}: ")
    assert said in done.stderr
