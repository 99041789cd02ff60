"""How far apart amounts may be and which words matter to the checks (resources/weights and lexicon)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import resources
from desktop.core.extraction import lexicon


@dataclass(frozen=True, slots=True)
class Limits:
    """The thresholds of resources/weights/checks.toml, where each is explained."""

    near: Decimal
    overlapping_parts: Decimal
    shares_from: Decimal
    shares_to: Decimal
    contradiction: Decimal
    series_spread: Decimal
    slip_spread: Decimal
    most_parts: int
    fitting_rows: int
    fitting_share: Decimal
    sure_share: Decimal
    indicator_words: int
    revised: Decimal
    telling_digits: float
    named_digits: float
    agreeing_digits: float


@cache
def limits() -> Limits:
    """Return the thresholds."""
    told: dict[str, Any] = resources.toml("weights/checks.toml")
    read: dict[str, Any] = {name: Decimal(v) if isinstance(v, str) else v for name, v in told.items()}
    return Limits(**read)


@cache
def words(*keys: str) -> re.Pattern[str]:
    """Return a pattern for any word of the named lists of lexicon/checks.toml, as a whole word."""
    return re.compile(rf"(?<!\w){lexicon.any_of('checks', *keys)}(?!\w)")


@cache
def last_words(*keys: str) -> re.Pattern[str]:
    """Return the same pattern for words at the end of a text, signs and spaces after them left out."""
    return re.compile(rf"(?<!\w){lexicon.any_of('checks', *keys)}(?!\w)[\s:,]*$")
