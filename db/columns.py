"""Column types that keep their values exact on every database: decimals, times, words, boxes, flat texts."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from desktop.core.figures import plain
from desktop.core.places import Box

_Word = TypeVar("_Word", bound=StrEnum)
_NOT_STORABLE = re.compile("[\0\ud800-\udfff]")


def storable(text: str) -> str:
    """Return `text` as it will be read back: NUL and lone surrogates, which PostgreSQL refuses, replaced."""
    return _NOT_STORABLE.sub("\ufffd", text)


class PlainText(TypeDecorator[str]):
    """Text that every database takes (see `storable`)."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return `value` without what cannot be stored."""
        return None if value is None else storable(value)


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal as its canonical text ("13160", "-5.2"), so that no database rounds it."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Return the canonical text."""
        return None if value is None else plain(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Return the decimal."""
        return None if value is None else Decimal(value)


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept and returned in UTC; a time without a zone is a bug."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return `value` in UTC; raise ValueError where it has no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value}")
        return value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC, zone included (SQLite keeps none)."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Choice(TypeDecorator[_Word]):
    """A word out of an enumeration, kept as that word."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[_Word]) -> None:
        super().__init__()
        self.words = words

    @override
    def process_bind_param(self, value: _Word | None, dialect: Dialect) -> str | None:
        """Return the word; raise ValueError where the enumeration does not have it."""
        return None if value is None else str(self.words(value))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> _Word | None:
        """Return the member."""
        return None if value is None else self.words(value)


class Boxes(TypeDecorator[tuple[Box, ...]]):
    """Rectangles on a page as compact JSON, "" where there are none."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: tuple[Box, ...] | None, dialect: Dialect) -> str:
        """Return the JSON."""
        corners = [[box.x0, box.y0, box.x1, box.y1] for box in value or ()]
        return json.dumps(corners, separators=(",", ":")) if corners else ""

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Box, ...]:
        """Return the boxes."""
        return tuple(Box(*corners) for corners in json.loads(value)) if value else ()


class FlatTexts(TypeDecorator[Mapping[str, str]]):
    """Texts by field as JSON, the fields in the order given."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Mapping[str, str] | None, dialect: Dialect) -> str:
        """Return the JSON."""
        texts = {field: storable(text) for field, text in (value or {}).items()}
        return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, str]:
        """Return the texts by field."""
        return dict(json.loads(value)) if value else {}
