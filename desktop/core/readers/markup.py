"""XML and HTML parsed without trust: no DTD, no entities, no network, bounded depth."""

import re

from lxml import etree

from desktop.core.errors import RefusalCode, refuse

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_DOCTYPE_NEXT = re.compile(rb"[^<]*<!DOCTYPE", re.IGNORECASE)
_REMARK = re.compile(rb"[^<]*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)
_PROLOG_BYTES = 65_536


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Return the root of the XML in `data`; raise RefusedError if it declares a DTD or is not well formed."""
    if declares_dtd(data):
        raise refuse(RefusalCode.HAS_DTD, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse(RefusalCode.DAMAGED, name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refuse(RefusalCode.HAS_DTD, name)
    return root


def declares_dtd(data: bytes) -> bool:
    """Tell whether the XML in `data` declares a DTD in its prolog, in whatever encoding it is written."""
    prolog = data[:_PROLOG_BYTES].replace(b"\0", b"")
    if _DOCTYPE.search(prolog):
        return True
    position = 0
    while remark := _REMARK.match(data, position):
        position = remark.end()
    return _DOCTYPE_NEXT.match(data, position) is not None


def parse_html(text: str, name: str) -> etree._Element:
    """Return the root of the web page in `text`; raise RefusedError where it is nested beyond reason."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise refuse(RefusalCode.DAMAGED, name) from error
    if root is None or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise refuse(RefusalCode.DAMAGED, name)
    return root
