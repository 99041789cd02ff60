"""The rows of a workbook that came back, by what they are known as."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from desktop.core.figures import Reading
from desktop.core.workbooks.identity import FigureMark
from desktop.core.workbooks.reading_back.fields import HEADINGS, VALUE
from desktop.core.workbooks.reading_back.handed import HandedWorkbook
from desktop.core.workbooks.reading_back.lists import ListRow, lists_of
from desktop.core.workbooks.reading_back.marks import exported_reading, mark_of
from desktop.core.workbooks.reading_back.summaries import summaries_of


class Returned:
    """The lists of a workbook, taken apart by the marks of their rows.

    `rows` are those with a mark as the program made it, each mark maybe several times; `unsound` those whose
    mark was changed; `strays` those that have a value and no mark. `summaries` is what the sheets say that
    show figures in another form.
    """

    def __init__(self, workbook: HandedWorkbook) -> None:
        """Take the lists apart; raise RefusedError where the hidden columns are not there."""
        lists = lists_of(workbook, HEADINGS)
        rows: dict[FigureMark, list[ListRow]] = defaultdict(list)
        readings: dict[FigureMark, Reading] = {}
        unsound: list[ListRow] = []
        strays: list[ListRow] = []
        for row in lists.figures:
            mark = mark_of(row)
            reading = readings.get(mark) or exported_reading(mark)
            if reading is not None:
                readings[mark] = reading
                rows[mark].append(row)
            elif mark.key or mark.fields or mark.digest:
                unsound.append(row)
            elif row.text_under(VALUE).strip():
                strays.append(row)
        self.workbook = workbook
        self.missing: Sequence[str] = lists.missing
        self.rows: Mapping[FigureMark, Sequence[ListRow]] = rows
        self.readings: Mapping[FigureMark, Reading] = readings
        self.unsound: Sequence[ListRow] = unsound
        self.strays: Sequence[ListRow] = strays
        self.summaries = summaries_of(lists.summaries, {mark.key: readings[mark] for mark in readings})

    @property
    def keys(self) -> list[str]:
        """Return the keys of the figures, each once."""
        return list(dict.fromkeys(mark.key for mark in self.rows))
