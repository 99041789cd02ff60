"""What the cells of a workbook say of one figure together: its rows, and the cells of summaries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.core.figures import Reading
from desktop.core.workbooks.identity import FigureMark
from desktop.core.workbooks.reading_back.fields import Said, content_of, said_by, same_content, value_shown
from desktop.core.workbooks.reading_back.lists import ListRow
from desktop.core.workbooks.reading_back.returned import Returned
from desktop.core.workbooks.reading_back.values import Trouble

_Witnesses = Mapping[str, Sequence[Said]]


@dataclass(frozen=True, slots=True)
class Testimony:
    """What is said of a figure: by field, and the row that stands for it.

    `repeated` are rows that say the same once more, `copied` those that were made of its row for something
    else.
    """

    row: ListRow
    said: Mapping[str, Said]
    repeated: Sequence[ListRow] = ()
    copied: Sequence[ListRow] = ()


def testimony(mark: FigureMark, returned: Returned) -> Testimony:
    """Return what the rows with this mark, and the summaries, say of its figure."""
    exported = returned.readings[mark]
    told = [(row, _by_field(row, exported)) for row in returned.rows[mark]]
    as_exported = [each for each in told if not _is_changed(each[1], exported)]
    copied = [row for row, said in told if _is_changed(said, exported)] if as_exported else []
    standing = as_exported or told
    witnesses: dict[str, list[Said]] = defaultdict(list)
    for _, by_field in standing:
        for name, said in by_field.items():
            witnesses[name] += said
    witnesses["value"] += [
        value_shown(found, exported) for found in returned.summaries.shown.get(mark.key, ())
    ]
    agreed = {name: _agreed(name, said, exported) for name, said in witnesses.items() if said}
    return Testimony(standing[0][0], agreed, [row for row, _ in standing[1:]], copied)


def is_as_exported(name: str, said: Said, exported: Reading) -> bool:
    """Tell whether a cell says of a field what was exported."""
    return said.content is not None and same_content(name, said.content, content_of(name, exported))


def _by_field(row: ListRow, exported: Reading) -> dict[str, list[Said]]:
    """Return what a row says of each field; of columns with the same heading the empty ones say nothing."""
    told: dict[str, list[Said]] = defaultdict(list)
    for name, said in said_by(row, exported):
        told[name].append(said)
    return {name: [each for each in said if each.text] or said[:1] for name, said in told.items()}


def _is_changed(by_field: _Witnesses, exported: Reading) -> bool:
    return any(not is_as_exported(name, each, exported) for name, said in by_field.items() for each in said)


def _agreed(name: str, said: Sequence[Said], exported: Reading) -> Said:
    """Return what all say; one that says what was exported gives way to one that was changed."""
    changed = [each for each in said if not is_as_exported(name, each, exported)]
    if not changed:
        return said[0]
    troubled = [each for each in changed if each.content is None]
    if troubled:
        return troubled[0]
    first, *others = changed
    if all(
        each.content is not None
        and first.content is not None
        and same_content(name, each.content, first.content)
        for each in others
    ):
        return first
    texts = " ≠ ".join(dict.fromkeys(each.text for each in changed))
    return replace(first, content=None, trouble=Trouble.CONTRADICTION, text=texts)
