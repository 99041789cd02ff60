"""The program without a verb: what is handed to the window."""

from pathlib import Path

import pytest

from desktop.cli import main


def test_workspace_among_the_files_is_opened_as_such() -> None:
    opened: list[tuple[list[Path], str | None, str]] = []

    def open_window(files: list[Path], workspace: str | None, who: str) -> int:
        opened.append((files, workspace, who))
        return 0

    assert main(["ho-so.doichieu", "a.pdf", "--as", "Lan"], open_window) == 0
    assert main(["b.docx", "-w", "khac.doichieu"], open_window) == 0
    assert opened[0] == ([Path("a.pdf")], "ho-so.doichieu", "Lan")
    assert opened[1][:2] == ([Path("b.docx")], "khac.doichieu")


@pytest.mark.parametrize("display", [":176", "unix:176.0"])
def test_display_that_does_not_answer_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], display: str
) -> None:
    for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("DISPLAY", display)
    opened: list[object] = []

    def open_window(*arguments: object) -> int:
        opened.append(arguments)
        return 0

    assert main([], open_window) == 0
    assert opened == []
    assert capsys.readouterr().out.startswith("Không có màn hình")
