"""Values come back from both databases exactly as they went in."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, Integer, MetaData, Table, select, text

from db.columns import Boxes, Choice, ExactDecimal, FlatTexts, PlainText, UtcTime, storable
from db.engine import reading, writing
from desktop.core.figures import Verdict
from desktop.core.places import Box

_TRIALS = Table(
    "trials",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("decimal", ExactDecimal),
    Column("at", UtcTime),
    Column("word", Choice(Verdict)),
    Column("boxes", Boxes),
    Column("texts", FlatTexts),
    Column("plain", PlainText),
)


@pytest.fixture
def trials(engine: Engine) -> Engine:
    """Return an engine whose database has the table of trials."""
    _TRIALS.create(engine)
    return engine


def _through(engine: Engine, column: str, value: object) -> object:
    with writing(engine) as connection:
        connection.execute(_TRIALS.delete())
        connection.execute(_TRIALS.insert().values({column: value}))
    with reading(engine) as connection:
        return connection.scalar(select(_TRIALS.c[column]))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("decimal", Decimal("12345678901234567890.123456789012345678901234567890")),
        ("decimal", Decimal("-5.2")),
        ("decimal", None),
        ("at", datetime(2021, 4, 5, 14, 24, 0, 123456, tzinfo=UTC)),
        ("at", None),
        ("word", Verdict.DOUBTFUL),
        ("boxes", (Box(0.1, 2, 3.3333333333333335, 4), Box(1, 2, 3, 4))),
        ("boxes", ()),
        ("texts", {"value": "1", "đơn vị": "tỷ đồng"}),
        ("plain", "Đối Chiếu 𝟙 e\u0301"),
    ],
)
def test_value_survives_the_database(trials: Engine, column: str, value: object) -> None:
    found = _through(trials, column, value)
    assert found == value
    assert type(found) is type(value)


def test_decimal_is_kept_as_its_canonical_text(trials: Engine) -> None:
    _through(trials, "decimal", Decimal("1.50E+3"))
    with reading(trials) as connection:
        assert connection.scalar(text("SELECT decimal FROM trials")) == "1500"


def test_time_of_another_zone_comes_back_in_utc(trials: Engine) -> None:
    at_noon = datetime(2021, 4, 5, 12, tzinfo=timezone(timedelta(hours=7)))
    found = _through(trials, "at", at_noon)
    assert isinstance(found, datetime)
    assert (found, found.utcoffset()) == (at_noon, timedelta(0))


def test_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        UtcTime().process_bind_param(datetime(2021, 4, 5), None)  # type: ignore[arg-type]  # noqa: DTZ001


def test_word_outside_the_enumeration_is_refused() -> None:
    with pytest.raises(ValueError, match="perhaps"):
        Choice(Verdict).process_bind_param("perhaps", None)  # type: ignore[arg-type]


@pytest.mark.parametrize("column", ["plain", "texts"])
def test_text_no_database_takes_is_replaced(trials: Engine, column: str) -> None:
    nasty = "a\0b\ud800c"
    found = _through(trials, column, nasty if column == "plain" else {"x": nasty})
    assert found == ("a�b�c" if column == "plain" else {"x": "a�b�c"})


@given(st.text())
def test_storable_text_stays_as_it_is(text: str) -> None:
    once = storable(text)
    assert storable(once) == once
    assert len(once) == len(text)
    once.encode()
