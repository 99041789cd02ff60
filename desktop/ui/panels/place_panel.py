"""The place of the current figure, enlarged beside its fields, so that the eye stays in one spot."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.core.documents import Document
from desktop.core.figures import ReviewedFigure
from desktop.core.places import Place
from desktop.ui.marks import state_of
from desktop.ui.source.cell_context import cell_context
from desktop.ui.source.crop_view import PIXELS_PER_POINT, CropView
from desktop.ui.source.excerpt_text import ExcerptText
from desktop.ui.source.excerpts import excerpt
from desktop.ui.source.page_loading import LoadPage, PageLoader, PageRequest
from desktop.ui.source.page_places import boxes_on, page_of
from desktop.ui.tasks import TaskRunner


class PlacePanel(QWidget):
    """Shows the sentence of a figure, or its cell with headers and labels; of pages a picture as well."""

    def __init__(self, parent: QWidget | None = None, *, runner: TaskRunner) -> None:
        """Make the panel; pages are drawn through `runner`."""
        super().__init__(parent)
        self.setObjectName("placeView")
        self._figure: ReviewedFigure | None = None
        self._document: Document | None = None
        self._has_pages = False
        self._loader = PageLoader(runner, self)
        self._loader.page_loaded.connect(self._show_picture)
        self._picture = CropView(self)
        self._text = ExcerptText(self)
        self._picture.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        self.setFocusProxy(self._text)
        self._name()

    def use_pages(self, load_page: LoadPage | None) -> None:
        """Take the pictures of the report's pages from here, None where it has no pages."""
        self._has_pages = load_page is not None
        self._loader.use(load_page)

    def show_figure(self, figure: ReviewedFigure | None, document: Document | None) -> None:
        """Show where a figure stands; nothing without a figure or its document."""
        is_same_place = _place(figure) == _place(self._figure) and document is self._document
        self._figure, self._document = figure, document
        if figure is not None:
            self._text.show_state(state_of(figure.verdict, figure.origin))
        if not is_same_place:
            self._show_text()
        self._ask_for_picture()

    def enlarge(self, *, is_larger: bool) -> None:
        """Write the words of the place larger than usual, or as usual."""
        self._text.enlarge(is_larger=is_larger)
        self._show_text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        elif event.type() == QEvent.Type.PaletteChange and self._figure is not None:
            self._show_text()

    def _show_text(self) -> None:
        figure, document = self._figure, self._document
        if figure is None or document is None:
            self._text.show_nothing()
        elif (context := cell_context(document, figure.place)) is not None:
            where = str(figure.place) if figure.place.sheet is not None else ""
            self._text.show_cell(context, where)
        else:
            self._text.show_excerpt(excerpt(document, figure.place.start, figure.place.end))
        self.setAccessibleDescription(self._text.toPlainText())

    def _ask_for_picture(self) -> None:
        """Cut the place out of its page; the page is loaded first where it is not there yet."""
        request = self._request()
        self._picture.setVisible(request is not None)
        if request is not None:
            self._loader.want([request])
            self._show_picture(request.page)

    def _request(self) -> PageRequest | None:
        if self._figure is None or self._document is None or not self._has_pages:
            return None
        page = page_of(self._document, self._figure.place)
        if page is None or not boxes_on(page, self._figure.place):
            return None
        return PageRequest(page.number, PIXELS_PER_POINT * self.devicePixelRatioF())

    def _show_picture(self, _page: int) -> None:
        request = self._request()
        if request is None or self._figure is None or self._document is None:
            return
        page = self._document.pages[request.page - 1]
        boxes = tuple(boxes_on(page, self._figure.place))
        state = state_of(self._figure.verdict, self._figure.origin)
        self._picture.show_boxes(page, boxes, state, self._loader.picture(request))

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Place of the figure in the report"))
        self._text.setAccessibleName(self.accessibleName())


def _place(figure: ReviewedFigure | None) -> Place | None:
    return figure.place if figure is not None else None
