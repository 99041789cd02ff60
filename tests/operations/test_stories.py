"""Long stories of verdicts, undo and redo against a model that a child could check."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from db.queries import checks
from desktop.core.documents import Document, Format
from desktop.core.errors import RefusedError
from desktop.core.figures import Origin, Reading, Value, Verdict
from desktop.core.places import Place
from desktop.operations import moving, noting, reviewing, tagging
from desktop.operations.annotations import read_annotations
from desktop.operations.changes import Change
from desktop.operations.importing import Imported, import_file
from desktop.operations.reviewing import Reason
from desktop.operations.workspaces import Workspace
from tests.operations.analysing import TEXT, TextAnalyser
from tests.operations.states import State, state_of

_POSITIONS = st.lists(st.integers(0, 7), min_size=1, max_size=4)
_POSITION = st.integers(0, 7)
_DOCUMENT = Document(Format.TXT, TEXT, ())
_READINGS = st.builds(
    Reading,
    st.builds(Value, st.decimals(allow_nan=False, allow_infinity=False, places=2)),
    st.sampled_from(["", "vụ", "tỷ đồng"]),
)


@dataclass
class Expected:
    """What the model says of a figure."""

    origin: Origin
    verdict: Verdict = Verdict.OPEN
    value: Decimal | None = None
    """The clerk's value, None where the machine's holds."""


@dataclass
class Moment:
    """The model and the workspace's state at one time."""

    state: State
    figures: dict[int, Expected] = field(default_factory=dict)


