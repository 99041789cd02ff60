"""Small files made by hand: Word packages from pieces of XML, PDFs from pieces of page content."""

import io
import zipfile
from collections.abc import Callable, Sequence

import pytest

WORD_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

ZipBuilder = Callable[[dict[str, str | bytes]], bytes]
DocxBuilder = Callable[..., bytes]
PdfBuilder = Callable[..., bytes]


@pytest.fixture
def zipped() -> ZipBuilder:
    """Return a builder of zip archives from members by name."""
    return _zipped


@pytest.fixture
def docx() -> DocxBuilder:
    """Return a builder of Word files: `docx(body, styles=..., numbering=..., footnotes=..., header=...)`."""
    return _docx


@pytest.fixture
def pdf() -> PdfBuilder:
    """Return a builder of PDFs: `pdf(["page content", ...])`, fonts F1 (plain) and F2 (bold)."""
    return _pdf


def _zipped(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _docx(body: str, **parts: str) -> bytes:
    """Return a Word file; a part named "header2" is another one of kind "header"."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>'
        ),
        "_rels/.rels": _relations({"word/document.xml": "officeDocument"}),
        "word/_rels/document.xml.rels": _relations(
            {f"{part}.xml": part.rstrip("0123456789") for part in parts}
        ),
        "word/document.xml": f"<w:document {WORD_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    members |= {f"word/{part}.xml": _part(part.rstrip("0123456789"), xml) for part, xml in parts.items()}
    return _zipped(members)


def _part(kind: str, xml: str) -> str:
    return f"<w:{kind} {WORD_NAMESPACES}>{xml}</w:{kind}>"


def _relations(kind_by_target: dict[str, str]) -> str:
    lines = (
        f'<Relationship Id="r{n}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(kind_by_target.items())
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(lines)}</Relationships>'


def _pdf(pages: Sequence[str], *, page_keys: str = "", trailer_keys: str = "") -> bytes:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        font.format("Helvetica"),
        font.format("Helvetica-Bold"),
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {6 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> {page_keys} >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    return _numbered(objects, trailer_keys)


def _numbered(objects: Sequence[str], trailer_keys: str) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    size = len(objects) + 1
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer_keys} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
