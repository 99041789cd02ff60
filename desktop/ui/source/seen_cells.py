"""Which cells of a sheet have been on the screen: what is accepted many at once must have been. No Qt."""


class SeenCells:
    """Remembers the parts of one sheet that were seen."""

    def __init__(self) -> None:
        self._columns_by_row: dict[int, set[range]] = {}

    def add(self, rows: range, columns: range) -> None:
        """Note that these rows of these columns were on the screen."""
        for row in rows:
            self._columns_by_row.setdefault(row, set()).add(columns)

    def has(self, row: int, column: int) -> bool:
        """Tell whether a cell was on the screen."""
        return any(column in columns for columns in self._columns_by_row.get(row, ()))
