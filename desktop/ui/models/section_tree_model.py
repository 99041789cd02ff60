"""The headings of a report as a tree, each with its tags and how far its figures are."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from typing_extensions import override

from desktop.core.reviews import ReviewedSection
from desktop.core.tags_in_force import TagsInForce
from desktop.ui.models.completion import completion_sign

SECTION_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a node gives its ReviewedSection."""

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class SectionTreeModel(QAbstractItemModel):
    """Shows the sections of one report; `tag_words` gives the words for a tag's key.

    `swatch` gives the patch of a tag's colour, and another one where the tag is inherited (False).
    """

    def __init__(
        self,
        tag_words: Callable[[str], str],
        parent: QObject | None = None,
        swatch: Callable[[str, bool], QIcon] | None = None,
    ) -> None:
        super().__init__(parent)
        self._tag_words = tag_words
        self._swatch = swatch
        self._force = TagsInForce(())
        self._section_by_id: dict[int, ReviewedSection] = {}
        self._child_ids: dict[int | None, list[int]] = {}
        self._row_by_id: dict[int, int] = {}

    def show_sections(self, sections: Sequence[ReviewedSection]) -> None:
        """Show these sections; nodes stay as they are while the tree has the same shape."""
        if self.has_same_shape(sections):
            self._take(sections)
            self._announce_all()
            return
        self.beginResetModel()
        self._take(sections)
        self.endResetModel()

    def has_same_shape(self, sections: Sequence[ReviewedSection]) -> bool:
        """Tell whether these are the sections shown, whatever else has changed of them."""
        shown = ((each.id, each.parent_id) for each in self._section_by_id.values())
        return list(shown) == [(each.id, each.parent_id) for each in sections]

    def section(self, section_id: int | None) -> ReviewedSection | None:
        """Return a section by its id."""
        return None if section_id is None else self._section_by_id.get(section_id)

    def sections(self) -> Sequence[ReviewedSection]:
        """Return all sections in text order."""
        return tuple(self._section_by_id.values())

    def section_at(self, index: Index) -> ReviewedSection | None:
        """Return the section of a node."""
        return self._section_by_id.get(index.internalId()) if index.isValid() else None

    def index_of(self, section_id: int | None) -> QModelIndex:
        """Return the node of a section, an invalid one where there is none."""
        if section_id is None or section_id not in self._row_by_id:
            return QModelIndex()
        return self.createIndex(self._row_by_id[section_id], 0, section_id)

    def own_tags(self, section_id: int | None) -> tuple[str, ...]:
        """Return the tags that a section bears itself."""
        return self._force.own_of(section_id)

    def inherited_tags(self, section_id: int | None) -> tuple[str, ...]:
        """Return the tags that a section has from those above it."""
        return self._force.inherited_of(section_id)

    def refresh_tags(self) -> None:
        """Show the tags under their names and colours of now."""
        self._announce_all()

    def ids_below(self, section_id: int) -> frozenset[int]:
        """Return a section and all that are under it."""
        found, waiting = set(), [section_id]
        while waiting:
            each = waiting.pop()
            found.add(each)
            waiting.extend(self._child_ids.get(each, ()))
        return frozenset(found)

    @override
    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        children = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    @override
    def parent(self, child: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        section = self.section_at(child)
        return self.index_of(section.parent_id) if section else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return len(self._children(parent))

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        section = self.section_at(index)
        if section is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(
                filter(None, (self._line(section), self._state(section), self._inherited(section)))
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (section.title, self._state(section), self._tags(section), self._inherited(section))
            return ". ".join(filter(None, told))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._patch(section)
        return section if role == SECTION_ROLE else None

    def _take(self, sections: Sequence[ReviewedSection]) -> None:
        self._section_by_id = {section.id: section for section in sections}
        child_ids: dict[int | None, list[int]] = defaultdict(list)
        for section in sections:
            self._row_by_id[section.id] = len(child_ids[section.parent_id])
            child_ids[section.parent_id].append(section.id)
        self._child_ids = dict(child_ids)
        self._force = TagsInForce(sections)

    def _announce_all(self) -> None:
        for parent_id, children in self._child_ids.items():
            first = self.index_of(children[0])
            self.dataChanged.emit(first, self.index(len(children) - 1, 0, self.index_of(parent_id)))

    def _children(self, parent: Index) -> Sequence[int]:
        if not parent.isValid():
            return self._child_ids.get(None, ())
        return self._child_ids.get(parent.internalId(), ())

    def _line(self, section: ReviewedSection) -> str:
        sign = completion_sign(section.total, section.open) if section.total else " "
        tags = self._tags(section)
        return f"{sign} {section.title}" + (f"  [{tags}]" if tags else "")

    def _tags(self, section: ReviewedSection) -> str:
        return ", ".join(map(self._tag_words, section.tags))

    def _inherited(self, section: ReviewedSection) -> str:
        names = ", ".join(map(self._tag_words, self.inherited_tags(section.id)))
        return self.tr("Tags from above: {names}").format(names=names) if names else ""

    def _patch(self, section: ReviewedSection) -> QIcon | None:
        keys = self._force.of_section(section.id)
        return self._swatch(keys[0], bool(section.tags)) if keys and self._swatch is not None else None

    def _state(self, section: ReviewedSection) -> str:
        return self.tr("{open} of {total} figures open").format(open=section.open, total=section.total)
