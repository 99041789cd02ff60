"""What each file of resources/lexicon holds: the one place where a new file, table or list is made known.

A list that is not named here is still read, but is reported as unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Entry(Enum):
    """What stands behind one key."""

    WORDS = "words"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Named:
    """A table whose keys are words themselves, each with an entry of one kind."""

    entry: Entry | Whole


@dataclass(frozen=True, slots=True)
class FieldTree:
    """The tree of fields: tables in tables, each with its two names and its words."""


FIELD_NAMES = ("vi", "en")
FIELD_OWN = (*FIELD_NAMES, "words")
"""What a field has of its own; every other key is a field below it."""

Form: TypeAlias = Entry | Whole | Named | FieldTree | Mapping[str, "Form"]


def _lists(names: str) -> dict[str, Form]:
    return dict.fromkeys(names.split(), Entry.WORDS)


def _letters(names: str) -> dict[str, Form]:
    return dict.fromkeys(names.split(), Named(Entry.TEXT))


FORMS: Mapping[str, Form] = {
    "checks": {
        "parts": _lists("of_which made_of rest balances totals"),
        "shares": _lists("of_whole may_exceed"),
        "turn": _lists("up_from down_from to"),
        "base": _lists("leads plan aims"),
    },
    "cp1258": _letters("single tone"),
    "fields": FieldTree(),
    "fonts": {"tcvn3": _lists("beginnings capitals"), "vni": _lists("beginnings")},
    "lines": _lists("before_number before_date before_name abbreviated abbreviated_letters"),
    "offices": {
        "office": {**_lists("local national generic"), "short": Named(Entry.WORDS)},
        "place": Named(Entry.WORDS),
        "province": {"now": Named(Entry.WORDS), "before": Named(Entry.WORDS)},
    },
    "phrases": {
        "change": _lists("up down between to_level nouns growth no_growth"),
        "ratio": _lists("verbs planned times_before"),
        "share": _lists("verbs"),
        "qualifier": _lists("about over under"),
        "base": _lists(
            "same_period previous last_year plan year_start"
            " priced not_priced sessions aims yearly since_year_start reforms cut marks usual"
        ),
        "head": _lists("connectors linkers predicates reports standings actors actions generic places"),
        "tail": _lists("stops predicates no_items"),
        "words": _lists("not_nouns amount_nouns"),
        "subject": {
            **_lists("measures goes_on empty bare alone causes parties party_kinds no_topics"),
            "measure_of_unit": Named(Entry.TEXT),
        },
        "casualties": {**_lists("states happenings places ways"), "events": Named(Entry.WORDS)},
    },
    "sections": {
        "label": _lists("not_headings not_beginnings lead_in verbs"),
        "capitals": _lists("not_headings"),
        "title": _lists("kinds subjects"),
    },
    "set_aside": {
        "date": _lists("days before_day before_year before_hour prices_of decades named_days"),
        "period": _lists("units measured measured_after imposed lasting averages after"),
        "legal": _lists("documents short numbered parts parts_unless_unit"),
        "ordinal": _lists("always unless_unit no_units"),
        "name": _lists(
            "before_age before standards terms around_the_clock numbered numbered_unless_unit sizes packs"
            " populations vehicles before_code programs indexes"
        ),
        "furniture": _lists(
            "before read phones exchanges emergency counters related keywords tools"
            " imprint imprint_beside imprint_alone"
        ),
    },
    "tables": {
        "role": _lists("ordinal rank code unit label note year"),
        "unit": _lists("names scales usual statements dittos quantity money currency"),
        "blank": _lists("marks errors"),
        "status": _lists("words joints estimates"),
        "plan": _lists("words attained"),
        "comparison": _lists(
            "before_base before_date bare same_period previous last_year year_start other change growth"
            " absolute"
        ),
        "share": _lists("attained words"),
        "label": _lists("transparent vague growth index dividing totals continued"),
        "slip": _lists("phrases no_months no_years"),
        "month": Named(Whole(1, 12)),
    },
    "syllables": {
        "onset": _lists("any before_front before_i before_back foreign"),
        "rhyme": _lists("front back alone y y_onsets qu gi foreign"),
    },
    "tcvn3": _letters("single lost_rimes lost_words"),
    "units": {
        "parts": Named(Whole(2, 1_000_000)),
        "percent": _lists("signs of points"),
        "times": _lists("words"),
        "scale": {**_lists("names short"), "powers": Named(Whole(1, 18))},
        "money": _lists("names whole short"),
        "time": _lists("names"),
        "measure": _lists("names per"),
        "count": _lists("nouns kinds heads events person suspects people packs classifiers cases"),
    },
    "viqr": _letters("single shape tone"),
    "vni": _letters("single shape tone both"),
    "worded": {
        "digits": Named(Whole(0, 9)),
        "ones": Named(Whole(1, 9)),
        "powers": Named(Whole(1, 18)),
        "parts": _lists("ten tens dozens hundred links half point years"),
        "other_words": Named(Entry.WORDS),
        "not_counted": _lists("before before_unless spelled_out names"),
        "time": _lists("units nearby measured_before measured_after"),
        "fraction": _lists("part out_of not_after"),
        "range": _lists("links"),
        "half": _lists("names word before not_before"),
        "multiple": {**_lists("before between times_before"), "words": Named(Entry.TEXT)},
        "singles": _lists("before not_before not_nouns"),
    },
}
