"""One heading: a line of its own, or the first words of a paragraph ("1. Trồng trọt: Diện tích …").

What reads as a heading by its number, its capitals or its mark is found here; how headings nest is not.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop.core.documents import Block, BlockKind
from desktop.core.extraction import lexicon
from desktop.core.extraction.issuers import office_of
from desktop.core.extraction.letterheads import is_signature
from desktop.core.extraction.passages import fold

CAPITALS = "capitals"
BOLD = "bold"
LABEL = "label"
PART = "part"
BULLETS = ("star", "dash", "plus")
LONGEST = 220
_LONGEST_LABEL = 90
_LONGEST_NAME = 60
_LEAST_BEHIND_NAME = 40
_LEAST_PARAGRAPH = 80
_NUMBERING = re.compile(
    r"(?P<part>(?:PHẦN|Phần)\s+(?:THỨ\s+\w+|thứ\s+\w+|[IVX]+|[0-9]+|[A-ZĐ])\b)"
    r"|(?P<chapter>(?:CHƯƠNG|Chương)\s+(?:[IVX]+|[0-9]+)\b)"
    r"|(?P<article>(?:ĐIỀU|Điều)\s+[0-9]+\s?[.:]\s?(?=\S))"
    r"|(?P<roman>[IVX]{1,5}\s?[.)/\-]\s?(?!v )(?=\S))"
    r"|(?P<letter>[A-HĐ]\s?(?:[.)]\s?|/\s)(?=\S))"
    r"|(?P<dotted3>[0-9]{1,2}(?:\.[0-9]{1,2}){2}\.?\s+(?=\D))"
    r"|(?P<dotted2>[0-9]{1,2}\.[0-9]{1,2}\.?\s+(?=\D))"
    r"|(?P<number>[0-9]{1,2}\s?(?:[.)/]|-(?=\s))\s*(?=[^\W\d_]))"
    r"|(?P<small>[a-hđ]\s?[.)/]\s+(?=\S))"
    r"|(?P<star>[*•●○▪■►](?![*•●○▪■►])\s*(?=[^\W\d_]))"
    r"|(?P<dash>[-–—](?![-–—])\s*(?=[^\W\d_]))"
    r"|(?P<plus>\+\s*(?=[^\W\d_]))"
)
_BEGINNINGS = frozenset("PpCcĐđIVXABCDEFGHabcdefgh0123456789*•●○▪■►-–—+")
_BEFORE_COLON = re.compile(r"([^:;%]{2,90}?)\s?:\s+(?=\S)|([^:;%]{2,90}?):(?=[^\W\d_])")
_BEFORE_STOP = re.compile(r"([^.:;%0-9]{3,60})\.(?:\s?[-–]\s?|\s+)(?=[^\W\d_])")
_FIGURES = re.compile(r"[0-9],[0-9]|%")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and where its block stands; `is_line` says that it is the whole of it.

    `reach` is the end of what is under it where that is its own paragraph alone, else None; names that are
    not sure are headings where there are several of them.
    """

    style: str
    title: str
    start: int
    reach: int | None = None
    is_sure: bool = True
    is_line: bool = False


def heading_of(block: Block, text: str) -> Heading | None:
    """Return the heading that a block is or begins with, None for a mere paragraph."""
    head = text[block.start : min(block.end, block.start + LONGEST + 40)]
    if _is_plain(block, head):
        return None
    head = " ".join(head.split())
    style, words = _numbering_of(head)
    if style in BULLETS:
        return _of_bullet(block, style, head, words)
    is_whole = block.end - block.start <= LONGEST
    label = _label_of(words, bool(style))
    if label and _is_told(words[len(label) :], is_whole):
        is_colon = words[len(label) :].lstrip().startswith(":")
        in_capitals = None if is_colon else _in_capitals(block, style, head, words)
        return in_capitals or _run_in(block, style, head, words, label)
    if is_whole and (own := _own_style(block, style, head, words)):
        return Heading(own, head, block.start, is_line=True)
    return _in_capitals(block, style, head, words)


def _is_plain(block: Block, head: str) -> bool:
    """Tell at a glance that a block is no heading and begins with none, as most short lines."""
    if not head or head.isspace():
        return True
    is_marked = block.kind is BlockKind.HEADING or block.is_emphasised or head[0] in _BEGINNINGS
    return len(head) < _LEAST_PARAGRAPH and not is_marked and not head.isupper()


def is_bare(heading: Heading) -> bool:
    """Tell whether a heading is only a number ("Phần thứ nhất"), so that the next line names it."""
    style, words = _numbering_of(heading.title)
    return style in (PART, "chapter") and not words.strip(" .:-")


def _numbering_of(head: str) -> tuple[str, str]:
    if head[0] in _BEGINNINGS and (match := _NUMBERING.match(head)):
        return match.lastgroup or "", head[match.end() :]
    return "", head


def _own_style(block: Block, style: str, head: str, words: str) -> str:
    """Return the key of the number or form of a line that is a heading as a whole, "" for a paragraph."""
    is_line = head[-1] not in ".;,:" or len(head) < _LEAST_PARAGRAPH
    if style and is_line and _reads_as_heading(words, block):
        return style
    if block.kind is BlockKind.HEADING:
        return f"heading{block.level}"
    if _is_capital_line(head):
        return CAPITALS
    is_bold = block.is_emphasised and is_line and _reads_as_line(head) and _is_name(head.rstrip(": "), True)
    return BOLD if is_bold else ""


