"""The lists in use: the program's own with an office's changes, unless its file has a fault."""

import os
from pathlib import Path

import pytest

from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.messages import Language, refusal_line
from desktop.core.wordlists.forms import FORMS
from desktop.core.wordlists.loading import WordLists
from tests.core.wordlists.conftest import OWN, WithOffice

NOUNS = WordLists(OWN).table("units")["count"]["nouns"]


def test_words_of_the_office_are_added_once_and_nothing_else_changes(with_office: WithOffice) -> None:
    lists = with_office(units='[count]\nnouns = ["đàn ong rừng", "VỤ"]')
    assert lists.table("units")["count"]["nouns"] == [*NOUNS, "đàn ong rừng"]
    plain = WordLists(OWN).table("units")
    assert {**lists.table("units"), "count": plain["count"]} == plain
    assert lists.table("set_aside") == WordLists(OWN).table("set_aside")


def test_words_are_taken_away_whatever_their_case(with_office: WithOffice) -> None:
    lists = with_office(units='[remove.count]\nnouns = ["Vụ"]\n[remove.scale]\npowers = ["tỉ"]')
    assert lists.table("units")["count"]["nouns"] == [noun for noun in NOUNS if noun != "vụ"]
    assert "tỉ" not in lists.table("units")["scale"]["powers"]
    assert "tỷ" in lists.table("units")["scale"]["powers"]


def test_words_below_names_are_added_and_taken_away(with_office: WithOffice) -> None:
    text = '[casualties.events]\n"đuối nước" = ["chết đuối"]\n[remove.casualties]\nevents = ["thiên tai"]'
    events = with_office(phrases=text).table("phrases")["casualties"]["events"]
    assert events["đuối nước"][-1] == "chết đuối"
    assert "thiên tai" not in events


def test_numbers_and_fields_are_added(with_office: WithOffice) -> None:
    lists = with_office(
        units='[parts]\n"tấn yến" = 100',
        fields="[economy.bees]\nvi = 'Nuôi ong'\nen = 'Bees'\nwords = ['mật ong']",
    )
    assert lists.table("units")["parts"]["tấn yến"] == 100
    assert lists.table("fields")["economy"]["bees"]["words"] == ["mật ong"]


def test_users_list_goes_over_the_machines(tmp_path: Path) -> None:
    machine, user = tmp_path / "machine", tmp_path / "user"
    for folder, text in (
        (machine, '[count]\nnouns = ["a1", "b1"]'),
        (user, '[remove.count]\nnouns = ["a1"]'),
    ):
        folder.mkdir()
        (folder / "units.toml").write_text(text, encoding="utf-8")
    nouns = WordLists(OWN, [machine, user]).table("units")["count"]["nouns"]
    assert "b1" in nouns
    assert "a1" not in nouns


def test_office_file_with_a_fault_is_left_out_as_a_whole_and_that_is_told(
    with_office: WithOffice, office: Path
) -> None:
    lists = with_office(units='[count]\nnouns = ["đàn ong rừng"]\n[coutn]\n[x]\n')
    assert lists.table("units")["count"]["nouns"] == NOUNS
    told = [refusal_line(refusal, Language.VIETNAMESE) for refusal in lists.told()]
    assert told[0].startswith(f"{office}/units.toml, dòng 3: không có danh sách “coutn”")
    assert told[1].startswith(f"{office}/units.toml: tệp có 2 lỗi nên chưa được dùng")
    assert len(told) == 2


