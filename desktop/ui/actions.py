"""Every action of the program once, as data: menus, context menus, toolbar and the F1 page are made from it.

Knows nothing of what an action does; the window connects them.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.translation import marked


class Group(StrEnum):
    """The menus, in their order."""

    FILE = "file"
    REVIEW = "review"
    PLACE = "place"
    TAG = "tag"
    WALK = "walk"
    VIEW = "view"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its keys in portable spelling, English texts to be translated, and where it stands.

    `is_for_figures` keeps the keys to the panes that show figures, so that fields and lists keep theirs.
    `hint` replaces the keys of what is typed rather than triggered; such an action is only explained.
    `number` stands where the texts have {number}, for actions that differ by nothing else.
    """

    id: str
    group: Group
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    is_for_figures: bool = False
    is_checkable: bool = False
    starts_part: bool = False
    hint: str = ""
    number: int = 0


_RECENT_TAGS = tuple(
    ActionSpec(
        f"recent_tag_{number}",
        Group.TAG,
        marked("actions", "Recent tag {number}"),
        marked("actions", "Put recent tag {number} on the selected passage or the section, or take it off"),
        (f"Ctrl+{number}",),
        starts_part=number == 1,
        number=number,
    )
    for number in range(1, 10)
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "open",
        Group.FILE,
        marked("actions", "&Open reports…"),
        marked("actions", "Bring reports into the workspace"),
        ("Ctrl+O",),
    ),
    ActionSpec(
        "export",
        Group.FILE,
        marked("actions", "&Export…"),
        marked(
            "actions", "Write the verified figures to Excel, CSV, JSON or Parquet, or a record of the review"
        ),
        ("Ctrl+E",),
    ),
    ActionSpec(
        "export_tags",
        Group.FILE,
        marked("actions", "Export by &tags…"),
        marked("actions", "Write only the verified figures under certain tags"),
        ("Ctrl+Shift+E",),
    ),
    ActionSpec(
        "fill_form",
        Group.FILE,
        marked("actions", "&Fill a form…"),
        marked("actions", "Fill the verified figures into the cells of the office's own Excel form"),
    ),
    ActionSpec(
        "read_back",
        Group.FILE,
        marked("actions", "&Read a changed Excel file back…"),
        marked("actions", "Hold an exported workbook that was changed elsewhere against the program"),
        starts_part=True,
    ),
    ActionSpec(
        "verify_workbook",
        Group.FILE,
        marked("actions", "&Verify an exported Excel file…"),
        marked("actions", "Check that each value of an exported workbook is still what was verified"),
    ),
    ActionSpec(
        "cancel_export",
        Group.FILE,
        marked("actions", "&Cancel the export"),
        marked("actions", "Give up the export under way; the file stays as it was"),
    ),
    ActionSpec(
        "quit",
        Group.FILE,
        marked("actions", "&Quit"),
        marked("actions", "Close the program; everything is saved already"),
        ("Ctrl+Q",),
        starts_part=True,
    ),
    ActionSpec(
        "accept",
        Group.REVIEW,
        marked("actions", "&Accept"),
        marked("actions", "The figure is right; go to the next open one"),
        ("Return", "Enter"),
        is_for_figures=True,
    ),
    ActionSpec(
        "accept_row",
        Group.REVIEW,
        marked("actions", "Accept the &row of the sheet"),
        marked("actions", "All open figures of this row of the sheet that were on the screen are right"),
        ("Shift+Return", "Shift+Enter"),
        is_for_figures=True,
    ),
    ActionSpec(
        "accept_column",
        Group.REVIEW,
        marked("actions", "Accept the &column of the sheet"),
        marked("actions", "All open figures of this column of the sheet that were on the screen are right"),
        ("Ctrl+Return", "Ctrl+Enter"),
        is_for_figures=True,
    ),
    ActionSpec(
        "type_value",
        Group.REVIEW,
        marked("actions", "Type the right value"),
        marked("actions", "Start typing digits on a row; Enter keeps the correction and goes on"),
        hint="0 … 9",
    ),
    ActionSpec(
        "edit_value",
        Group.REVIEW,
        marked("actions", "Edit the &value"),
        marked("actions", "Edit the value in its row"),
        ("F2",),
    ),
    ActionSpec(
        "take_other",
        Group.REVIEW,
        marked("actions", "Take the ot&her reading"),
        marked("actions", "The number is to be read the other way shown below it; go to the next open one"),
        ("F8",),
    ),
    ActionSpec(
        "edit_fields",
        Group.REVIEW,
        marked("actions", "Edit the other &fields"),
        marked("actions", "Go to unit, kind, indicator and note"),
        ("Shift+F2",),
    ),
    ActionSpec(
        "go_to_field",
        Group.REVIEW,
        marked("actions", "Go to a field"),
        marked("actions", "The digit stands before the field's name; Enter keeps the change and goes on"),
        hint="Alt+1 … Alt+8",
    ),
    ActionSpec(
        "take_over",
        Group.REVIEW,
        marked("actions", "Put others right ali&ke…"),
        marked("actions", "List the open figures that the last correction fits, to change them together"),
        ("Ctrl+K",),
    ),
    ActionSpec(
        "leave",
        Group.REVIEW,
        marked("actions", "Leave editing"),
        marked("actions", "Leave a field or a list and change nothing"),
        hint="Esc",
    ),
    ActionSpec(
        "dismiss",
        Group.REVIEW,
        marked("actions", "&Dismiss…"),
        marked("actions", "It is no figure of this report; give the reason with one key"),
        ("Del",),
        is_for_figures=True,
    ),
    ActionSpec(
        "dismiss_again",
        Group.REVIEW,
        marked("actions", "Dismiss for the last reason a&gain"),
        marked("actions", "It is no figure either, for the same reason as the one before"),
        ("Ctrl+Del",),
        is_for_figures=True,
    ),
    ActionSpec(
        "doubt",
        Group.REVIEW,
        marked("actions", "Mark as dou&btful"),
        marked("actions", "Leave it for later; go to the next open one"),
        ("F4",),
    ),
    ActionSpec(
        "reopen",
        Group.REVIEW,
        marked("actions", "Reo&pen"),
        marked("actions", "Take the verdict back"),
        ("Shift+F4",),
    ),
    ActionSpec(
        "add",
        Group.REVIEW,
        marked("actions", "Add a figure from the selec&tion…"),
        marked("actions", "Make a figure of the text selected in the report"),
        ("Ins",),
    ),
    ActionSpec(
        "claim",
        Group.REVIEW,
        marked("actions", "C&laim the number"),
        marked("actions", "Make a figure of a number of the ledger, with all that its sentence says of it"),
        ("F9",),
    ),
    ActionSpec(
        "open_run",
        Group.REVIEW,
        marked("actions", "Open a nu&mber that was set aside"),
        marked("actions", "It was set aside wrongly: let it wait for a verdict"),
        ("Shift+F9",),
    ),
    ActionSpec(
        "settle_finding",
        Group.REVIEW,
        marked("actions", "Right as the source has it"),
        marked("actions", "The finding is settled: the report really says so; once more opens it again"),
        ("F5",),
        starts_part=True,
    ),
    ActionSpec(
        "settle_finding_with_note",
        Group.REVIEW,
        marked("actions", "Right as the source has it, with a note…"),
        marked("actions", "Settle the finding and say why"),
        ("Shift+F5",),
    ),
    ActionSpec(
        "sign_off",
        Group.REVIEW,
        marked("actions", "&Sign the report off"),
        marked("actions", "Vouch for the whole report; possible only when nothing of it is open"),
        ("Ctrl+F9",),
        starts_part=True,
    ),
    ActionSpec(
        "reopen_report",
        Group.REVIEW,
        marked("actions", "Open the report agai&n…"),
        marked("actions", "Let a report be changed that was signed off, for a reason that is kept"),
        ("Ctrl+Shift+F9",),
    ),
    ActionSpec(
        "second_reading",
        Group.REVIEW,
        marked("actions", "S&econd reading"),
        marked("actions", "Begin or leave the second reading of what somebody else has verified"),
        ("Ctrl+F7",),
        is_checkable=True,
        starts_part=True,
    ),
    ActionSpec(
        "differences",
        Group.REVIEW,
        marked("actions", "Settle d&ifferences…"),
        marked("actions", "Show side by side what two have read differently; one key says who is right"),
        ("Ctrl+F8",),
    ),
    ActionSpec(
        "second_rules",
        Group.REVIEW,
        marked("actions", "Second reading: &what is wanted…"),
        marked("actions", "Say which figures somebody else reads again, in this report or in a field"),
        ("Ctrl+Shift+F7",),
    ),
    ActionSpec(
        "error_rates",
        Group.REVIEW,
        marked("actions", "Error rates…"),
        marked("actions", "Show how often first and second readings were wrong, by person and by kind"),
        ("Ctrl+Shift+F8",),
    ),
    ActionSpec(
        "undo",
        Group.REVIEW,
        marked("actions", "&Undo"),
        marked("actions", "Take back the last change"),
        ("Ctrl+Z",),
        starts_part=True,
    ),
    ActionSpec(
        "redo",
        Group.REVIEW,
        marked("actions", "Red&o"),
        marked("actions", "Make the change again that was taken back"),
        ("Ctrl+Y", "Ctrl+Shift+Z"),
    ),
    ActionSpec(
        "place_end_on",
        Group.PLACE,
        marked("actions", "End one word further"),
        marked("actions", "It ends one word later; in a sheet it goes to the cell on the right"),
        ("Alt+Right",),
        is_for_figures=True,
    ),
    ActionSpec(
        "place_end_back",
        Group.PLACE,
        marked("actions", "End one word back"),
        marked(
            "actions",
            "It ends one word earlier; in a sheet it goes to the cell on the left",
        ),
        ("Alt+Left",),
        is_for_figures=True,
    ),
    ActionSpec(
        "place_start_on",
        Group.PLACE,
        marked("actions", "Start one word further"),
        marked("actions", "It starts one word later"),
        ("Alt+Shift+Right",),
        is_for_figures=True,
    ),
    ActionSpec(
        "place_start_back",
        Group.PLACE,
        marked("actions", "Start one word back"),
        marked("actions", "It starts one word earlier"),
        ("Alt+Shift+Left",),
        is_for_figures=True,
    ),
    ActionSpec(
        "place_number_on",
        Group.PLACE,
        marked("actions", "To the next number"),
        marked("actions", "The figure stands at the next number of the report"),
        ("Ctrl+Alt+Right",),
        is_for_figures=True,
        starts_part=True,
    ),
    ActionSpec(
        "place_number_back",
        Group.PLACE,
        marked("actions", "To the previous number"),
        marked("actions", "The figure stands at the previous number of the report"),
        ("Ctrl+Alt+Left",),
        is_for_figures=True,
    ),
    ActionSpec(
        "place_up",
        Group.PLACE,
        marked("actions", "One cell up"),
        marked("actions", "In a sheet the figure stands in the cell above"),
        ("Alt+Up",),
        is_for_figures=True,
        starts_part=True,
    ),
    ActionSpec(
        "place_down",
        Group.PLACE,
        marked("actions", "One cell down"),
        marked("actions", "In a sheet the figure stands in the cell below"),
        ("Alt+Down",),
        is_for_figures=True,
    ),
    ActionSpec(
        "tag",
        Group.TAG,
        marked("actions", "&Tag the section or the selection…"),
        marked("actions", "Put the selected passage or the section under a field, or take it away"),
        ("Ctrl+T",),
    ),
    ActionSpec(
        "take_tag",
        Group.TAG,
        marked("actions", "Take the &suggested tag"),
        marked("actions", "Put the first suggested tag on the selected passage or the section"),
        ("Ctrl+Shift+T",),
    ),
    ActionSpec(
        "edit_tags",
        Group.TAG,
        marked("actions", "&Change the tree of tags…"),
        marked("actions", "Add, rename, recolour, move or retire tags"),
        ("Ctrl+Shift+K",),
    ),
    ActionSpec(
        "write_note",
        Group.TAG,
        marked("actions", "Write a &note…"),
        marked("actions", "Write a note on the selected passage, the figure or the report"),
        ("Ctrl+M",),
        starts_part=True,
    ),
    ActionSpec(
        "settle_note",
        Group.TAG,
        marked("actions", "S&ettle or reopen the note"),
        marked("actions", "Mark the note of the list or of the figure as settled, or as open again"),
        ("Ctrl+Shift+M",),
    ),
    ActionSpec(
        "show_notes",
        Group.TAG,
        marked("actions", "&List of notes"),
        marked("actions", "Go to the notes of the report"),
        ("Ctrl+Shift+N",),
    ),
    ActionSpec(
        "all_notes",
        Group.TAG,
        marked("actions", "Notes of &all reports"),
        marked("actions", "List the notes of every report of the workspace, or those of this one again"),
        ("Ctrl+Shift+H",),
        is_checkable=True,
    ),
    ActionSpec(
        "history",
        Group.TAG,
        marked("actions", "&History of the figure"),
        marked("actions", "Tell who changed the figure, when, and from what to what"),
        ("Ctrl+H",),
    ),
    *_RECENT_TAGS,
    ActionSpec(
        "next_open",
        Group.WALK,
        marked("actions", "&Next open figure"),
        marked("actions", "Go to the next figure without a verdict"),
        ("F3",),
    ),
    ActionSpec(
        "previous_open",
        Group.WALK,
        marked("actions", "&Previous open figure"),
        marked("actions", "Go to the previous figure without a verdict"),
        ("Shift+F3",),
    ),
    ActionSpec(
        "next_finding",
        Group.WALK,
        marked("actions", "Next finding"),
        marked("actions", "Go to the next figure that does not fit with others"),
        ("Ctrl+F3",),
        starts_part=True,
    ),
    ActionSpec(
        "previous_finding",
        Group.WALK,
        marked("actions", "Previous finding"),
        marked("actions", "Go to the previous figure that does not fit with others"),
        ("Ctrl+Shift+F3",),
    ),
    ActionSpec(
        "finding_figures",
        Group.WALK,
        marked("actions", "Figures of the finding"),
        marked("actions", "Go round the figures that the finding is about"),
        ("Ctrl+F5",),
    ),
    ActionSpec(
        "next_hasty",
        Group.WALK,
        marked("actions", "Next one accepted &too fast"),
        marked("actions", "Go to the next figure that was accepted faster than it can be read"),
        ("Alt+F9",),
    ),
    ActionSpec(
        "go_to_ledger",
        Group.WALK,
        marked("actions", "To the &ledger"),
        marked("actions", "Go to the list of numbers that no figure claims, to the first open one"),
        ("Ctrl+Shift+G",),
    ),
    ActionSpec(
        "find",
        Group.WALK,
        marked("actions", "&Find in the report…"),
        marked("actions", "Show only the figures that hold the words typed; Esc leads back"),
        ("Ctrl+F",),
        starts_part=True,
    ),
    ActionSpec(
        "find_everywhere",
        Group.WALK,
        marked("actions", "Find in all &reports…"),
        marked("actions", "Search the figures of the whole workspace; Enter opens the report there"),
        ("Ctrl+Shift+F",),
    ),
    ActionSpec(
        "next_pane",
        Group.WALK,
        marked("actions", "Next p&ane"),
        marked("actions", "Go round the panes: figures, fields, outline, report"),
        ("F6",),
        starts_part=True,
    ),
    ActionSpec(
        "previous_pane",
        Group.WALK,
        marked("actions", "Pre&vious pane"),
        marked("actions", "Go round the panes the other way"),
        ("Shift+F6",),
    ),
    ActionSpec(
        "menu",
        Group.WALK,
        marked("actions", "&Menu bar"),
        marked("actions", "Go to the menus; the arrow keys move in them"),
        ("F10",),
    ),
    ActionSpec(
        "show_ledger",
        Group.VIEW,
        marked("actions", "All &numbers in the report"),
        marked(
            "actions",
            "Show in the report every number: claimed by a figure, set aside with its reason, or open",
        ),
        ("Ctrl+G",),
        is_checkable=True,
    ),
    ActionSpec(
        "only_open",
        Group.VIEW,
        marked("actions", "&Only open figures"),
        marked("actions", "Show only the figures without a verdict"),
        ("Ctrl+L",),
        is_checkable=True,
    ),
    ActionSpec(
        "only_to_look_at",
        Group.VIEW,
        marked("actions", "Only figures that need a &look"),
        marked(
            "actions", "Show all figures, or only the open ones of uncertain reading, least certain first"
        ),
        ("F7",),
        is_checkable=True,
    ),
    ActionSpec(
        "choose_filter",
        Group.VIEW,
        marked("actions", "&Filter by…"),
        marked(
            "actions", "Show only the figures of a section, a tag, a reviewer or a state, each with its count"
        ),
        ("F11",),
    ),
    ActionSpec(
        "next_order",
        Group.VIEW,
        marked("actions", "Next o&rder of work"),
        marked("actions", "As in the text, what needs a look first, or same-looking together"),
        ("F12",),
    ),
    ActionSpec(
        "only_section",
        Group.VIEW,
        marked("actions", "Only the chosen &section"),
        marked("actions", "Show only the figures of the section chosen in the outline"),
        ("Ctrl+Shift+L",),
        is_checkable=True,
    ),
    ActionSpec(
        "language_vi",
        Group.VIEW,
        "&Tiếng Việt",
        marked("actions", "Speak Vietnamese from the next start on"),
        is_checkable=True,
        starts_part=True,
    ),
    ActionSpec(
        "language_en",
        Group.VIEW,
        "&English",
        marked("actions", "Speak English from the next start on"),
        is_checkable=True,
    ),
    ActionSpec(
        "keys",
        Group.HELP,
        marked("actions", "&Keys"),
        marked("actions", "Show all keys"),
        ("F1",),
    ),
)

