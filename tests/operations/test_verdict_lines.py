"""What a line may say, and what is refused with the name of the field."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.figures import Base, Kind, Reading, Value
from desktop.operations.verdict_lines import parse_line

GOOD: dict[str, object] = {"report": "a.txt", "start": 5, "verdict": "corrected", "value": "218"}
READ = Reading(Value(Decimal(1)), "vụ", Kind.CHANGE, Base.PLAN, "số vụ")


def _corrected(**entries: object) -> Reading:
    return parse_line(json.dumps(GOOD | entries), "v:1").corrected(READ, "v:1")


def _error(line: str) -> str:
    with pytest.raises(RefusedError) as caught:
        parse_line(line, "v:1").new_reading("v:1")
    assert caught.value.refusal.code is RefusalCode.VERDICT_INVALID
    assert caught.value.refusal.subject == "v:1"
    return caught.value.refusal.details["error"]


@pytest.mark.parametrize(
    ("entries", "value"),
    [
        ({"value": "13160"}, Value(Decimal(13160))),
        ({"value": "-5.20"}, Value(Decimal("-5.2"))),
        ({"value": 7}, Value(Decimal(7))),
        ({"value": "20", "value_high": "25"}, Value(Decimal(20), Decimal(25))),
        ({"value": "3/5"}, Value(Decimal(3), of=Decimal(5))),
        ({"value": "1", "value_high": None}, Value(Decimal(1))),
    ],
)
def test_value_is_read_exactly(entries: dict[str, object], value: Value) -> None:
    assert _corrected(**entries).value == value


def test_decimal_written_as_a_json_number_is_not_rounded() -> None:
    line = '{"report": "a", "start": 1, "verdict": "added", "value": 0.1000000000000000055511151231257827}'
    assert str(parse_line(line, "v").new_reading("v").value) == "0.1000000000000000055511151231257827"


def test_only_what_the_line_says_is_corrected() -> None:
    assert _corrected(unit="lần", base="same_period") == Reading(
        Value(Decimal(218)), "lần", Kind.CHANGE, Base.SAME_PERIOD, "số vụ"
    )


def test_keys_that_mean_nothing_here_are_passed_over() -> None:
    assert _corrected(text="218 vụ", boxes=[[1, 2, 3, 4]], confidence=0.9).value == Value(Decimal(218))


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"value": None}, "value"),
        ({"value": "1.234,5"}, "value"),
        ({"value": "1e5"}, "value"),
        ({"value": "NaN"}, "value"),
        ({"value": "3/0"}, "value"),
        ({"value": "1/2/3"}, "value"),
        ({"value": "3/5", "value_high": "4"}, "value"),
        ({"value": True}, "value"),
        ({"value": ["1"]}, "value"),
        ({"kind": "levels"}, "kind"),
        ({"kind": []}, "kind"),
        ({"base": "last"}, "base"),
        ({"qualifier": 1}, "qualifier"),
        ({"unit": 1}, "unit"),
        ({"start": -1}, "start"),
        ({"start": "5"}, "start"),
        ({"start": True}, "start"),
        ({"start": 2**31}, "start"),
        ({"start": None}, "start"),
        ({"start": None, "sheet": "CPI"}, "start"),
        ({"end": 1.5}, "end"),
        ({"verdict": "yes"}, "verdict"),
        ({"verdict": None}, "verdict"),
        ({"report": ""}, "report"),
        ({"report": 5}, "report"),
        ({"note": 5}, "note"),
        ({"verdict": "dismissed"}, "reason"),
        ({"verdict": "dismissed", "reason": "because"}, "reason"),
    ],
)
def test_field_that_is_wrong_is_named(entries: dict[str, object], field: str) -> None:
    assert _error(json.dumps(GOOD | entries)).startswith(f"{field}:")


@pytest.mark.parametrize(
    "line", ["", "x", "[]", "null", "5", '"a"', "[" * 100_000, '{"start": ' + "9" * 5000 + "}"]
)
def test_line_that_is_no_object_is_refused(line: str) -> None:
    assert _error(line).startswith("json:")


def test_high_value_alone_is_refused() -> None:
    with pytest.raises(RefusedError):
        _corrected(value=None, value_high="5")


@given(
    st.dictionaries(
        st.sampled_from([*GOOD, "value_high", "kind", "reason", "end", "cell"]),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
    )
)
def test_no_line_raises_anything_but_a_refusal(entries: dict[str, object]) -> None:
    try:
        parse_line(json.dumps(entries), "v:1").new_reading("v:1")
    except RefusedError as error:
        assert error.refusal.code is RefusalCode.VERDICT_INVALID
