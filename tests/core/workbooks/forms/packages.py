"""Forms put together part by part, with all that offices put into them and openpyxl would lose."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
"""Bytes that stand for a picture; nobody here draws it."""

SHEET = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}"\n  xmlns:mc="http://schemas.openxmlformats.org/'
    "markup-compatibility/2006\"  mc:Ignorable='x14ac' "
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">'
    "<sheetPr><tabColor rgb='FFFF0000'/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
    '<dimension ref="A1:D9"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" '
    'state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/>'
    '<cols><col min="3" max="3" width="14.5" style="1" customWidth="1"/></cols><sheetData>'
    '<row r="1" spans="1:4" ht="30" customHeight="1"><c r="A1" s="1" t="inlineStr"><is>'
    "<t>Biểu 01</t></is></c>"
    "</row>"
    '<row r="2" spans="1:4"><c r="A2" t="inlineStr"><is><t>Chỉ tiêu</t></is></c>'
    '<c r="B2" t="inlineStr"><is><t>Đơn vị</t></is></c><c r="C2" t="inlineStr"><is><t>Kỳ báo cáo</t></is></c>'
    '<c r="D2" t="inlineStr"><is><t>Tỷ trọng</t></is></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>Thu ngân sách</t></is></c>'
    "<c r=\"B3\" t='inlineStr'><is><t>triệu đồng</t></is></c><c r='C3' s='1'/><c r=\"D3\" s=\"2\"/></row>"
    '<row r="4"><c r="A4" t="inlineStr"><is><t>Chi ngân sách</t></is></c><c r="C4" s="1"><v>7</v></c></row>'
    '<row r="6" s="1" customFormat="1"><c r="A6"/></row>'
    '<row r="9"><c r="A9" t="inlineStr"><is><t>Tổng</t></is></c>'
    '<c r="C9" s="1"><f>SUM(C3:C8)</f><v>7</v></c><c r="D9" t="str"><f>C9&amp;"x"</f><v>7x</v></c></row>'
    '</sheetData><sheetProtection sheet="1" objects="1"/><autoFilter ref="A2:D9"/>'
    '<mergeCells count="1"><mergeCell ref="A7:B8"/></mergeCells>'
    '<conditionalFormatting sqref="C3:C9"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan">'
    "<formula>0</formula></cfRule></conditionalFormatting>"
    '<dataValidations count="1"><dataValidation type="decimal" sqref="C3:C8"><formula1>0</formula1>'
    "<formula2>1</formula2></dataValidation></dataValidations>"
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape"/><headerFooter>'
    "<oddFooter>&amp;CTrang &amp;P</oddFooter></headerFooter>"
    '<drawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts></worksheet>'
).encode()

OTHER_SHEET = (
    f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><f>\'Biểu 1\'!C9*2</f><v>14</v></c>'
    '<c r="B1"><f>LEN("Biểu")</f><v>4</v></c></row></sheetData></worksheet>'
).encode()

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1">'
    "<border/></borders>"
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="10"/><xf numFmtId="14"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" '
    'builtinId="0"/></cellStyles><dxfs count="1"><dxf/></dxfs></styleSheet>'
).encode()

WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/>'
    '<sheet name="Tính" sheetId="2" state="hidden" r:id="rId2"/></sheets><definedNames>'
    "<definedName name=\"TongThu\">'Biểu 1'!$C$3</definedName>"
    "<definedName name=\"CaBang\">'Biểu 1'!$C$3:$C$4</definedName></definedNames>"
    "<pivotCaches/><extLst/></workbook>"
).encode()

TABLE = (
    f'<table xmlns="{MAIN}" id="1" name="Bang" displayName="Bang" ref="A2:D9" totalsRowCount="1">'
    '<autoFilter ref="A2:D8"/><tableColumns count="4"><tableColumn id="1" name="Chỉ tiêu"/>'
    '<tableColumn id="2" name="Đơn vị"/><tableColumn id="3" name="Kỳ báo cáo"/>'
    '<tableColumn id="4" name="Tỷ trọng"/></tableColumns></table>'
).encode()


def relations(*targets: tuple[str, str], types: str = RELATIONS) -> bytes:
    """Return a part of relations "rId1", "rId2", ... given as (kind, target)."""
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{types}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'.encode()


def content_types(main_type: str = _SHEET_TYPE) -> bytes:
    """Return the list of content types."""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main_type}"/>'
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ).encode()


def parts(**replaced: bytes) -> dict[str, bytes]:
    """Return the parts of a form; `sheet`, `workbook`, `types` and `sheet_rels` replace its own."""
    return {
        "[Content_Types].xml": replaced.get("types", content_types()),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": replaced.get("workbook", WORKBOOK),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("worksheet", "/xl/worksheets/sheet2.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": replaced.get("sheet", SHEET),
        "xl/worksheets/sheet2.xml": OTHER_SHEET,
        "xl/worksheets/_rels/sheet1.xml.rels": replaced.get(
            "sheet_rels",
            relations(("drawing", "../drawings/drawing1.xml"), ("table", "../tables/table1.xml")),
        ),
        "xl/drawings/drawing1.xml": b'<xdr:wsDr xmlns:xdr="urn:x"><c:chart xmlns:c="urn:c"/></xdr:wsDr>',
        "xl/charts/chart1.xml": b"<c:chartSpace xmlns:c='urn:c'>  <c:chart/></c:chartSpace>",
        "xl/tables/table1.xml": TABLE,
        "xl/media/image1.png": PICTURE,
        "xl/printerSettings/printerSettings1.bin": b"\0\1\2" * 200,
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros",
    }


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return the parts as a package; pictures are stored, the rest is compressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = b"made by the office"
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            package.writestr(name, content, stored)
    return file.getvalue()


def strict(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the same parts in the namespaces of strict Office Open XML."""
    pairs = ((MAIN.encode(), STRICT_MAIN.encode()), (RELATIONS.encode(), STRICT_RELATIONS.encode()))
    changed: dict[str, bytes] = {}
    for name, content in members.items():
        if name.endswith((".xml", ".rels")):
            for old, new in pairs:
                content = content.replace(old, new)
        changed[name] = content
    return changed


def prefixed(xml: bytes) -> bytes:
    """Return a sheet whose elements bear the prefix "x", as some programs write them."""
    import re

    told = re.sub(rb"<(/?)(?![?/])(?=[a-zA-Z]+[\s/>])", rb"<\1x:", xml)
    return told.replace(f'xmlns="{MAIN}"'.encode(), f'xmlns:x="{MAIN}"'.encode())


def members_of(path: Path | bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    source = io.BytesIO(path) if isinstance(path, bytes) else path
    with zipfile.ZipFile(source) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}
