"""The verb that fills the office's own form: what goes into each cell is told, and what is left and why."""

import argparse
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from desktop.cli.opening import who
from desktop.cli.speaking import Speaker
from desktop.core.displays import period_from_text
from desktop.operations.workspaces import Workspace, open_workspace

if TYPE_CHECKING:
    from desktop.core.workbooks.forms.figure_book import FigureBook
    from desktop.core.workbooks.forms.form import Form
    from desktop.core.workbooks.forms.mapping import FormMapping
    from desktop.core.workbooks.forms.plan import CellPlan


def fill(options: argparse.Namespace, speaker: Speaker) -> int:
    """Fill a form with verified figures, or propose which of its cells takes which."""
    from desktop.operations import form_filling

    period = period_from_text(options.period)
    if period is None:
        speaker.complain("period_unknown", subject=options.period)
        return speaker.status
    form = form_filling.open_form(options.form)
    with closing(open_workspace(options.workspace, who(options), create=False)) as workspace:
        report_ids = _report_ids(workspace, options.reports, speaker)
        if speaker.has_refused:
            return speaker.status
        book = form_filling.figure_book(workspace, period=period, report_ids=report_ids)
        if options.suggest:
            _suggest(options, form, book, speaker)
        elif (mapping := _mapping(options, form, workspace, speaker)) is not None:
            filled = form_filling.fill(workspace, form, mapping, book, options.out)
            _tell(filled.plans, speaker)
            for place in filled.written.without_note:
                speaker.warn("note_not_written", place=place)
            if options.mapping is not None and not form_filling.sidecar_of(options.form).exists():
                form_filling.keep_mapping(workspace, form, options.form, mapping)
            speaker.say("form_filled", path=filled.path, cells=filled.written.cells, left=len(filled.left))
    return speaker.status


def _report_ids(workspace: Workspace, names: Sequence[str] | None, speaker: Speaker) -> list[int] | None:
    if not names:
        return None
    ids_by_name: dict[str, list[int]] = {}
    for label in workspace.report_labels():
        ids_by_name.setdefault(label.name, []).append(label.id)
    for name in names:
        if name not in ids_by_name:
            speaker.complain("report_unknown", subject=name)
    return [each for name in names for each in ids_by_name.get(name, ())]


def _mapping(
    options: argparse.Namespace, form: "Form", workspace: Workspace, speaker: Speaker
) -> "FormMapping | None":
    """Return the mapping named, or the one that was kept for the form; say where there is none."""
    from desktop.core.errors import RefusalCode, refuse
    from desktop.operations import form_filling

    if options.mapping is not None:
        mapping = form_filling.read_mapping(options.mapping)
        is_changed = mapping.structure not in ("", form.structure)
    else:
        offered = form_filling.offered_mapping(workspace, form, options.form)
        if offered is None or not offered.mapping.confirmed.cells:
            raise refuse(RefusalCode.FORM_WITHOUT_MAPPING, form.name)
        speaker.say("mapping_used", source=offered.source)
        mapping, is_changed = offered.mapping.confirmed, offered.is_form_changed
    if is_changed:
        speaker.warn("form_changed", subject=form.name)
    return mapping


def _suggest(options: argparse.Namespace, form: "Form", book: "FigureBook", speaker: Speaker) -> None:
    from desktop.core.workbooks.forms.mapping import FormMapping
    from desktop.core.workbooks.forms.suggesting import suggestions
    from desktop.operations import form_filling

    proposed = suggestions(form, book)
    if not proposed:
        speaker.complain("nothing_suggested", subject=form.name)
        return
    for cell in proposed:
        speaker.say(
            "cell_suggested",
            place=cell.target,
            label=cell.label or "–",
            indicator=cell.selector.indicator,
            unit=cell.selector.unit or "–",
            confidence=f"{cell.confidence or 0:.2f}".replace(".", ","),
        )
    out = options.mapping or form_filling.proposal_of(options.form)
    form_filling.write_proposal(form, FormMapping(cells=proposed), out)
    speaker.say("proposal_written", path=out, cells=len(proposed))


def _tell(plans: "Sequence[CellPlan]", speaker: Speaker) -> None:
    """Tell what became of each cell; one that is left for more than a missing figure is refused."""
    for each in plans:
        source = each.source
        if each.content is not None and source is not None:
            speaker.say(
                "cell_converted" if each.conversion else "cell_filled",
                place=each.place,
                shown=each.shown,
                conversion=each.conversion,
                indicator=source.reading.indicator,
                report=source.report.name,
                source=source.figure.place,
            )
        else:
            reason = speaker.text(f"left_{each.state}", detail=each.detail)
            say = speaker.complain if each.state.is_refusal else speaker.say
            say("cell_left", place=each.place, reason=reason)
