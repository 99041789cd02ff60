"""Asks what is exported: the form, under which tags, and what the form asks for besides."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.core.outputs.choices import ExportChoice
from desktop.core.outputs.forms import OutputForm
from desktop.core.workbooks.content import ExportOptions, Grouping, LeftOut
from desktop.ui.delegates.value_delegate import ENTER_KEYS
from desktop.ui.models.tag_rows_model import TagRowsModel
from desktop.ui.output_forms import form_text, form_use
from desktop.ui.tag_look import SWATCH_SIZE, TagLook

_FORMS = tuple(OutputForm)
_GROUPINGS = tuple(Grouping)


class ExportDialog(QDialog):
    """Enter anywhere goes on; `chosen` carries the ExportChoice, `tags_changed` the keys of ticked tags.

    With `needs_tags` it goes on only when a tag is ticked, and begins at the list of tags.
    """

    chosen = Signal(object)
    tags_changed = Signal(tuple)

    def __init__(
        self, look: TagLook, last: ExportChoice, parent: QWidget | None = None, *, needs_tags: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportChoice")
        self.setWindowTitle(self.tr("Export"))
        self._needs_tags = needs_tags
        self.tags = TagRowsModel(look, self, is_checkable=True)
        self.form_box = QComboBox()
        self.use = QLabel()
        self.list = QListView()
        self.grouping_box = QComboBox()
        self.pictures_box = QCheckBox(self.tr("&Pictures of the places (reports with pages)"))
        self.office_edit = QLineEdit(last.office)
        self.outlook = QLabel()
        self._set_up(last)
        self._lay_out()
        self._show_form()
        self.form_box.currentIndexChanged.connect(self._show_form)
        self.tags.dataChanged.connect(self._tell_tags)
        (self.list if needs_tags else self.form_box).setFocus()

    def choice(self) -> ExportChoice:
        """Return what is chosen now."""
        grouping = _GROUPINGS[self.grouping_box.currentIndex()]
        return ExportChoice(
            _FORMS[self.form_box.currentIndex()],
            self.tags.checked(),
            ExportOptions(grouping, self.pictures_box.isChecked()),
            " ".join(self.office_edit.text().split()),
        )

    def show_outlook(self, figures: int, left_out: LeftOut) -> None:
        """Show how many figures it would be, and how many are left out."""
        written = self.tr("%n verified figure(s)", "", figures)
        line = self.tr("{written}; left out: {open} open, {doubtful} doubtful, {dismissed} dismissed")
        counts = {"open": left_out.open, "doubtful": left_out.doubtful, "dismissed": left_out.dismissed}
        self.outlook.setText(line.format(written=written, **counts))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _set_up(self, last: ExportChoice) -> None:
        self.form_box.setObjectName("exportForm")
        self.form_box.addItems([f"{form_text(form)} ({form.suffix})" for form in _FORMS])
        self.form_box.setCurrentIndex(_FORMS.index(last.form))
        self.use.setObjectName("hint")
        self.grouping_box.setObjectName("exportGrouping")
        self.grouping_box.addItems([self.tr("by section of the report"), self.tr("by tag")])
        self.grouping_box.setCurrentIndex(_GROUPINGS.index(last.options.grouping))
        self.pictures_box.setObjectName("exportPictures")
        self.pictures_box.setChecked(last.options.has_pictures)
        self.office_edit.setObjectName("exportOffice")
        self.office_edit.setPlaceholderText(self.tr("left open to be written by hand"))
        self.outlook.setObjectName("exportOutlook")
        self.outlook.setWordWrap(True)
        self.list.setObjectName("exportTags")
        self.list.setAccessibleName(self.tr("Tags"))
        self.list.setModel(self.tags)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(SWATCH_SIZE)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setCurrentIndex(self.tags.index(0))

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.addRow(self.tr("&Form:"), self.form_box)
        self.form.addRow("", self.use)
        self.form.addRow(self.tr("&Summary set out:"), self.grouping_box)
        self.form.addRow("", self.pictures_box)
        self.form.addRow(self.tr("&Name of the office:"), self.office_edit)
        only, or_all = (
            self.tr("Only figures under these &tags:"),
            self.tr("Only figures under these &tags (none ticked: all):"),
        )
        tags_label = QLabel(only if self._needs_tags else or_all)
        tags_label.setBuddy(self.list)
        hint = QLabel(self.tr("Space ticks a tag, what is below it included; Enter goes on."))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self.form)
        layout.addWidget(tags_label)
        layout.addWidget(self.list, 1)
        layout.addWidget(hint)
        layout.addWidget(self.outlook)
        layout.addWidget(buttons)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 72, letter * 84)

    def _show_form(self) -> None:
        """Show what the form is for, and only the fields that it asks for."""
        form = _FORMS[self.form_box.currentIndex()]
        self.use.setText(form_use(form))
        for field in (self.grouping_box, self.pictures_box):
            self.form.setRowVisible(field, form is OutputForm.WORKBOOK)
        self.form.setRowVisible(self.office_edit, form is OutputForm.RECORD)

    def _tell_tags(self) -> None:
        self.tags_changed.emit(self.tags.checked())

    def _choose(self) -> None:
        choice = self.choice()
        if self._needs_tags and not choice.only_tags:
            self.outlook.setText(self.tr("Tick at least one tag with the space bar."))
            self.list.setFocus()
            return
        self.accept()
        self.chosen.emit(choice)
