"""Which format a file has, told by its content alone: magic bytes, parts of an archive, marks of a page."""

import re

from desktop.core.documents import Format
from desktop.core.errors import RefusalCode, refuse
from desktop.core.readers import compound
from desktop.core.readers.archives import Archive
from desktop.core.readers.encodings import decode
from desktop.core.readers.markup import parse_xml

PDF_HEADER_WITHIN_BYTES = 1024
_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_HEAD_CHARACTERS = 4096

_CONTENT_TYPES = "[Content_Types].xml"
_FORMAT_BY_MAIN_TYPE = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": Format.DOCX,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": Format.DOCX,
    "application/vnd.ms-word.document.macroenabled.main+xml": Format.DOCX,
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": Format.DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": Format.XLSX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": Format.XLSX,
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": Format.XLSX,
    "application/vnd.ms-excel.template.macroenabled.main+xml": Format.XLSX,
}

_OPENS_AS_HTML = re.compile(
    r"(?:\s|<!--.*?-->|<\?.*?\?>)*<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|h[1-6]|center|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_INSIDE = re.compile(r"<(?:html|body|table)\b[^<>]*>", re.IGNORECASE)
_OPENS_AS_XML = re.compile(r"\s*<(?:\?xml\b|!DOCTYPE\b)", re.IGNORECASE)
# An XML Spreadsheet of 2003, whose <Table> is none of a page: read as one, its cells would run together.
_SPREADSHEET_2003 = re.compile(r"<(?:\w+:)?Workbook\b[^<>]*urn:schemas-microsoft-com:office:spreadsheet")
_OPENS_AS_OTHER = re.compile(r"\s*(?:\{\\rtf|%!PS-|MIME-Version:|From: <Saved by )")
_INTERNAL_SUBSET = re.compile(r"<!DOCTYPE[^>\[]*\[|<!ENTITY\b", re.IGNORECASE)


def detect(data: bytes, name: str) -> Format:
    """Return the format of `data`; raise RefusedError where it is none that can be read."""
    if data.startswith(_ZIP_SIGNATURES):
        return _format_of_archive(data, name)
    if data.startswith(compound.SIGNATURE):
        return _format_of_compound(data, name)
    if b"%PDF-" in data[:PDF_HEADER_WITHIN_BYTES]:
        return Format.PDF
    return _format_of_text(decode(data, name).text, name)


def _format_of_archive(data: bytes, name: str) -> Format:
    with Archive(data, name) as archive:
        if _CONTENT_TYPES not in archive:
            raise refuse(RefusalCode.UNKNOWN_FORMAT, name)
        types = parse_xml(archive.read(_CONTENT_TYPES), name)
    for override in types:
        content_type = str(override.get("ContentType", "")).lower()
        if fmt := _FORMAT_BY_MAIN_TYPE.get(content_type):
            return fmt
    raise refuse(RefusalCode.UNKNOWN_FORMAT, name)


def _format_of_compound(data: bytes, name: str) -> Format:
    try:
        streams = {stream.lower() for stream in compound.root_names(data)}
    except ValueError as error:
        raise refuse(RefusalCode.DAMAGED, name) from error
    if "encryptedpackage" in streams:
        raise refuse(RefusalCode.ENCRYPTED, name)
    if streams & {"workbook", "book"}:
        return Format.XLS
    raise refuse(RefusalCode.UNKNOWN_FORMAT, name)


def _format_of_text(text: str, name: str) -> Format:
    head = text[:_HEAD_CHARACTERS]
    if _OPENS_AS_OTHER.match(head) or _SPREADSHEET_2003.search(head):
        raise refuse(RefusalCode.UNKNOWN_FORMAT, name)
    if _OPENS_AS_XML.match(head) and _INTERNAL_SUBSET.search(head):
        raise refuse(RefusalCode.HAS_DTD, name)
    if _OPENS_AS_HTML.match(head):
        return Format.HTML
    if _OPENS_AS_XML.match(head):
        return _format_of_xml(head, name)
    return Format.HTML if head.lstrip().startswith("<") and _HTML_INSIDE.search(head) else Format.TXT


def _format_of_xml(head: str, name: str) -> Format:
    if _HTML_INSIDE.search(head):
        return Format.HTML
    code = RefusalCode.HAS_DTD if "<!doctype" in head.lower() else RefusalCode.UNKNOWN_FORMAT
    raise refuse(code, name)
