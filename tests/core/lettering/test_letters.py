"""Old letters read in Unicode, by content and by font; what is Unicode already is never changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.fonts import FontSpan, letters_of_font, spans_of
from desktop.core.lettering.letters import Letters
from desktop.core.lettering.tables import letters_of
from desktop.core.lettering.western import from_bytes

MODERN = "Tổng sản phẩm trong nước năm 2004 (tỷ đồng): 1.234,5"
OLD = {
    Encoding.TCVN3: "Tæng s¶n phÈm trong n\xadíc n¨m 2004 (tû ®ång): 1.234,5",
    Encoding.VNI: "Toång saûn phaåm trong nöôùc naêm 2004 (tyû ñoàng): 1.234,5",
    Encoding.VIQR: "To^?ng sa?n pha^?m trong nu+o+'c na(m 2004 (ty? ddo^`ng): 1.234,5",
    Encoding.CP1258: "TôÒng saÒn phâÒm trong nýõìc nãm 2004 (tyÒ ðôÌng): 1.234,5",
}
LOWER = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
WESTERN = [
    *(
        "São Paulo",
        "Côte d'Ivoire",
        "Curaçao",
        "Réunion",
        "Málaga",
        "Zürich",
        "Göteborg",
        "Ångström",
        "déjà vu",
    ),
    *(
        "5 µm",
        "m²",
        "±5 %",
        "25 °C",
        "½ ha",
        "©",
        "«Nhân Dân»",
        "Sony®",
        "§ 12",
        "£ 5",
        "¥ 100",
        "1ª",
        "Nº 3",
    ),
    *(
        "naïve",
        "Nestlé",
        "L'Oréal",
        "Citroën",
        "Škoda",
        "Peñarol",
        "Düsseldorf",
        "Tromsø",
        "Łódź",
        "3 × 4 ÷ 2",
    ),
    *(
        "co^ng",
        "x^2",
        "a+b",
        "5' 30",
        "i.e.",
        "e.g.",
        "C++",
        "(a) (b)",
        "o.k.",
        "U.S.A.",
        "a~b",
        "~5%",
        "D.D.",
    ),
]
WORDS = ["Hà", "Nội", "giá", "trị", "sản", "xuất", "công", "nghiệp", "tỷ", "đồng", "ước", "tính", "Cà", "phê"]


def _decoded(*texts: str, chosen: Encoding | None = None) -> list[str]:
    letters = Letters(texts, chosen=chosen)
    return [letters.decode(text) for text in texts]


@pytest.mark.parametrize("encoding", OLD)
def test_content_tells_the_encoding(encoding: Encoding) -> None:
    letters = Letters([OLD[encoding]])
    assert letters.decode(OLD[encoding]) == MODERN
    assert letters.lettering().by_content == (encoding,)
    assert letters.lettering().is_sure


@pytest.mark.parametrize("encoding", [Encoding.TCVN3, Encoding.VNI, Encoding.CP1258])
def test_bytes_of_no_declared_encoding_are_told_by_their_words(encoding: Encoding) -> None:
    text = from_bytes(OLD[encoding].encode("cp1252"))
    assert Letters([text], is_bytes=True).decode(text) == MODERN


@pytest.mark.parametrize("encoding", OLD)
def test_unicode_and_english_beside_old_texts_stay_as_they_are(encoding: Encoding) -> None:
    beside = ["Hà Nội", "Tổng số", "Gross domestic product", "12,5%", "m²", "don't know?"]
    assert _decoded(OLD[encoding], *beside)[1:] == beside


def test_words_of_a_mixed_text_are_judged_one_by_one() -> None:
    assert _decoded("Tổng s¶n phÈm n«ng nghiÖp") == ["Tổng sản phẩm nông nghiệp"]


def test_words_of_two_readings_follow_what_stands_around_them() -> None:
    assert _decoded(OLD[Encoding.TCVN3], "Bé Y tÕ", "Bé gái rất ngoan")[1:] == ["Bộ Y tế", "Bé gái rất ngoan"]
    assert _decoded(OLD[Encoding.TCVN3], "Lóa", "thuª ®Êt")[1:] == ["Lúa", "thuê đất"]
    assert _decoded(OLD[Encoding.TCVN3], "Tổng số, cơ cấu", "Giá trị", "Bé gái")[1:][-1] == "Bé gái"


def test_words_of_no_syllable_follow_an_old_file_by_their_signs() -> None:
    assert _decoded(OLD[Encoding.TCVN3], "§BSH, Urª, tµI (tr®)")[1] == "ĐBSH, Urê, tàI (trđ)"
    assert _decoded("Tổng sản phẩm", "5 µm, 1ª, Nº 3, Sony®")[1] == "5 µm, 1ª, Nº 3, Sony®"


def test_capitals_typed_in_a_capitals_font_are_capitals() -> None:
    assert _decoded(OLD[Encoding.TCVN3], "GI¸ TRÞ")[1] == "GIÁ TRỊ"


def test_french_is_no_old_font() -> None:
    french = "Le français été où père Orléans créé à la forêt, dû à l'hôte naïf; goût, café, maïs"
    letters = Letters([french])
    assert letters.decode(french) == french
    assert letters.lettering().is_sure


def test_a_doubtful_file_is_left_as_it_is_and_asked_about() -> None:
    texts = ["Bé Y tÕ", "Cty Tr\xadêng ¤t« X©y Ðùng Ïaf kÏÐx", "n\xadíc", "þqx ßwz Ñkl Öpt"]
    letters = Letters(texts)
    assert [letters.decode(text) for text in texts] == texts
    told = letters.lettering()
    assert not told.is_sure
    assert told.samples[0].encoding is Encoding.TCVN3
    assert told.samples[-1].encoding is Encoding.UTF8
    assert any("nước" in line for line in told.samples[0].lines)


def test_the_answer_is_obeyed() -> None:
    assert _decoded("Bé Y tÕ", chosen=Encoding.TCVN3) == ["Bộ Y tế"]
    assert _decoded(OLD[Encoding.TCVN3], chosen=Encoding.UTF8) == [OLD[Encoding.TCVN3]]


@pytest.mark.parametrize(
    ("name", "encoding", "is_capital"),
    [
        (".VnTime", Encoding.TCVN3, False),
        (".vnarial", Encoding.TCVN3, False),
        (".VnTimeH", Encoding.TCVN3, True),
        ("VNI-Times", Encoding.VNI, False),
        ('"VNI-Helve"', Encoding.VNI, False),
    ],
)
def test_names_of_fonts_tell_their_encoding(name: str, encoding: Encoding, *, is_capital: bool) -> None:
    found = letters_of_font(name)
    assert found is not None
    assert (found.encoding, found.is_capital) == (encoding, is_capital)


@pytest.mark.parametrize("name", ["Times New Roman", "Arial", "Vnu", "", "Calibri"])
def test_new_fonts_are_no_old_ones(name: str) -> None:
    assert letters_of_font(name) is None


def test_each_stretch_is_read_in_its_font() -> None:
    pieces = ["gi¸ trÞ ", "tổng ", "saûn ", "sản"]
    fonts = [letters_of_font(name) for name in (".VnTimeH", "Arial", "VNI-Times", ".VnTime")]
    text = "".join(pieces)
    assert Letters(()).decode(text, spans_of(pieces, fonts)) == "GIÁ TRỊ tổng sản sản"


def test_letters_of_symbol_fonts_are_those_of_the_old_font() -> None:
    letters = letters_of_font(".VnTime")
    assert letters is not None
    text = "".join(chr(0xF000 + byte) for byte in "Tæng".encode("latin-1"))
    assert Letters(()).decode(text, [FontSpan(0, len(text), letters)]) == "Tổng"


@given(st.lists(st.text(LOWER + LOWER.upper() + " 0123456789.,%()-", max_size=30), max_size=8))
def test_unicode_vietnamese_is_never_changed(texts: list[str]) -> None:
    assert _decoded(*texts) == texts


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["NFC", "NFD"]))
def test_honest_words_are_never_changed(words: list[str], form: str) -> None:
    text = unicodedata.normalize(form, " ".join(words))  # type: ignore[arg-type]
    letters = Letters([text])
    assert letters.decode(text) == text
    assert letters.lettering().is_sure


@given(st.lists(st.sampled_from([*WESTERN, *WORDS]), max_size=40))
def test_western_names_units_and_signs_are_never_changed(texts: list[str]) -> None:
    letters = Letters(texts)
    assert [letters.decode(text) for text in texts] == texts
    assert letters.lettering().is_sure


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_unicode_beside_honest_words_is_never_changed(text: str) -> None:
    texts = [*WORDS, MODERN, text]
    assert _decoded(*texts) == texts


@given(st.data())
def test_what_is_written_in_an_old_font_is_read_back(data: st.DataObject) -> None:
    encoding = data.draw(st.sampled_from([Encoding.TCVN3, Encoding.VNI]))
    font = letters_of_font({Encoding.TCVN3: ".VnTime", Encoding.VNI: "VNI-Times"}[encoding])
    assert font is not None
    table = {new: old for old, new in letters_of(encoding).items() if new.islower()}
    syllables = ["tổng", "sản", "phẩm", "nước", "giá", "trị", "đồng", "nghiệp", "khẩu", "tỷ", "kỳ", "ngoài"]
    words = data.draw(st.lists(st.sampled_from(syllables), min_size=1))
    modern = " ".join(words)
    old = "".join(table.get(letter, letter) for letter in modern)
    assert Letters(()).decode(old, [FontSpan(0, len(old), font)]) == modern
