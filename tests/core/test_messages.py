"""Every refusal has its line in every language, with the same details."""

from string import Formatter

import pytest

import resources
from desktop.core.errors import Refusal, RefusalCode
from desktop.core.messages import Language, refusal_line


def details(code: RefusalCode, language: Language) -> set[str]:
    line = resources.toml("i18n/messages.toml")[language][code]
    return {name for _, name, _, _ in Formatter().parse(line) if name is not None}


@pytest.mark.parametrize("code", RefusalCode)
def test_line_of_every_refusal_names_the_same_details_in_every_language(code: RefusalCode) -> None:
    names = details(code, Language.VIETNAMESE)
    assert names == details(code, Language.ENGLISH)
    refusal = Refusal(code, "a.docx", dict.fromkeys(names - {"subject"}, "<detail>"))
    for language in Language:
        line = refusal_line(refusal, language)
        assert line.startswith("a.docx")
        assert line.count("<detail>") >= len(names) - 1


@pytest.mark.parametrize("code", RefusalCode)
def test_refusals_of_word_lists_are_told_apart(code: RefusalCode) -> None:
    assert code.is_about_a_word_list == code.name.startswith("LIST_")
