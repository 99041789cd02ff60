"""Which cell of a form takes which figure: kept as readable JSON beside the form, and read back strictly."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.core.errors import RefusalCode, refuse
from desktop.core.figures import Base, Kind
from desktop.core.workbooks.forms.cell_ranges import range_of

FORMAT = "doichieu-form-mapping"
VERSION = 1
SIDECAR_ENDING = ".doichieu.json"
"""What is added to a form's file name for the file that its mapping is kept in."""

_TEXTS = ("indicator", "unit", "kind", "base", "period", "section", "tag", "label")
_TARGETS = ("sheet", "cell", "name")


@dataclass(frozen=True, slots=True)
class Selector:
    """Which figure is meant, in words that hold for the next report as well.

    `unit` is the one that is wanted in the form; `period` a Relation to the report's period, or a period;
    `section` and `tag`, where they are given, narrow the choice: a heading above the figure, a tag in force.
    """

    indicator: str
    unit: str = ""
    kind: Kind = Kind.LEVEL
    base: Base = Base.NONE
    period: str = "report"
    section: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A cell by sheet and name ("C12"), or by the name that the workbook defines for it."""

    sheet: str = ""
    cell: str = ""
    name: str = ""

    def __str__(self) -> str:
        """Return the target as a person cites it: "Biểu 1!C12", or the defined name."""
        return self.name or f"{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class CellMapping:
    """A cell and the figure it takes; `label` is what stood beside and above it when it was mapped.

    `confidence`, from 0 to 1, is that of a proposal, None where a clerk has said it.
    """

    target: Target
    selector: Selector
    label: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class FormMapping:
    """The mapped cells of a form; `structure` is the digest of the form as it was mapped."""

    form: str = ""
    structure: str = ""
    cells: tuple[CellMapping, ...] = ()

    def with_cell(self, mapping: CellMapping) -> "FormMapping":
        """Return the mapping with a cell added, in place of what was said of it before."""
        kept = [each for each in self.cells if each.target != mapping.target]
        return replace(self, cells=(*kept, mapping))

    def without(self, target: Target) -> "FormMapping":
        """Return the mapping without a cell."""
        return replace(self, cells=tuple(each for each in self.cells if each.target != target))

    @property
    def confirmed(self) -> "FormMapping":
        """Return what a clerk has said, proposals left out."""
        return replace(self, cells=tuple(each for each in self.cells if each.confidence is None))

    def of(self, target: Target) -> CellMapping | None:
        """Return what is said of a cell."""
        return next((each for each in self.cells if each.target == target), None)


def mapping_text(mapping: FormMapping) -> str:
    """Return a mapping as JSON that a person can read and change."""
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "form": mapping.form,
            "structure": mapping.structure,
            "cells": [_cell_fields(cell) for cell in mapping.cells],
        },
        ensure_ascii=False,
        indent=2,
    )


def mapping_from(text: str, name: str) -> FormMapping:
    """Return the mapping in `text`; raise RefusedError (mapping_invalid, mapping_newer)."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise refuse(RefusalCode.MAPPING_INVALID, name, error=str(error)) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise refuse(RefusalCode.MAPPING_INVALID, name, error=f"format ≠ {FORMAT}")
    if not isinstance(told.get("version"), int) or told["version"] > VERSION:
        raise refuse(RefusalCode.MAPPING_NEWER, name)
    cells = told.get("cells")
    if not isinstance(cells, list):
        raise refuse(RefusalCode.MAPPING_INVALID, name, error="cells")
    if not isinstance(told.get("form", ""), str) or not isinstance(told.get("structure", ""), str):
        raise refuse(RefusalCode.MAPPING_INVALID, name, error="form, structure")
    read: list[CellMapping] = []
    for number, cell in enumerate(cells, 1):
        try:
            read.append(_cell_from(cell))
        except ValueError as error:
            raise refuse(RefusalCode.MAPPING_INVALID, name, error=f"cells[{number}]: {error}") from error
    return FormMapping(_text(told, "form"), _text(told, "structure"), tuple(read))


def _cell_fields(mapping: CellMapping) -> dict[str, str | float]:
    target, selector = mapping.target, mapping.selector
    where = {"name": target.name} if target.name else {"sheet": target.sheet, "cell": target.cell}
    what = {name: str(getattr(selector, name)) for name in _TEXTS if name != "label"}
    fields: dict[str, str | float] = {**where, "label": mapping.label, **what}
    if mapping.confidence is not None:
        fields["confidence"] = round(mapping.confidence, 2)
    return fields


def _cell_from(told: object) -> CellMapping:
    """Return a cell's mapping; raise ValueError, saying what is wrong with it."""
    if not isinstance(told, dict):
        raise ValueError("{}")
    texts = {name: _text(told, name) for name in (*_TARGETS, *_TEXTS)}
    target = Target(texts["sheet"], texts["cell"].replace("$", "").upper(), texts["name"])
    if not target.name and (not target.sheet or range_of(target.cell) is None):
        raise ValueError(f"cell “{texts['cell']}”")
    if not texts["indicator"].strip():
        raise ValueError("indicator “”")
    selector = Selector(
        indicator=texts["indicator"],
        unit=texts["unit"],
        kind=Kind(texts["kind"] or "level"),
        base=Base(texts["base"]),
        period=texts["period"] or "report",
        section=texts["section"],
        tag=texts["tag"],
    )
    confidence = told.get("confidence")
    return CellMapping(
        target, selector, texts["label"], float(confidence) if isinstance(confidence, int | float) else None
    )


def _text(told: Mapping[str, object], name: str) -> str:
    value = told.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name} “{value}”")
    return value