_MENU_TITLES: dict[Group, str] = {
    Group.FILE: marked("actions", "&File"),
    Group.REVIEW: marked("actions", "&Review"),
    Group.PLACE: marked("actions", "&Place"),
    Group.TAG: marked("actions", "&Tags and notes"),
    Group.WALK: marked("actions", "&Go"),
    Group.VIEW: marked("actions", "&View"),
    Group.HELP: marked("actions", "&Help"),
}

_KEYPAD_ENTER = marked("actions", "keypad Enter")


def menu_title(group: Group) -> str:
    """Return the title of the group's menu, with its mnemonic."""
    return QCoreApplication.translate("actions", _MENU_TITLES[group])


def text_of(spec: ActionSpec) -> str:
    """Return the action's text with its mnemonic."""
    return _numbered(spec, spec.text)


def tip_of(spec: ActionSpec) -> str:
    """Return the sentence that says what the action does."""
    return _numbered(spec, spec.tip)


def keys_of(spec: ActionSpec) -> tuple[str, ...]:
    """Return the action's keys as they stand on a keyboard."""
    return (spec.hint,) if spec.hint else tuple(map(_key_name, spec.keys))


def key_of(action_id: str) -> str:
    """Return the first key of the action with this id, as it stands on a keyboard."""
    return next(keys_of(spec)[0] for spec in ACTIONS if spec.id == action_id)


