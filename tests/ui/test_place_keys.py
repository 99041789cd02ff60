"""A figure found at the wrong place is put right by keys: shown at once, kept with Enter, left with Esc."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.core.figures import Origin, Verdict
from desktop.core.sections import LedgerKind
from desktop.ui.source.excerpt_text import ExcerptText
from desktop.ui.workbench import Workbench
from tests.ui.conftest import REPORT, current_of, session_of, stored_of

Press = Callable[..., None]
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left


def _marked(bench: Workbench) -> str:
    """Return the text that is lit in the report for the current figure."""
    mark = bench.panes.source._marks.get(current_of(bench).id)
    assert mark is not None
    return REPORT[mark.place.start : mark.place.end]


def _excerpt(bench: Workbench) -> str:
    text = bench.panes.place.findChild(ExcerptText)
    assert text is not None
    return text.toPlainText()


def _open_texts(bench: Workbench) -> list[str]:
    session = session_of(bench)
    rows = session.workspace.ledger(current_of(bench).report_id)
    return [REPORT[row.start : row.end] for row in rows if row.is_open]


def test_end_and_start_move_by_words_and_are_shown_at_once(bench: Workbench, press: Press) -> None:
    assert _marked(bench) == "6,3 tỷ đồng"
    press(LEFT, ALT)
    assert _marked(bench) == "6,3 tỷ"
    press(LEFT, ALT | SHIFT)
    assert _marked(bench) == "sách 6,3 tỷ"
    press(RIGHT, ALT)
    press(RIGHT, ALT | SHIFT)
    press(RIGHT, ALT)
    assert _marked(bench) == "6,3 tỷ đồng, tăng"
    assert stored_of(bench, current_of(bench).id).text == "6,3 tỷ đồng"


def test_enter_keeps_the_place_as_one_act_and_the_next_enter_accepts(bench: Workbench, press: Press) -> None:
    figure_id = current_of(bench).id
    press(RIGHT, ALT)
    press(RIGHT, ALT)
    press(Qt.Key.Key_Return)
    kept = stored_of(bench, figure_id)
    assert (kept.text, kept.found_text) == ("6,3 tỷ đồng, tăng 20%", "6,3 tỷ đồng")
    assert (kept.verdict, current_of(bench).id) == (Verdict.OPEN, figure_id)
    press(Qt.Key.Key_Return)
    assert stored_of(bench, figure_id).verdict is Verdict.ACCEPTED
    for _ in range(2):
        press(Qt.Key.Key_Z, CTRL)
    assert (stored_of(bench, figure_id).text, _marked(bench)) == ("6,3 tỷ đồng", "6,3 tỷ đồng")
    press(Qt.Key.Key_Y, CTRL)
    assert (stored_of(bench, figure_id).text, _marked(bench)) == ("6,3 tỷ đồng, tăng 20%",) * 2


@pytest.mark.parametrize("key", [(Qt.Key.Key_Escape,), (Qt.Key.Key_Down,), (Qt.Key.Key_F3,)])
def test_what_was_not_kept_is_gone(bench: Workbench, press: Press, key: tuple[Qt.Key]) -> None:
    figure_id = current_of(bench).id
    press(RIGHT, ALT)
    press(*key)
    session_of(bench).desk.go_to(figure_id)
    assert _marked(bench) == "6,3 tỷ đồng"
    assert stored_of(bench, figure_id).found is None
    assert not session_of(bench).clerk.undo_stack.canUndo()


def test_undo_takes_back_what_was_not_kept_first(bench: Workbench, press: Press) -> None:
    figure_id = current_of(bench).id
    press(RIGHT, ALT)
    press(Qt.Key.Key_Return)
    press(RIGHT, ALT)
    press(Qt.Key.Key_Z, CTRL)
    assert _marked(bench) == "6,3 tỷ đồng, tăng"
    assert stored_of(bench, figure_id).text == "6,3 tỷ đồng, tăng"


def test_figure_goes_to_the_next_number_and_leaves_its_own_to_the_ledger(
    bench: Workbench, press: Press
) -> None:
    session_of(bench).desk.go_to(session_of(bench).desk.figures.rows.ids[2])
    figure = current_of(bench)
    assert figure.text == "218 vụ"
    press(LEFT, ALT | CTRL)
    assert _marked(bench).startswith("05/04/2021")
    press(RIGHT, ALT | CTRL)
    assert _marked(bench) == "218 vụ"
    for _ in range(2):
        press(RIGHT, ALT | CTRL)
    assert _marked(bench) == "77/88"
    assert "77/88" in _excerpt(bench)
    press(Qt.Key.Key_Return)
    assert _open_texts(bench) == ["6,3", "20", "218", "5,2", "77/88", "13.160", "3"]
    found = session_of(bench).workspace.figures(session_of(bench).workspace.index(figure.report_id).ids)
    assert [(each.text, each.origin) for each in found][2:5] == [
        ("218", Origin.LEDGER),
        ("5,2%", Origin.MACHINE),
        ("77/88", Origin.MACHINE),
    ]
    assert list(session_of(bench).desk.figures.rows.ids) == [each.id for each in found]
    assert bench.panes.table.selected_ids() == [figure.id] == [current_of(bench).id]
    press(Qt.Key.Key_Z, CTRL)
    assert _marked(bench) == "218 vụ"
    assert [row.kind for row in session_of(bench).workspace.ledger(figure.report_id) if row.is_open].count(
        LedgerKind.OPEN
    ) == 1


def test_value_typed_after_a_move_is_the_value_of_the_new_place(bench: Workbench, press: Press) -> None:
    figure_id = current_of(bench).id
    press(RIGHT, ALT | CTRL)
    press("20")
    press(Qt.Key.Key_Return)
    kept = stored_of(bench, figure_id)
    assert (kept.text, str(kept.effective.value), kept.verdict) == ("20%", "20", Verdict.CORRECTED)
    assert session_of(bench).clerk.undo_stack.count() == 2


def test_field_gone_to_after_a_move_is_of_the_new_place(bench: Workbench, press: Press) -> None:
    figure_id = current_of(bench).id
    press(RIGHT, ALT)
    press(Qt.Key.Key_F2, SHIFT)
    assert stored_of(bench, figure_id).text == "6,3 tỷ đồng, tăng"


def test_doubtful_after_a_move_keeps_the_move(bench: Workbench, press: Press) -> None:
    figure_id = current_of(bench).id
    press(RIGHT, ALT)
    press(Qt.Key.Key_F4)
    kept = stored_of(bench, figure_id)
    assert (kept.text, kept.verdict) == ("6,3 tỷ đồng, tăng", Verdict.DOUBTFUL)


def test_log_tells_where_it_was_and_where_it_is(bench: Workbench, press: Press) -> None:
    figure = current_of(bench)
    press(RIGHT, ALT)
    press(Qt.Key.Key_Return)
    entry = session_of(bench).workspace.log(figure.report_id)[-1]
    start, end = figure.place.start, figure.place.end
    assert (entry.action, entry.who) == ("move", "Lan")
    assert (entry.old["place"], entry.old["text"]) == (f"{start}–{end}", "6,3 tỷ đồng")
    assert (entry.new["place"], entry.new["text"]) == (f"{start}–{end + 6}", "6,3 tỷ đồng, tăng")


def test_signed_report_keeps_its_places(bench: Workbench, press: Press) -> None:
    session = session_of(bench)
    ids = list(session.desk.figures.rows.ids)
    session.clerk.dismiss(ids, "duplicate")
    assert session.clerk.sign_off()
    session.desk.go_to(ids[0])
    bench.panes.table.setFocus()
    press(RIGHT, ALT)
    press(Qt.Key.Key_Return)
    assert stored_of(bench, ids[0]).found is None
    assert _marked(bench) == "6,3 tỷ đồng"
    assert len(bench.messages.lines()) == 1


def test_what_the_machine_found_stays_in_sight(bench: Workbench, press: Press) -> None:
    press(RIGHT, ALT)
    press(Qt.Key.Key_Return)
    labels = [label.text() for label in bench.panes.fields.findChildren(QLabel)]
    assert any("moved from “6,3 tỷ đồng”" in text for text in labels)
