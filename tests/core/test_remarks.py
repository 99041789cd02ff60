"""Remarks come back from their text as they were, and a text that holds none is no trouble."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import Refusal, RefusalCode
from desktop.core.messages import Language
from desktop.core.remarks import packed_remarks, remarks_text, unpacked_remarks

CODES = st.sampled_from([code for code in RefusalCode if code.is_remark])
REMARKS = st.builds(Refusal, CODES, st.text(), st.dictionaries(st.text(), st.text()))


@given(st.lists(REMARKS))
def test_remarks_come_back_as_they_were(remarks: list[Refusal]) -> None:
    assert unpacked_remarks(packed_remarks(remarks)) == tuple(remarks)


@pytest.mark.parametrize("text", ["", "nothing", "[1]", "{}", '[["no_such_code", "a.xlsx", {}]]', "[[1, 2]]"])
def test_text_without_remarks_has_none(text: str) -> None:
    assert unpacked_remarks(text) == ()


def test_remarks_are_put_into_the_words_of_a_language() -> None:
    text = packed_remarks([Refusal(RefusalCode.HAS_MACROS, "a.xlsm")])
    assert remarks_text(text, Language.VIETNAMESE).startswith("a.xlsm: tệp có macro")
    assert remarks_text(text, Language.ENGLISH) != remarks_text(text, Language.VIETNAMESE)
