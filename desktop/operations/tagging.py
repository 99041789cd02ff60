"""Tags on sections and on passages: keys of the workspace's tree of tags."""

from dataclasses import dataclass, replace
from typing import Protocol

from db.columns import storable
from db.queries import logs, passages, reports, sections
from db.sessions import Session
from desktop.core.annotations import PassageTag
from desktop.core.places import Place
from desktop.core.reviews import Touched
from desktop.operations.changes import REDO, UNDO, Change, lost_race
from desktop.operations.seals import refuse_signed

_QUOTED_LETTERS = 60


def tag(section_id: int, key: str) -> Change:
    """Put a tag on a section."""
    return TagChange("tag", _Section(section_id, storable(key)), is_present=True)


def untag(section_id: int, key: str) -> Change:
    """Take a tag off a section."""
    return TagChange("untag", _Section(section_id, storable(key)), is_present=False)


def tag_passage(report_id: int, place: Place, key: str) -> Change:
    """Put a tag on a passage."""
    return TagChange("tag_passage", _passage(report_id, place, key), is_present=True)


def untag_passage(report_id: int, place: Place, key: str) -> Change:
    """Take a tag off a passage."""
    return TagChange("untag_passage", _passage(report_id, place, key), is_present=False)


class _Target(Protocol):
    """What can bear a tag."""

    @property
    def key(self) -> str:
        """Return the tag in question."""

    def is_tagged(self, session: Session) -> bool:
        """Tell whether the tag is there."""

    def entry(self, session: Session) -> logs.NewEntry | None:
        """Return the log's line about the place, without its action; None where the place is gone."""

    def put(self, session: Session) -> None:
        """Put the tag there."""

    def take(self, session: Session) -> None:
        """Take it away."""

    def touched(self, entry: logs.NewEntry) -> Touched:
        """Return what a change of the tag concerns."""


class TagChange:
    """Makes a tag present or absent; `is_present` says which."""

    def __init__(self, label: str, target: _Target, *, is_present: bool) -> None:
        self.label = label
        self._target = target
        self._is_present = is_present
        self._has_changed = False

    def apply(self, session: Session) -> Touched:
        """Make the tag present or absent."""
        self._has_changed = self._target.is_tagged(session) != self._is_present
        return self._set(session, self.label, self._is_present) if self._has_changed else Touched()

    def revert(self, session: Session) -> Touched:
        """Make it what it was."""
        return self._again(session, UNDO + self.label, not self._is_present)

    def reapply(self, session: Session) -> Touched:
        """Make it what the verb made it."""
        return self._again(session, REDO + self.label, self._is_present)

    def _again(self, session: Session, action: str, is_present: bool) -> Touched:
        if not self._has_changed:
            return Touched()
        if self._target.is_tagged(session) == is_present:
            raise lost_race(self._target.key)
        return self._set(session, action, is_present)

    def _set(self, session: Session, action: str, is_present: bool) -> Touched:
        entry = self._target.entry(session)
        if entry is None:
            raise lost_race(self._target.key)
        refuse_signed(session, _report_ids(entry), entry.place)
        if is_present:
            self._target.put(session)
        else:
            self._target.take(session)
        told = {"tag": self._target.key}
        line = replace(entry, action=action, old={} if is_present else told, new=told if is_present else {})
        logs.append(session, [line])
        return self._target.touched(entry)


@dataclass(frozen=True, slots=True)
class _Section:
    section_id: int
    key: str

    def is_tagged(self, session: Session) -> bool:
        return sections.has_tag(session.connection, self.section_id, self.key)

    def entry(self, session: Session) -> logs.NewEntry | None:
        found = sections.report_and_title(session.connection, self.section_id)
        if found is None:
            return None
        report_id, title = found
        return logs.NewEntry("", report_id=report_id, section_id=self.section_id, place=title)

    def put(self, session: Session) -> None:
        sections.add_tag(session.connection, self.section_id, self.key)

    def take(self, session: Session) -> None:
        sections.remove_tag(session.connection, self.section_id, self.key)

    def touched(self, entry: logs.NewEntry) -> Touched:
        return Touched(report_ids=_report_ids(entry), section_ids=(self.section_id,))


@dataclass(frozen=True, slots=True)
class _Passage:
    passage: PassageTag

    @property
    def key(self) -> str:
        return self.passage.key

    def is_tagged(self, session: Session) -> bool:
        return passages.is_there(session.connection, self.passage)

    def entry(self, session: Session) -> logs.NewEntry | None:
        found = reports.text_and_layout(session.connection, self.passage.report_id)
        place = self.passage.place
        if found is None or not 0 <= place.start < place.end <= len(found[0]):
            return None
        section_id = sections.id_at(session.connection, self.passage.report_id, place.start)
        quoted = quote(found[0][place.start : place.end])
        return logs.NewEntry("", self.passage.report_id, section_id=section_id, place=quoted)

    def put(self, session: Session) -> None:
        passages.add(session.connection, self.passage)

    def take(self, session: Session) -> None:
        passages.remove(session.connection, self.passage)

    def touched(self, _entry: logs.NewEntry) -> Touched:
        return Touched(report_ids=(self.passage.report_id,), annotations_changed=True)


def _report_ids(entry: logs.NewEntry) -> tuple[int, ...]:
    return () if entry.report_id is None else (entry.report_id,)


def quote(text: str, letters: int = _QUOTED_LETTERS) -> str:
    """Return a passage as it is cited in one line, shortened to about so many `letters`."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…"


def _passage(report_id: int, place: Place, key: str) -> _Passage:
    return _Passage(PassageTag(report_id, replace(place, boxes=()), storable(key)))
