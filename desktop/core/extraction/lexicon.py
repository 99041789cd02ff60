"""The word lists of resources/lexicon as pattern parts, folded like the passages they are matched with."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

from desktop.core.errors import RefusalCode, refuse
from desktop.core.extraction.passages import fold
from desktop.core.wordlists.loading import word_lists


def table(name: str) -> dict[str, Any]:
    """Return resources/lexicon/`name`.toml with an office's changes; raise RefusedError if it is unusable."""
    return word_lists().table(name)


@cache
def words(table_name: str, key: str) -> tuple[str, ...]:
    """Return the list `key` ("legal.documents") of resources/lexicon/`table_name`.toml, folded."""
    node: Any = table(table_name)
    try:
        for part in key.split("."):
            node = node[part]
    except KeyError:
        subject = f"resources/lexicon/{table_name}.toml"
        raise refuse(RefusalCode.LIST_MISSING, subject, line="1", key=key) from None
    return tuple(fold(unicodedata.normalize("NFC", word)) for word in node)


def alternatives(*lists: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first, spaces standing for any number of spaces."""
    entries = sorted({word for entries in lists for word in entries}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(entry).replace(r"\ ", " +") for entry in entries) + ")"


def any_of(table_name: str, *keys: str) -> str:
    """Return the pattern for any word of the named lists of one table."""
    return alternatives(*(words(table_name, key) for key in keys))
