"""Differences of a workbook that came back in words: one line each, Vietnamese or English."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import resources
from desktop.core.displays import quantity_text
from desktop.core.messages import Language, one_line
from desktop.core.workbooks.reading_back.differences import (
    FieldDifference,
    FieldState,
    FileRemark,
    RowDifference,
)
from desktop.core.workbooks.sources import place_text


@dataclass(frozen=True, slots=True)
class Sides:
    """A difference side by side: in the program, in the workbook, as the machine read it."""

    place: str
    indicator: str
    here: str
    there: str
    read: str
    said: str


class Teller:
    """Puts differences into the words of one language."""

    def __init__(self, language: Language) -> None:
        words: Mapping[str, Mapping[str, str]] = resources.toml("i18n/handed.toml")[language]
        self._fields, self._troubles, self._lines = words["field"], words["trouble"], words["line"]

    def sides(self, row: RowDifference) -> Sides:
        """Return what the two say, field by field where they differ, and why something is not taken."""
        fields = row.fields
        figure = row.known.figure
        return Sides(
            place="–" if figure is None else place_text(figure.place),
            indicator=(row.exported if figure is None else figure.effective).indicator or "–",
            here="; ".join(self._side(each, each.here) for each in fields),
            there="; ".join(self._side(each, each.there) for each in fields),
            read="–" if figure is None else quantity_text(figure.read),
            said="; ".join(self._said(row)),
        )

    def row_line(self, row: RowDifference) -> str:
        """Return a difference in one line, both sides in it."""
        sides = self.sides(row)
        line = self._line(
            "row",
            key=row.key,
            report=row.known.report,
            place=sides.place,
            indicator=sides.indicator,
            here=sides.here,
            there=sides.there,
            read=sides.read,
        )
        return self._line("row_said", row=line, said=sides.said) if sides.said else one_line(line)

    def remark_line(self, remark: FileRemark) -> str:
        """Return what is to be said of the file."""
        return self._line(remark.kind, **remark.details)

    def verdict_lines(self, row: RowDifference) -> Iterator[str]:
        """Yield a line for each field of a figure that is not what was exported, in the file or by now."""
        figure = row.known.figure
        where = {
            "report": row.known.report,
            "place": row.place if figure is None else place_text(figure.place),
            "indicator": row.exported.indicator or "–",
        }
        if row.is_misplaced:
            yield self._line("misplaced_row", row=row.place, **where)
        for each in row.fields:
            then = {"field": self._fields[each.name], "then": self._shown(each.exported)}
            if each.state is FieldState.UNREADABLE and not row.is_misplaced:
                yield self._line("unread", said=self._trouble(each), **then, **where)
            elif each.state is not FieldState.HERE and not row.is_misplaced:
                yield self._line("moved_from", now=self._shown(each.there), **then, **where)
            if each.state is not FieldState.THERE and each.here != each.exported:
                yield self._line("corrected", now=self._here(row, each), **then, **where)

    def line(self, key: str, /, **details: str) -> str:
        """Return one of the lines without a row."""
        return self._line(key, **details)

    def _said(self, row: RowDifference) -> Iterator[str]:
        if row.is_misplaced:
            yield self._lines["misplaced"]
        if row.known.is_signed and row.is_changed_there:
            yield self._lines["signed"]
        for each in row.fields:
            exported = self._shown(each.exported)
            match each.state:
                case FieldState.UNREADABLE:
                    yield self._line("refused", why=self._trouble(each))
                case FieldState.CONFLICT | FieldState.HERE:
                    yield self._line(each.state, exported=self._side(each, exported))
                case FieldState.BOTH:
                    yield self._lines["both"]
            if each.is_thousandfold:
                yield self._lines["thousandfold"]
            if each.other:
                yield self._line("other", text=each.typed, other=each.other)

    def _trouble(self, each: FieldDifference) -> str:
        if each.trouble is None:
            return ""
        return one_line(self._troubles[each.trouble].format(place=each.place, text=each.there))

    def _here(self, row: RowDifference, each: FieldDifference) -> str:
        return self._lines["gone"] if row.known.figure is None else self._shown(each.here)

    def _side(self, each: FieldDifference, text: str) -> str:
        return self._line("side", name=self._fields[each.name], text=self._shown(text))

    def _shown(self, text: str) -> str:
        return text or self._lines["nothing"]

    def _line(self, key: str, /, **details: str) -> str:
        return one_line(self._lines[key].format(**details))
