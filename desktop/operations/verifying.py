"""Whether a workbook that was handed on still says what was verified; nothing is written anywhere."""

from collections.abc import Iterator

from desktop.core.messages import Language
from desktop.core.workbooks.reading_back.telling import Teller
from desktop.operations.taking_back import ReadBack


def discrepancies(read: ReadBack, language: Language) -> Iterator[str]:
    """Yield a line for everything that is not as it was verified and exported.

    First what the rows say against their marks and against the workspace by now, then the rows that were
    added or are missing, then the digest over all rows against the file's properties and the log.
    """
    teller = Teller(language)
    for row in read.comparison.rows:
        yield from teller.verdict_lines(row)
    for remark in read.comparison.remarks:
        yield teller.remark_line(remark)
    if read.export is None:
        yield teller.line("no_entry")
        return
    logged = read.export.new["digest"]
    if read.digest_told and read.digest_told != logged:
        yield teller.line("digest_changed")
    if read.digest_counted != logged:
        yield teller.line("digest_counted")
