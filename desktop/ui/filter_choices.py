"""What the figures of a report can be filtered by, each choice with the number of figures it would leave."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.core.annotations import PassageTag
from desktop.core.tags_in_force import TagsInForce
from desktop.ui.desk import Desk
from desktop.ui.labels import shown_words
from desktop.ui.models.choice_list_model import Choice
from desktop.ui.models.figure_filter import FigureFilter, Shown
from desktop.ui.panels.outline_panel import OutlinePanel
from desktop.ui.translation import marked

_EVERYTHING = marked("FilterChoices", "All figures: take every filter back")
_STATE = marked("FilterChoices", "State: {name}")
_SECTION = marked("FilterChoices", "Section: {name}")
_TAG = marked("FilterChoices", "Tag: {name}")
_FINDING = marked("FilterChoices", "With findings that nobody has settled")
_FINDING_NAME = marked("FilterChoices", "with findings")
_REVIEWER = marked("FilterChoices", "Decided by: {name}")


class Part(StrEnum):
    """What a choice is about."""

    EVERYTHING = "everything"
    SHOWN = "shown"
    SECTION = "section"
    TAG = "tag"
    REVIEWER = "reviewer"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter, with the section and the tag that its sections and figures came from."""

    filter: FigureFilter
    section_id: int | None
    tag: str | None


class FilterChoices:
    """Tells the choices there are in the report on the desk."""

    def __init__(self, outline: OutlinePanel, desk: Desk) -> None:
        self._outline = outline
        self._desk = desk
        self._figures = desk.figures

    def choices(self, wanted: Wanted) -> list[Choice]:
        """Return every choice; its count is what it would leave beside the other filters in force."""
        everything = (Part.EVERYTHING, None)
        is_all = not wanted.filter.is_narrow
        count = len(self._figures.rows.columns)
        return [
            Choice(everything, _translated(_EVERYTHING), count, is_all),
            *self._states(wanted),
            self._finding(wanted),
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
            names.append(self._outline.tag_look.name(wanted.tag))
        if wanted.filter.reviewer is not None:
            names.append(wanted.filter.reviewer)
        if wanted.filter.has_finding:
            names.append(_translated(_FINDING_NAME))
        return names

    def ids_tagged(self, tag: str) -> frozenset[int]:
        """Return the figures that a tag, or one below it in the tree, is in force for."""
        wanted = self._outline.tag_look.tree.below(tag)
        return frozenset(self._force().figure_ids(self._figures.rows.columns, wanted))

    def _states(self, wanted: Wanted) -> list[Choice]:
        counts = self._figures.rows.counts
        return [
            Choice((Part.SHOWN, shown), _named(_STATE, shown_words(shown)), counts[shown], is_on)
            for shown in Shown
            if shown is not Shown.ALL
            for is_on in (wanted.filter.shown is shown,)
        ]

    def _finding(self, wanted: Wanted) -> Choice:
        count = len(self._figures.rows.ids_through(replace(wanted.filter, has_finding=True)))
        return Choice((Part.FINDING, None), _translated(_FINDING), count, wanted.filter.has_finding)

    def _reviewers(self, wanted: Wanted) -> list[Choice]:
        counts = self._figures.rows.reviewer_counts(replace(wanted.filter, reviewer=None))
        return [
            Choice(
                (Part.REVIEWER, name), _named(_REVIEWER, name), counts[name], wanted.filter.reviewer == name
            )
            for name in sorted(counts)
        ]

    def _tags(self, wanted: Wanted) -> list[Choice]:
        rows, look, force = self._figures.rows, self._outline.tag_look, self._force()
        let_through = rows.ids_through(replace(wanted.filter, tagged_ids=None))
        found = [
            Choice(
                (Part.TAG, tag),
                _named(_TAG, look.name(tag)),
                len(let_through.intersection(force.figure_ids(rows.columns, look.tree.below(tag)))),
                wanted.tag == tag,
            )
            for tag in self._tags_offered()
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

    def _tags_offered(self) -> set[str]:
        """Return the tags that sections and passages bear, and those above them in the tree."""
        borne = {tag for section in self._outline.sections.sections() for tag in section.tags}
        borne.update(passage.key for passage in self._passages())
        return borne | {above.key for tag in borne for above in self._outline.tag_look.tree.above(tag)}

    def _force(self) -> TagsInForce:
        return TagsInForce(self._outline.sections.sections(), self._passages())

    def _passages(self) -> list[PassageTag]:
        # Those of the report before stay in the list until the ones of this report were read.
        listed = self._outline.passages.passages.passages()
        return [passage for passage in listed if passage.report_id == self._desk.report_id]


def _named(text: str, name: str) -> str:
    return _translated(text).format(name=name)


def _translated(text: str) -> str:
    return QCoreApplication.translate("FilterChoices", text)
