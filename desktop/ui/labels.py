"""The words for verdicts, kinds, bases, qualifiers, reasons and undone acts, in the interface's language."""

from PySide6.QtCore import QCoreApplication

from desktop.core.displays import quantity_text
from desktop.core.figures import Base, Kind, Origin, Qualifier, Reading, ReviewedFigure, Verdict
from desktop.core.sections import LedgerKind
from desktop.ui.models.figure_filter import Shown
from desktop.ui.models.figure_order import Order
from desktop.ui.translation import marked

_VERDICTS: dict[Verdict, str] = {
    Verdict.OPEN: marked("labels", "open"),
    Verdict.ACCEPTED: marked("labels", "right"),
    Verdict.CORRECTED: marked("labels", "corrected"),
    Verdict.DISMISSED: marked("labels", "dismissed"),
    Verdict.DOUBTFUL: marked("labels", "doubtful"),
}

_SHOWN: dict[Shown, str] = {
    Shown.ALL: marked("labels", "All"),
    Shown.OPEN: marked("labels", "Open"),
    Shown.TO_LOOK_AT: marked("labels", "Needs a look"),
    Shown.DOUBTFUL: marked("labels", "Doubtful"),
    Shown.CORRECTED: marked("labels", "Corrected"),
    Shown.DISMISSED: marked("labels", "Dismissed"),
}

_ORDERS: dict[Order, str] = {
    Order.TEXT: marked("labels", "as in the text"),
    Order.ATTENTION: marked("labels", "needs a look first"),
    Order.SIMILAR: marked("labels", "same-looking together"),
    Order.STATE: marked("labels", "by state"),
}

_KINDS: dict[Kind, str] = {
    Kind.LEVEL: marked("labels", "level"),
    Kind.SHARE: marked("labels", "share"),
    Kind.CHANGE: marked("labels", "change"),
    Kind.RATIO: marked("labels", "ratio"),
}

_BASES: dict[Base, str] = {
    Base.NONE: marked("labels", "(none)"),
    Base.SAME_PERIOD: marked("labels", "on same period"),
    Base.PREVIOUS: marked("labels", "on previous"),
    Base.PLAN: marked("labels", "on plan"),
    Base.YEAR_START: marked("labels", "on year start"),
    Base.OTHER: marked("labels", "on other base"),
}

_QUALIFIERS: dict[Qualifier, str] = {
    Qualifier.NONE: marked("labels", "(none)"),
    Qualifier.ABOUT: marked("labels", "about"),
    Qualifier.OVER: marked("labels", "over"),
    Qualifier.UNDER: marked("labels", "under"),
}

REASONS: tuple[tuple[str, str], ...] = (
    ("date", marked("labels", "Date or time")),
    ("period", marked("labels", "Reporting period")),
    ("legal", marked("labels", "Number of a legal document")),
    ("ordinal", marked("labels", "Ordinal number or heading number")),
    ("name", marked("labels", "Part of a name")),
    ("furniture", marked("labels", "Page counter, letterhead or menu")),
    ("duplicate", marked("labels", "Stands here twice")),
    ("not_of_report", marked("labels", "Not about what is reported on")),
    ("other", marked("labels", "Another reason…")),
)
"""The reasons to dismiss a figure, in the order of their keys 1 to 9."""

_LEDGER_KINDS: dict[LedgerKind, str] = {
    LedgerKind.FIGURE: marked("labels", "figure"),
    LedgerKind.PART: marked("labels", "part of a figure"),
    LedgerKind.DATE: marked("labels", "date"),
    LedgerKind.PERIOD: marked("labels", "period"),
    LedgerKind.LEGAL: marked("labels", "legal number"),
    LedgerKind.ORDINAL: marked("labels", "ordinal"),
    LedgerKind.NAME: marked("labels", "name"),
    LedgerKind.FURNITURE: marked("labels", "page furniture"),
    LedgerKind.OPEN: marked("labels", "not accounted for"),
}

_ACTS: dict[str, str] = {
    "accept": marked("labels", "accept"),
    "correct": marked("labels", "correct"),
    "dismiss": marked("labels", "dismiss"),
    "doubt": marked("labels", "mark as doubtful"),
    "reopen": marked("labels", "reopen"),
    "add": marked("labels", "add a figure"),
    "note": marked("labels", "note"),
    "annotate": marked("labels", "note"),
    "tag": marked("labels", "tag"),
    "untag": marked("labels", "untag"),
    "tag_passage": marked("labels", "tag a passage"),
    "untag_passage": marked("labels", "untag a passage"),
    "add_tag": marked("labels", "add a tag to the tree"),
    "rename_tag": marked("labels", "rename a tag"),
    "recolour_tag": marked("labels", "recolour a tag"),
    "move_tag": marked("labels", "move a tag"),
    "retire_tag": marked("labels", "retire a tag"),
    "restore_tag": marked("labels", "use a tag again"),
    "write_note": marked("labels", "write a note"),
    "rewrite_note": marked("labels", "rewrite a note"),
    "settle_note": marked("labels", "settle a note"),
    "reopen_note": marked("labels", "reopen a note"),
    "remove_note": marked("labels", "remove a note"),
    "settle_finding": marked("labels", "keep as the source has it"),
    "reopen_finding": marked("labels", "open a finding again"),
    "take_over": marked("labels", "put right alike"),
    "open_run": marked("labels", "open a number of the ledger"),
    "move": marked("labels", "move the place"),
    "sign_off": marked("labels", "sign the report off"),
    "reopen_report": marked("labels", "open the report again"),
    "second_rule": marked("labels", "set the second reading"),
    "read_again": marked("labels", "second reading"),
    "take_back": marked("labels", "take from the changed Excel file"),
    "settle_readings": marked("labels", "settle a difference"),
}

