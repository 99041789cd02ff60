"""The history of a figure in sentences: who did what, when, from what to what, and whether it was undone."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.core.annotations import NoteState
from desktop.core.displays import period_text, quantity_text, time_text, value_text
from desktop.core.figures import Base, Kind, Qualifier, ReviewedFigure, Value, Verdict
from desktop.core.findings import FindingState
from desktop.ui import labels
from desktop.ui.translation import marked

if TYPE_CHECKING:
    from desktop.core.reviews import LogEntry
    from desktop.operations.histories import HistoryLine

_FIELDS: dict[str, str] = {
    "verdict": marked("history", "state"),
    "value": marked("history", "value"),
    "unit": marked("history", "unit"),
    "kind": marked("history", "kind"),
    "base": marked("history", "base"),
    "indicator": marked("history", "indicator"),
    "qualifier": marked("history", "exactness"),
    "period": marked("history", "period"),
    "reason": marked("history", "reason"),
    "note": marked("history", "remark"),
    "note_text": marked("history", "note"),
    "note_state": marked("history", "state of the note"),
    "finding": marked("history", "finding"),
    "finding_state": marked("history", "state of the finding"),
    "looked_ms": marked("history", "looked at for"),
    "place": marked("history", "place"),
    "text": marked("history", "text there"),
    "outcome": marked("history", "outcome"),
    "settled": marked("history", "value chosen"),
}


def history_page(figure: ReviewedFigure, lines: "Sequence[HistoryLine]") -> str:
    """Return the history as HTML, oldest first, begun by what the machine read."""
    told = [f"<p>{escape(_origin(figure))}</p>"]
    told += [f"<p>{_told(line)}</p>" for line in lines]
    if not lines:
        nothing = _tr(marked("history", "Nobody has changed anything yet."))
        told.append(f"<p>{escape(nothing)}</p>")
    return "".join(told)


def sentence(line: "HistoryLine") -> str:
    """Return one line of a history: "14:05 07/04/2021, Lan: sửa – giá trị 218 → 219"."""
    entry = line.entry
    act = labels.act_words(line.verb)
    if line.direction == "undo_":
        act = _tr(marked("history", "took back: {act}")).format(act=act)
    elif line.direction == "redo_":
        act = _tr(marked("history", "did again: {act}")).format(act=act)
    told = f"{time_text(entry.at)}, {entry.who}: {act}"
    changed = "; ".join(_changes(entry))
    if changed:
        told = f"{told} – {changed}"
    return told


def undone_words(line: "HistoryLine") -> str:
    """Return by whom and when a line was taken back, "" for one that holds."""
    if line.undone is None:
        return ""
    by = _tr(marked("history", "taken back by {name}, {time}"))
    return by.format(name=line.undone.who, time=time_text(line.undone.at))


def _told(line: "HistoryLine") -> str:
    """Return a line as HTML, struck through where it was taken back."""
    told, undone = escape(sentence(line)), escape(undone_words(line))
    return f"<s>{told}</s> ({undone})" if undone else told


def _origin(figure: ReviewedFigure) -> str:
    line = _tr(marked("history", "In the report: “{text}”. Read as {quantity} ({origin})."))
    return line.format(
        text=" ".join((figure.found_text or figure.text).split()),
        quantity=quantity_text(figure.read),
        origin=labels.origin_hint(figure),
    )


def _changes(entry: "LogEntry") -> Iterator[str]:
    for name in entry.old | entry.new:
        if name == "note_state" and "note_text" in entry.new:
            continue  # a note is open when it is written
        old, new = _shown(name, entry.old), _shown(name, entry.new)
        if old != new:
            title = _tr(_FIELDS[name]) if name in _FIELDS else name
            yield f"{title} {old} → {new}" if entry.old.get(name) else f"{title}: {new}"


def _shown(name: str, texts: Mapping[str, str]) -> str:
    text = texts.get(name, "")
    if not text and name not in _WORDS:
        return _tr(marked("history", "(empty)"))
    return _read(name, text)


def _read(name: str, text: str) -> str:
    """Return a text of the log in words; one that means nothing to this version stays as it is."""
    try:
        return _WORDS[name](text) if name in _WORDS else _quoted(text)
    except ValueError:
        return text


def _quoted(text: str) -> str:
    return f"“{text}”"


def _verdict(text: str) -> str:
    return labels.verdict_word(Verdict(text)) if text else _tr(marked("history", "(not there)"))


def _note_state(text: str) -> str:
    if not text:
        return _tr(marked("history", "(not there)"))
    state = NoteState(text)
    return _tr(marked("history", "open") if state is NoteState.OPEN else marked("history", "settled"))


def _finding_state(text: str) -> str:
    is_open = FindingState(text) is FindingState.OPEN
    return _tr(marked("history", "open") if is_open else marked("history", "as the source has it"))


def _looked(text: str) -> str:
    if not text:
        return _tr(marked("history", "(not measured)"))
    return _tr(marked("history", "{seconds} s")).format(seconds=labels.seconds(int(text)))


_WORDS = {
    "verdict": _verdict,
    "value": lambda text: value_text(Value.parse(text)) if text else _tr(marked("history", "(empty)")),
    "kind": lambda text: labels.kind_word(Kind(text)) if text else _tr(marked("history", "(empty)")),
    "base": lambda text: labels.base_word(Base(text)),
    "qualifier": lambda text: labels.qualifier_word(Qualifier(text)),
    "period": lambda text: period_text(text) if text else _tr(marked("history", "(empty)")),
    "reason": lambda text: labels.reason_words(text) if text else _tr(marked("history", "(empty)")),
    "note_state": _note_state,
    "finding_state": _finding_state,
    "looked_ms": _looked,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)
