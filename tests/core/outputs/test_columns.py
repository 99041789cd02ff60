"""The columns are one list for all forms."""

from dataclasses import fields

from desktop.core.messages import Language
from desktop.core.outputs.columns import column_lines, columns
from desktop.core.outputs.figure_rows import FigureRow


def test_every_field_of_a_row_is_a_documented_column_in_its_order() -> None:
    assert [column.name for column in columns()] == [field.name for field in fields(FigureRow)]


def test_every_column_says_what_it_holds_in_both_languages() -> None:
    for language in Language:
        lines = list(column_lines(language))[2:]
        assert len(lines) == len(columns())
        for column, line in zip(columns(), lines, strict=True):
            assert line.startswith(column.name)
            assert line.endswith(column.meaning(language))
            assert column.meaning(language)
