"""Tags with real keys: on sections and passages, suggested, recent, and the tree they come from."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop.core.annotations import PassageTag
from desktop.core.messages import Language
from desktop.core.places import Place
from desktop.core.tags import OfficeTag, Tag, tag_tree
from desktop.operations import tagging
from desktop.operations.annotations import read_annotations, read_tag_tree
from desktop.ui.dialogs.tag_tree_dialog import TagTreeDialog
from desktop.ui.models.passage_list_model import PassageListModel
from desktop.ui.models.tag_list_model import TagListModel
from desktop.ui.models.tag_rows_model import TagRowsModel
from desktop.ui.recent_tags import MOST_RECENT, RecentTags
from desktop.ui.source.text_view import TextView
from desktop.ui.tag_look import TagLook
from desktop.ui.workbench import Workbench
from tests.ui.conftest import REPORT, OpenWindow, current_of, named, session_of

Press = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


def _section_tags(bench: Workbench) -> list[tuple[str, ...]]:
    return [section.tags for section in session_of(bench).workspace.sections(current_of(bench).report_id)]


def _passages(bench: Workbench) -> list[tuple[str, str]]:
    found = read_annotations(session_of(bench).workspace, current_of(bench).report_id)
    return [(REPORT[each.place.start : each.place.end], each.key) for each in found.passages]


def _select(bench: Workbench, text: str) -> None:
    view = bench.panes.source.findChild(TextView)
    assert view is not None
    view.setFocus()
    found = view.document().find(text)
    cursor = QTextCursor(view.document())
    cursor.setPosition(found.selectionStart())
    cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def _tag(bench: Workbench, key: str) -> Tag:
    found = read_tag_tree(session_of(bench).workspace).get(key)
    assert found is not None
    return found


def test_enter_takes_the_tag_that_the_heading_suggests(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Return)
    assert _section_tags(bench)[0] == ("economy",)
    assert bench.panes.table.hasFocus()
    press(Qt.Key.Key_Z, CONTROL)
    assert _section_tags(bench)[0] == ()


def test_one_key_takes_what_the_line_suggests(bench: Workbench, press: Press) -> None:
    label = named(bench, QLabel, "suggestedTag")
    assert isinstance(label, QLabel)
    assert "Kinh tế (Ctrl+Shift+T)" in label.text()
    press(Qt.Key.Key_T, BOTH)
    assert _section_tags(bench)[0] == ("economy",)
    assert label.isHidden()
    told = named(bench, QLabel, "sectionTags")
    assert isinstance(told, QLabel)
    assert "Kinh tế" in told.text()


def test_arrow_keys_choose_another_of_the_list(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_T, CONTROL)
    press("thuy san")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert _section_tags(bench)[0] == ("agriculture",)


def test_escape_tags_nothing_and_gives_the_keyboard_back(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_T, CONTROL)
    press("y te")
    press(Qt.Key.Key_Escape)
    assert _section_tags(bench)[0] == ()
    assert bench.panes.table.hasFocus()
    assert bench.panes.outline.tag_edit.text() == ""


def test_selected_text_is_tagged_instead_of_the_section(bench: Workbench, press: Press) -> None:
    _select(bench, "Thu ngân sách 6,3 tỷ đồng")
    press(Qt.Key.Key_T, CONTROL)
    press("ngan sach")
    press(Qt.Key.Key_Return)
    assert _passages(bench) == [("Thu ngân sách 6,3 tỷ đồng", "finance")]
    told = named(bench, QLabel, "passageTags")
    assert isinstance(told, QLabel)
    assert told.text() == "Of the passage: Tài chính, ngân sách"
    assert _section_tags(bench)[0] == ()
    rows = bench.panes.outline.passages.passages
    assert [rows.index(row).data() for row in range(rows.rowCount())] == [
        "Tài chính, ngân sách · Thu ngân sách 6,3 tỷ đồng"
    ]
    press(Qt.Key.Key_Z, CONTROL)
    assert _passages(bench) == []
    assert rows.rowCount() == 0
    press(Qt.Key.Key_Y, CONTROL)
    assert len(_passages(bench)) == 1


def test_passage_is_coloured_in_the_source(bench: Workbench, press: Press) -> None:
    view = bench.panes.source.findChild(TextView)
    assert view is not None
    before = view.grab().toImage()
    _select(bench, "Thu ngân sách")
    press(Qt.Key.Key_T, BOTH)
    cursor = view.textCursor()
    cursor.clearSelection()
    view.setTextCursor(cursor)
    bench.panes.table.setFocus()
    after = view.grab().toImage()
    colour = bench.panes.outline.tag_look.color("finance", on_dark=False)
    pixels = [
        image.pixelColor(x, y) == colour
        for image in (before, after)
        for x in range(image.width())
        for y in range(image.height())
    ]
    half = len(pixels) // 2
    assert not any(pixels[:half])
    assert sum(pixels[half:]) > 20


def test_tag_of_a_passage_is_taken_off_in_the_list(bench: Workbench, press: Press) -> None:
    _select(bench, "Thu ngân sách 6,3 tỷ đồng")
    press(Qt.Key.Key_T, BOTH)
    outline = bench.panes.outline
    outline.tabs.setCurrentWidget(outline.passages)
    outline.passages.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete)
    assert _passages(bench) == []


def test_number_keys_toggle_the_recent_tags_and_stay_what_they_are(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_1, CONTROL)
    assert _section_tags(bench)[0] == ()
    for name in ("trong trot", "y te"):
        press(Qt.Key.Key_T, CONTROL)
        press(name)
        press(Qt.Key.Key_Return)
    assert _section_tags(bench)[0] == ("crops", "health")
    press(Qt.Key.Key_1, CONTROL)
    assert _section_tags(bench)[0] == ("health",)
    press(Qt.Key.Key_1, CONTROL)
    assert _section_tags(bench)[0] == ("crops", "health")
    press(Qt.Key.Key_2, CONTROL)
    assert _section_tags(bench)[0] == ("crops",)
    assert bench.actions["recent_tag_2"].text() == "Y tế"


def test_recent_tags_are_remembered_at_the_next_start(
    bench: Workbench, press: Press, open_window: OpenWindow
) -> None:
    press(Qt.Key.Key_T, BOTH)
    bench.window.close()
    again = open_window()
    assert again.actions["recent_tag_1"].text() == "Kinh tế"
    press(Qt.Key.Key_1, CONTROL)
    assert _section_tags(again)[0] == ()


def test_section_shows_what_it_inherits_as_inherited(bench: Workbench, press: Press) -> None:
    session = session_of(bench)
    section = session.workspace.sections(current_of(bench).report_id)[1]
    session.annotator.toggle_section_tag(section.id, "society", is_present=False)
    session.desk.refresh_outline()
    for _ in range(2):
        press(Qt.Key.Key_Down)
    assert current_of(bench).text == "218 vụ"
    told = named(bench, QLabel, "sectionTags")
    assert isinstance(told, QLabel)
    assert told.text() == "From above: Văn hóa - xã hội"
    tree = bench.panes.outline.sections
    index = tree.index_of(session.workspace.sections(section.id and current_of(bench).report_id)[2].id)
    assert "Tags from above: Văn hóa - xã hội" in index.data(Qt.ItemDataRole.ToolTipRole)


def _open_tree(bench: Workbench, press: Press) -> TagTreeDialog:
    press(Qt.Key.Key_K, BOTH)
    dialog = bench.window.findChild(TagTreeDialog)
    assert dialog is not None
    return dialog


def test_tag_is_added_under_the_current_one_and_offered_at_once(bench: Workbench, press: Press) -> None:
    dialog = _open_tree(bench, press)
    dialog.go_to("industry")
    press(Qt.Key.Key_Insert)
    press("Lang nghe")
    press(Qt.Key.Key_Return)
    assert (_tag(bench, "own_lang_nghe").vi, _tag(bench, "own_lang_nghe").parent) == ("Lang nghe", "industry")
    assert str(dialog.list.currentIndex().data()).strip() == "Lang nghe"
    dialog.reject()
    bench.panes.table.setFocus()
    press(Qt.Key.Key_T, CONTROL)
    press("lang nghe")
    press(Qt.Key.Key_Return)
    assert _section_tags(bench)[0] == ("own_lang_nghe",)


def test_tag_is_renamed_retired_and_restored_by_keys(bench: Workbench, press: Press) -> None:
    dialog = _open_tree(bench, press)
    dialog.go_to("tourism")
    press(Qt.Key.Key_F2)
    press("Le hoi")
    press(Qt.Key.Key_Return)
    assert _tag(bench, "tourism").vi == "Le hoi"
    press(Qt.Key.Key_Delete)
    assert _tag(bench, "tourism").is_retired
    press(Qt.Key.Key_Z, CONTROL)
    assert not _tag(bench, "tourism").is_retired
    press(Qt.Key.Key_Z, CONTROL)
    assert _tag(bench, "tourism").vi == "Du lịch"


def test_colour_and_place_in_the_tree_are_chosen_by_keys(bench: Workbench, press: Press) -> None:
    dialog = _open_tree(bench, press)
    dialog.go_to("tourism")
    before = _tag(bench, "tourism").colour
    dialog.colour_box.setFocus()
    press(Qt.Key.Key_Down)
    assert _tag(bench, "tourism").colour == before
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert _tag(bench, "tourism").colour != before
    dialog.parent_box.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert _tag(bench, "tourism").parent is None
    assert [line.action for line in session_of(bench).workspace.log()][-2:] == ["recolour_tag", "move_tag"]


def test_refused_name_is_told_in_the_dialog_and_can_be_corrected(bench: Workbench, press: Press) -> None:
    dialog = _open_tree(bench, press)
    dialog.go_to("tourism")
    press(Qt.Key.Key_F2)
    press("Health")
    press(Qt.Key.Key_Return)
    trouble = dialog.findChild(QLabel, "tagTrouble")
    assert trouble is not None
    assert trouble.isVisible()
    assert "đã có nhãn mang tên này" in trouble.text()
    name = dialog.findChild(QLineEdit, "tagName")
    assert name is not None
    assert name.text() == "Health"
    press(Qt.Key.Key_Escape)
    assert name.text() == "Du lịch"
    assert dialog.isVisible()


def _look() -> TagLook:
    look = TagLook(Language.VIETNAMESE)
    look.show_tree(tag_tree([OfficeTag("tourism", is_retired=True), OfficeTag("own_a", "Ẩm thực")]))
    return look


def test_list_of_tags_puts_names_that_begin_so_first(qtbot: object) -> None:
    model = TagListModel(_look())
    _check(model)
    model.offer(["health"], {"economy": "Ctrl+1", "health": "Ctrl+2"})
    assert model.index(0).data() == "Y tế  ·  Văn hóa - xã hội   (suggested, Ctrl+2)"
    assert model.index(1).data() == "Kinh tế   (Ctrl+1)"
    model.narrow("am thuc")
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Ẩm thực"]
    model.narrow("du lich")
    assert model.rowCount() == 0
    model.narrow("nong nghiep")
    assert "nông" in str(model.index(0).data()).lower()


def test_models_of_tags_and_passages_are_sound(qtbot: object) -> None:
    look = _look()
    rows = TagRowsModel(look, is_checkable=True)
    _check(rows)
    tourism = rows.index_of("tourism")
    assert str(tourism.data()).strip() == "Du lịch (retired)"
    assert rows.setData(tourism, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert rows.checked() == ("tourism",)
    passages = PassageListModel(look)
    _check(passages)
    passages.show_passages([PassageTag(1, Place(0, 10), "own_a")], REPORT)
    assert passages.index(0).data() == "Ẩm thực · I. Kinh tế"


def _check(model: object) -> None:
    QAbstractItemModelTester(  # type: ignore[call-overload]
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )


def test_recent_tag_keeps_its_key_while_it_is_among_the_nine() -> None:
    recent = RecentTags()
    for number in range(MOST_RECENT):
        recent.use(str(number))
    recent.use("0")
    recent.use("new")
    assert recent.keys == ("0", "new", "2", "3", "4", "5", "6", "7", "8")
    assert (recent.at(2), RecentTags().at(1)) == ("new", None)


def test_annotations_of_another_report_are_not_shown(
    bench: Workbench, press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _select(bench, "Thu ngân sách")
    press(Qt.Key.Key_T, BOTH)
    other = tmp_path_factory.mktemp("other") / "khac.txt"
    other.write_text("I. Khác\nCó 5 vụ.\n", "utf-8")
    bench.open_files([other])
    assert bench.panes.outline.passages.passages.rowCount() == 0
    session = session_of(bench)
    session.desk.open_report(1)
    assert bench.panes.outline.passages.passages.rowCount() == 1
    assert QApplication.focusWidget() is not None
    assert session.workspace.apply(tagging.tag_passage(1, Place(0, 2), "health"))


def test_passage_stays_meant_while_its_tag_is_looked_for(bench: Workbench, press: Press) -> None:
    _select(bench, "Thu ngân sách")
    press(Qt.Key.Key_T, CONTROL)
    session_of(bench).desk.refresh_outline()
    press("y te")
    press(Qt.Key.Key_Return)
    assert _passages(bench) == [("Thu ngân sách", "health")]


def test_passage_is_forgotten_once_the_keyboard_was_elsewhere(bench: Workbench, press: Press) -> None:
    _select(bench, "Thu ngân sách")
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_Escape)
    bench.panes.outline.tag_edit.setFocus()
    press("y te")
    press(Qt.Key.Key_Return)
    assert _passages(bench) == []
    assert _section_tags(bench)[0] == ("health",)


def test_keys_do_the_same_where_the_list_of_tags_has_them(bench: Workbench, press: Press) -> None:
    press(Qt.Key.Key_T, CONTROL)
    press("thuy san")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert _section_tags(bench)[0] == ("agriculture",)
    press(Qt.Key.Key_T, CONTROL)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert bench.panes.table.hasFocus()


def test_tabs_of_the_outline_are_reached_by_keys(bench: Workbench, press: Press) -> None:
    outline = bench.panes.outline
    outline.section_tree.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Tab, CONTROL)
    assert outline.tabs.currentWidget() is outline.passages


def test_suggestion_is_not_put_on_a_section_that_is_tagged(bench: Workbench, press: Press) -> None:
    for _ in range(2):
        press(Qt.Key.Key_T, BOTH)
    assert _section_tags(bench)[0] == ("economy",)


def test_tag_of_a_heading_is_offered_first_in_the_next_report_and_one_key_takes_it(
    bench: Workbench, press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    press(Qt.Key.Key_T, CONTROL)
    press("dan so")
    press(Qt.Key.Key_Return)
    following = tmp_path_factory.mktemp("next") / "quy-sau.txt"
    following.write_text("A. KINH TẾ\n1. Kinh tế\nThu 7,3 tỷ đồng.\n", "utf-8")
    bench.open_files([following])
    bench.panes.table.setFocus()
    label = named(bench, QLabel, "suggestedTag")
    assert isinstance(label, QLabel)
    assert label.text().startswith("Suggested: Dân số")
    press(Qt.Key.Key_T, BOTH)
    assert ("population",) in _section_tags(bench)
