"""All rules over the figures of a report, in the order in which their findings stand in its text."""

from collections.abc import Callable, Iterator, Sequence

from desktop.core.checks.repeated import (
    contradictions,
    differences_between,
    slips_in_columns,
    slips_in_series,
)
from desktop.core.checks.sentences import sentence_changes, sentence_parts, sentence_shares, sentence_turns
from desktop.core.checks.single import duplicates, impossible_percentages, signs
from desktop.core.checks.subjects import CheckedReport
from desktop.core.checks.table_periods import table_periods
from desktop.core.checks.table_ratios import table_ratios
from desktop.core.checks.table_sums import table_sums
from desktop.core.findings import Finding

Rule = Callable[[CheckedReport], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    table_sums,
    table_ratios,
    table_periods,
    sentence_parts,
    sentence_shares,
    sentence_changes,
    sentence_turns,
    impossible_percentages,
    signs,
    duplicates,
    contradictions,
    slips_in_series,
    slips_in_columns,
)


def findings_of(report: CheckedReport, others: Sequence[CheckedReport] = ()) -> list[Finding]:
    """Return what the checks notice in a report, also beside `others`, in the order of its figures.

    The same is told once of a figure, whatever number of others it does not fit.
    """
    found = [finding for rule in RULES for finding in rule(report)]
    found += differences_between(report, others)
    order = {figure.id: at for at, figure in enumerate(report.figures)}
    told = {(finding.code, finding.figure_id): finding for finding in reversed(found)}
    return sorted(told.values(), key=lambda finding: order[finding.figure_id])