def is_triggered(spec: ActionSpec) -> bool:
    """Tell whether the action is one to trigger, not only one to explain."""
    return not spec.hint


def build_actions(parent: QWidget) -> dict[str, QAction]:
    """Return the actions by id, made as children of `parent` and not connected yet."""
    return {spec.id: _build(spec, parent) for spec in ACTIONS if is_triggered(spec)}


def _numbered(spec: ActionSpec, text: str) -> str:
    return QCoreApplication.translate("actions", text).replace("{number}", str(spec.number))


def _build(spec: ActionSpec, parent: QWidget) -> QAction:
    action = QAction(text_of(spec), parent)
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(key) for key in spec.keys])
    action.setStatusTip(tip_of(spec))
    action.setToolTip(_tool_tip(spec))
    action.setCheckable(spec.is_checkable)
    if spec.is_for_figures:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action


def _tool_tip(spec: ActionSpec) -> str:
    keys = keys_of(spec)
    return f"{tip_of(spec)} ({keys[0]})" if keys else tip_of(spec)


def _key_name(key: str) -> str:
    held, plus, last = key.rpartition("+")
    if last == "Return":
        return f"{held}{plus}Enter"
    if last == "Enter":
        return f"{held}{plus}{QCoreApplication.translate('actions', _KEYPAD_ENTER)}"
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
