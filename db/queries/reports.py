"""Reports: the list, and of one its bytes, its text and its layout."""

import zlib
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select

from db.queries import counts
from db.tables import reports, sources, texts
from desktop.core.reviews import Progress, ReportLabel, ReportSummary

_LABELS = select(reports.c.id, reports.c.title, reports.c.name, reports.c.period)


def labels(connection: Connection) -> list[ReportLabel]:
    """Return what every report is called, in the order of their import: light enough for 10,000 of them."""
    query = _LABELS.where(reports.c.digest.is_not(None)).order_by(reports.c.id)
    return list(map(ReportLabel._make, connection.execute(query)))


def labels_of(connection: Connection, report_ids: Collection[int]) -> dict[int, ReportLabel]:
    """Return what a few reports are called, by their ids."""
    query = _LABELS.where(reports.c.id.in_(report_ids))
    return {row[0]: ReportLabel(*row) for row in connection.execute(query)}


def summaries(connection: Connection, report_ids: Sequence[int] | None = None) -> list[ReportSummary]:
    """Return the complete reports, those of `report_ids` or all, in the order of their import."""
    progress = counts.progress_by_report(connection, report_ids)
    query = select(reports).where(reports.c.digest.is_not(None)).order_by(reports.c.id)
    if report_ids is not None:
        query = query.where(reports.c.id.in_(report_ids))
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
