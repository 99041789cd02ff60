"""Findings in words, Vietnamese or English: one sentence that every surface shows."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal

import resources
from desktop.core.displays import MOST_DECIMALS, decimals_of, number_text, quantity_text, with_unit
from desktop.core.figures import Kind, Reading, Value
from desktop.core.findings import Finding, FindingCode
from desktop.core.messages import Language

_LONGEST_NAME = 70
_MOST_NAMED = 6
_EXACT = Context(prec=1000)
_SECOND = 2
_EXTRA_DIGITS = 1
_MOST_DECIMALS = 2


def finding_line(finding: Finding, language: Language = Language.VIETNAMESE) -> str:
    """Return the sentence that tells of a finding, with the numbers concerned."""
    lines: Mapping[str, str] = resources.toml("i18n/findings.toml")[language]
    readings = finding.readings
    told = (*readings, *((finding.beside.reading,) if finding.beside else ()))
    quantities = list(map(shown_quantity, told))
    named = quantities[1 : 1 + _MOST_NAMED]
    return lines[_key(finding)].format(
        name=_shortened(readings[0].indicator) or quantities[0],
        first=quantities[0],
        second=quantities[1] if len(quantities) > 1 else "",
        third=quantities[2] if len(quantities) > _SECOND else "",
        others="; ".join(named) + ("; …" if len(quantities) > len(named) + 1 else ""),
        expected=_expected(finding),
        report=finding.beside.report_name if finding.beside else "",
    )


def shown_quantity(reading: Reading) -> str:
    """Return value and unit with the decimals that anybody reads: workbooks store many more."""
    if decimals_of(reading.value) > MOST_DECIMALS:
        reading = replace(reading, value=Value(_rounded(reading.value.number, _MOST_DECIMALS)))
    return quantity_text(reading)


def _rounded(number: Decimal, places: int) -> Decimal:
    unit = Decimal(1).scaleb(-places)
    return number.quantize(unit, ROUND_HALF_UP, _EXACT)


def _key(finding: Finding) -> str:
    """Return the key of the sentence: a change may stand beside another one rather than beside its base."""
    is_beside_change = finding.code is FindingCode.CHANGE and finding.readings[-1].kind is Kind.CHANGE
    return "change_of" if is_beside_change else str(finding.code)


def _expected(finding: Finding) -> str:
    """Return what would fit with the decimals of what is written, and one more."""
    if finding.expected is None:
        return ""
    reading = finding.readings[0]
    decimals = [min(decimals_of(each.value), _MOST_DECIMALS) for each in finding.readings]
    is_sum = finding.code in (FindingCode.PARTS, FindingCode.SHARES)
    places = max(decimals) if is_sum else min(decimals[0] + _EXTRA_DIGITS, _MOST_DECIMALS)
    written = number_text(_rounded(finding.expected, places), signed=reading.kind is Kind.CHANGE)
    return with_unit(written, reading.unit)


def _shortened(indicator: str) -> str:
    """Return an indicator as a sentence begins with it, without the end of a long one."""
    line = " ".join(indicator.split())
    line = line[:1].upper() + line[1:]
    return (
        line if len(line) <= _LONGEST_NAME else line[:_LONGEST_NAME].rpartition(" ")[0].rstrip(" ,;–") + "…"
    )
