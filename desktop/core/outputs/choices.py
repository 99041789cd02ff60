"""What somebody chose of an export: its form, the tags it is restricted to, and what its form asks for."""

from dataclasses import dataclass

from desktop.core.outputs.forms import OutputForm
from desktop.core.workbooks.content import ExportOptions

_AS_USUAL = ExportOptions()


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """A choice; `only_tags` are the keys of tags, none for everything.

    `options` are those of the workbook, `office` stands at the head of the record of the review; to other
    forms they mean nothing.
    """

    form: OutputForm = OutputForm.WORKBOOK
    only_tags: tuple[str, ...] = ()
    options: ExportOptions = _AS_USUAL
    office: str = ""
