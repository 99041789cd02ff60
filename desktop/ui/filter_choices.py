"""What the figures of a report can be filtered by, each choice with the number of figures it would leave."""

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.ui.labels import shown_words
from desktop.ui.models.choice_list_model import Choice
from desktop.ui.models.figure_filter import FigureFilter, Shown
from desktop.ui.models.figure_table_model import FigureTableModel
from desktop.ui.panels.outline_panel import OutlinePanel
from desktop.ui.translation import marked

_EVERYTHING = marked("FilterChoices", "All figures: take every filter back")
_STATE = marked("FilterChoices", "State: {name}")
_SECTION = marked("FilterChoices", "Section: {name}")
_TAG = marked("FilterChoices", "Tag: {name}")
_REVIEWER = marked("FilterChoices", "Decided by: {name}")


class Part(StrEnum):
    """What a choice is about."""

    EVERYTHING = "everything"
    SHOWN = "shown"
    SECTION = "section"
    TAG = "tag"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter, with the section and the tag that its sections came from."""

    filter: FigureFilter
    section_id: int | None
    tag: str | None


class FilterChoices:
    """Tells the choices there are in the report on the desk."""

    def __init__(self, outline: OutlinePanel, figures: FigureTableModel) -> None:
        self._outline = outline
        self._figures = figures

    def choices(self, wanted: Wanted) -> list[Choice]:
        """Return every choice; its count is what it would leave beside the other filters in force."""
        everything = (Part.EVERYTHING, None)
        is_all = not wanted.filter.is_narrow
        count = len(self._figures.rows.columns)
        return [
            Choice(everything, _translated(_EVERYTHING), count, is_all),
            *self._states(wanted),
            *self._reviewers(wanted),
            *self._tags(wanted),
            *self._sections(wanted),
        ]

    def names(self, wanted: Wanted) -> list[str]:
        """Return the names of the section, the tag and the reviewer in force."""
        names = []
        if section := self._outline.sections.section(wanted.section_id):
            names.append(section.title)
        if wanted.tag is not None:
            names.append(self._outline.tag_name(wanted.tag))
        if wanted.filter.reviewer is not None:
            names.append(wanted.filter.reviewer)
        return names

    def ids_tagged(self, tag: str) -> frozenset[int]:
        """Return the sections that bear a tag, and those below them."""
        return self._ids_by_tag().get(tag, frozenset())

    def _states(self, wanted: Wanted) -> list[Choice]:
        counts = self._figures.rows.counts
        return [
            Choice((Part.SHOWN, shown), _named(_STATE, shown_words(shown)), counts[shown], is_on)
            for shown in Shown
            if shown is not Shown.ALL
            for is_on in (wanted.filter.shown is shown,)
        ]

    def _reviewers(self, wanted: Wanted) -> list[Choice]:
        counts = self._figures.rows.reviewer_counts(replace(wanted.filter, reviewer=None))
        return [
            Choice(
                (Part.REVIEWER, name), _named(_REVIEWER, name), counts[name], wanted.filter.reviewer == name
            )
            for name in sorted(counts)
        ]

    def _tags(self, wanted: Wanted) -> list[Choice]:
        counts = self._figures.rows.section_counts(replace(wanted.filter, tagged_ids=None))
        found = [
            Choice(
                (Part.TAG, tag),
                _named(_TAG, self._outline.tag_name(tag)),
                sum(counts[each] for each in section_ids),
                wanted.tag == tag,
            )
            for tag, section_ids in self._ids_by_tag().items()
        ]
        return sorted(found, key=lambda choice: choice.name)

    def _sections(self, wanted: Wanted) -> list[Choice]:
        counts = self._figures.rows.section_counts(replace(wanted.filter, section_ids=None))
        sections = self._outline.sections
        return [
            Choice(
                (Part.SECTION, section.id),
                _named(_SECTION, section.title),
                sum(counts[each] for each in sections.ids_below(section.id)),
                wanted.section_id == section.id,
            )
            for section in sections.sections()
        ]

    def _ids_by_tag(self) -> dict[str, frozenset[int]]:
        sections = self._outline.sections
        found: dict[str, set[int]] = defaultdict(set)
        for section in sections.sections():
            for tag in section.tags:
                found[tag] |= sections.ids_below(section.id)
        return {tag: frozenset(ids) for tag, ids in found.items()}


def _named(text: str, name: str) -> str:
    return _translated(text).format(name=name)


def _translated(text: str) -> str:
    return QCoreApplication.translate("FilterChoices", text)
