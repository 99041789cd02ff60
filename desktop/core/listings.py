"""Figures as lines of text for the command line: JSON, CSV, or a table that fits a terminal."""

import csv
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from io import StringIO
from itertools import chain
from typing import Any

from desktop.core.displays import reading_text
from desktop.core.documents import Page
from desktop.core.extraction.result import Extraction
from desktop.core.figures import Base, Figure, Kind, Qualifier, plain
from desktop.core.messages import Language, language_of_environment
from desktop.core.places import Place
from desktop.core.sections import LedgerEntry, LedgerKind
from desktop.core.terminal_tables import Column, table_lines

FIGURE_KEYS = (
    *("start", "end", "text", "value", "value_high", "unit", "kind", "base", "indicator", "qualifier"),
    *("period", "section", "page", "boxes", "sheet", "cell", "shown", "confidence", "other"),
)

_CLAIMED = (LedgerKind.FIGURE, LedgerKind.PART)
_DIGIT = re.compile("[0-9]")
_PLAIN_LETTERS = json.JSONEncoder(ensure_ascii=False)
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUALIFIER_SIGNS = {Qualifier.NONE: "", Qualifier.ABOUT: "≈ ", Qualifier.OVER: "> ", Qualifier.UNDER: "< "}
_HEADINGS = {
    Language.VIETNAMESE: ("Vị trí", "Giá trị", "Đơn vị", "Loại", "Chỉ tiêu", "Tin cậy"),
    Language.ENGLISH: ("Place", "Value", "Unit", "Kind", "Indicator", "Conf."),
}
_COLUMNS = (
    Column(18),
    Column(20, is_right=True),
    Column(20),
    Column(14),
    Column(None),
    Column(7, is_right=True),
)
_KIND_WORDS: dict[str, tuple[str, str]] = {
    Kind.LEVEL: ("", ""),
    Kind.SHARE: ("tỷ trọng", "share"),
    Kind.CHANGE: ("tăng, giảm", "change"),
    Kind.RATIO: ("tỷ lệ", "ratio"),
    Base.SAME_PERIOD: ("cùng kỳ", "same period"),
    Base.PREVIOUS: ("kỳ trước", "previous"),
    Base.PLAN: ("kế hoạch", "plan"),
    Base.YEAR_START: ("đầu năm", "year start"),
    Base.OTHER: ("mốc khác", "other base"),
    LedgerKind.DATE: ("(ngày tháng)", "(date)"),
    LedgerKind.PERIOD: ("(thời gian)", "(period)"),
    LedgerKind.LEGAL: ("(số văn bản)", "(legal)"),
    LedgerKind.ORDINAL: ("(thứ tự)", "(ordinal)"),
    LedgerKind.NAME: ("(tên gọi)", "(name)"),
    LedgerKind.FURNITURE: ("(ngoài bài)", "(furniture)"),
    LedgerKind.OPEN: ("(chưa rõ)", "(open)"),
}


def lines(
    extraction: Extraction,
    text: str,
    form: str,
    *,
    file: str = "",
    has_ledger: bool = False,
    has_header: bool = True,
    pages: Sequence[Page] = (),
) -> Iterator[str]:
    """Return the lines of an extraction as "jsonl", "csv" or "table", without line feeds at their ends.

    `file` names the source where several are listed together; with `has_ledger` the runs of digits that no
    figure claims stand among the figures, in text order, with the page on which `pages` has them.

    As "jsonl", figures whose text holds no digit ("hai mươi ba xã") come after all others, again in text
    order: who goes along the text from one run of digits to the next is not disturbed by them.
    """
    ledger = extraction.ledger if has_ledger else ()
    if form == "table":
        return as_table(extraction.figures, ledger, text)
    in_digits, in_words = _parted(extraction.figures) if form == "jsonl" else (extraction.figures, ())
    aside = ledger_records(ledger, text, pages)
    records = chain(
        merge(map(figure_record, in_digits), aside, key=lambda record: record["start"]),
        map(figure_record, in_words),
    )
    named = ({"file": file} | record for record in records) if file else records
    if form == "jsonl":
        return as_jsonl(named)
    return as_csv(named, ("file", *FIGURE_KEYS) if file else FIGURE_KEYS, has_header=has_header)


