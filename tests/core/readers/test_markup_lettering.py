"""Word files, web pages and plain texts in old letters: by font, run by run, and by what their bytes say."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.lettering.encoding import Encoding
from desktop.core.lettering.western import from_bytes
from desktop.core.readers import read
from desktop.core.readers.origins import origin_of

DocxBuilder = Callable[..., bytes]

MODERN = "Tổng sản phẩm trong nước"
TCVN3 = "Tæng s¶n phÈm trong n\xadíc"
VNI = "Toång saûn phaåm trong nöôùc"
CP1258 = "TôÒng saÒn phâÒm trong nýõìc"
VIQR = "To^?ng sa?n pha^?m trong nu+o+'c"


def run(text: str, font: str = "", style: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{named}{fonts}</w:rPr>{inner}</w:r>"


def paragraph(*runs: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def page(body: str, head: str = "") -> str:
    html = f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return read(html.encode(), "a.htm").text


@pytest.mark.parametrize(("text", "font"), [(TCVN3, ".VnTime"), (VNI, "VNI-Times"), (MODERN, "Arial")])
def test_runs_of_a_word_file_are_read_by_their_font(docx: DocxBuilder, text: str, font: str) -> None:
    assert read(docx(paragraph(run(text, font))), "a.docx").text == MODERN


def test_paragraph_of_several_fonts_is_read_run_by_run(docx: DocxBuilder) -> None:
    runs = (
        run("gi¸ trÞ ", ".VnTimeH"),
        run("sa", "VNI-Times"),
        run("ûn xuaát ", "VNI-Times"),
        run("tổng hợp"),
    )
    assert read(docx(paragraph(*runs)), "a.docx").text == "GIÁ TRỊ sản xuất tổng hợp"


def test_soft_hyphen_in_an_old_font_is_a_letter_and_elsewhere_nothing(docx: DocxBuilder) -> None:
    hyphen = "<w:softHyphen/>"
    old = paragraph(run("n", ".VnTime"), run(hyphen, ".VnTime"), run("íc", ".VnTime"))
    new = paragraph(run("cộng "), run("đồng"), run(hyphen), run("\xad"))
    assert read(docx(old + new), "a.docx").text == "nước\ncộng đồng"


def test_font_of_a_style_and_of_the_whole_file_count(docx: DocxBuilder) -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}"/></w:rPr>'
    styles = (
        f"<w:docDefaults><w:rPrDefault>{fonts.format('VNI-Times')}</w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:styleId="Cu">{fonts.format(".VnTime")}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Cu"/></w:style>'
        f'<w:style w:type="character" w:styleId="Moi">{fonts.format("Arial")}</w:style>'
    )
    body = paragraph(run("sè"), style="Con") + paragraph(run("soá")) + paragraph(run("số ô", style="Moi"))
    assert read(docx(body, styles=styles), "a.docx").text == "số\nsố\nsố ô"


def test_text_box_within_a_paragraph_is_read_once(docx: DocxBuilder) -> None:
    box = f"<w:pict><w:txbxContent>{paragraph(run('Bé', '.VnTime'))}</w:txbxContent></w:pict>"
    assert read(docx(paragraph(run("sè", ".VnTime"), run(box))), "a.docx").text == "số\nBộ"


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f'<p><font face=".VnTime">{TCVN3}</font></p>', ""),
        (f"<p style=\"font-family:'VNI-Times',serif\">{VNI}</p>", ""),
        (
            f"<p class=cu>{TCVN3}</p>",
            "<style>.cu, .xl2 { font-size:9pt; font-family:.VnTime, serif }</style>",
        ),
        (
            f"<p><span class=xl5>{VNI}</span></p>",
            "<style><!-- p.xl5, span.xl5 {font:12pt VNI-Times} --></style>",
        ),
        (f"<p>{MODERN}</p>", "<style>p {font-family: Arial}</style>"),
        (f"<p>{TCVN3}</p>", ""),
        (f"<p>{VNI}</p>", ""),
        (f"<p>{VIQR}</p>", ""),
    ],
)
def test_web_page_is_read_by_font_or_by_its_words(body: str, head: str) -> None:
    assert page(body, head) == MODERN


def test_decomposed_letters_are_put_together(docx: DocxBuilder) -> None:
    decomposed = unicodedata.normalize("NFD", MODERN)
    assert page(f"<p>{decomposed}</p>") == MODERN
    assert read(docx(paragraph(run(decomposed))), "a.docx").text == MODERN


def test_words_over_several_elements_of_a_page_are_whole() -> None:
    vni, tcvn3 = '<font face="VNI-Times"><b>s</b>o<i>á</i></font>', '<font face=".VnTimeH">n<u>¨m</u></font>'
    assert page(f"<p>{vni} liệu {tcvn3} nay</p>") == "số liệu NĂM nay"


def test_cells_of_one_page_have_fonts_of_their_own() -> None:
    cells = f"<td><font face='.VnTime'>Bé</font><td>Bé gái<td>12,5<tr><td>{MODERN}<td>Số bé<td>3"
    assert page(f"<table border=1><tr>{cells}</table>") == f"Bộ\tBé gái\t12,5\n{MODERN}\tSố bé\t3"


@pytest.mark.parametrize("text", [TCVN3, VNI, CP1258])
def test_bytes_of_an_undeclared_page_are_told(text: str) -> None:
    data = b"<html><body><p>" + text.encode("cp1252") + b"</p></body></html>"
    assert read(data, "a.htm").text == MODERN


@pytest.mark.parametrize("text", [TCVN3, VNI, CP1258, VIQR])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_plain_text_is_told_by_its_words(text: str, encoding: str) -> None:
    document = read(f"{text}\r\n12,5 USD".encode(encoding), "a.txt")
    assert document.text == f"{MODERN}\n12,5 USD"
    assert document.lettering.is_sure


def test_text_that_cannot_be_told_shows_each_reading_and_obeys_the_answer() -> None:
    data = "Bé Y tÕ\n12,5".encode("cp1252")
    document = read(data, "a.txt")
    assert not document.lettering.is_sure
    assert "Bộ Y tế" in {line for sample in document.lettering.samples for line in sample.lines}
    chosen = read(data, "a.txt", lettering=Encoding.TCVN3)
    assert (chosen.text, chosen.lettering.is_sure) == ("Bộ Y tế\n12,5", True)


@pytest.mark.parametrize("text", [TCVN3, VNI, CP1258, VIQR, MODERN])
def test_every_letter_leads_to_its_bytes(text: str) -> None:
    line = f"{text}\r\nHết"
    data = line.encode("utf-8" if text == MODERN else "cp1252", "replace")
    origin = origin_of(data, "a.txt")
    assert origin.text == read(data, "a.txt").text
    at = origin.text.index("nước")
    start, end = origin.span(at, at + 4)
    raw = data[start:end].decode() if text == MODERN else from_bytes(data[start:end])
    assert text.endswith(raw)
    assert raw.startswith("n")


@given(st.text(st.characters(exclude_characters="\0"), max_size=200), st.sampled_from(["utf-8", "utf-16"]))
def test_origins_are_in_order_and_cover_the_bytes(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    try:
        origin = origin_of(data, "a.txt")
    except Exception as error:  # noqa: BLE001 - what is no text is refused by the reader too
        with pytest.raises(type(error)):
            read(data, "a.txt")
        return
    assert len(origin.text) == len(origin.starts) == len(origin.ends)
    assert list(origin.starts) == sorted(origin.starts)
    assert all(end <= len(data) for end in origin.ends)


def test_only_readings_that_differ_are_offered() -> None:
    samples = read("Bé Y tÕ\n12,5".encode("cp1252"), "a.txt").lettering.samples
    assert Encoding.VNI not in {sample.encoding for sample in samples}
    assert len({sample.lines for sample in samples}) == len(samples) == 3
