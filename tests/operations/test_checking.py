"""A sound workspace has no findings, and planted damage is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import resources
from db.queries import checks
from db.sessions import Session
from desktop.core.errors import RefusalCode, RefusedError
from desktop.core.messages import Language
from desktop.operations import reviewing
from desktop.operations.checking import CheckCode, CheckFinding, check, finding_line
from desktop.operations.workspaces import Workspace, open_workspace
from tests.operations.test_reviewing import CHANGES

DAMAGE = {
    "UPDATE sources SET data = x": CheckCode.SOURCE,
    "DELETE FROM sources": CheckCode.SOURCE,
    "UPDATE texts SET text = x": CheckCode.TEXT,
    "UPDATE texts SET layout = x": CheckCode.TEXT,
    "DELETE FROM texts": CheckCode.TEXT,
    "UPDATE ledger SET kind = 'date' WHERE kind = 'part'": CheckCode.LEDGER,
    "UPDATE ledger SET figure_id = NULL WHERE kind = 'figure'": CheckCode.LEDGER,
    "UPDATE ledger SET figure_id = NULL WHERE kind = 'open'": CheckCode.LEDGER,
    "UPDATE counts SET open = open + 1 WHERE section_id = 1": CheckCode.COUNTS,
    "UPDATE counts SET runs_open = 0": CheckCode.COUNTS,
    "DELETE FROM counts": CheckCode.COUNTS,
    "UPDATE figures SET verdict = 'accepted' WHERE id = 3": CheckCode.LOG,
    "UPDATE figures SET note = 'khác' WHERE id = 3": CheckCode.WORDS,
    "DELETE FROM figure_words WHERE figure_id = 3": CheckCode.WORDS,
    "DROP TRIGGER figures_read_kept": CheckCode.SCHEMA,
    "UPDATE counts SET hasty = 7 WHERE section_id = 1": CheckCode.COUNTS,
    "UPDATE reports SET signed_by = 'Lan', signed_at = '2021-04-05 08:00:00.000000'": CheckCode.SIGNATURE,
}


def _write(workspace: Workspace, statement: str) -> None:
    def act(session: Session) -> None:
        is_server = session.connection.dialect.name == "postgresql"
        sql = statement.replace("= x", r"= '\x00'" if is_server else "= x'00'")
        sql += " ON figures" if is_server and sql.startswith("DROP TRIGGER") else ""
        session.connection.exec_driver_sql(sql)

    workspace.write(act)


def _codes(location: Path | str) -> list[CheckCode]:
    return [finding.code for finding in check(location)]


def test_sound_workspace_has_no_findings(location: Path | str, workspace: Workspace, report_id: int) -> None:
    for make in CHANGES.values():
        workspace.apply(make(list(workspace.index(report_id).ids[:6]), report_id))
    assert check(location) == []


def test_nothing_undone_is_a_finding(location: Path | str, workspace: Workspace, report_id: int) -> None:
    for make in CHANGES.values():
        change = make(list(workspace.index(report_id).ids[:6]), report_id)
        workspace.apply(change)
        workspace.revert(change)
    assert check(location) == []


@pytest.mark.parametrize(("statement", "code"), DAMAGE.items(), ids=DAMAGE)
def test_planted_damage_is_found(
    location: Path | str, workspace: Workspace, report_id: int, statement: str, code: CheckCode
) -> None:
    _write(workspace, statement)
    findings = check(location)
    assert code in {finding.code for finding in findings}
    for finding in findings:
        assert finding.details.get("report", "bao-cao.txt") == "bao-cao.txt"
        for language in Language:
            assert "{" not in finding_line(finding, language)


def test_row_that_refers_to_nothing_is_found(tmp_path: Path) -> None:
    path = tmp_path / "w.doichieu"
    open_workspace(path, "Lan").close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO section_tags VALUES (77, 'y_te')")
    (finding,) = check(path)
    assert finding == CheckFinding(
        CheckCode.FOREIGN_KEY, "w.doichieu", {"table": "section_tags", "number": "1"}
    )


def test_torn_page_is_found(tmp_path: Path, template: Path) -> None:
    path = tmp_path / "torn.doichieu"
    data = bytearray(template.read_bytes())
    with closing(sqlite3.connect(template)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'figures'").fetchone()
    at = (root - 1) * 4096
    data[at : at + 64] = b"\xff" * 64
    path.write_bytes(data)
    assert CheckCode.INTEGRITY in _codes(path)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Return a sound workspace's file."""
    path = tmp_path / "sound.doichieu"
    open_workspace(path, "Lan").close()
    return path


def test_checking_changes_nothing(tmp_path: Path, template: Path) -> None:
    before = template.read_bytes()
    assert check(template) == []
    assert template.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["sound.doichieu"]


def test_older_workspace_is_a_finding_and_not_migrated(location: Path | str, workspace: Workspace) -> None:
    _write(workspace, "UPDATE alembic_version SET version_num = '0000'")
    assert _codes(location) == [CheckCode.OLDER]


def test_missing_workspace_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        check(tmp_path / "none.doichieu")
    assert caught.value.refusal.code is RefusalCode.NOT_FOUND
    assert list(tmp_path.iterdir()) == []


def test_every_finding_has_its_line_in_both_languages() -> None:
    for language in Language:
        assert set(resources.toml("i18n/messages.toml")[language]) >= set(CheckCode)


def test_verdict_whose_undo_was_not_logged_is_found(
    location: Path | str, workspace: Workspace, report_id: int
) -> None:
    figure_id = workspace.index(report_id).ids[0]
    workspace.apply(reviewing.accept([figure_id]))
    _write(workspace, "UPDATE figures SET verdict = 'open'")
    assert CheckCode.LOG in _codes(location)


def test_file_that_may_not_be_written_is_refused_not_called_damaged(
    tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(_connection: object) -> list[str]:
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = sqlite3.SQLITE_READONLY_DIRECTORY
        raise error

    monkeypatch.setattr(checks, "damage", read_only)
    with pytest.raises(RefusedError) as caught:
        check(template)
    assert caught.value.refusal.code is RefusalCode.CANNOT_WRITE
