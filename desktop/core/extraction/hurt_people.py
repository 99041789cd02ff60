"""Cases and people hurt, with the event that did it."""

import re

from desktop.core.extraction import phrases
from desktop.core.extraction.mention import Mention
from desktop.core.extraction.naming_context import Context
from desktop.core.extraction.subjects import fold
from desktop.core.extraction.units import UnitClass

_SHORT_EVENT = "TNGT"
_ACCIDENTS = ("tai nạn giao thông", _SHORT_EVENT)
_STATE_WORDS = 7
_HURT = ("người", "vụ", "")
_CASES = re.compile(r"(?:số |tổng số |tổng )?(?:xảy ra )?vụ(?: xảy ra)?|xảy ra vụ|")


def event_in(text: str, heading: str) -> str:
    """Return the event that hurt people of which a paragraph or else its heading tells, or ""."""
    for told in (fold(text), fold(heading)):
        for name, pattern in phrases.events():
            if phrases.may_tell(f"casualties.events.{name}", told) and (match := pattern.search(told)):
                abbreviation = text[match.start() : match.end()]
                return abbreviation if abbreviation.isupper() and name not in told else name
    return ""


def of_event(own: str, mention: Mention, context: Context) -> str:
    """Return cases and people hurt with the event that did it: "người chết do tai nạn giao thông"."""
    if not context.event:
        return own
    folded, unit = fold(own), fold(mention.unit.text)
    if _SHORT_EVENT in own and context.event in _ACCIDENTS:
        context.event = _SHORT_EVENT
    if way := phrases.way().match(folded):
        context.way = own[way.start("way") : way.end("way")]
    elif unit not in _HURT and mention.unit.unit_class is not UnitClass.PERCENT:
        context.way = ""
    event = f"{context.event} {context.way}".rstrip()
    if _CASES.fullmatch(folded[way.end() :].strip() if way else folded) and unit in ("vụ", "%", ""):
        return f"{'số ' if folded.startswith('số') else ''}vụ {event}"
    state = phrases.casualty().search(folded)
    if not state or len(folded.split()) > _STATE_WORDS or unit not in ("người", ""):
        return own
    what = state[0].removeprefix("làm ")
    return f"người {what} do {event}"
