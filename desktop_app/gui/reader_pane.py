"""The article, set for reading, with the sentence behind a chosen figure or claim marked."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QFontMetricsF,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from desktop_app.article import Article, Section, Span
from desktop_app.gui import formatting, settings
from desktop_app.gui.colours import mix
from desktop_app.gui.evidence import Evidence
from desktop_app.gui.find_bar import FindBar
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.page_badge import PageBadge
from desktop_app.gui.reader_document import ReaderDocument, ReadingStyle, Words
from desktop_app.gui.settings import Settings
from desktop_app.gui.skeleton import Skeleton
from desktop_app.gui.theme import Space, Theme

#: Characters a line; the middle of the 62–72 that read best.
_MEASURE = 67
_LINE = (11, 1.0, 15)
_SKELETON = (
    (10, 0.32, 18),
    (20, 0.92, 12),
    (20, 0.55, 34),
    *(_LINE, _LINE, _LINE, (11, 0.6, 36)),
    *(_LINE, _LINE, _LINE, _LINE, (11, 0.82, 36)),
    *(_LINE, _LINE, (11, 0.45, 36)),
)


class ReaderPane(QWidget):
    """Shows one article, or bars while it is on its way."""

    zoomed = Signal(int)

    def __init__(self, theme: Theme, settings_: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ReaderView(theme, settings_, self)
        self.find_bar = FindBar(theme, self)
        self._waiting = QWidget(self)
        inner = QVBoxLayout(self._waiting)
        inner.setContentsMargins(Space.XXL, Space.XXL, Space.XXL, Space.XXL)
        inner.addWidget(Skeleton(theme, _SKELETON, measure=600))
        inner.addStretch()
        self._waiting.setProperty("role", "paper")
        self._waiting.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view)
        layout.addWidget(self._waiting)
        self.view.zoom_wished.connect(self.zoomed)

    def show_waiting(self) -> None:
        """Clear the pane for an article that is being read."""
        self.view.clear_article()
        if self.view.hasFocus():
            self.setFocus()  # kept until the article is there, instead of going to the next control
        self._waiting.show()
        self.view.hide()

    def show_article(self, article: Article) -> None:
        """Set ``article``."""
        self._waiting.hide()
        self.view.show()
        self.view.show_article(article)
        if self.hasFocus():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)


class ReaderView(QTextBrowser):
    """The typeset article. Lines keep a comfortable length however wide the pane is."""

    zoom_wished = Signal(int)
    typeset = Signal()

    def __init__(self, theme: Theme, settings_: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings_
        self._article: Article | None = None
        self._text: ReaderDocument | None = None
        self._marked: Evidence | None = None
        self._found: list[tuple[int, int]] = []
        self._found_at = 0
        self._animation: QPropertyAnimation | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # No text cursor: the arrow keys scroll, as in a browser.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._open_link)
        theme.changed.connect(self._typeset_again)
        settings_.changed.connect(self._setting_changed)
        self.badge = PageBadge(self)
        keep_worded(self, self._word)

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._article

    def show_found(self, places: list[tuple[int, int]], at: int) -> None:
        """Light up ``places`` (document positions) and bring the one at number ``at`` in sight."""
        self._found, self._found_at = places, at
        self._draw_marks()
        if places:
            self._scroll_to(places[at][0])

    def select(self, start: int, end: int) -> None:
        """Select what lies between two document positions."""
        self.setTextCursor(self._cursor(start, end))

    def first_position(self) -> int:
        """The document position at the top of the pane."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).position()

    def show_article(self, article: Article) -> None:
        """Set ``article`` from its beginning."""
        self._article = article
        self._marked = None
        self._typeset()
        self.verticalScrollBar().setValue(0)
        cursor = self.textCursor()
        cursor.setPosition(0)
        self.setTextCursor(cursor)

    def clear_article(self) -> None:
        """Show nothing."""
        self._stop_animation()
        self._article, self._text, self._marked = None, None, None
        self._found = []
        self.badge.show_pages(())
        self.setExtraSelections([])
        self.document().clear()

    def mark(self, found: Evidence) -> None:
        """Mark the sentences and values of ``found``, and scroll to the first."""
        self._marked = found
        self._draw_marks()
        anchor = self._anchor(found)
        if anchor is not None:
            self._scroll_to(anchor)

    def place_of(self, section: Section, span: Span) -> tuple[int, int] | None:
        """Document positions of ``span`` of ``Article.section_text(section)``; ``None`` where it is not shown."""
        return self._text.locate(section, span) if self._text is not None else None

    def marked_text(self) -> tuple[str, str]:
        """The marked sentence and value as shown; empty where nothing is marked."""
        marks = self.extraSelections()[len(self._found) :]
        texts = [selection.cursor.selectedText() for selection in marks]
        return (texts[0], texts[-1]) if texts else ("", "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor(self._marked) if self._marked is not None else None
        top = self._top_of(anchor) - self.verticalScrollBar().value() if anchor is not None else -1
        self._set_margins()
        super().resizeEvent(event)
        if anchor is not None and 0 <= top < event.oldSize().height():
            self._scroll_to(anchor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wished.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        self._stop_animation()
        super().wheelEvent(event)

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Article"))
        self._typeset_again()

    def _words(self, article: Article) -> Words:
        parts = [article.site or "", formatting.date(article.published) if article.published else ""]
        return Words(
            related_heading=self.tr("Also on this page"),
            meta=" · ".join(part for part in parts if part),
            byline=article.byline or "",
        )

    def _typeset(self) -> None:
        article = self._article
        if article is None:
            return
        font = self._theme.reading_font(
            self._settings.get(settings.READING_SIZE), serif=self._settings.get(settings.READING_SERIF)
        )
        colours = self._theme.colours
        style = ReadingStyle(font=font, quiet=colours.muted, link=colours.accent)
        self._text = ReaderDocument(self.document(), article, style, self._words(article))
        self._set_margins()
        self._found = []  # positions of the text as it was set before
        self._draw_marks()
        self.typeset.emit()
        self.badge.show_pages(self._page_starts(article))

    def _page_starts(self, article: Article) -> list[int]:
        """Document positions at which the printed pages begin."""
        last = len(article.body) - 1
        places = (self.place_of(Section.BODY, Span(min(at, last), min(at, last) + 1)) for at in article.pages)
        return [place[0] for place in places if place is not None]

    def _typeset_again(self) -> None:
        """Set the article anew, keeping what is at the top of the pane there."""
        if self._article is None:
            return
        top = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        at_start = self.verticalScrollBar().value() == 0
        self._typeset()
        if not at_start:
            self.verticalScrollBar().setValue(self._top_of(top))

    def _setting_changed(self, setting: object) -> None:
        if setting in (settings.READING_SIZE, settings.READING_SERIF):
            self._typeset_again()

    def _set_margins(self) -> None:
        """Keep lines at the measure, in the middle of the pane."""
        if self._article is None:
            return
        sample = self._article.body[:600].replace("\n", " ") or "n" * 100
        font: QFont = self.document().defaultFont()
        measure = QFontMetricsF(font).horizontalAdvance(sample) / len(sample) * _MEASURE
        room = self.viewport().width()
        least = Space.XXL if room > 480 else Space.L
        side = max(float(least), (room - measure) / 2)
        frame = self.document().rootFrame()
        layout: QTextFrameFormat = frame.frameFormat()
        layout.setLeftMargin(side)
        layout.setRightMargin(side)
        layout.setTopMargin(Space.XXL)
        layout.setBottomMargin(2 * Space.XXL)
        frame.setFrameFormat(layout)

    def _anchor(self, found: Evidence) -> int | None:
        """The document position to bring in sight."""
        places = (self.place_of(part.section, part.span) for part in found.sentences + found.values)
        return next((place[0] for place in places if place is not None), None)

    def _draw_marks(self) -> None:
        colours = self._theme.colours
        # Places found lie under the marks, but for the one at hand.
        selections = [self._selection(place, mix(colours.accent, colours.base, 0.24)) for place in self._found]
        marked = self._marked
        grounds = [(part, colours.amber_wash) for part in marked.sentences] if marked is not None else []
        grounds += [(part, colours.amber_mark) for part in marked.values] if marked is not None else []
        for part, ground in grounds:
            place = self.place_of(part.section, part.span)
            if place is not None:
                selections.append(self._selection(place, ground))
        if self._found:
            at_hand = self._selection(self._found[self._found_at], colours.accent)
            at_hand.format.setForeground(colours.on_accent)
            selections[self._found_at] = at_hand
        self.setExtraSelections(selections)

    def _selection(self, place: tuple[int, int], ground: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setBackground(ground)
        look.setForeground(self.palette().color(QPalette.ColorRole.Text))
        selection.cursor = self._cursor(*place)
        selection.format = look
        return selection

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _top_of(self, position: int) -> int:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return round(self.cursorRect(cursor).top() + self.verticalScrollBar().value())

    def _scroll_to(self, position: int) -> None:
        """Bring ``position`` to the upper third, unless it is in comfortable sight already."""
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        top = self._top_of(position)
        if bar.value() + height * 0.1 <= top <= bar.value() + height * 0.75:
            return
        target = max(bar.minimum(), min(bar.maximum(), round(top - height / 3)))
        self._stop_animation()
        if not self._theme.motion or not self.isVisible():
            bar.setValue(target)
            return
        self._animation = QPropertyAnimation(bar, b"value", self)
        self._animation.setDuration(self._theme.motion)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setEndValue(target)
        self._animation.start()

    def _stop_animation(self) -> None:
        if self._animation is not None:
            self._animation.stop()
            self._animation = None

    def _open_link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):  # whatever else a page may call a link
            QDesktopServices.openUrl(url)
