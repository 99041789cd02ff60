"""The file's own properties by which a workbook is verified later: custom properties, as in identity.py."""

from datetime import UTC

from openpyxl import Workbook
from openpyxl.packaging.custom import IntProperty, StringProperty

from desktop import __version__
from desktop.core.workbooks.cells import clean_text
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.identity import (
    COUNT_PROPERTY,
    DIGEST_PROPERTY,
    EXPORTED_AT_PROPERTY,
    VERSION_PROPERTY,
    WORKSPACE_PROPERTY,
)


def mark_workbook(workbook: Workbook, content: WorkbookContent, figures: int, digest: str) -> None:
    """Give the file the digest over its figures, their number, where they come from, and when."""
    at = content.exported_at.astimezone(UTC).replace(microsecond=0).isoformat()
    properties = workbook.custom_doc_props  # type: ignore[attr-defined] # the stubs do not know them
    properties.append(IntProperty(name=COUNT_PROPERTY, value=figures))
    for name, value in (
        (DIGEST_PROPERTY, digest),
        (WORKSPACE_PROPERTY, clean_text(content.workspace)),
        (EXPORTED_AT_PROPERTY, at),
        (VERSION_PROPERTY, __version__),
    ):
        properties.append(StringProperty(name=name, value=value))
