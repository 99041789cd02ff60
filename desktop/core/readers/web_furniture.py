"""What a site puts around a report: menus, banners, counters, links to other pages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from desktop.core.readers.lines import ends_sentence
from desktop.core.readers.web_items import Paragraph, WebTable

MIN_MENU_LINES = 3
MAX_FURNITURE_SHARE = 0.5
MIN_ARTICLE_SHARE = 0.5
_TAGS = frozenset(("nav", "aside", "footer", "button", "select", "datalist", "textarea", "menu", "dialog"))
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "menu", "menubar", "search", "toolbar", "dialog")
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|(?:main|top|sub)?menu|breadcrumbs?|(?:site)?footer|side-?bar|copyright|"
    r"share|social|pagination|pager|skip|related|toolbar|visitors?|counter|hitcounter|thong-?ke-?truy-?cap)(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNSEEN = frozenset(("script", "style", "template", "noscript"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SECTIONING = frozenset(("article", "main", "section"))


def is_furniture(element: etree._Element) -> bool:
    """Tell whether `element` marks itself as something around the report rather than a part of it."""
    tag = element.tag
    if tag in _TAGS or element.get("role", "").lower() in _ROLES or _is_hidden(element):
        return True
    if tag == "header":
        return not any(ancestor.tag in _SECTIONING for ancestor in element.iterancestors())
    names = f"{element.get('class', '')} {element.get('id', '')}"
    is_named = _NAMES.search(names) is not None or element.get("id") == "header"
    if not is_named or tag in ("html", "body", "main", "article"):
        return False
    return _text_length(element) < MAX_FURNITURE_SHARE * _text_length(element.getroottree().getroot())


def main_element(root: etree._Element) -> etree._Element | None:
    """Return the one element that the page declares to be its content, None if it does not."""
    mains = [e for e in root.iter() if e.tag == "main" or e.get("role") == "main"]
    if len(mains) == 1 and _text_length(mains[0]):
        return mains[0]
    articles = list(root.iter("article"))
    if len(articles) == 1 and _text_length(articles[0]) >= MIN_ARTICLE_SHARE * _text_length(root):
        return articles[0]
    return None


def without_menus(items: Iterable[Paragraph | WebTable]) -> Iterator[Paragraph | WebTable]:
    """Yield `items`, runs of lines that are nothing but links turned into furniture."""
    links: list[Paragraph] = []
    for item in items:
        if isinstance(item, Paragraph) and item.is_link and not item.level and not ends_sentence(item.text):
            links.append(item)
            continue
        yield from _settled(links)
        links = []
        yield item
    yield from _settled(links)


def _settled(links: list[Paragraph]) -> Iterator[Paragraph]:
    is_menu = len(links) >= MIN_MENU_LINES
    return (replace(link, is_furniture=link.is_furniture or is_menu) for link in links)


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _text_length(element: etree._Element) -> int:
    seen = (node for node in element.iter() if node.tag not in _UNSEEN)
    return sum(len((node.text or "").strip()) + len((node.tail or "").strip()) for node in seen)
