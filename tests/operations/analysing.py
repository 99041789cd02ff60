"""An analyser inside the tests' own process: a rule simple enough to foresee what it finds."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from desktop.core.documents import Block, BlockKind, Document, Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.extraction.numbers import RUN, parse_number
from desktop.core.extraction.result import Extraction
from desktop.core.figures import Figure, Kind, Reading
from desktop.core.isolation.analysis import Analysis
from desktop.core.isolation.process import CancelledError
from desktop.core.layouts import pack
from desktop.core.lettering.encoding import Encoding
from desktop.core.places import Place
from desktop.core.sections import LedgerEntry, LedgerKind, Section

TEXT = (
    "I. Kinh tế\n"
    "Thu ngân sách 6,3 tỷ đồng, tăng 20-25% so với cùng kỳ.\n"
    "II. Xã hội\n"
    "1. An ninh\n"
    "Đến ngày 05/04/2021 có 218 vụ, giảm 5,2% so với quý trước; mã 77/88.\n"
    "2. Y tế\n"
    "Có 13.160 tài khoản, trong đó hai vụ.\n"
)

_FIGURE = re.compile(r"([0-9]+(?:[.,][0-9]+)*(?:-[0-9]+)?) ?(tỷ đồng|%|vụ|tài khoản)")
_HEADING = re.compile(r"^(?:([IVX]+)|[0-9]+)\. .*$", re.MULTILINE)


class TextAnalyser:
    """Finds numbers with a unit, dates, ordinals of headings; what is left stays open."""

    def analyse(
        self,
        path: Path,
        *,
        lettering: Encoding | None = None,
        on_progress: Callable[[float], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Analysis:
        if is_cancelled and is_cancelled():
            raise CancelledError
        if not path.exists():
            raise refuse(RefusalCode.NOT_FOUND, path.name)
        if on_progress:
            on_progress(1.0)
        return analysis_of(path.read_bytes(), path.name)


class FixedAnalyser(TextAnalyser):
    """Hands out one analysis, whatever the file."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    @override
    def analyse(
        self,
        path: Path,
        *,
        lettering: Encoding | None = None,
        on_progress: Callable[[float], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Analysis:
        return self._analysis


def analysis_of(data: bytes, name: str) -> Analysis:
    """Return the analysis of a text file."""
    text = data.decode()
    document = Document(Format.TXT, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    return Analysis(
        digest=hashlib.sha256(data).hexdigest(),
        name=name,
        data=data,
        text=text,
        layout=pack(document),
        extraction=extraction_of(text),
        format=Format.TXT,
    )


def extraction_of(text: str) -> Extraction:
    """Return what the rule finds in `text`."""
    figures = tuple(_figure(match) for match in _FIGURE.finditer(text))
    claimant = {
        offset: index
        for index, figure in enumerate(figures)
        for offset in range(figure.place.start, figure.place.end)
    }
    ledger = tuple(_entry(match, claimant.get(match.start())) for match in RUN.finditer(text))
    return Extraction(figures, ledger, tuple(_sections(text)), "Báo cáo", "2021-Q1")


def _figure(match: re.Match[str]) -> Figure:
    value = parse_number(match[1])
    assert value is not None
    kind = Kind.CHANGE if match[2] == "%" else Kind.LEVEL
    place = Place(match.start(), match.end())
    return Figure(place, match[0], Reading(value, match[2], kind, indicator="chỉ tiêu"), ("I",), 0.9)


def _entry(match: re.Match[str], figure: int | None) -> LedgerEntry:
    if figure is not None:
        kind = LedgerKind.FIGURE
    elif match[0].count("/") == 2:
        kind = LedgerKind.DATE
    else:
        is_heading = match.start() == 0 or match.string[match.start() - 1] == "\n"
        kind = LedgerKind.ORDINAL if is_heading else LedgerKind.OPEN
    return LedgerEntry(match.start(), match.end(), kind, figure)


def _sections(text: str) -> list[Section]:
    matches = list(_HEADING.finditer(text))
    levels = [1 if match[1] else 2 for match in matches]
    found: list[Section] = []
    for index, match in enumerate(matches):
        after = (
            m.start()
            for m, level in zip(matches, levels, strict=True)
            if m.start() > match.start() and level <= levels[index]
        )
        parent = next((i for i in reversed(range(index)) if levels[i] < levels[index]), None)
        found.append(Section(match[0], levels[index], match.start(), next(after, len(text)), parent))
    return found
