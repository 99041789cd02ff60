"""A workspace of many reports: a few are imported as a clerk does it, and multiplied inside the file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from windows import import_reports

TEMPLATES = 50
FIGURES_A_REPORT = 100
LARGE_REPORT = 20_000
LARGE_NAME = "lon.txt"

_SUBJECTS = (
    "Số vụ vi phạm",
    "Thu ngân sách",
    "Sản lượng lúa",
    "Số hộ nghèo",
    "Giá trị sản xuất công nghiệp",
    "Số lao động có việc làm mới",
    "Tổng vốn đầu tư",
    "Kim ngạch xuất khẩu",
    "Số tài khoản thư điện tử",
    "Diện tích rừng trồng",
)
_UNITS = ("vụ", "tỷ đồng", "tấn", "hộ", "tỷ đồng", "người", "triệu USD", "triệu USD", "tài khoản", "ha")
_LINES_A_SECTION = 7


def make(home: Path, reports: int, large_figures: int = LARGE_REPORT) -> Path:
    """Return a workspace in `home` of `reports` reports of a hundred figures each, and a large one if any."""
    workspace = home / "bench.doichieu"
    templates = [home / f"mau-{number}.txt" for number in range(TEMPLATES)]
    for number, path in enumerate(templates):
        path.write_text(report_text(number, FIGURES_A_REPORT), encoding="utf-8")
    import_reports(workspace, home, *templates)
    with closing(sqlite3.connect(workspace, isolation_level=None)) as connection:
        _multiply(connection, max(reports // TEMPLATES, 1))
    if large_figures:
        large = home / LARGE_NAME
        large.write_text(report_text(TEMPLATES, large_figures), encoding="utf-8")
        import_reports(workspace, home, large)
    return workspace


def report_text(number: int, figures: int) -> str:
    """Return a report of short paragraphs under headings with about so many figures; no two are alike."""
    lines = [f"BÁO CÁO\nTình hình kinh tế - xã hội quý {number % 4 + 1} năm {2001 + number // 4}\n"]
    for index in range(figures // 2):
        if index % _LINES_A_SECTION == 0:
            section = index // _LINES_A_SECTION + 1
            lines.append(f"{section}. Lĩnh vực thứ {section}")
        subject = (index + number) % len(_SUBJECTS)
        level = f"{(index * 37 + number * 211) % 98_000 + 1_000:,}".replace(",", ".")
        rise = f"{index % 90 + 1},{number % 9 + 1}%"
        lines.append(
            f"{_SUBJECTS[subject]} là {level} {_UNITS[subject]}, tăng {rise} so với cùng kỳ năm trước."
        )
    return "\n".join(lines)


def _multiply(connection: sqlite3.Connection, times: int) -> None:
    """Copy every report until there are `times` of each; texts and figures alike, names and periods not."""
    for pragma in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -262144"):
        connection.execute(f"PRAGMA {pragma}")
    reports, figures, sections = (
        connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608 - names of our own
        for table in ("reports", "figures", "sections")
    )
    connection.execute("BEGIN")
    connection.execute(
        "CREATE TEMP TABLE copies AS WITH RECURSIVE n(k) AS (VALUES (1) UNION ALL "
        "SELECT k + 1 FROM n WHERE k < ?) SELECT k FROM n WHERE k < ?",
        (times, times),
    )
    shifts = {
        "reports": {
            "id": f"id + k * {reports}",
            "digest": "digest || '-' || k",
            "name": "'bao-cao-' || k || '-' || name",
            "period": "(1990 + k % 35) || '-Q' || (1 + k % 4)",
        },
        "sources": {"report_id": f"report_id + k * {reports}"},
        "texts": {"report_id": f"report_id + k * {reports}"},
        "sections": {
            "id": f"id + k * {sections}",
            "report_id": f"report_id + k * {reports}",
            "parent_id": f"parent_id + k * {sections}",
        },
        "figures": {
            "id": f"id + k * {figures}",
            "report_id": f"report_id + k * {reports}",
            "section_id": f"section_id + k * {sections}",
        },
        "figure_words": {"figure_id": f"figure_id + k * {figures}"},
        "ledger": {"report_id": f"report_id + k * {reports}", "figure_id": f"figure_id + k * {figures}"},
        "counts": {
            "id": "NULL",
            "report_id": f"report_id + k * {reports}",
            "section_id": f"section_id + k * {sections}",
        },
    }
    for table, shifted in shifts.items():
        _copy(connection, table, shifted)
    connection.execute("UPDATE ids SET next = ? WHERE name = 'figures'", (figures * times + 1,))
    connection.execute("UPDATE ids SET next = ? WHERE name = 'sections'", (sections * times + 1,))
    connection.execute("INSERT INTO figure_search (figure_search) VALUES ('rebuild')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _copy(connection: sqlite3.Connection, table: str, shifted: dict[str, str]) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    told = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(shifted.get(column, f'"{column}"') for column in columns)
    # The rows to copy are set aside first, so that the copies are not copied in turn.
    connection.execute(f"CREATE TEMP TABLE originals AS SELECT * FROM {table}")  # noqa: S608
    order = "k, originals.rowid"
    connection.execute(
        f"INSERT INTO {table} ({told}) SELECT {values} FROM copies, originals ORDER BY {order}"  # noqa: S608
    )
    connection.execute("DROP TABLE originals")
