"""The verbs that change the workspace's tree of tags; a shared database shows the same tree to all."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from db.columns import storable
from db.queries import logs, tags
from db.sessions import Session
from desktop.core.errors import RefusalCode, refuse
from desktop.core.folding import folded
from desktop.core.reviews import Touched
from desktop.core.tags import OfficeTag, TagTree, palette, tag_tree
from desktop.operations.changes import REDO, UNDO, Change, lost_race

_NOT_OF_A_KEY = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 80

_Rule = Callable[[TagTree, OfficeTag], OfficeTag]
"""Return what the office says of a tag after the verb, or raise RefusedError."""


def add_tag(name: str, parent: str | None = None, colour: str = "") -> Change:
    """Make a tag of the office's own, under another or (None) at the top."""
    said = _checked_name(name)

    def rule(tree: TagTree, _before: OfficeTag) -> OfficeTag:
        _refuse_taken(tree, said, "")
        above = tree.colour(parent) if parent is not None else ""
        return OfficeTag(_new_key(tree, said), said, _checked_colour(colour or above), parent or "")

    return TagEdit("add_tag", "", rule)


def rename_tag(key: str, name: str) -> Change:
    """Give a tag another name; what bears it bears the new one."""
    said = _checked_name(name)

    def rule(tree: TagTree, before: OfficeTag) -> OfficeTag:
        _refuse_taken(tree, said, key)
        return before if said == tree.name(key) else replace(before, name=said)

    return TagEdit("rename_tag", key, rule)


def recolour_tag(key: str, colour: str) -> Change:
    """Give a tag another colour of the palette."""

    def rule(tree: TagTree, before: OfficeTag) -> OfficeTag:
        said = _checked_colour(colour)
        return before if said == tree.colour(key) else replace(before, colour=said)

    return TagEdit("recolour_tag", key, rule)


def move_tag(key: str, parent: str | None) -> Change:
    """Put a tag with all below it under another, or (None) at the top; never under itself."""

    def rule(tree: TagTree, before: OfficeTag) -> OfficeTag:
        tag = tree.get(key)
        if parent is not None and (parent in tree.below(key) or tree.get(parent) is None):
            raise refuse(RefusalCode.TAG_UNDER_ITSELF, tree.name(key))
        return before if tag is not None and tag.parent == parent else replace(before, parent=parent or "")

    return TagEdit("move_tag", key, rule)


def retire_tag(key: str) -> Change:
    """Offer a tag no more; what bears it keeps it."""
    return TagEdit("retire_tag", key, lambda _tree, before: replace(before, is_retired=True))


def restore_tag(key: str) -> Change:
    """Offer a retired tag again."""
    return TagEdit("restore_tag", key, lambda _tree, before: replace(before, is_retired=False))


class TagEdit:
    """Changes what the office says of one tag."""

    def __init__(self, label: str, key: str, rule: _Rule) -> None:
        self.label = label
        self._key = key
        self._rule = rule
        self._before: OfficeTag | None = None
        self._after: OfficeTag | None = None

    @property
    def key(self) -> str:
        """Return the tag's key; of a new one it is known once the change was applied."""
        return self._after.key if self._after is not None else self._key

    def apply(self, session: Session) -> Touched:
        """Change the tag."""
        office = tags.office(session.connection, is_locking=True)
        tree = tag_tree(office)
        self._before = _said_of(office, self._key)
        if self._key and tree.get(self._key) is None:
            raise lost_race(self._key)
        before = self._before or OfficeTag(self._key)
        after = self._rule(tree, before)
        self._after = None if after == before else after
        return (
            Touched() if self._after is None else self._write(session, self.label, self._before, self._after)
        )

    def revert(self, session: Session) -> Touched:
        """Let the tag be as it was."""
        return self._again(session, UNDO + self.label, self._after, self._before)

    def reapply(self, session: Session) -> Touched:
        """Let the tag be as the verb left it."""
        return self._again(session, REDO + self.label, self._before, self._after)

    def _again(
        self, session: Session, action: str, present: OfficeTag | None, due: OfficeTag | None
    ) -> Touched:
        if self._after is None:
            return Touched()
        office = tags.office(session.connection, is_locking=True)
        if _said_of(office, self.key) != present:
            raise lost_race(tag_tree(office).name(self.key))
        if due is None and self.label == "add_tag" and tags.is_used(session.connection, self.key):
            raise refuse(RefusalCode.TAG_IN_USE, tag_tree(office).name(self.key))
        if due is not None and due.parent and due.parent in tag_tree(office).below(self.key):
            raise refuse(RefusalCode.TAG_UNDER_ITSELF, tag_tree(office).name(self.key))
        return self._write(session, action, present, due)

    def _write(self, session: Session, action: str, old: OfficeTag | None, new: OfficeTag | None) -> Touched:
        if new is None:
            tags.drop(session.connection, self.key)
        else:
            tags.put(session.connection, new)
        said = new or old
        name = said.name if said is not None and said.name else tag_tree().name(self.key)
        before, after = _texts(old), _texts(new)
        told = [field for field in before | after if before.get(field, "") != after.get(field, "")]
        entry = logs.NewEntry(
            action,
            place=name,
            old={field: before[field] for field in told if field in before},
            new={field: after[field] for field in told if field in after},
        )
        logs.append(session, [entry])
        return Touched(tags_changed=True)


def _texts(said: OfficeTag | None) -> dict[str, str]:
    if said is None:
        return {}
    return {
        "name": said.name,
        "colour": said.colour,
        "parent_tag": said.parent or "",
        "retired": "yes" if said.is_retired else "",
    }


def _said_of(office: Sequence[OfficeTag], key: str) -> OfficeTag | None:
    return next((said for said in office if said.key == key), None)


def _checked_name(name: str) -> str:
    said = storable(" ".join(name.split()))[:_LONGEST_NAME]
    if not said:
        raise refuse(RefusalCode.TAG_WITHOUT_NAME, f"“{name.strip()}”")
    return said


def _checked_colour(colour: str) -> str:
    if colour and colour not in palette():
        raise refuse(RefusalCode.TAG_COLOUR_UNKNOWN, colour)
    return colour


def _refuse_taken(tree: TagTree, name: str, key: str) -> None:
    """Refuse the name of another tag: two of one name could not be told apart."""
    for tag, _ in tree.walk():
        if tag.key != key and name.casefold() in (tag.vi.casefold(), tag.en.casefold()):
            raise refuse(RefusalCode.TAG_NAME_TAKEN, name)


def _new_key(tree: TagTree, name: str) -> str:
    stem = "own_" + (_NOT_OF_A_KEY.sub("_", folded(name)).strip("_") or "tag")
    numbers = iter(range(2, 1_000_000))
    key = stem
    while tree.get(key) is not None:
        key = f"{stem}_{next(numbers)}"
    return key