HIDDEN_SIGN = "•••"

FINDING_SIGN = "⚠"
"""The sign of figures at which an open finding stands."""

HASTY_SIGN = "»"
"""The sign of figures that were accepted faster than they can be read."""

_QUALIFIER_SIGNS = {Qualifier.NONE: "", Qualifier.ABOUT: "≈ ", Qualifier.OVER: "> ", Qualifier.UNDER: "< "}


def shown_words(shown: Shown) -> str:
    """Return the words for a choice by state, as a title."""
    return _translated(_SHOWN[shown])


def order_words(order: Order) -> str:
    """Return the words for an order of figures."""
    return _translated(_ORDERS[order])


def verdict_word(verdict: Verdict) -> str:
    """Return the word that stands beside a verdict's sign."""
    return _translated(_VERDICTS[verdict])


def state_word(figure: ReviewedFigure) -> str:
    """Return the word for a figure's state: its verdict, or that it waits for a look of its own."""
    if figure.verdict is Verdict.OPEN and figure.is_uncertain:
        return QCoreApplication.translate("labels", "uncertain")
    return verdict_word(figure.verdict)


def kind_word(kind: Kind) -> str:
    """Return the word for a kind of figure."""
    return _translated(_KINDS[kind])


def base_word(base: Base) -> str:
    """Return the short words for what a change or a ratio is measured against."""
    return _translated(_BASES[base])


def qualifier_word(qualifier: Qualifier) -> str:
    """Return the word for how exactly a number is stated."""
    return _translated(_QUALIFIERS[qualifier])


def qualifier_sign(qualifier: Qualifier) -> str:
    """Return what stands before the value in a table, its space included."""
    return _QUALIFIER_SIGNS[qualifier]


def measure_words(reading: Reading) -> str:
    """Return kind and base as a table's cell says them: the base where there is one, "" for a plain level."""
    if reading.base is not Base.NONE:
        return base_word(reading.base)
    return "" if reading.kind is Kind.LEVEL else kind_word(reading.kind)


def reason_words(reason: str) -> str:
    """Return the words for a reason of dismissal; what is written after "other:" is shown as it stands."""
    code, _, words = reason.partition(":")
    if words.strip():
        return words.strip()
    return next((_translated(text) for known, text in REASONS if known == code), reason)


def ledger_word(kind: LedgerKind) -> str:
    """Return the word for what became of a run of digits."""
    return _translated(_LEDGER_KINDS[kind])


def aside_words(reason: str) -> str:
    """Return the words for a run of digits that was set aside, with the reason."""
    hint = QCoreApplication.translate("labels", "set aside: {reason}")
    return hint.format(reason=reason)


def look_hint(figure: ReviewedFigure) -> str:
    """Return that a figure was accepted faster than it can be read, "" where it was not."""
    if figure.looked_ms is None or figure.needed_ms is None or not figure.is_hasty:
        return ""
    hint = QCoreApplication.translate(
        "labels", "accepted after {looked} s; reading it takes at least {needed} s"
    )
    return hint.format(looked=seconds(figure.looked_ms), needed=seconds(figure.needed_ms))


def hidden_words() -> str:
    """Return why a figure's value is not shown: a second reader who saw it would not read the page."""
    return QCoreApplication.translate("labels", "value hidden: it is yours to type from the page (Ctrl+F7)")


def act_words(label: str) -> str:
    """Return the words for a change's label, as they stand after "Undo"."""
    return _translated(_ACTS[label]) if label in _ACTS else label


def origin_hint(figure: ReviewedFigure) -> str:
    """Return how the figure came to be known, in a few words."""
    if figure.origin is Origin.CLERK:
        return QCoreApplication.translate("labels", "added by hand")
    if figure.origin is Origin.LEDGER:
        return QCoreApplication.translate("labels", "number not read yet")
    return QCoreApplication.translate("labels", "read with confidence {share} %").format(
        share=round(figure.confidence * 100)
    )


def place_hint(figure: ReviewedFigure) -> str:
    """Return where the machine had found a figure that was moved, "" for one that was not."""
    if figure.found is None:
        return ""
    is_told = figure.found.page is not None or figure.found.sheet is not None
    where = f" ({figure.found})" if is_told else ""
    moved = QCoreApplication.translate("labels", "moved from “{text}”")
    return moved.format(text=" ".join(figure.found_text.split())) + where


def confidence_hint(figure: ReviewedFigure) -> str:
    """Return how sure the machine is of its reading, "" where it has none."""
    if figure.origin is not Origin.MACHINE:
        return ""
    hint = QCoreApplication.translate("labels", "{share} % sure")
    return hint.format(share=round(figure.confidence * 100))


def seconds(milliseconds: int) -> str:
    """Return a length of time in seconds: "2,3"."""
    return f"{milliseconds / 1000:.1f}".replace(".", ",")


def other_hint(figure: ReviewedFigure) -> str:
    """Return how else the number can be read, "" where there is no other way."""
    other = figure.other_reading
    if other is None:
        return ""
    hint = QCoreApplication.translate("labels", "Can also be read as {quantity}")
    return hint.format(quantity=quantity_text(other))


def _translated(text: str) -> str:
    return QCoreApplication.translate("labels", text)
