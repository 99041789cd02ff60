"""Elements of Word's XML by local name: the same document may use either of two namespaces."""

from collections.abc import Iterator

from lxml import etree

_OFF = frozenset(("0", "false", "off", "none"))


def local(element: etree._Element) -> str:
    """Return the element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """Return the attribute `name`, in whatever namespace; None if it, or the element, is missing."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def whole(element: etree._Element | None, name: str = "val") -> int | None:
    """Return the attribute `name` as a whole number, None if it is missing or is none."""
    text = attribute(element, name)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the element reached from `element` by the local `names`, None if there is none."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Yield the children of `element` with the local name `name`."""
    return (inner for inner in (() if element is None else element) if local(inner) == name)


def switch(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether the property `name` is switched on, None where nothing is said of it."""
    element = child(properties, name)
    if element is None:
        return None
    return (attribute(element) or "1").lower() not in _OFF
