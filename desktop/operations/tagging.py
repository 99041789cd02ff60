"""Tags on sections: keys of the tree of fields in resources."""

from db.columns import storable
from db.queries import logs, sections
from db.sessions import Session
from desktop.core.reviews import Touched
from desktop.operations.changes import REDO, UNDO, Change, lost_race
from desktop.operations.seals import refuse_signed


def tag(section_id: int, key: str) -> Change:
    """Put a tag on a section."""
    return TagChange("tag", section_id, key, is_present=True)


def untag(section_id: int, key: str) -> Change:
    """Take a tag off a section."""
    return TagChange("untag", section_id, key, is_present=False)


class TagChange:
    """Makes a tag present or absent; `is_present` says which."""

    def __init__(self, label: str, section_id: int, key: str, *, is_present: bool) -> None:
        self.label = label
        self._section_id = section_id
        self._key = storable(key)
        self._is_present = is_present
        self._has_changed = False

    def apply(self, session: Session) -> Touched:
        """Make the tag present or absent."""
        self._has_changed = self._has_tag(session) != self._is_present
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
        if self._has_tag(session) == is_present:
            raise lost_race(self._key)
        return self._set(session, action, is_present)

    def _has_tag(self, session: Session) -> bool:
        return sections.has_tag(session.connection, self._section_id, self._key)

    def _set(self, session: Session, action: str, is_present: bool) -> Touched:
        found = sections.report_and_title(session.connection, self._section_id)
        if found is None:
            raise lost_race(self._key)
        refuse_signed(session, [found[0]], found[1])
        write = sections.add_tag if is_present else sections.remove_tag
        write(session.connection, self._section_id, self._key)
        report_id, title = found
        told = {"tag": self._key}
        entry = logs.NewEntry(
            action,
            report_id=report_id,
            section_id=self._section_id,
            place=title,
            old={} if is_present else told,
            new=told if is_present else {},
        )
        logs.append(session, [entry])
        return Touched(report_ids=(report_id,), section_ids=(self._section_id,))
