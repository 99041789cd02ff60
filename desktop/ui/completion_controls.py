"""Brings the words of the report and the workspace to the fields that complete what is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.reviews import Touched, Vocabulary
from desktop.ui.panels.fields_form import FieldsForm
from desktop.ui.report_content import ReportContent
from desktop.ui.tasks import Task

if TYPE_CHECKING:
    from desktop.ui.review_session import ReviewSession


class CompletionControls(QObject):
    """Reads the words when a report is opened, and learns those that the clerk says."""

    def __init__(self, session: "ReviewSession", form: FieldsForm) -> None:
        super().__init__(form)
        self._session = session
        self._form = form
        session.desk.report_shown.connect(self._read)
        session.hub.touched.connect(self._learn)

    def _read(self, content: ReportContent | None) -> None:
        if content is None:
            return
        workspace, report_id = self._session.workspace, content.report_id

        def read(_task: Task) -> Vocabulary:
            return workspace.vocabulary(report_id)

        self._session.runner.start_later(read, self._know, self._session.desk.failed.emit)

    def _know(self, words: Vocabulary) -> None:
        self._form.units.know(words.units)
        self._form.indicators.know(words.indicators)

    def _learn(self, touched: Touched, _initiator: object) -> None:
        figures = map(self._session.desk.figures.figure, touched.figure_ids[:1])
        for figure in filter(None, figures):
            if figure.said is not None:
                self._form.units.learn(figure.said.unit)
                self._form.indicators.learn(figure.said.indicator)
