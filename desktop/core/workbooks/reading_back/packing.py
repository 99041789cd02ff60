"""A workbook that came back as bytes and back, for the way out of the reading process."""

import json
from typing import Any

from desktop.core.workbooks.reading_back.handed import CellKind, HandedCell, HandedSheet, HandedWorkbook


def packed(workbook: HandedWorkbook) -> bytes:
    """Return the workbook as JSON."""
    sheets = [
        [
            sheet.name,
            [
                [row, [[at, cell.kind, cell.text] for at, cell in cells.items()]]
                for row, cells in sheet.rows.items()
            ],
        ]
        for sheet in workbook.sheets
    ]
    told = [workbook.name, workbook.digest, sheets, dict(workbook.properties), workbook.changed_by]
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()


def unpacked(data: bytes) -> HandedWorkbook:
    """Return the workbook that `packed` made bytes of; raise ValueError, TypeError or LookupError."""
    name, digest, sheets, properties, changed_by = json.loads(data)
    return HandedWorkbook(
        str(name),
        str(digest),
        tuple(HandedSheet(str(title), dict(map(_row, rows))) for title, rows in sheets),
        {str(key): str(text) for key, text in properties.items()},
        str(changed_by),
    )


def _row(packed_row: Any) -> tuple[int, dict[int, HandedCell]]:
    number, cells = packed_row
    return int(number), {int(at): HandedCell(CellKind(kind), str(text)) for at, kind, text in cells}
