"""Every fault of an office's list is told in one line, with the line it is on and what to do about it."""

import pytest

from desktop.core.errors import RefusalCode
from desktop.core.messages import Language, refusal_line
from tests.core.wordlists.conftest import WithOffice

FAULTS = [
    ("units", '[coutn]\nnouns = ["a1"]', RefusalCode.LIST_UNKNOWN, 1, "count"),
    ("units", '[count]\n\nnoun = ["a1"]', RefusalCode.LIST_UNKNOWN, 3, "count.nouns"),
    ("units", 'nouns = ["a1"]', RefusalCode.LIST_UNKNOWN, 1, "count.nouns"),
    ("units", 'names = ["a1"]', RefusalCode.LIST_FOREIGN, 1, "money.names"),
    ("units", "[zzzzzzz]", RefusalCode.LIST_FOREIGN, 1, "percent"),
    ("units", '[count]\nnouns = "a1"', RefusalCode.LIST_NOT_WORDS, 2, "count.nouns"),
    ("units", '[count]\nnouns = ["a1",\n  5]', RefusalCode.LIST_NOT_TEXT, 3, "5"),
    ("units", '[count]\nnouns = ["a1",\n  ["b1"]]', RefusalCode.LIST_NOT_TEXT, 2, "count.nouns"),
    ("units", '[count]\nnouns = ["a1",\n\n  ""]', RefusalCode.LIST_EMPTY_WORD, 4, "count.nouns"),
    ("units", '[count]\nnouns = [\n"a1 "]', RefusalCode.LIST_PADDED_WORD, 3, "a1"),
    ("units", '[count]\nnouns = ["a1",\n  "b1",\n"A1"]', RefusalCode.LIST_REPEATED_WORD, 4, "2"),
    ("units", '[count]\nnouns = ["a1",\n  "a1"]', RefusalCode.LIST_REPEATED_WORD, 3, "2"),
    ("units", "count = 5", RefusalCode.LIST_NOT_TABLE, 1, "count"),
    ("units", '[scale.powers]\n"a1" = 9.5', RefusalCode.LIST_NOT_WHOLE, 2, "scale.powers.a1"),
    ("units", '[scale.powers]\n"a1" = true', RefusalCode.LIST_NOT_WHOLE, 2, "18"),
    ("units", '[scale.powers]\n"a1" = "9"', RefusalCode.LIST_NOT_WHOLE, 2, "scale.powers.a1"),
    ("units", '[scale.powers]\n"a1" = 90', RefusalCode.LIST_NOT_WHOLE, 2, "18"),
    ("units", '[remove.coutn]\nnouns = ["vụ"]', RefusalCode.LIST_UNKNOWN, 1, "count"),
    ("units", 'remove = ["vụ"]', RefusalCode.LIST_NOT_TABLE, 1, "remove"),
    ("units", '[remove.count]\nnouns = "vụ"', RefusalCode.LIST_NOT_WORDS, 2, "remove.count.nouns"),
    ("units", '[remove.count]\nnouns = ["vụ",\n"a1"]', RefusalCode.LIST_NOTHING_TO_REMOVE, 3, "a1"),
    ("units", '[remove.scale]\npowers = ["a1"]', RefusalCode.LIST_NOTHING_TO_REMOVE, 2, "a1"),
    ("units", '[remove.times]\nwords = ["LẦN"]', RefusalCode.LIST_EMPTY, 2, "remove.times.words"),
    ("phrases", '[subject.measure_of_unit]\n"ao" = 5', RefusalCode.LIST_NOT_TEXT, 2, "5"),
    ("phrases", '[subject.measure_of_unit]\n"ao" = " "', RefusalCode.LIST_EMPTY_WORD, 2, "ao"),
    ("phrases", '[casualties.events]\n"a1" = "b1"', RefusalCode.LIST_NOT_WORDS, 2, "a1"),
    ("phrases", '[remove.casualties.events]\n"a1" = ["b1"]', RefusalCode.LIST_FOREIGN, 2, "đuối nước"),
    ("fields", "[economy.bees]\nen = 'B1'\nwords = []", RefusalCode.LIST_MISSING, 1, "economy.bees.vi"),
    ("fields", "[Bees]\nvi = 'b1'\nen = 'B1'\nwords = []", RefusalCode.LIST_FIELD_KEY, 1, "Bees"),
    ("fields", "[tourism]\nvi = 'b1'\nen = 'B1'\nwords = []", RefusalCode.LIST_FIELD_TWICE, 1, "economy"),
    ("fields", "[bees]\nvi = 'Y tế'\nen = 'B1'\nwords = []", RefusalCode.LIST_FIELD_NAME_TWICE, 2, "health"),
    ("fields", "[economy.tourism]\n\nword = ['b1']", RefusalCode.LIST_UNKNOWN, 3, "economy.tourism.words"),
    ("fields", "[economy.tourism]\ncolour = 'red'", RefusalCode.LIST_FOREIGN, 2, "economy.tourism.en"),
    ("fields", "[economy.tourism]\nvi = ''", RefusalCode.LIST_EMPTY_WORD, 2, "economy.tourism.vi"),
    ("fields", "[economy.tourism]\nwords = [1]", RefusalCode.LIST_NOT_TEXT, 2, "1"),
    ("fields", "[remove.economy]\ntourism = ['b1']", RefusalCode.LIST_NOT_TABLE, 2, "tourism"),
    ("fields", "[remove.tourism]\nwords = ['b1']", RefusalCode.LIST_UNKNOWN, 1, "remove.economy.tourism"),
    ("fields", "[remove.economy.tourism]\nvi = 'b1'", RefusalCode.LIST_UNKNOWN, 2, "tourism"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "code", "line", "said"), FAULTS)
