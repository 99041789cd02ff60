"""Reports: the list, and of one its bytes, its text and its layout."""

import zlib

from sqlalchemy import Connection, select

from db.queries import counts
from db.tables import reports, sources, texts
from desktop.core.reviews import Progress, ReportSummary


def summaries(connection: Connection) -> list[ReportSummary]:
    """Return the reports whose import is complete, in the order of their import."""
    progress = counts.progress_by_report(connection)
    query = select(reports).where(reports.c.digest.is_not(None)).order_by(reports.c.id)
    return [
        ReportSummary(
            id=row.id,
            digest=row.digest,
            name=row.name,
            title=row.title,
            period=row.period,
            format=row.format,
            imported_at=row.imported_at,
            progress=progress.get(row.id, Progress()),
            issuer=row.issuer,
            province=row.province,
            signed_by=row.signed_by,
            signed_at=row.signed_at,
        )
        for row in connection.execute(query)
    ]


def by_digest(connection: Connection, digest: str) -> tuple[int, str] | None:
    """Return id and name of the report with these bytes, if it is there."""
    query = select(reports.c.id, reports.c.name).where(reports.c.digest == digest)
    row = connection.execute(query).one_or_none()
    return None if row is None else (row.id, row.name)


def source(connection: Connection, report_id: int) -> bytes | None:
    """Return the original bytes."""
    return connection.scalar(select(sources.c.data).where(sources.c.report_id == report_id))


def text_and_layout(connection: Connection, report_id: int) -> tuple[str, bytes] | None:
    """Return the text, code point by code point as it was read, and the packed layout."""
    query = select(texts.c.text, texts.c.layout).where(texts.c.report_id == report_id)
    row = connection.execute(query).one_or_none()
    return None if row is None else (unpack_text(row.text), row.layout)


def pack_text(text: str) -> bytes:
    """Return `text` as bytes; lone surrogates and NUL survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpack_text(packed: bytes) -> str:
    """Return what `pack_text` was given."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")
