"""A workspace that an older program left is brought up to date and keeps everything."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, writing
from db.queries.checks import missing_protections
from db.schema import SchemaState
from db.tables import metadata
from desktop.core.errors import RefusedError
from desktop.core.figures import Value, Verdict
from desktop.core.places import Place
from desktop.core.rereading import RuleScope, SecondRule
from desktop.core.rereading_due import Standing
from desktop.core.searching import words_of_figure
from desktop.operations import noting, rereading, reviewing, tag_editing, tagging, workspaces
from desktop.operations.annotations import read_annotations, read_tag_tree
from desktop.operations.checking import CheckCode, check
from desktop.operations.findings import check_report
from desktop.operations.importing import Imported, import_file
from desktop.operations.rereading_state import readings_of, rules_of, standing_of
from desktop.operations.workspaces import open_workspace
from tests.db.older_workspaces import columns_by_table, is_table_of_ours, rows_of
from tests.operations.analysing import TEXT, FixedAnalyser, analysis_of


@contextmanager
def connected(location: Path | str) -> Iterator[Connection]:
    """Give a connection to a workspace, whatever its age."""
    engine = engine_for(location)
    try:
        with writing(engine) as connection:
            yield connection
    finally:
        engine.dispose()


def test_older_workspace_keeps_every_row_when_it_is_opened(older_location: Path | str) -> None:
    with connected(older_location) as connection:
        columns = columns_by_table(connection)
        before = rows_of(connection, columns)
    assert {len(before[table]) for table in ("reports", "figures", "log")} == {2, 10}
    assert workspaces.inspect(older_location)[1] is SchemaState.OLDER
    assert [finding.code for finding in check(older_location)] == [CheckCode.OLDER]
    open_workspace(older_location, "Lan").close()
    with connected(older_location) as connection:
        assert rows_of(connection, columns) == before
    assert workspaces.inspect(older_location)[1] is SchemaState.CURRENT
    assert check(older_location) == []


def test_upgraded_tables_are_those_of_the_code(older_location: Path | str) -> None:
    open_workspace(older_location, "Lan").close()
    with connected(older_location) as connection:
        opts = {"compare_type": True, "include_object": is_table_of_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []
        assert missing_protections(connection) == set()


def test_old_figures_have_no_second_reading_and_old_reports_no_issuer(older_location: Path | str) -> None:
    workspace = open_workspace(older_location, "Lan")
    reports = workspace.reports()
    found = [figure for report in reports for figure in workspace.figures(workspace.index(report.id).ids)]
    uncertain = {text for report in reports for text in _uncertain_texts(workspace, report.id)}
    workspace.close()
    assert {(report.issuer, report.province) for report in reports} == {("", "")}
    assert {figure.other for figure in found} == {None}
    assert uncertain == {"77/88", "35 vụ", "1.234 tỷ đồng"}


def test_old_reports_are_not_signed_and_nobody_measured_how_long_figures_were_looked_at(
    older_location: Path | str,
) -> None:
    workspace = open_workspace(older_location, "Lan")
    reports = workspace.reports()
    found = [figure for report in reports for figure in workspace.figures(workspace.index(report.id).ids)]
    workspace.close()
    assert {(report.signed_by, report.signed_at, report.progress.hasty) for report in reports} == {
        ("", None, 0)
    }
    assert {(figure.looked_ms, figure.needed_ms) for figure in found} == {(None, None)}


def test_no_second_reading_is_wanted_of_old_figures_until_somebody_says_so(
    older_location: Path | str,
) -> None:
    workspace = open_workspace(older_location, "Mai")
    before = standing_of(workspace, 1), rules_of(workspace), readings_of(workspace)
    workspace.apply(rereading.set_rule(SecondRule(RuleScope(report_id=1), is_reviewed=True)))
    first, *rest = standing_of(workspace, 1).due_for("Mai")
    (figure,) = workspace.figures([first.figure_id])
    workspace.apply(rereading.read_again(figure.id, first.mode, figure.effective))
    after = standing_of(workspace, 1).due_for("Mai")
    workspace.close()
    assert before == (Standing(), [], [])
    assert after == tuple(rest)
    assert check(older_location) == []


def test_old_figures_stand_where_the_machine_found_them(older_location: Path | str) -> None:
    workspace = open_workspace(older_location, "Lan")
    found = [
        figure
        for report in workspace.reports()
        for figure in workspace.figures(workspace.index(report.id).ids)
    ]
    workspace.close()
    assert found
    assert {(figure.found, figure.found_text) for figure in found} == {(None, "")}


def test_nobody_noted_what_the_cells_of_old_figures_show(older_location: Path | str) -> None:
    workspace = open_workspace(older_location, "Lan")
    found = [
        figure
        for report in workspace.reports()
        for figure in workspace.figures(workspace.index(report.id).ids)
    ]
    workspace.close()
    assert {figure.shown for figure in found} == {""}


def test_old_figures_are_found_by_their_words(older_location: Path | str) -> None:
    workspace = open_workspace(older_location, "Lan")
    for report in workspace.reports():
        found = workspace.figures(workspace.index(report.id).ids)
        assert workspace.words(report.id) == {each.id: words_of_figure(each) for each in found}
    texts = [found.figure.text for found in workspace.find("da goi dien", 10).figures]
    corrected = [found.figure.text for found in workspace.find("20,5", 10).figures]
    workspace.close()
    assert (texts, corrected) == (["6,3 tỷ đồng"], ["20-25%"])


def test_work_goes_on_in_an_upgraded_workspace(older_location: Path | str, tmp_path: Path) -> None:
    workspace = open_workspace(older_location, "Lan")
    old_id = workspace.index(1).ids[3]
    change = reviewing.accept([old_id])
    workspace.apply(change)
    workspace.revert(change)
    path = tmp_path / "moi.txt"
    path.write_text(TEXT + "Thêm.", "utf-8", newline="")
    analysis = analysis_of(path.read_bytes(), path.name)
    first, *others = analysis.extraction.figures
    figures = (replace(first, other=Value.parse("63")), *others)
    extraction = replace(analysis.extraction, figures=figures, issuer="Cục Thống kê", province="Bắc Ninh")
    imported = import_file(workspace, FixedAnalyser(replace(analysis, extraction=extraction)), path)
    assert isinstance(imported, Imported)
    report = workspace.reports()[-1]
    (ambiguous,) = workspace.figures(workspace.index(imported.report_id).ids[:1])
    actions = [entry.action for entry in workspace.log()]
    verdict = workspace.figures([old_id])[0].verdict
    workspace.close()
    assert (ambiguous.other, report.issuer, report.province) == (
        Value.parse("63"),
        "Cục Thống kê",
        "Bắc Ninh",
    )
    assert actions[-3:] == ["accept", "undo_accept", "import"]
    assert verdict is Verdict.OPEN
    assert check(older_location) == []


def test_tags_and_notes_are_put_beside_old_reports(older_location: Path | str) -> None:
    workspace = open_workspace(older_location, "Lan")
    figure_id = workspace.index(1).ids[0]
    (old,) = (section.tags for section in workspace.sections(1) if section.tags)
    for change in (
        tagging.tag_passage(1, Place(0, 5), "health"),
        noting.write_note(1, "hỏi lại", figure_id=figure_id),
        tag_editing.rename_tag("health", "Y tế, dân số"),
    ):
        workspace.apply(change)
        workspace.revert(change)
        workspace.reapply(change)
    found, tree = read_annotations(workspace, 1), read_tag_tree(workspace)
    workspace.close()
    assert ([each.key for each in found.passages], [note.text for note in found.notes]) == (
        ["health"],
        ["hỏi lại"],
    )
    assert tree.name("health") == "Y tế, dân số"
    assert old
    assert check(older_location) == []


def test_second_reading_is_kept_by_the_upgraded_database_itself(older_location: Path | str) -> None:
    open_workspace(older_location, "Lan").close()
    with connected(older_location) as connection:
        with pytest.raises(DBAPIError, match="never overwritten"), connection.begin_nested():
            connection.execute(text("UPDATE figures SET other_number = '1'"))
        assert set(connection.scalars(text("SELECT other_number FROM figures"))) == {None}


def test_upgrade_that_fails_half_way_changes_nothing(older_location: Path | str) -> None:
    with connected(older_location) as connection:
        connection.execute(text("ALTER TABLE figures ADD COLUMN other_of TEXT"))
        columns = columns_by_table(connection)
        before = rows_of(connection, columns)
    with pytest.raises(RefusedError):
        open_workspace(older_location, "Lan")
    with connected(older_location) as connection:
        assert columns_by_table(connection) == columns
        assert rows_of(connection, columns) == before
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "0001"


def _uncertain_texts(workspace: workspaces.Workspace, report_id: int) -> Iterator[str]:
    index = workspace.index(report_id)
    return (figure.text for figure in workspace.figures(list(index.uncertain)))


def test_nothing_was_said_yet_of_findings_in_an_old_workspace(older_location: Path | str) -> None:
    workspace = open_workspace(older_location, "Lan")
    states = [check_report(workspace, report.id) for report in workspace.reports()]
    told = [each for state in states for each in state.standing]
    workspace.close()
    assert len(states) == 2
    assert all(each.is_open for each in told)