def test_fault_is_told_with_file_and_line(
    with_office: WithOffice, name: str, text: str, code: RefusalCode, line: int, said: str
) -> None:
    faults = [fault for fault in with_office(**{name: text}).faults() if "resources/" not in fault.subject]
    assert [(fault.code, fault.details["line"]) for fault in faults] == [(code, str(line))]
    vietnamese = refusal_line(faults[0], Language.VIETNAMESE)
    assert vietnamese.startswith(f"{faults[0].subject}, dòng {line}: ")
    assert said in vietnamese
    assert refusal_line(faults[0], Language.ENGLISH).startswith(f"{faults[0].subject}, line {line}: ")


def test_all_faults_of_a_file_are_told_in_its_order(with_office: WithOffice) -> None:
    lists = with_office(units='[time]\nnames = [""]\n[x]\n[count]\nnouns = [1, 2]\n[remove.y]\n')
    lines = [fault.details["line"] for fault in lists.faults() if "resources/" not in fault.subject]
    assert lines == ["2", "3", "5", "5"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("units", ""),
        ("units", "# nothing yet\n[count]\nnouns = []\n"),
        ("units", '[count]\nnouns = ["đàn ong rừng"]\n[remove.count]\nnouns = ["vụ"]'),
        ("units", '[remove.times]\nwords = ["lần"]\n[times]\nwords = ["bận"]'),
        ("phrases", '[casualties.events]\n"lũ" = ["ngã"]\n[remove.casualties]\nevents = ["đuối nước"]'),
        ("phrases", '[remove.casualties.events]\n"thiên tai" = ["lũ"]'),
        ("fields", "[economy.tourism]\nvi = 'Lữ hành'\n[remove.economy.tourism]\nwords = ['du lịch']"),
    ],
)  # fmt: skip
def test_list_without_fault_is_passed(with_office: WithOffice, name: str, text: str) -> None:
    assert [each for each in with_office(**{name: text}).faults() if "resources/" not in each.subject] == []
