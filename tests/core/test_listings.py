"""Figures as lines for the command line, by the documented keys."""

import csv
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.documents import Page
from desktop.core.extraction.result import Extraction
from desktop.core.figures import Base, Figure, Kind, Qualifier, Reading, Value
from desktop.core.listings import FIGURE_KEYS, as_table, lines
from desktop.core.messages import Language
from desktop.core.places import Box, Place
from desktop.core.sections import LedgerEntry, LedgerKind

TEXT = "Năm 2021: số vụ 218 vụ, tăng khoảng 2,4 lần; 3/5."
HERE = Place(16, 22)
FALL = Reading(
    Value(Decimal("-2.40")), "lần", Kind.CHANGE, Base.PREVIOUS, "số vụ", Qualifier.ABOUT, "2021-Q1"
)


def figure(reading: Reading, place: Place = HERE, text: str = "218 vụ") -> Figure:
    return Figure(place, text, reading, ("II. Xã hội", "1. Trật tự"), 0.91234567)


def level(value: str) -> Figure:
    return figure(Reading(Value.parse(value), "vụ"))


def extraction(*figures: Figure) -> Extraction:
    ledger = (
        LedgerEntry(4, 8, LedgerKind.DATE),
        LedgerEntry(16, 19, LedgerKind.FIGURE, 0),
        LedgerEntry(45, 46, LedgerKind.OPEN, sheet="GDP", cell="C3"),
        LedgerEntry(47, 48, LedgerKind.PART),
    )
    return Extraction(figures, ledger, ())


def records(*figures: Figure, **options: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines(extraction(*figures), TEXT, "jsonl", **options)]  # type: ignore[arg-type]


def test_json_tells_what_a_cell_shows_beside_its_full_number() -> None:
    place = Place(0, 9, sheet="GDP", cell="C3")
    in_full = figure(Reading(Value.parse("26054.851")), place, "26054,851")
    (shown,) = records(replace(in_full, shown="26.054,9"))
    (written,) = records(in_full)
    assert (shown["text"], shown["value"], shown["shown"]) == ("26054,851", "26054.851", "26.054,9")
    assert written["shown"] == "26054,851"
    assert "shown" not in records(level("218"))[0]


def test_json_has_the_documented_keys_and_decimal_strings() -> None:
    assert records(figure(FALL, Place(36, 43), "2,4 lần")) == [
        {
            "start": 36,
            "end": 43,
            "text": "2,4 lần",
            "value": "-2.4",
            "unit": "lần",
            "kind": "change",
            "base": "previous",
            "indicator": "số vụ",
            "qualifier": "about",
            "period": "2021-Q1",
            "section": "II. Xã hội > 1. Trật tự",
            "confidence": 0.9123,
        }
    ]


def test_only_a_range_has_a_high_value_and_a_fraction_is_written_out() -> None:
    assert [(r["value"], r.get("value_high")) for r in records(level("20..25.5"), level("3/5"))] == [
        ("20", "25.5"),
        ("3/5", None),
    ]


def test_place_is_told_by_what_the_source_has() -> None:
    reading = Reading(Value(Decimal(1)))
    paged, cell = records(
        figure(reading, Place(1, 2, page=3, boxes=(Box(1, 2.123, 3, 4),))),
        figure(reading, Place(5, 6, sheet="16.CPI", cell="C12")),
    )
    assert (paged["page"], paged["boxes"]) == (3, [[1, 2.12, 3, 4]])
    assert (cell["sheet"], cell["cell"]) == ("16.CPI", "C12")
    assert "sheet" not in paged
    assert "page" not in cell


def test_second_reading_is_told_in_its_canonical_form_where_there_is_one() -> None:
    ambiguous = replace(level("1234"), other=Value.parse("1.234"))
    first, second = records(ambiguous, level("5"))
    assert (first["value"], first["other"]) == ("1234", "1.234")
    assert "other" not in second


@pytest.mark.parametrize(("form", "starts"), [("jsonl", [4, 30, 45, 5, 40]), ("csv", [4, 5, 30, 40, 45])])
def test_figures_in_words_alone_follow_all_others_in_json(form: str, starts: list[int]) -> None:
    reading = Reading(Value(Decimal(23)))
    figures = [
        figure(reading, Place(start, start + 4), text)
        for start, text in ((5, "hai mươi ba xã"), (30, "gấp 2 lần"), (40, "một nửa"))
    ]
    found = list(lines(extraction(*figures), TEXT, form, has_ledger=True))
    told = (
        [json.loads(line)["start"] for line in found]
        if form == "jsonl"
        else [int(row["start"]) for row in csv.DictReader(found)]
    )
    assert told == starts


def test_ledger_stands_among_the_figures_in_text_order() -> None:
    found = records(level("218"), has_ledger=True, pages=(Page(1, 1, 1, 0, 10), Page(2, 1, 1, 10, 49)))
    assert [(r["start"], r["kind"]) for r in found] == [(4, "date"), (16, "level"), (45, "open")]
    assert found[0] == {"start": 4, "end": 8, "text": "2021", "kind": "date", "page": 1}
    assert found[2] == {
        "start": 45,
        "end": 46,
        "text": TEXT[45:46],
        "kind": "open",
        "sheet": "GDP",
        "cell": "C3",
    }


def test_file_is_named_where_several_are_listed() -> None:
    assert records(level("1"), file="a.txt")[0]["file"] == "a.txt"


def test_half_of_a_letter_stays_valid_json() -> None:
    (line,) = lines(extraction(figure(FALL, text="\ud800")), TEXT, "jsonl")
    assert json.loads(line)["text"] == "\ud800"
    assert line.encode("utf-8")


def test_csv_reads_back_as_the_same_fields() -> None:
    quoted = figure(FALL, text='2,4 "lần"\nvà')
    header, *rows = csv.reader(
        "\n".join(lines(extraction(quoted), TEXT, "csv", has_ledger=True)).splitlines(True)
    )
    assert tuple(header) == FIGURE_KEYS
    told = [dict(zip(header, row, strict=True)) for row in rows]
    assert told[1]["text"] == '2,4 "lần"\nvà'
    assert (told[1]["value"], told[1]["value_high"], told[1]["kind"]) == ("-2.4", "", "change")
    assert (told[0]["kind"], told[0]["value"]) == ("date", "")


def test_csv_of_a_further_file_has_no_header() -> None:
    (row,) = lines(extraction(level("1")), TEXT, "csv", file="b.txt", has_header=False)
    assert row.startswith("b.txt,16,22,")


@pytest.mark.parametrize(
    ("language", "heading", "value", "base"),
    [
        (Language.VIETNAMESE, "Giá trị", "≈ −2,4", "kỳ trước"),
        (Language.ENGLISH, "Value", "≈ −2,4", "previous"),
    ],
)
def test_table_tells_a_figure_on_one_line(language: Language, heading: str, value: str, base: str) -> None:
    found = extraction(figure(FALL))
    header, _, row = as_table(found.figures, (), TEXT, width=100, language=language)
    assert heading in header
    assert value in row
    assert base in row
    assert "số vụ" in row


def test_table_tells_what_became_of_the_other_runs_of_digits() -> None:
    found = extraction(level("218"))
    table = list(as_table(found.figures, found.ledger, TEXT, width=100, language=Language.VIETNAMESE))
    assert len(table) == 2 + 3
    assert "(ngày tháng)" in table[2]
    assert "(chưa rõ)" in table[4]
