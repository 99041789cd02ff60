"""The lists that come with the program: all described, without a fault, and explained to an office."""

import re
import tomllib

import pytest

from desktop.core.messages import Language, refusal_line
from desktop.core.wordlists.forms import FORMS
from desktop.core.wordlists.loading import WordLists
from desktop.core.wordlists.soundness import is_sound
from tests.core.wordlists.conftest import OWN, WithOffice

GUIDE = (OWN / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^ *```toml\n(.*?)^ *```", GUIDE, re.MULTILINE | re.DOTALL)


def test_lists_of_the_program_have_no_fault_and_are_all_in_the_forms() -> None:
    """A new list is made known in desktop/core/wordlists/forms.py."""
    assert [refusal_line(fault, Language.ENGLISH) for fault in WordLists(OWN).faults()] == []


def test_every_list_is_read_with_the_offices_changes_and_its_faults_told() -> None:
    code = [path for package in ("desktop", "db") for path in (OWN.parents[1] / package).rglob("*.py")]
    assert [path for path in code if 'resources.toml("lexicon' in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("name", FORMS)
def test_quick_look_passes_the_lists_of_the_program(name: str) -> None:
    assert is_sound(tomllib.loads((OWN / f"{name}.toml").read_text(encoding="utf-8")), FORMS[name])


@pytest.mark.parametrize("name", FORMS)
def test_guide_names_every_file_in_both_languages(name: str) -> None:
    assert GUIDE.count(f"| `{name}.toml` |") == 2


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_guide_can_be_used(with_office: WithOffice, example: str) -> None:
    name = "fields" if "[economy" in example else "units"
    assert with_office(**{name: example}).told([name]) == []


def test_guide_has_an_example_of_everything() -> None:
    assert len(EXAMPLES) == 3
    assert any("[remove." in example for example in EXAMPLES)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("units", 'words = ["lần"]', 'words = ["lần "]'),
        ("units", 'words = ["lần"]', "words = []"),
        ("units", 'words = ["lần"]', "words = [1]"),
        ("units", "[times]", "[time_s]"),
        ("units", '"tấn kg" = 1000', '"tấn kg" = true'),
        ("units", '"tấn kg" = 1000', '"tấn kg" = 1'),
        ("fields", "[economy.tourism]", "[economy.Tourism]"),
        ("fields", "[economy.tourism]", "[economy.trade.transport]"),
        ("fields", 'vi = "Du lịch"', 'vi = "Y tế"'),
        ("fields", 'vi = "Du lịch"', ""),
        ("fields", 'vi = "Du lịch"', 'vi = "Du lịch"\ncolour = "red"'),
        ("fields", 'en = "Tourism"', "en = 5"),
        ("fields", 'en = "Tourism"\n', 'en = "Tourism"\nwords = ["a", ""]\n[economy.x]\n'),
    ],
)
def test_quick_look_finds_what_the_check_finds(with_own: WithOffice, name: str, old: str, new: str) -> None:
    assert [fault.code for fault in with_own(old, new, name).told([name])] != []
    text = (OWN / f"{name}.toml").read_text(encoding="utf-8").replace(old, new, 1)
    assert not is_sound(tomllib.loads(text), FORMS[name])
