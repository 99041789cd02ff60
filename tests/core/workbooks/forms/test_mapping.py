"""A mapping is readable JSON, read back as it was, and strictly."""

import json

import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Base, Kind
from desktop.core.workbooks.forms.mapping import (
    CellMapping,
    FormMapping,
    Selector,
    Target,
    mapping_from,
    mapping_text,
)

CHANGE = Selector("Thu ngân sách", "%", Kind.CHANGE, Base.SAME_PERIOD, "year_before", "II. Thu", "kinh_te")
MAPPING = FormMapping(
    "bieu.xlsx",
    "ab12",
    (
        CellMapping(Target("Biểu 1", "C3"), Selector("Thu", "triệu đồng"), "Thu | Kỳ báo cáo"),
        CellMapping(Target(name="TongThu"), CHANGE, "", 0.87),
    ),
)


def test_mapping_is_read_back_as_it_was() -> None:
    assert mapping_from(mapping_text(MAPPING), "x") == MAPPING


def test_mapping_is_for_people_to_read() -> None:
    told = json.loads(mapping_text(MAPPING))
    assert told["cells"][0]["indicator"] == "Thu"
    assert told["cells"][1]["name"] == "TongThu"
    assert "Biểu 1" in mapping_text(MAPPING)


def test_cell_is_mapped_once() -> None:
    other = CellMapping(Target("Biểu 1", "C3"), Selector("Chi"))
    assert MAPPING.with_cell(other).of(other.target) == other
    assert len(MAPPING.with_cell(other).cells) == 2
    assert MAPPING.without(other.target).cells == MAPPING.cells[1:]
    assert MAPPING.confirmed.cells == MAPPING.cells[:1]


def _told(**changes: object) -> str:
    cell = {"sheet": "A", "cell": "c3", "indicator": "Thu"} | changes
    return json.dumps({"format": "doichieu-form-mapping", "version": 1, "cells": [cell]})


def test_fields_that_are_left_out_have_their_usual_meaning() -> None:
    [cell] = mapping_from(_told(), "x").cells
    assert cell == CellMapping(Target("A", "C3"), Selector("Thu", period="report"))


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("{", RefusalCode.MAPPING_INVALID, "line 1"),
        ("[" * 100_000, RefusalCode.MAPPING_INVALID, ""),
        ("[]", RefusalCode.MAPPING_INVALID, "format"),
        ('{"format": "doichieu-form-mapping", "version": 2}', RefusalCode.MAPPING_NEWER, ""),
        ('{"format": "doichieu-form-mapping", "version": 1}', RefusalCode.MAPPING_INVALID, "cells"),
        (
            '{"format": "doichieu-form-mapping", "version": 1, "form": 3, "cells": []}',
            RefusalCode.MAPPING_INVALID,
            "form",
        ),
        (_told(cell="C0"), RefusalCode.MAPPING_INVALID, "cells[1]: cell “C0”"),
        (_told(sheet=""), RefusalCode.MAPPING_INVALID, "cells[1]"),
        (_told(indicator=" "), RefusalCode.MAPPING_INVALID, "indicator"),
        (_told(indicator=None), RefusalCode.MAPPING_INVALID, "indicator"),
        (_told(kind="much"), RefusalCode.MAPPING_INVALID, "much"),
        (_told(base="much"), RefusalCode.MAPPING_INVALID, "much"),
    ],
)
def test_what_is_no_mapping_is_refused_by_name(text: str, code: RefusalCode, named: str) -> None:
    with pytest.raises(RefusedError) as caught:
        mapping_from(text, "bieu.xlsx.doichieu.json")
    assert caught.value.refusal.code is code
    assert named in caught.value.refusal.details.get("error", "")
