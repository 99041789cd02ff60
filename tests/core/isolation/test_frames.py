"""Frames and the extractions in them come through a pipe as they were."""

import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.extraction.result import Extraction
from desktop.core.figures import Base, Figure, Kind, Qualifier, Reading, Value
from desktop.core.isolation.extraction_frames import ROWS_PER_FRAME, ExtractionAssembly, frames_of
from desktop.core.isolation.frames import Frame, read_frame, write_frame
from desktop.core.places import Box, Place
from desktop.core.sections import LedgerEntry, LedgerKind, Section

FIGURE = Figure(
    Place(3, 9, page=2, boxes=(Box(1.0, 2.0, 3.5, 4.25),)),
    "5,2%",
    Reading(Value(Decimal("-5.2")), "%", Kind.CHANGE, Base.SAME_PERIOD, "số vụ", Qualifier.ABOUT, "2021-Q1"),
    ("II. Y tế", "1."),
    0.93,
)
CELL_FIGURE = Figure(
    Place(20, 25, sheet="16.CPI", cell="C12"),
    "3/5",
    Reading(Value(Decimal(3), of=Decimal(5))),
    other=Value(Decimal("3.5")),
    shown="3,0/5",
)


def sent(frame: Frame) -> bytes:
    stream = io.BytesIO()
    write_frame(stream, frame)
    return stream.getvalue()


@given(st.text(max_size=20), st.binary(max_size=200))
def test_a_frame_comes_through_as_it_was(text: str, body: bytes) -> None:
    frame = Frame("job", {"name": text, "page": 3}, body)
    assert read_frame(io.BytesIO(sent(frame))) == frame


def test_every_cut_of_a_frame_is_the_end_of_the_talk() -> None:
    whole = sent(Frame("text", {"a": 1}, b"body"))
    assert all(read_frame(io.BytesIO(whole[:length])) is None for length in range(len(whole)))


@pytest.mark.parametrize("noise", [b"\xff" * 64, b"\0\0\0\x02\0\0\0\0\0\0\0\0no"])
def test_noise_is_no_frame(noise: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_frame(io.BytesIO(noise))


def test_an_extraction_comes_through_in_frames_of_bounded_size() -> None:
    ledger = tuple(LedgerEntry(n, n + 1, LedgerKind.FIGURE, n, "A", "B2") for n in range(ROWS_PER_FRAME + 1))
    sections = (Section("I. Kinh tế", 1, 0, 90), Section("1. Lúa", 2, 5, 20, parent=0))
    told = ("Báo cáo", "2021-Q1", "Cục Thống kê", "Bắc Ninh")
    extraction = Extraction((FIGURE, CELL_FIGURE), ledger, sections, *told)
    assembly = ExtractionAssembly()
    frames = list(frames_of(extraction))
    for frame in frames:
        assembly.add(frame)
    assert assembly.extraction() == extraction
    assert all(len(json.loads(frame.body)) <= ROWS_PER_FRAME for frame in frames if frame.body)


def test_an_empty_extraction_comes_through() -> None:
    assembly = ExtractionAssembly()
    for frame in frames_of(Extraction((), (), ())):
        assembly.add(frame)
    assert assembly.extraction() == Extraction((), (), ())


def test_a_frame_of_another_kind_is_no_extraction() -> None:
    with pytest.raises(ValueError, match="unexpected frame: text"):
        ExtractionAssembly().add(Frame("text"))
