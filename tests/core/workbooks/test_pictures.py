"""Pictures of places: the lines around a figure, framed, on a sheet that leads to its row and back."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image

from desktop.core.errors import RefusalCode, refuse
from desktop.core.isolation.analysis import PageImage
from desktop.core.places import Box, Place
from desktop.core.workbooks import addresses, picture_list
from desktop.core.workbooks.content import ExportOptions, WorkbookContent
from desktop.core.workbooks.crops import SCALE, DrawnPage

Written = Callable[[WorkbookContent], Any]
WIDTH, HEIGHT = 320, 480
LINES = range(50, 300, 14)
"""Where lines of black, 8 points high, stand on a page of 200 by 300 points."""

RED = (200, 30, 30)


def _page(ink: int = 0) -> PageImage:
    page = Image.new("RGB", (WIDTH, HEIGHT), (255, 255, 255))
    for top in LINES:
        bar = (round(40 * SCALE), round(top * SCALE), round(160 * SCALE), round((top + 8) * SCALE))
        page.paste((ink, ink, ink), bar)
    return PageImage(WIDTH, HEIGHT, page.tobytes())


def _crop(*boxes: Box) -> Image.Image:
    return Image.open(BytesIO(DrawnPage(_page()).crop(boxes))).convert("RGB")


def _reds(picture: Image.Image) -> list[tuple[int, int]]:
    return [
        (x, y) for y in range(picture.height) for x in range(picture.width) if picture.getpixel((x, y)) == RED
    ]


def test_crop_frames_the_figure_and_shows_some_lines_around_it() -> None:
    box = Box(60, LINES[7], 80, LINES[7] + 8)
    picture = _crop(box)
    reds = _reds(picture)
    width = max(x for x, _ in reds) - min(x for x, _ in reds)
    height = max(y for _, y in reds) - min(y for _, y in reds)
    assert abs(width - 24 * SCALE) < 3
    assert abs(height - 12 * SCALE) < 3
    column = [picture.getpixel((picture.width // 2, y)) for y in range(picture.height)]
    lines = sum(a != (0, 0, 0) and b == (0, 0, 0) for a, b in pairwise(column))
    assert lines >= 4
    assert (column[0], column[-1]) == ((255, 255, 255), (255, 255, 255)), "no line is cut through"


def test_crop_is_as_wide_as_what_is_written() -> None:
    picture = _crop(Box(60, LINES[7], 80, LINES[7] + 8))
    assert 120 * SCALE < picture.width < 145 * SCALE


@pytest.mark.parametrize(
    "box", [Box(0, 0, 5, 5), Box(190, 290, 200, 300), Box(-50, -50, -40, -40), Box(500, 900, 600, 950)]
)
def test_place_at_the_edge_of_the_page_or_beyond_it_has_a_picture(box: Box) -> None:
    picture = _crop(box)
    assert picture.width > 0
    assert 0 < picture.height <= HEIGHT


def test_place_over_several_lines_has_a_frame_for_each() -> None:
    low, high = Box(100, LINES[7], 150, LINES[7] + 8), Box(40, LINES[8], 60, LINES[8] + 8)
    whole, part = len(_reds(_crop(low, high))), len(_reds(_crop(low)))
    assert whole > part


@pytest.fixture
def content(make: Any) -> WorkbookContent:
    """Return a report of three figures on two pages and one without pages, to be written with pictures."""
    paged = [
        make.figure(
            str(at),
            "vụ",
            indicator=f"chỉ tiêu {at}",
            changes={"place": Place(10 * at, 10 * at + 3, page, (Box(60, 148, 80, 156),))},
        )
        for at, page in ((1, 1), (2, 1), (3, 2))
    ]
    bare = make.figure("7", "vụ", changes={"report_id": 2})
    content = make.content(make.report(*paged), make.report(bare, number=2))
    asked: WorkbookContent = replace(content, options=ExportOptions(has_pictures=True))
    return asked


def test_each_page_is_drawn_once_for_all_its_figures(content: WorkbookContent, written: Written) -> None:
    asked: list[tuple[int, int]] = []

    def draw(report_id: int, page: int, scale: float) -> PageImage:
        asked.append((report_id, page))
        return _page()

    sheet = written(replace(content, draw=draw))["Hình"]
    assert asked == [(1, 1), (1, 2)]
    anchors = [picture.anchor._from for picture in sheet._images]
    assert [(anchor.col, anchor.row) for anchor in anchors] == [(5, 2), (5, 3), (5, 4)]


def test_pictures_lead_to_their_rows_and_back(content: WorkbookContent, written: Written) -> None:
    workbook = written(replace(content, draw=lambda *_: _page()))
    figures, pictures = workbook["Số liệu"], workbook["Hình"]
    (column,) = [cell.column_letter for cell in figures[1] if cell.value == "Hình"]
    for row in (2, 3, 4):
        there = figures[f"{column}{row}"].hyperlink.location.removeprefix("'Hình'!")
        assert pictures[there].value == row - 1
        assert pictures[there].hyperlink.location == f"'Số liệu'!A{row}"
    assert figures[f"{column}5"].value is None


def test_reports_without_pages_are_named(content: WorkbookContent, written: Written) -> None:
    said = written(replace(content, draw=lambda *_: _page()))["Hình"]["A1"].value
    assert "Không có trang để chụp" in said
    assert "bao-cao-2.txt" in said
    assert "bao-cao-1.txt" not in said


def test_page_that_cannot_be_drawn_is_said_in_its_rows(content: WorkbookContent, written: Written) -> None:
    def draw(report_id: int, page: int, scale: float) -> PageImage:
        if page == 1:
            raise refuse(RefusalCode.DAMAGED, "a.pdf")
        return _page()

    sheet = written(replace(content, draw=draw))["Hình"]
    assert [sheet[f"F{row}"].value for row in (3, 4, 5)] == [picture_list._NO_PAGE] * 2 + [None]
    assert len(sheet._images) == 1


def test_limits_of_pictures_are_said(
    content: WorkbookContent, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = replace(content, draw=lambda *_: _page())
    monkeypatch.setattr(picture_list, "MAX_BYTES", 1)
    sheet = written(drawn)["Hình"]
    assert "đã đủ" in sheet["F3"].value
    assert sheet._images == []
    monkeypatch.undo()
    for module in (addresses, picture_list):
        monkeypatch.setattr(module, "MAX_PICTURES", 2)
    workbook = written(drawn)
    assert "Chỉ 2 số liệu đầu có hình, 1 số liệu sau không có." in workbook["Hình"]["A1"].value
    assert len(workbook["Hình"]._images) == 2


def test_without_the_wish_there_are_no_pictures(content: WorkbookContent, written: Written) -> None:
    workbook = written(replace(content, options=ExportOptions(), draw=None))
    assert "Hình" not in workbook.sheetnames
    assert "Hình" not in [cell.value for cell in workbook["Số liệu"][1]]
