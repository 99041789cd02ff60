"""What an output says of itself beside the figures: where they come from, how many they are, their digest."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC

from desktop import __version__
from desktop.core.figures import Verdict
from desktop.core.outputs.csv_file import time_text
from desktop.core.outputs.figure_rows import figure_marks
from desktop.core.workbooks.content import WorkbookContent
from desktop.core.workbooks.identity import (
    COUNT_PROPERTY,
    DIGEST_PROPERTY,
    EXPORTED_AT_PROPERTY,
    VERSION_PROPERTY,
    WORKSPACE_PROPERTY,
    workbook_digest,
)


@dataclass(frozen=True, slots=True)
class AboutExport:
    """What is told of an export; `digest` is the one that a workbook of the same figures bears."""

    workspace: str
    exported_at: str
    exported_by: str
    version: str
    only_tags: tuple[str, ...]
    digest: str
    verified: int
    accepted: int
    corrected: int
    left_out_open: int
    left_out_doubtful: int
    left_out_dismissed: int

    @classmethod
    def of(cls, content: WorkbookContent) -> "AboutExport":
        """Return what is to be told of `content`."""
        verdicts = Counter(figure.verdict for report in content.reports for figure in report.figures)
        left_out = content.left_out
        return cls(
            workspace=content.workspace,
            exported_at=time_text(content.exported_at.astimezone(UTC)),
            exported_by=content.who,
            version=__version__,
            only_tags=content.only_tags,
            digest=workbook_digest(figure_marks(content)),
            verified=verdicts.total(),
            accepted=verdicts[Verdict.ACCEPTED],
            corrected=verdicts[Verdict.CORRECTED],
            left_out_open=left_out.open,
            left_out_doubtful=left_out.doubtful,
            left_out_dismissed=left_out.dismissed,
        )

    def properties(self) -> dict[str, str]:
        """Return what a file's own properties hold, by the names that workbooks have for them."""
        return {
            DIGEST_PROPERTY: self.digest,
            COUNT_PROPERTY: str(self.verified),
            WORKSPACE_PROPERTY: self.workspace,
            EXPORTED_AT_PROPERTY: self.exported_at,
            VERSION_PROPERTY: self.version,
        }