class Story(RuleBasedStateMachine):
    """One clerk and one report; `workspace` and `new_report` are given by the test."""

    workspace: Workspace
    new_report: Callable[[], int]

    def __init__(self) -> None:
        super().__init__()
        self.report_id = self.new_report()
        found = self.workspace.figures(self.workspace.index(self.report_id).ids)
        self.model = {figure.id: Expected(figure.origin) for figure in found}
        self.done: list[tuple[Change, Moment, Moment]] = []
        self.undone: list[tuple[Change, Moment, Moment]] = []
        self.lines = len(self.workspace.log(self.report_id))

    def _moment(self) -> Moment:
        copy = {key: Expected(each.origin, each.verdict, each.value) for key, each in self.model.items()}
        return Moment(state_of(self.workspace, self.report_id), copy)

    def _ids(self, positions: list[int]) -> list[int]:
        ids = self.workspace.index(self.report_id).ids
        return [ids[position % len(ids)] for position in positions]

    def _apply(self, change: Change, predict: Callable[[], object]) -> None:
        before = self._moment()
        if not self.workspace.apply(change):
            assert state_of(self.workspace, self.report_id) == before.state
            return
        predict()
        self.done.append((change, before, self._moment()))
        self.undone.clear()

    def _set(self, ids: list[int], verdict: Verdict) -> None:
        for figure_id in ids:
            self.model[figure_id].verdict = verdict

    @rule(positions=_POSITIONS)
    def accept(self, positions: list[int]) -> None:
        ids = self._ids(positions)
        if any(self.model[i].origin is Origin.LEDGER and self.model[i].value is None for i in ids):
            before = state_of(self.workspace, self.report_id)
            with pytest.raises(RefusedError):
                self.workspace.apply(reviewing.accept(ids))
            assert state_of(self.workspace, self.report_id) == before
            return

        def predict() -> None:
            for each in (self.model[figure_id] for figure_id in ids):
                each.verdict = Verdict.ACCEPTED if each.value is None else Verdict.CORRECTED

        self._apply(reviewing.accept(ids), predict)

    @rule(position=_POSITION, reading=_READINGS)
    def correct(self, position: int, reading: Reading) -> None:
        (figure_id,) = self._ids([position])
        (figure,) = self.workspace.figures([figure_id])

        def predict() -> None:
            is_as_read = reading == figure.read and figure.origin is not Origin.LEDGER
            each = self.model[figure_id]
            each.value = None if is_as_read else reading.value.number
            each.verdict = Verdict.ACCEPTED if is_as_read else Verdict.CORRECTED

        self._apply(reviewing.correct(figure_id, reading), predict)

    @rule(positions=_POSITIONS, reason=st.sampled_from(list(Reason)))
    def dismiss(self, positions: list[int], reason: str) -> None:
        ids = self._ids(positions)
        self._apply(reviewing.dismiss(ids, reason), lambda: self._set(ids, Verdict.DISMISSED))

    @rule(positions=_POSITIONS)
    def doubt(self, positions: list[int]) -> None:
        ids = self._ids(positions)
        self._apply(reviewing.doubt(ids), lambda: self._set(ids, Verdict.DOUBTFUL))

    @rule(positions=_POSITIONS)
    def reopen(self, positions: list[int]) -> None:
        ids = self._ids(positions)

        def predict() -> None:
            self._set(ids, Verdict.OPEN)
            for figure_id in ids:
                self.model[figure_id].value = None

        self._apply(reviewing.reopen(ids), predict)

    @rule(position=_POSITION, note=st.text(max_size=3))
    def annotate(self, position: int, note: str) -> None:
        self._apply(reviewing.annotate(self._ids([position])[0], note), lambda: None)

    @rule(start=st.integers(0, len(TEXT) - 1), length=st.integers(1, 60), reading=_READINGS)
    def add(self, start: int, length: int, reading: Reading) -> None:
        known = set(self.model)
        place = Place(start, min(start + length, len(TEXT)))

        def predict() -> None:
            (added,) = set(self.workspace.index(self.report_id).ids) - known
            self.model[added] = Expected(Origin.CLERK, Verdict.ACCEPTED)

        self._apply(reviewing.add(self.report_id, place, "x", reading), predict)

    @rule(position=_POSITION, start=st.integers(0, len(TEXT) - 1), length=st.integers(1, 60))
    def move(self, position: int, start: int, length: int) -> None:
        (figure_id,) = self._ids([position])
        place = Place(start, min(start + length, len(TEXT)))

        def predict() -> None:
            found = self.workspace.figures(self.workspace.index(self.report_id).ids)
            figure = next(each for each in found if each.id == figure_id)
            assert figure.place.is_same_span(place)
            assert figure.text == TEXT[place.start : place.end]
            for gone in set(self.model) - {each.id for each in found}:
                assert self.model.pop(gone) == Expected(Origin.LEDGER)
            for new in {each.id for each in found} - set(self.model):
                self.model[new] = Expected(Origin.LEDGER)

        self._apply(moving.move(figure_id, place, _DOCUMENT), predict)

    @rule(section=st.integers(0, 3), key=st.sampled_from(["y_te", "kinh_te"]), is_on=st.booleans())
    def tag(self, section: int, key: str, is_on: bool) -> None:
        section_id = self.workspace.sections(self.report_id)[section].id
        self._apply((tagging.tag if is_on else tagging.untag)(section_id, key), lambda: None)

    @rule(start=st.integers(0, 40), length=st.integers(1, 40), is_on=st.booleans())
    def tag_passage(self, start: int, length: int, is_on: bool) -> None:
        verb = tagging.tag_passage if is_on else tagging.untag_passage
        self._apply(verb(self.report_id, Place(start, start + length), "y_te"), lambda: None)

    @rule(position=_POSITION, text=st.text("ăb ", min_size=1).filter(str.strip))
    def write_note(self, position: int, text: str) -> None:
        (figure_id,) = self._ids([position])
        self._apply(noting.write_note(self.report_id, text, figure_id=figure_id), lambda: None)

    @rule(position=_POSITION, verb=st.sampled_from([noting.settle_note, noting.remove_note]))
    def change_note(self, position: int, verb: Callable[[int], Change]) -> None:
        notes = read_annotations(self.workspace, self.report_id).notes
        if notes:
            self._apply(verb(notes[position % len(notes)].id), lambda: None)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change, before, after = self.done.pop()
        assert self.workspace.revert(change)
        assert state_of(self.workspace, self.report_id) == before.state
        self.model = before.figures
        self.undone.append((change, before, after))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        change, before, after = self.undone.pop()
        assert self.workspace.reapply(change)
        assert state_of(self.workspace, self.report_id) == after.state
        self.model = after.figures
        self.done.append((change, before, after))

    @invariant()
    def workspace_is_what_the_model_says(self) -> None:
        found = self.workspace.figures(self.workspace.index(self.report_id).ids)
        assert {f.id: (f.verdict, f.said and f.said.value.number) for f in found} == {
            key: (each.verdict, each.value) for key, each in self.model.items()
        }

    @invariant()
    def open_runs_are_those_of_unsettled_figures(self) -> None:
        unsettled = (Verdict.OPEN, Verdict.DOUBTFUL)
        runs = [run for run in self.workspace.ledger(self.report_id) if run.figure_id is not None]
        open_runs = sum(self.model[run.figure_id].verdict in unsettled for run in runs if run.figure_id)
        assert self.workspace.progress(self.report_id).ledger_open == open_runs

    @invariant()
    def ledger_and_places_agree(self) -> None:
        with self.workspace.reading() as connection:
            assert checks.ledger_disagreements(connection, self.report_id) is None
            assert checks.verdicts_without_log(connection, self.report_id) is None
            assert checks.wrong_words(connection, self.report_id) is None
        index = self.workspace.index(self.report_id)
        places = [each.place for each in self.workspace.figures(index.ids)]
        assert [place.start for place in places] == list(index.starts) == sorted(index.starts)
        assert [each.place for each in self.workspace.places(self.report_id)] == places

    @invariant()
    def log_only_grows(self) -> None:
        lines = len(self.workspace.log(self.report_id))
        assert lines >= self.lines
        self.lines = lines


@pytest.fixture
def new_report(workspace: Workspace, tmp_path: Path) -> Callable[[], int]:
    """Return what imports the report once more, under other bytes, and tells its id."""
    numbers = count()

    def bring() -> int:
        path = tmp_path / "bao-cao.txt"
        path.write_text(TEXT + " " * next(numbers), "utf-8", newline="")
        imported = import_file(workspace, TextAnalyser(), path)
        assert isinstance(imported, Imported)
        return imported.report_id

    return bring


def test_any_story_can_be_undone_and_redone(workspace: Workspace, new_report: Callable[[], int]) -> None:
    story = type("StoryHere", (Story,), {"workspace": workspace, "new_report": staticmethod(new_report)})
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        story,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=checks,
            database=None,
        ),
    )
