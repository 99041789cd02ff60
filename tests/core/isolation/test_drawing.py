"""Pages drawn in the reading process."""

import os
import signal

import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.isolation.drawing import MAX_PIXELS
from desktop.core.isolation.process import ReadingProcess

WHITE, RED, BLUE = b"\xff\xff\xff", b"\xff\x00\x00", b"\x00\x00\xff"


def two_pages(width: int = 101, height: int = 60) -> bytes:
    """Return a PDF of a page red at the top and blue below, and of a white one."""
    content = f"1 0 0 rg 0 {height // 2} {width} {height} re f 0 0 1 rg 0 0 {width} {height // 2} re f"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]"
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>endobj\n"
        f"3 0 obj{page}/Contents 4 0 R>>endobj\n"
        f"4 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj\n"
        f"5 0 obj{page}>>endobj\ntrailer<</Root 1 0 R>>"
    ).encode()


def test_a_page_is_drawn_in_rows_without_padding(reading: ReadingProcess) -> None:
    image = reading.render(two_pages(), 1, 1.0)
    assert (image.width, image.height, len(image.pixels)) == (101, 60, 101 * 60 * 3)
    assert image.pixels[:3] == RED
    assert image.pixels[-3:] == BLUE


def test_pages_are_turned_and_scaled(reading: ReadingProcess) -> None:
    data = two_pages()
    assert reading.render(data, 1, 1.0).pixels[:3] == RED
    image = reading.render(data, 2, 2.0)
    assert (image.width, image.height) == (202, 120)
    assert set(image.pixels) == {0xFF}


def test_another_document_is_drawn_after_the_first(reading: ReadingProcess) -> None:
    assert reading.render(two_pages(), 1, 1.0).width == 101
    assert reading.render(two_pages(40), 1, 1.0).width == 40


def test_drawing_goes_on_after_the_child_was_killed(reading: ReadingProcess) -> None:
    data = two_pages()
    reading.render(data, 1, 1.0)
    assert reading.pid is not None
    os.kill(reading.pid, signal.SIGKILL)
    assert reading.render(data, 2, 1.0).pixels[:3] == WHITE


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_refused(reading: ReadingProcess, page: int) -> None:
    with pytest.raises(RefusedError) as caught:
        reading.render(two_pages(), page, 1.0)
    assert caught.value.refusal.code == RefusalCode.NOT_FOUND


def test_a_huge_page_is_drawn_smaller(reading: ReadingProcess) -> None:
    image = reading.render(two_pages(14_000, 14_000), 2, 4.0)
    assert image.width * image.height <= MAX_PIXELS * 1.01


def test_what_is_no_pdf_is_refused(reading: ReadingProcess) -> None:
    with pytest.raises(RefusedError) as caught:
        reading.render(b"no pages here", 1, 1.0)
    assert caught.value.refusal.code == RefusalCode.DAMAGED