def _reads_as_heading(words: str, block: Block) -> bool:
    """Tell a heading from the first words of a numbered paragraph."""
    if block.kind is BlockKind.HEADING or block.is_emphasised:
        return True
    return _reads_as_line(words)


def _reads_as_line(words: str) -> bool:
    is_sentence = _FIGURES.search(words) or re.search(r"\. [A-ZĐ]", words)
    return len(words) < 160 and not is_sentence and not words.endswith(";")


def _is_capital_line(head: str) -> bool:
    if not head.isupper() or len(head) >= 160 or head[-1] in ".;,":
        return False
    if sum(map(str.isalpha, head)) <= 8:
        return False
    if is_signature(head):
        return False
    office = office_of(head)
    return office is None or not office.place


def _of_bullet(block: Block, style: str, head: str, words: str) -> Heading | None:
    """Return the heading of a paragraph with a mark: a name before a colon or a full stop, or such a line."""
    if len(head) <= _LONGEST_NAME and head[-1] == ":" and _is_name(words[:-1]):
        return Heading(style, head.rstrip(": "), block.start)
    if block.is_emphasised and len(head) <= LONGEST:
        return Heading(style, head, block.start)
    label = _label_of(words, is_numbered=False)
    behind = words[len(label) :].lstrip(" .:-–")
    if not label or len(behind) < _LEAST_BEHIND_NAME or not behind[0].isalpha():
        return None
    return Heading(style, head[: len(head) - len(words)] + label, block.start, reach=block.end)


def _label_of(words: str, is_numbered: bool) -> str:
    """Return the name before the first colon or full stop of a paragraph, "" where there is none."""
    colon, stop = words.find(":", 0, _LONGEST_LABEL + 2), words.find(".", 0, _LONGEST_NAME + 1)
    if colon > 0 and (match := _BEFORE_COLON.match(words)):
        label = match[1] or match[2]
        if not re.search(r"[.!?] |[0-9],[0-9]", label):
            return label if _is_name(label, is_numbered) else ""
    if stop > 0 and (match := _BEFORE_STOP.match(words)) and words[match.end()].isupper():
        return match[1] if _is_name(match[1], is_numbered=False) else ""
    return ""


def _is_name(label: str, is_numbered: bool = False) -> bool:
    """Tell whether words read as the name of a section: no sentence, and nothing that opens a mere list."""
    if not label[:1].isupper():
        return False
    folded = fold(unicodedata.normalize("NFC", label)).rstrip()
    if f" {folded}".endswith(_lead_ins()) or folded.startswith(_not_beginnings()) or folded in _not_names():
        return False
    if is_numbered:
        return True
    is_short = len(label) <= _LONGEST_NAME and not any(map(str.isdigit, label))
    return is_short and not any(
        f" {verb} " in f" {folded} " for verb in lexicon.words("sections", "label.verbs")
    )


@cache
def _lead_ins() -> tuple[str, ...]:
    return tuple(f" {word}" for word in lexicon.words("sections", "label.lead_in"))


@cache
def _not_beginnings() -> tuple[str, ...]:
    return tuple(f"{word} " for word in lexicon.words("sections", "label.not_beginnings"))


@cache
def _not_names() -> frozenset[str]:
    names = (
        *lexicon.words("sections", "label.not_headings"),
        *lexicon.words("sections", "label.not_beginnings"),
    )
    return frozenset(names)


def _is_told(behind: str, is_whole: bool) -> bool:
    """Tell whether something is said behind a name, rather than the name going on."""
    return not is_whole or any(map(str.isdigit, behind)) or behind.rstrip()[-1:] in (".", ";")


def _run_in(block: Block, style: str, head: str, words: str, label: str) -> Heading | None:
    if style:
        return Heading(style, head[: len(head) - len(words)] + label, block.start)
    if block.end - block.start < _LEAST_PARAGRAPH:
        return None
    if label.isupper():
        return Heading(CAPITALS, label, block.start) if _is_capital_line(label) else None
    is_colon = words[len(label) :].lstrip().startswith(":")
    is_known = fold(unicodedata.normalize("NFC", label)) in _field_words()
    return Heading(LABEL, label, block.start, is_sure=is_known) if is_known or is_colon else None


def _in_capitals(block: Block, style: str, head: str, words: str) -> Heading | None:
    """Return the heading in capitals that a paragraph runs on from ("II. CÔNG NGHIỆP Chỉ số …")."""
    if not words[:2].isupper() or block.end - block.start < _LEAST_PARAGRAPH:
        return None
    taken = words.split()
    count = next((i for i, word in enumerate(taken) if word != word.upper()), len(taken))
    if not 0 < count < len(taken):
        return None
    if not taken[count][0].isupper():
        count -= 1
    title = " ".join(taken[:count])
    if sum(map(str.isalpha, title)) < (4 if style else 9) or count < (1 if style else 2):
        return None
    if not _is_capital_line(title) and not style:
        return None
    return Heading(style or CAPITALS, head[: len(head) - len(words)] + title, block.start)


@cache
def _field_words() -> frozenset[str]:
    return frozenset(
        fold(unicodedata.normalize("NFC", word)) for word in _words_below(lexicon.table("fields"))
    )


def _words_below(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _words_below(value)
        elif key == "words":
            yield from value
        elif key == "vi":
            yield value