@pytest.mark.parametrize("text", ["x = [", "[count]\nnouns = ['\xf4']".encode("latin-1")])
def test_office_file_that_cannot_be_parsed_is_left_out(office: Path, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    (office / "units.toml").write_bytes(data)
    lists = WordLists(OWN, [office])
    assert lists.table("units")["count"]["nouns"] == NOUNS
    assert [refusal.code for refusal in lists.told()][1:] == [RefusalCode.LIST_LEFT_OUT]


def test_what_changes_nothing_is_told_by_the_check_alone(with_office: WithOffice) -> None:
    lists = with_office(units='[count]\nnouns = ["a1", "a1"]\n[remove.time]\nnames = ["b1"]')
    assert lists.table("units")["count"]["nouns"][-1] == "a1"
    assert lists.told() == []
    codes = [fault.code for fault in lists.faults() if "resources/" not in fault.subject]
    assert codes == [RefusalCode.LIST_REPEATED_WORD, RefusalCode.LIST_NOTHING_TO_REMOVE]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('points = ["điểm phần trăm"', 'points = ["điểm phần trăm" x'),
        ('words = ["lần"]', 'words = "lần"'),
        ('words = ["lần"]', 'words = [""]'),
        ('"tấn kg" = 1000', '"tấn kg" = 1.5'),
    ],
)
def test_list_of_the_program_that_cannot_be_used_is_refused_with_its_line(
    with_own: WithOffice, old: str, new: str
) -> None:
    lists = with_own(old, new)
    line = (OWN / "units.toml").read_text(encoding="utf-8").partition(old)[0].count("\n") + 1
    with pytest.raises(RefusedError) as caught:
        lists.table("units")
    text = refusal_line(caught.value.refusal, Language.VIETNAMESE)
    assert text.startswith(f"resources/lexicon/units.toml, dòng {line}: ")
    assert lists.told() == [caught.value.refusal]


def test_unknown_list_of_the_program_is_told_and_the_others_serve(with_own: WithOffice) -> None:
    lists = with_own("[times]", '[tiems]\nwords = ["lần"]\n[times]')
    assert lists.table("units")["times"]["words"] == ["lần"]
    assert [(fault.code, fault.details["near"]) for fault in lists.told()] == [
        (RefusalCode.LIST_UNKNOWN, "times")
    ]


def test_missing_list_of_the_program_is_told(with_own: WithOffice) -> None:
    lists = with_own("[times]\nwords", "[times]\nword")
    lists.table("units")
    assert {fault.code for fault in lists.told()} == {RefusalCode.LIST_UNKNOWN, RefusalCode.LIST_MISSING}


def test_missing_file_of_the_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        WordLists(tmp_path).table("units")
    assert caught.value.refusal.subject == "resources/lexicon/units.toml"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("unit.toml", RefusalCode.LIST_FILE_UNKNOWN),
        ("units.toml.txt", RefusalCode.LIST_FILE_UNKNOWN),
        ("Đơn vị của tỉnh.toml", RefusalCode.LIST_FILE_FOREIGN),
    ],
)
def test_file_that_is_no_list_is_told(office: Path, name: str, code: RefusalCode) -> None:
    (office / name).touch()
    told = WordLists(OWN, [office]).told()
    assert [(refusal.code, refusal.subject) for refusal in told] == [(code, str(office / name))]
    assert "units.toml" in refusal_line(told[0], Language.VIETNAMESE)


def test_what_editors_leave_beside_the_lists_is_passed_over(office: Path) -> None:
    for name in ("units.toml~", ".units.toml.swp", "ghi-chu.txt", "README.md", "units.toml.bak"):
        (office / name).touch()
    assert WordLists(OWN, [office]).told() == []


def test_missing_folder_is_a_fault_only_where_it_was_named(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert WordLists(OWN, [folder]).told() == []
    told = WordLists(OWN, [folder], must_exist=True).told()
    assert [(refusal.code, refusal.subject) for refusal in told] == [
        (RefusalCode.LIST_NO_FOLDER, str(folder))
    ]


def test_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "lexicon").touch()
    told = WordLists(OWN, [tmp_path / "lexicon"]).told()
    assert [refusal.code for refusal in told] == [RefusalCode.LIST_UNREADABLE]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_folder_that_may_not_be_read_is_told(office: Path) -> None:
    office.chmod(0)
    told = WordLists(OWN, [office]).told()
    office.chmod(0o700)
    assert [refusal.code for refusal in told] == [RefusalCode.LIST_UNREADABLE]


@pytest.mark.parametrize("name", FORMS)
def test_list_is_read_where_no_office_has_one(name: str) -> None:
    assert WordLists(OWN).table(name)
