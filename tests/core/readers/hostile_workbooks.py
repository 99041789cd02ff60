"""Workbooks that are broken, locked, swollen or not what they say: small files, each written by hand."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_MACRO_PART = "application/vnd.ms-office.vbaProject"

LAST_ROW = 1_048_576
LAST_COLUMN = "XFD"
PLAIN_ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Chỉ tiêu</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Tháng 3 năm 2021</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Số vụ cháy (vụ)</t></is></c><c r="B2"><v>12</v></c></row>'
)
STYLES = "<fonts/><fills/><borders/><cellStyleXfs/><cellXfs><xf numFmtId='0'/></cellXfs>"

Members = Mapping[str, "bytes | str"]


def package(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of `members`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts(
    rows: str = PLAIN_ROWS, *, before: str = "", after: str = "", **more: str
) -> dict[str, bytes | str]:
    """Return the parts of a workbook with one sheet; `before` and `after` stand around its rows.

    `more` are `strings`, `styles` and `workbook` (what stands in their root), and `kind`, the main type.
    """
    kind = more.get("kind", _SHEET_TYPE)
    found: dict[str, bytes | str] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="bin" ContentType="{_MACRO_PART}"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_RELATION}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}">{more.get("workbook", "")}'
            '<sheets><sheet name="Biểu 1" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}">'
            f'<Relationship Id="r1" Type="{_RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{_RELATION}/styles" Target="styles.xml"/>'
            f'<Relationship Id="r3" Type="{_RELATION}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>"
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{more.get("styles", STYLES)}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{more.get("strings", "<si><t>a</t></si>")}</sst>',
        "xl/worksheets/sheet1.xml": sheet(rows, before=before, after=after),
    }
    return found


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """Return a sheet's XML."""
    return f'<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def workbook(rows: str = PLAIN_ROWS, **more: str) -> bytes:
    """Return an .xlsx with one sheet of `rows`; see `parts`."""
    return package(parts(rows, **more))


def with_part(name: str, content: bytes | str | None) -> bytes:
    """Return a plain workbook with one part replaced, or left out."""
    members = parts()
    if content is None:
        members.pop(name)
    else:
        members[name] = content
    return package(members)


def macro_workbook() -> bytes:
    """Return an .xlsm with a macro part."""
    return package(
        {**parts(kind=_MACRO_TYPE), "xl/vbaProject.bin": compound({"VBA": b"Sub Auto_Open()" * 400})}
    )


def wrong_checksum() -> bytes:
    """Return a workbook whose sheet does not have the bytes that its checksum was made of."""
    data = package(parts(), zipfile.ZIP_STORED)
    return data.replace("cháy".encode(), "chảy".encode(), 1)


