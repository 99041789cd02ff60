"""What becomes of a word list in which something is wrong: used all the same, left out, or refused."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.core.errors import Refusal, RefusalCode, RefusedError
from desktop.core.wordlists.checking import addition_slips, whole_slips
from desktop.core.wordlists.forms import Form
from desktop.core.wordlists.lines import Lines
from desktop.core.wordlists.loading import WordList
from desktop.core.wordlists.merging import merged
from desktop.core.wordlists.reading import ListFile, read
from desktop.core.wordlists.slips import HARMLESS, SURVIVED, Slip


def judged(file: ListFile, form: Form) -> WordList:
    """Return a list of the program with its faults, without a table where one of them makes it unusable."""
    faults = _located(file, list(whole_slips(file.content, form)))
    told = [fault for fault in faults if fault.code not in HARMLESS]
    # The worst comes first: it is what a refusal tells.
    told.sort(key=lambda fault: fault.code in SURVIVED)
    is_usable = all(fault.code in SURVIVED for fault in told)
    return WordList(file.content if is_usable else None, tuple(faults), tuple(told))


def with_office(base: WordList, table: Mapping[str, Any], path: Path, form: Form) -> WordList:
    """Return `base`, whose content is `table`, with what the office's file at `path` changes.

    A file with an error changes nothing, and the first one is told with how many there are.
    """
    try:
        file = read(path, str(path))
    except RefusedError as error:
        return _left_out(base, [error.refusal], str(path))
    faults = _located(file, list(addition_slips(file.content, form, table)))
    if any(fault.code not in HARMLESS for fault in faults):
        return _left_out(base, faults, str(path))
    return WordList(merged(table, file.content), (*base.faults, *faults), base.told)


def _left_out(base: WordList, faults: Sequence[Refusal], subject: str) -> WordList:
    serious = [fault for fault in faults if fault.code not in HARMLESS]
    left_out = Refusal(RefusalCode.LIST_LEFT_OUT, subject, {"number": str(len(serious))})
    return WordList(base.table, (*base.faults, *faults), (*base.told, serious[0], left_out))


def _located(file: ListFile, slips: Sequence[Slip]) -> list[Refusal]:
    """Return the slips as refusals in the order of the file."""
    if not slips:
        return []
    lines = Lines(file.text)
    found = [slip.located(file.subject, lines) for slip in slips]
    return sorted(found, key=lambda refusal: int(refusal.details["line"]))
