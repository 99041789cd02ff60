"""The tree of tags that holds in a workspace: the default fields, and what the office made of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import resources
from desktop.core.fields import Field, fields
from desktop.core.folding import folded
from desktop.core.messages import Language

NO_COLOUR = "grey"


@dataclass(frozen=True, slots=True)
class OfficeTag:
    """What an office says of a tag: one of its own, or a default field changed.

    "" as `name` or `colour` leaves the default field's; `parent` is None where the default tree has it, "" at
    the top. A retired tag is not offered any more and stays on what bears it.
    """

    key: str
    name: str = ""
    colour: str = ""
    parent: str | None = None
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the tree; `parent` is None at the top, `words` are what headings on the field say."""

    key: str
    vi: str
    en: str
    colour: str
    parent: str | None = None
    words: tuple[str, ...] = ()
    is_retired: bool = False

    def name(self, language: Language = Language.VIETNAMESE) -> str:
        """Return the tag's name; an office names it in one language for both."""
        return self.en if language is Language.ENGLISH else self.vi


class TagTree:
    """The tags in their order: children after their parent, the office's own after the default ones."""

    def __init__(self, defaults: Sequence[Field] = (), office: Sequence[OfficeTag] = ()) -> None:
        self._tag_by_key: dict[str, Tag] = {}
        default_keys = frozenset(field.key for top in defaults for field in top.walk())
        office_by_key = {said.key: said for said in office}
        for top in defaults:
            self._add_default(top, None, office_by_key)
        for said in office:
            if said.key not in default_keys:
                self._tag_by_key[said.key] = _own(said)
        self._children = self._linked()
        self._order = [(self._tag_by_key[key], depth) for key, depth in self._walked(None, 0)]

    def walk(self) -> Iterator[tuple[Tag, int]]:
        """Yield every tag with its depth from 0, parents first."""
        return iter(self._order)

    def get(self, key: str) -> Tag | None:
        """Return a tag, None for one that this tree does not know."""
        return self._tag_by_key.get(key)

    def name(self, key: str, language: Language = Language.VIETNAMESE) -> str:
        """Return the name of a tag, the key itself where it is not known."""
        tag = self._tag_by_key.get(key)
        return key if tag is None else tag.name(language)

    def colour(self, key: str) -> str:
        """Return the key of a tag's colour in the palette."""
        tag = self._tag_by_key.get(key)
        return NO_COLOUR if tag is None else tag.colour

    def above(self, key: str) -> tuple[Tag, ...]:
        """Return the tags above one, the highest first."""
        found: list[Tag] = []
        tag = self._tag_by_key.get(key)
        while tag is not None and tag.parent is not None:
            tag = self._tag_by_key[tag.parent]
            found.append(tag)
        return tuple(reversed(found))

    def below(self, key: str) -> frozenset[str]:
        """Return the keys of a tag and all under it."""
        return frozenset({key, *(each for each, _ in self._walked(key, 0))})

    def find(self, words: str) -> Tag | None:
        """Return the tag of this key or this name in either language, accents and case aside."""
        wanted = folded(words).strip()
        for tag, _ in self._order:
            if wanted in (tag.key, folded(tag.vi), folded(tag.en)):
                return tag
        return None

    def _add_default(
        self, field: Field, parent: str | None, office: Mapping[str, OfficeTag], colour: str = NO_COLOUR
    ) -> None:
        said = office.get(field.key, OfficeTag(field.key))
        own_colour = said.colour or _default_colours().get(field.key, colour)
        self._tag_by_key[field.key] = Tag(
            field.key,
            said.name or field.vi,
            said.name or field.en,
            own_colour,
            parent if said.parent is None else said.parent or None,
            field.words,
            said.is_retired,
        )
        for child in field.children:
            self._add_default(child, field.key, office, own_colour)

    def _linked(self) -> dict[str | None, list[str]]:
        """Return the children of each tag; one whose parent is not there, or is below it, goes to the top."""
        children: dict[str | None, list[str]] = {}
        for key, tag in list(self._tag_by_key.items()):
            if tag.parent is not None and (tag.parent not in self._tag_by_key or self._is_in_circle(key)):
                self._tag_by_key[key] = replace(tag, parent=None)
            children.setdefault(self._tag_by_key[key].parent, []).append(key)
        return children

    def _is_in_circle(self, key: str) -> bool:
        seen: set[str] = set()
        each: str | None = self._tag_by_key[key].parent
        while each is not None and each in self._tag_by_key and each not in seen:
            if each == key:
                return True
            seen.add(each)
            each = self._tag_by_key[each].parent
        return False

    def _walked(self, parent: str | None, depth: int) -> Iterator[tuple[str, int]]:
        for key in self._children.get(parent, ()):
            yield key, depth
            yield from self._walked(key, depth + 1)


def tag_tree(office: Sequence[OfficeTag] = ()) -> TagTree:
    """Return the default tree as the office changed it."""
    return TagTree(fields(), office)


def palette() -> tuple[str, ...]:
    """Return the keys of the colours there are, in the order of the choice."""
    return tuple(resources.toml("styles/tags.toml")["order"])


def colour_name(colour: str, language: Language = Language.VIETNAMESE) -> str:
    """Return the name of a colour of the palette, its key where it is not known."""
    named: Mapping[str, str] = resources.toml("styles/tags.toml")["palette"].get(colour, {})
    return named.get(language, colour)


def _default_colours() -> Mapping[str, str]:
    found: Mapping[str, str] = resources.toml("styles/tags.toml")["fields"]
    return found


def _own(said: OfficeTag) -> Tag:
    colour = said.colour or NO_COLOUR
    return Tag(said.key, said.name, said.name, colour, said.parent or None, (), said.is_retired)
