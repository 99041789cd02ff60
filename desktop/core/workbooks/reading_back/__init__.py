"""A workbook that was handed on and changed elsewhere, read back and held against what was exported."""
