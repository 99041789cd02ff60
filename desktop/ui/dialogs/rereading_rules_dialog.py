"""Says which second readings are wanted, of a report or of a field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.core.fields import Field, field_name, fields
from desktop.core.messages import Language
from desktop.core.rereading import RuleScope, SecondRule

_INDENT = "    "


class RereadingRulesDialog(QDialog):
    """Shows the rule of one scope, to be changed; `chosen` carries the SecondRule that Enter keeps."""

    chosen = Signal(object)

    def __init__(
        self, report_id: int, rules: Sequence[SecondRule], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rereadingRulesDialog")
        self.setWindowTitle(self.tr("Second reading: what is wanted"))
        self._rule_by_scope = {rule.scope: rule for rule in rules}
        self._language = language
        self._scopes: list[RuleScope] = []
        self.scope_box = QComboBox()
        self.scope_box.setObjectName("ruleScopeBox")
        self.review_box = QCheckBox(self.tr("&Go over every verified figure"))
        self.rekey_box = QCheckBox(self.tr("Type a &share again unseen:"))
        self.share_box = QSpinBox()
        self.signer_box = QCheckBox(self.tr("Signed off by somebody who verified &none of its figures"))
        self._set_up(report_id)
        self._lay_out()
        self._show_rule()
        self.scope_box.currentIndexChanged.connect(self._show_rule)
        self.rekey_box.toggled.connect(self.share_box.setEnabled)

    def _set_up(self, report_id: int) -> None:
        self.share_box.setObjectName("shareBox")
        self.share_box.setRange(1, 100)
        self.share_box.setSuffix(" %")
        self.share_box.setAccessibleName(self.tr("Share of figures typed again"))
        self._add_scope(RuleScope(report_id), self.tr("This report"))
        for field in fields():
            self._add_fields(field, 0)

    def _add_fields(self, field: Field, depth: int) -> None:
        self._add_scope(RuleScope(tag=field.key), _INDENT * depth + field.name(self._language))
        for child in field.children:
            self._add_fields(child, depth + 1)

    def _add_scope(self, scope: RuleScope, name: str) -> None:
        self._scopes.append(scope)
        self.scope_box.addItem(name)

    def _lay_out(self) -> None:
        scope_label = QLabel(self.tr("&Holds for"))
        scope_label.setBuddy(self.scope_box)
        first, share = QHBoxLayout(), QHBoxLayout()
        first.addWidget(scope_label)
        first.addWidget(self.scope_box, 1)
        share.addWidget(self.rekey_box)
        share.addWidget(self.share_box)
        share.addStretch(1)
        in_force = QLabel(self._words_in_force())
        in_force.setObjectName("hint")
        in_force.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(first)
        layout.addWidget(self.review_box)
        layout.addLayout(share)
        layout.addWidget(self.signer_box)
        layout.addWidget(in_force)
        layout.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 70, self.sizeHint().height())

    def _show_rule(self) -> None:
        scope = self._scopes[self.scope_box.currentIndex()]
        rule = self._rule_by_scope.get(scope, SecondRule(scope))
        self.review_box.setChecked(rule.is_reviewed)
        self.rekey_box.setChecked(rule.is_rekeyed)
        self.share_box.setValue(rule.share)
        self.share_box.setEnabled(rule.is_rekeyed)
        self.signer_box.setChecked(rule.has_other_signer)

    def _words_in_force(self) -> str:
        names = [
            field_name(rule.scope.tag, self._language)
            for rule in self._rule_by_scope.values()
            if rule.scope.tag
        ]
        if not names:
            return self.tr("No field has a rule yet.")
        return self.tr("Fields with a rule: {names}").format(names=", ".join(names))

    def _choose(self) -> None:
        rule = SecondRule(
            self._scopes[self.scope_box.currentIndex()],
            self.review_box.isChecked(),
            self.rekey_box.isChecked(),
            self.share_box.value(),
            self.signer_box.isChecked(),
        )
        self.accept()
        self.chosen.emit(rule)
