"""The evidence of a row in words: report, section, places, and where the sheet "Số liệu" tells more."""

import re
from collections.abc import Sequence

from desktop.core.places import Place
from desktop.core.workbooks.indicators import IndicatorRow

_LONGEST_TITLE, _LONGEST_NAME = 40, 28
_PASSAGE = 400
_HEADING_NUMBER = re.compile(
    r"\s*([IVXLC]+|[0-9]+(?:\.[0-9]+)*|[A-Za-zĐđ])(?:[.)]\s*|\s*[-–/:]\s+)(?=[^\W\d])"
)


def source_text(row: IndicatorRow, report: str, section: str, numbers: Sequence[int]) -> str:
    """Return the evidence of a row whose figures stand in the list as `numbers`."""
    number, title = heading_parts(section)
    heading = f"mục {number}" if number else _shortened(title)
    if row.lead.place.sheet is not None:
        heading = ""
    parts = (_shortened_name(report), heading, _places_text(row), row_numbers_text(numbers).lower())
    return "; ".join(part for part in parts if part)


def heading_parts(title: str) -> tuple[str, str]:
    """Return a heading's own number and the rest: "15. Quốc phòng" is ("15", "Quốc phòng")."""
    match = _HEADING_NUMBER.match(title)
    if match is None:
        return "", title.strip()
    return match[1], title[match.end() :].strip()


def place_text(place: Place) -> str:
    """Return a place as a person looks it up: the cell, or the page and the offsets in the text."""
    if place.sheet is not None:
        return f"{place.sheet}!{place.cell}"
    offsets = f"ký tự {place.start}–{place.end}"
    return f"trang {place.page}, {offsets}" if place.page is not None else offsets


def row_numbers_text(numbers: Sequence[int]) -> str:
    """Return which figures of the list are meant: "Số liệu 31–33, 40"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "Số liệu " + ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _places_text(row: IndicatorRow) -> str:
    """Return the places of all figures; what they share with the one before is said once."""
    told: list[str] = []
    last = ""
    for text in dict.fromkeys(place_text(place) for place in _joined_places(row)):
        lead, sign, rest = text.rpartition("!" if "!" in text else " ")
        told.append(rest if lead + sign == last else text)
        last = lead + sign
    return ", ".join(told)


def _joined_places(row: IndicatorRow) -> list[Place]:
    """Return one place where all figures stand in the same passage, else the place of each."""
    places = sorted((figure.place for figure in row.figures), key=lambda place: place.start)
    start, end = min(place.start for place in places), max(place.end for place in places)
    is_one_passage = end - start <= _PASSAGE and len({(place.page, place.sheet) for place in places}) == 1
    if is_one_passage and places[0].sheet is None:
        return [Place(start, end, places[0].page)]
    return places


def _shortened_name(name: str) -> str:
    """Return a file's name with the middle of a long one left out; the sheet "Số liệu" has it in full."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:12]}…{name[13 - _LONGEST_NAME :]}"


def _shortened(title: str) -> str:
    line = " ".join(title.split())
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;.") + "…"