def figure_record(figure: Figure) -> dict[str, Any]:
    """Return a figure by the documented keys; numbers are decimal strings, a fraction stands as "3/5".

    `value_high` is there only for a range, page and boxes only for a paged source, sheet and cell only for a
    workbook, with `shown`, what the cell shows of the full number. `other` is there only where the number can
    be read two ways: the value by the second one in its canonical form, "1.234", "20..25" or "3/5".
    """
    reading, value = figure.reading, figure.reading.value
    number = plain(value.number)
    record: dict[str, Any] = {"start": figure.place.start, "end": figure.place.end, "text": figure.text}
    record["value"] = number if value.of is None else f"{number}/{plain(value.of)}"
    if value.high is not None:
        record["value_high"] = plain(value.high)
    told = {"other": str(figure.other)} if figure.other is not None else {}
    return record | {
        "unit": reading.unit,
        "kind": str(reading.kind),
        "base": str(reading.base),
        "indicator": reading.indicator,
        "qualifier": str(reading.qualifier),
        "period": reading.period,
        "section": " > ".join(figure.section),
        **_where(figure.place),
        **({"shown": figure.shown or figure.text} if figure.place.sheet is not None else {}),
        "confidence": round(figure.confidence, 4),
        **told,
    }


def ledger_records(
    ledger: Iterable[LedgerEntry], text: str, pages: Sequence[Page] = ()
) -> Iterator[dict[str, Any]]:
    """Yield the runs of digits that no figure claims: where each stands, the digits, and its kind."""
    starts = [page.start for page in pages]
    for entry in ledger:
        if entry.kind in _CLAIMED:
            continue
        before = bisect_right(starts, entry.start)
        number = pages[before - 1].number if before else None
        place = Place(entry.start, entry.end, number, sheet=entry.sheet, cell=entry.cell)
        digits = text[entry.start : entry.end]
        record = {"start": entry.start, "end": entry.end, "text": digits, "kind": str(entry.kind)}
        yield record | {name: told for name, told in _where(place).items() if name != "boxes"}


def as_jsonl(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield each record as one line of JSON, in plain letters; only halves of letters are escaped."""
    for record in records:
        line = _PLAIN_LETTERS.encode(record)
        yield json.dumps(record) if _SURROGATE.search(line) else line


def as_csv(
    records: Iterable[dict[str, Any]], keys: Sequence[str], *, has_header: bool = True
) -> Iterator[str]:
    """Yield each record as one row of comma-separated values, after a header of all keys."""
    if has_header:
        yield ",".join(keys)
    for record in records:
        row = StringIO(newline="")
        csv.writer(row, lineterminator="").writerow([_csv_text(record.get(key)) for key in keys])
        yield row.getvalue()


def as_table(
    figures: Iterable[Figure],
    ledger: Iterable[LedgerEntry],
    text: str,
    *,
    width: int | None = None,
    language: Language | None = None,
) -> Iterator[str]:
    """Yield a table of aligned columns, `width` letters wide at most (None: as wide as the terminal)."""
    language = language_of_environment() if language is None else language
    at = 1 if language is Language.ENGLISH else 0
    rows = [(figure.place.start, _figure_row(figure, at)) for figure in figures]
    aside = [(entry.start, _ledger_row(entry, text, at)) for entry in ledger if entry.kind not in _CLAIMED]
    ordered = [row for _, row in merge(rows, aside, key=lambda placed: placed[0])]
    return table_lines(_HEADINGS[language], ordered, _COLUMNS, width)


def _parted(figures: Sequence[Figure]) -> tuple[Sequence[Figure], Sequence[Figure]]:
    """Return the figures whose text holds a digit, and those written in words alone."""
    in_words = [figure for figure in figures if not _DIGIT.search(figure.text)]
    in_digits = [figure for figure in figures if _DIGIT.search(figure.text)] if in_words else figures
    return in_digits, in_words


def _where(place: Place) -> dict[str, Any]:
    """Return page and boxes of a paged source, sheet and cell of a workbook, nothing of a plain text."""
    if place.sheet is not None:
        return {"sheet": place.sheet, "cell": place.cell}
    if place.page is None:
        return {}
    boxes = [[round(side, 2) for side in (box.x0, box.y0, box.x1, box.y1)] for box in place.boxes]
    return {"page": place.page, "boxes": boxes}


def _csv_text(value: object) -> str:
    if value is None:
        return ""
    text = json.dumps(value) if isinstance(value, list) else str(value)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _figure_row(figure: Figure, language: int) -> tuple[str, ...]:
    reading = figure.reading
    measured = _KIND_WORDS[reading.base or reading.kind][language]
    value = _QUALIFIER_SIGNS[reading.qualifier] + reading_text(reading)
    confidence = f"{figure.confidence:.2f}".replace(".", "." if language else ",")
    return str(figure.place), value, reading.unit, measured, reading.indicator, confidence


def _ledger_row(entry: LedgerEntry, text: str, language: int) -> tuple[str, ...]:
    place = Place(entry.start, entry.end, sheet=entry.sheet, cell=entry.cell)
    return str(place), text[entry.start : entry.end], "", _KIND_WORDS[entry.kind][language], "", ""
