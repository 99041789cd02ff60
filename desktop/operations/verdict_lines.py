"""One line of a file of verdicts, checked: where, what, and the fields it says."""

import json
import re
from dataclasses import dataclass, field, replace
from typing import Any

from db.queries.figures import storable_reading
from desktop.core.errors import RefusalCode, RefusedError, refuse
from desktop.core.figures import Base, Kind, Qualifier, Reading, Value, Verdict
from desktop.core.places import Place
from desktop.operations.reviewing import is_reason

ADDED = "added"
_VERDICTS = (*(str(verdict) for verdict in Verdict), ADDED)
_TEXT_FIELDS = ("unit", "indicator", "period")
_CHOICES = {"kind": Kind, "base": Base, "qualifier": Qualifier}
_DECIMAL = re.compile(r"-?[0-9]{1,200}(\.[0-9]{1,200})?")


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """What a line says. Either `start` or `sheet` and `cell` say where; `said` holds the reading's fields."""

    report: str
    verdict: str
    start: int | None = None
    end: int | None = None
    sheet: str = ""
    cell: str = ""
    reason: str = ""
    note: str | None = None
    said: dict[str, Any] = field(default_factory=dict)

    @property
    def place_text(self) -> str:
        """Return the place as the line gives it."""
        return f"{self.sheet}!{self.cell}" if self.start is None else str(self.start)

    def fits(self, place: Place) -> bool:
        """Tell whether a figure at `place` is meant."""
        has_start = self.start is None or place.start == self.start
        return has_start and (self.end is None or place.end == self.end)

    def corrected(self, reading: Reading, subject: str) -> Reading:
        """Return `reading` with the line's fields in place of its own."""
        if "value_high" in self.said and "value" not in self.said:
            raise _invalid(subject, "value_high", self.said["value_high"])
        changed = {name: value for name, value in self.said.items() if name != "value_high"}
        if "value" in changed:
            changed["value"] = self._value(subject)
        return storable_reading(replace(reading, **changed))

    def new_reading(self, subject: str) -> Reading:
        """Return the reading of a figure that is added."""
        return self.corrected(Reading(self._value(subject)), subject)

    def check_agrees(self, reading: Reading, subject: str) -> None:
        """Refuse to accept another value than the line names: the script has seen something else."""
        if "value" in self.said and self._value(subject) != reading.value:
            raise _invalid(subject, "value", f"{self.said['value']} ≠ {reading.value}")

    def _value(self, subject: str) -> Value:
        low, high = self.said.get("value"), self.said.get("value_high")
        parts = str(low).split("/") if high is None else [str(low), str(high)]
        if len(parts) > 2 or not all(_DECIMAL.fullmatch(part) for part in parts):
            raise _invalid(subject, "value", low if high is None else f"{low}..{high}")
        value = Value.parse(("/" if high is None else "..").join(parts))
        if value.of is not None and not value.of:
            raise _invalid(subject, "value", low)
        return value


def parse_line(line: str, subject: str) -> VerdictLine:
    """Return what the line says; raise RefusedError, naming the field, where that is no verdict.

    Keys that mean nothing here are passed over, so that a line of `extract` will do with a verdict added.
    """
    try:
        # Decimals stay as they are written: a float would round them.
        entries = json.loads(line, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise _invalid(subject, "json", error) from error
    if not isinstance(entries, dict):
        raise _invalid(subject, "json", type(entries).__name__)
    return _line({key: entry for key, entry in entries.items() if entry is not None}, subject)


def _line(entries: dict[str, Any], subject: str) -> VerdictLine:
    line = VerdictLine(
        report=_text(entries, "report", subject),
        verdict=_text(entries, "verdict", subject),
        start=_offset(entries, "start", subject),
        end=_offset(entries, "end", subject),
        sheet=_text(entries, "sheet", subject),
        cell=_text(entries, "cell", subject),
        reason=_text(entries, "reason", subject),
        note=_text(entries, "note", subject) if "note" in entries else None,
        said=_said(entries, subject),
    )
    if line.verdict not in _VERDICTS:
        raise _invalid(subject, "verdict", line.verdict)
    if not line.report:
        raise _invalid(subject, "report", "")
    if line.start is None and not (line.sheet and line.cell):
        raise _invalid(subject, "start", "")
    if line.verdict == Verdict.DISMISSED and not is_reason(line.reason):
        raise _invalid(subject, "reason", line.reason)
    return line


def _said(entries: dict[str, Any], subject: str) -> dict[str, Any]:
    said: dict[str, Any] = {name: _text(entries, name, subject) for name in _TEXT_FIELDS if name in entries}
    for name, words in _CHOICES.items():
        if name in entries:
            try:
                said[name] = words(entries[name])
            except ValueError as error:
                raise _invalid(subject, name, entries[name]) from error
    for name in ("value", "value_high"):
        if name in entries:
            said[name] = _number_text(entries, name, subject)
    return said


def _text(entries: dict[str, Any], name: str, subject: str) -> str:
    text = entries.get(name, "")
    if not isinstance(text, str):
        raise _invalid(subject, name, text)
    return text


def _number_text(entries: dict[str, Any], name: str, subject: str) -> str:
    number = entries[name]
    if isinstance(number, bool) or not isinstance(number, int | str):
        raise _invalid(subject, name, number)
    return str(number)


def _offset(entries: dict[str, Any], name: str, subject: str) -> int | None:
    offset = entries.get(name)
    if offset is None:
        return None
    if isinstance(offset, bool) or not isinstance(offset, int) or not 0 <= offset < 2**31 - 1:
        raise _invalid(subject, name, offset)
    return offset


def _invalid(subject: str, name: str, what: object) -> RefusedError:
    return refuse(RefusalCode.VERDICT_INVALID, subject, error=f"{name}: {what}"[:200])