def understated_bomb(megabytes: int = 500) -> bytes:
    """Return a workbook whose sheet unpacks to half a gigabyte, and whose directory says it is small."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts().items():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(b"<worksheet>")
            for _ in range(megabytes // 8):
                part.write(bytes(8 << 20))
    return file.getvalue()


def declared_bomb() -> bytes:
    """Return a workbook with 60 parts of 10 MB of zeros each, packed a thousandfold."""
    return package(parts() | {f"xl/media/{n}.xml": bytes(10 << 20) for n in range(60)})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE compound file with `streams` below its root, none of them in a mini stream."""
    padded = {
        name: data + bytes(max(4096, -(-len(data) // 512) * 512) - len(data))
        for name, data in streams.items()
    }
    directory_sectors = -(-(len(padded) + 1) // 4)
    sectors = sum(len(data) for data in padded.values()) // 512 + directory_sectors
    table_sectors = 1
    while table_sectors * 128 < sectors + table_sectors:
        table_sectors += 1
    table: list[int] = [0xFFFFFFFD] * table_sectors
    _chain(table, directory_sectors)
    starts: list[int] = []
    for data in padded.values():
        starts.append(len(table))
        _chain(table, len(data) // 512)
    table += [0xFFFFFFFF] * (table_sectors * 128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack(
        "<IIIIIIIII", 0, table_sectors, table_sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    header += struct.pack("<109I", *range(table_sectors), *[0xFFFFFFFF] * (109 - table_sectors))
    entries = [_entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)]
    for number, (name, start) in enumerate(zip(padded, starts, strict=True), 1):
        following = number + 1 if number < len(padded) else 0xFFFFFFFF
        entries.append(_entry(name, 2, 0xFFFFFFFF, start, len(padded[name]), following))
    directory = b"".join(entries).ljust(directory_sectors * 512, b"\0")
    return header + struct.pack(f"<{len(table)}I", *table) + directory + b"".join(padded.values())


def _chain(table: list[int], sectors: int) -> None:
    first = len(table)
    table += [*range(first + 1, first + sectors), 0xFFFFFFFE]


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = 0xFFFFFFFF) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    entry = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1)
    entry += struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36)
    return entry + struct.pack("<IQ", start, size)


def old_workbook(
    *,
    version: int = 0x0600,
    extra: bytes = b"",
    offset: int | None = None,
    cells: bytes | None = None,
    **streams: bytes,
) -> bytes:
    """Return an .xls with one sheet: `extra` records in its globals, `offset` where it says its sheet is."""
    return compound(
        {"Workbook" if version == 0x0600 else "Book": old_stream(version, extra, offset, cells), **streams}
    )


def old_stream(
    version: int, extra: bytes = b"", offset: int | None = None, cells: bytes | None = None
) -> bytes:
    """Return the workbook stream of an .xls."""
    name = b"\x07\x00Bieu 01"[:2] + b"Bieu 01" if version == 0x0600 else b"\x07Bieu 01"
    start = (
        record(0x0809, struct.pack("<HHHH", version, 5, 0, 0) + bytes(8 if version == 0x0600 else 0)) + extra
    )
    at = len(start) + 4 + 6 + len(name) + 4 if offset is None else offset
    start += record(0x0085, struct.pack("<IBB", at, 0, 0) + name) + record(0x000A)
    body = record(0x0809, struct.pack("<HHHH", version, 0x10, 0, 0) + bytes(8 if version == 0x0600 else 0))
    body += record(
        0x0200,
        struct.pack("<IIHHH", 0, 2, 0, 2, 0) if version == 0x0600 else struct.pack("<HHHHH", 0, 2, 0, 2, 0),
    )
    if cells is None:
        flag = b"\0" if version == 0x0600 else b""
        cells = b"".join(
            record(0x0204, struct.pack("<HHHH", row, column, 0, len(text)) + flag + text)
            for row, column, text in (
                (0, 0, b"Chi tieu"),
                (0, 1, b"Thang 3 nam 2021"),
                (1, 0, b"So vu chay (vu)"),
            )
        ) + record(0x0203, struct.pack("<HHHd", 1, 1, 0, 12.0))
    return start + body + cells + record(0x000A)


def record(kind: int, body: bytes = b"") -> bytes:
    """Return one record of an .xls."""
    return struct.pack("<HH", kind, len(body)) + body


def merges(ranges: Sequence[str]) -> str:
    """Return the merged ranges of a sheet."""
    return "<mergeCells>" + "".join(f'<mergeCell ref="{one}"/>' for one in ranges) + "</mergeCells>"


def laughs(part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """Return a workbook where a part defines entities of entities."""
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    content = str(parts()[part])
    return with_part(
        part, f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>' + content.replace("Chỉ tiêu", "&a9;")
    )


def spreadsheet_2003() -> bytes:
    """Return an XML Spreadsheet 2003, as old programs export it under the name .xls."""
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    rows = (("Chỉ tiêu", "Tháng 3 năm 2021"), ("Số vụ cháy (vụ)", 12))
    lines = "".join(
        "<Row>"
        + "".join(
            f'<Cell><Data ss:Type="{"Number" if isinstance(value, int) else "String"}">{value}</Data></Cell>'
            for value in row
        )
        + "</Row>"
        for row in rows
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="Biểu 1"><Table>{lines}</Table>'
        "</Worksheet></Workbook>"
    ).encode()


WEB_TABLE = (
    "<html><head><meta charset='utf-8'></head><body><table><tr><td>Chỉ tiêu</td>"
    "<td>Tháng 3 năm 2021</td></tr>"
    "<tr><td>Số vụ cháy (vụ)</td><td>12</td></tr></table></body></html>"
).encode()
TABBED = "Chỉ tiêu\tTháng 3 năm 2021\nSố vụ cháy (vụ)\t12\n".encode()
COMMAS = "\ufeffChỉ tiêu,Tháng 3 năm 2021\r\nSố vụ cháy (vụ),12\r\n".encode()

Build = Callable[[], bytes]

ONE_FAR = f'<row r="{LAST_ROW}"><c r="{LAST_COLUMN}{LAST_ROW}"><v>5</v></c></row>'
VALUES = (
    '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><v>#DIV/0!</v></c>'
    '<c r="C1" t="b"><v>1</v></c>'
    '<c r="D1"><f>1+1</f></c><c r="E1"><f>1+1</f><v>2</v></c><c r="F1" t="str"><f>"a"</f><v>chữ</v></c>'
    '<c r="G1" t="inlineStr"><is><r><t>trong </t></r><r><t>ô</t></r></is></c><c r="H1" s="1"><v>1</v></c>'
    '<c r="I1"><f>[1]Sheet1!$A$1</f><v>7</v></c></row>'
)


def encrypted_old() -> bytes:
    """Return an .xls with a password: its records after FILEPASS are no longer what they were."""
    return old_workbook(extra=record(0x002F, struct.pack("<HHHH", 1, 1, 1, 1) + bytes(range(48))))


CASES: dict[str, tuple[str, Build]] = {
    "zip-cut": ("xlsx", lambda: workbook()[:-200]),
    "zip-cut-early": ("xlsx", lambda: workbook()[:300]),
    "zip-checksum": ("xlsx", wrong_checksum),
    "no-workbook-part": ("xlsx", lambda: with_part("xl/workbook.xml", None)),
    "no-sheet-part": ("xlsx", lambda: with_part("xl/worksheets/sheet1.xml", None)),
    "no-relations": ("xlsx", lambda: with_part("xl/_rels/workbook.xml.rels", None)),
    "broken-workbook-xml": ("xlsx", lambda: with_part("xl/workbook.xml", "<workbook><sheets><sheet")),
    "broken-sheet-xml": ("xlsx", lambda: with_part("xl/worksheets/sheet1.xml", sheet(PLAIN_ROWS)[:-120])),
    "garbage-sheet-xml": ("xlsx", lambda: with_part("xl/worksheets/sheet1.xml", bytes(range(256)) * 9)),
    "broken-styles": ("xlsx", lambda: with_part("xl/styles.xml", "<styleSheet><cellXfs>")),
    "laughs-sheet": ("xlsx", laughs),
    "laughs-strings": ("xlsx", lambda: laughs("xl/sharedStrings.xml")),
    "bomb-understated": ("xlsx", understated_bomb),
    "bomb-declared": ("xlsx", declared_bomb),
    "vast-dimension": ("xlsx", lambda: workbook(before='<dimension ref="A1:XFD1048576"/>')),
    "one-far-cell": ("xlsx", lambda: workbook(ONE_FAR)),
    "near-and-far-cell": ("xlsx", lambda: workbook(PLAIN_ROWS + ONE_FAR)),
    "far-column": ("xlsx", lambda: workbook(PLAIN_ROWS + '<row r="3"><c r="XFD3"><v>5</v></c></row>')),
    "far-row": (
        "xlsx",
        lambda: workbook(PLAIN_ROWS + f'<row r="{LAST_ROW}"><c r="A{LAST_ROW}"><v>5</v></c></row>'),
    ),
    "beyond-the-sheet": ("xlsx", lambda: workbook('<row r="9999999"><c r="ZZZZ9999999"><v>5</v></c></row>')),
    "huge-row-number": (
        "xlsx",
        lambda: workbook('<row r="99999999999999999999"><c r="A99999999999999999999"><v>5</v></c></row>'),
    ),
    "merge-all": ("xlsx", lambda: workbook(after=merges(["A1:XFD1048576"]))),
    "merge-columns": ("xlsx", lambda: workbook(after=merges([f"A{row}:XFD{row}" for row in range(3, 3000)]))),
    "merge-many": ("xlsx", lambda: workbook(after=merges([f"A{row}:B{row}" for row in range(10, 100_010)]))),
    "merge-all-many": ("xlsx", lambda: workbook(after=merges(["A1:XFD1048576"] * 20_000))),
    "merge-nonsense": ("xlsx", lambda: workbook(after=merges(["B2:A1", "", "A0:ZZZZ9", ":"]))),
    "out-of-order": (
        "xlsx",
        lambda: workbook(
            '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1">'
            '<c r="A1"><v>1</v></c></row>'
        ),
    ),
    "duplicate-cells": (
        "xlsx",
        lambda: workbook(
            '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="1">'
            '<c r="A1"><v>3</v></c></row>'
        ),
    ),
    "no-references": (
        "xlsx",
        lambda: workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
    ),
    "all-columns": (
        "xlsx",
        lambda: workbook(before='<cols><col min="1" max="16384" width="9" style="0"/></cols>'),
    ),
    "styled-to-the-end": (
        "xlsx",
        lambda: workbook(
            PLAIN_ROWS + "".join(f'<row r="{row}"><c r="XFD{row}" s="0"/></row>' for row in range(3, 30_000))
        ),
    ),
    "string-out-of-range": ("xlsx", lambda: workbook('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')),
    "huge-styles": (
        "xlsx",
        lambda: workbook(styles="<cellXfs>" + "<xf numFmtId='10'/>" * 200_000 + "</cellXfs>"),
    ),
    "values": ("xlsx", lambda: workbook(VALUES)),
    "year-1904": (
        "xlsx",
        lambda: workbook(
            '<row r="1"><c r="A1" s="1"><v>1</v></c></row>',
            workbook='<workbookPr date1904="1"/>',
            styles="<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>",
        ),
    ),
    "date-out-of-range": (
        "xlsx",
        lambda: workbook(
            '<row r="1"><c r="A1" s="1"><v>1e300</v></c><c r="B1" s="1"><v>-5</v></c>'
            '<c r="C1" s="1"><v>99999999</v></c></row>',
            styles="<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>",
        ),
    ),
    "odd-numbers": (
        "xlsx",
        lambda: workbook(
            '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>1e300</v></c>'
            '<c r="D1"><v>abc</v></c></row>'
        ),
    ),
    "long-digits": (
        "xlsx",
        lambda: workbook(
            f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"9" * 30_000}</t></is></c>'
            '<c r="B1"><v>1</v></c></row>'
        ),
    ),
    "external-links": (
        "xlsx",
        lambda: package(
            parts(VALUES) | {"xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{_MAIN}"/>'}
        ),
    ),
    "many-sheets": ("xlsx", lambda: _many_sheets(3000)),
    "encrypted-xlsx": (
        "xlsx",
        lambda: compound({"EncryptionInfo": bytes(5000), "EncryptedPackage": bytes(9000)}),
    ),
    "encrypted-xls": ("xls", encrypted_old),
    "xls-plain": ("xls", old_workbook),
    "xls-cut": ("xls", lambda: old_workbook()[:1400]),
    "xls-cut-stream": ("xls", lambda: compound({"Workbook": old_stream(0x0600)[:100]})),
    "xls-bad-offset": ("xls", lambda: old_workbook(offset=0xFFFFFF00)),
    "xls-offset-inside": ("xls", lambda: old_workbook(offset=7)),
    "xls-5": ("xls", lambda: old_workbook(version=0x0500)),
    "xls-far-cell": (
        "xls",
        lambda: old_workbook(cells=record(0x0203, struct.pack("<HHHd", 65535, 255, 0, 5.0))),
    ),
    "xls-beyond": (
        "xls",
        lambda: old_workbook(cells=record(0x0203, struct.pack("<HHHd", 65535, 65535, 0, 5.0))),
    ),
    "xls-merge-all": (
        "xls",
        lambda: old_workbook(
            cells=record(0x0203, struct.pack("<HHHd", 1, 1, 0, 5.0))
            + record(0x00E5, struct.pack("<H", 1000) + struct.pack("<HHHH", 0, 65535, 0, 255) * 1000)
        ),
    ),
    "xls-macro": ("xls", lambda: old_workbook(_VBA_PROJECT_CUR=b"Sub Auto_Open()" * 400)),
    "xls-loop": ("xls", lambda: _looped()),
    "html-as-xls": ("xls", lambda: WEB_TABLE),
    "tabs-as-xls": ("xls", lambda: TABBED),
    "commas-as-xls": ("xls", lambda: COMMAS),
    "tabs-utf16-as-xls": ("xls", lambda: TABBED.decode().encode("utf-16")),
    "xml-2003-as-xls": ("xls", spreadsheet_2003),
    "xlsm": ("xlsm", macro_workbook),
    "no-strings-part": (
        "xlsx",
        lambda: package(
            {
                name: part
                for name, part in parts('<row r="1"><c r="A1" t="s"><v>0</v></c></row>').items()
                if name != "xl/sharedStrings.xml"
            }
        ),
    ),
    "no-styles-part": ("xlsx", lambda: with_part("xl/styles.xml", None)),
    "deep-styles": ("xlsx", lambda: workbook(styles="<a>" * 200_000 + "</a>" * 200_000)),
    "endless-format": (
        "xlsx",
        lambda: workbook(
            styles=f"<numFmts><numFmt numFmtId='164' formatCode='{'&quot;' * 100_001}%'/></numFmts>"
            "<cellXfs><xf numFmtId='164'/></cellXfs>"
        ),
    ),
    "same-names": ("xlsx", lambda: books(("Biểu", "Biểu"))),
    "charts-only": ("xlsx", lambda: books(("Đồ thị 1", "Đồ thị 2"), kind="chartsheet")),
    "very-hidden": ("xlsx", lambda: books(("Biểu",), state="veryHidden")),
    "too-many-cells": (
        "xlsx",
        lambda: workbook(
            "".join(
                f'<row r="{row}">{"".join(f"<c r={q}{c}{row}{q}><v>1</v></c>" for c in "ABCDE")}</row>'
                for row in range(1, 60_001)
                for q in '"'
            )
        ),
    ),
    "too-many-letters": ("xlsx", lambda: workbook(strings_row(("chữ 12 " * 500_000,)))),
    "cyclic": (
        "xlsx",
        lambda: workbook('<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><f>A1</f><v>0</v></c></row>'),
    ),
    "infinite": (
        "xls",
        lambda: old_workbook(
            cells=b"".join(
                record(0x0203, struct.pack("<HHHd", row, 0, 0, value))
                for row, value in enumerate((float("inf"), float("-inf"), float("nan"), 7.0))
            )
        ),
    ),
    "xls-errors": (
        "xls",
        lambda: old_workbook(
            cells=record(0x0006, struct.pack("<HHH", 0, 0, 0) + b"\2\0\x17\0\0\0\xff\xff" + bytes(8))
            + record(0x0205, struct.pack("<HHHBB", 1, 0, 0, 0x17, 1))
        ),
    ),
    "open-tags": (
        "xlsx",
        lambda: workbook('<row r="1"><c r="XFD1048576"><v>1</v></c></row><row>' + "<c " * 300_000),
    ),
    "controls": ("xlsx", lambda: workbook(strings_row(("a\x01b\x08c", "a_x0001_b_x0000_")))),
    "surrogate-entity": ("xlsx", lambda: workbook(strings_row(("a&#xD800;b",)))),
    "surrogate-escaped": ("xlsx", lambda: workbook(strings_row(("a_xD800_b",)))),
    "docx-as-xlsx": ("xlsx", lambda: package(_WORD)),
    "commas-as-xlsx": ("xlsx", lambda: COMMAS),
    "pdf-as-xlsx": ("xlsx", lambda: b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"),
    "vast-xls-dimension": (
        "xls",
        lambda: old_workbook(extra=record(0x00FC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF))),
    ),
    "empty": ("xlsx", lambda: b""),
    "empty-zip": ("xlsx", lambda: package({})),
    "one-byte": ("xls", lambda: b"P"),
    "noise": ("xlsx", lambda: b"PK\x03\x04" + bytes(range(256)) * 64),
}


_WORD: Members = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    ),
    "word/document.xml": (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>Toàn tỉnh xảy ra 12 vụ cháy.</w:t></w:r></w:p></w:body></w:document>"
    ),
}


def strings_row(texts: Sequence[str]) -> str:
    """Return the row of a sheet with a text in each cell."""
    cells = (f'<c r="{"ABC"[n]}1" t="inlineStr"><is><t>{text}</t></is></c>' for n, text in enumerate(texts))
    return f'<row r="1">{"".join(cells)}</row>'


def books(names: Sequence[str], *, kind: str = "worksheet", state: str = "visible") -> bytes:
    """Return a workbook with a sheet of `kind` for each name."""
    members = parts()
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{state}" r:id="s{n}"/>' for n, name in enumerate(names, 1)
    )
    members["xl/workbook.xml"] = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets>{sheets}</sheets></workbook>'
    )
    relations = "".join(
        f'<Relationship Id="s{n}" Type="{_RELATION}/{kind}" Target="{kind}s/sheet{n}.xml"/>'
        for n in range(1, len(names) + 1)
    )
    members["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
    content = sheet(PLAIN_ROWS) if kind == "worksheet" else f'<chartsheet xmlns="{_MAIN}"/>'
    members |= {f"xl/{kind}s/sheet{n}.xml": content for n in range(1, len(names) + 1)}
    return package(members)


def _many_sheets(count: int) -> bytes:
    members = parts()
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="s{n}"/>' for n in range(1, count + 1))
    members["xl/workbook.xml"] = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets>{sheets}</sheets></workbook>'
    )
    relations = "".join(
        f'<Relationship Id="s{n}" Type="{_RELATION}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, count + 1)
    )
    members["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
    members |= {f"xl/worksheets/sheet{n}.xml": sheet(PLAIN_ROWS) for n in range(1, count + 1)}
    return package(members)


def _looped() -> bytes:
    """Return an .xls where the chain of the workbook's sectors turns back to its first."""
    data = bytearray(old_workbook())
    first = struct.unpack_from("<I", data, 512 + 512 + 128 + 116)[0]
    struct.pack_into("<I", data, 512 + 4 * (first + 2), first)
    return bytes(data)
