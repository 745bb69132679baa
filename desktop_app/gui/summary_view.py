"""The summary: its words, what they rest on, and the controls that make it anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.article import Article, NoticeCode, Outcome, Summary
from desktop_app.choices import AUTO_LANGUAGE, Length, Style
from desktop_app.gui import formatting
from desktop_app.gui.ask_line import AskLine
from desktop_app.gui.findings_line import FindingsLine
from desktop_app.gui.folding import FoldingButton, FoldingFlow
from desktop_app.gui.grounded_text import GroundedText
from desktop_app.gui.install_card import InstallCard
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.message_bar import MessageBar, Remedy
from desktop_app.gui.summary_head import SummaryHead
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import HEAD_HEIGHT, Column, TextButton, label

_COPIED_FOR = 1600


class SummaryView(QWidget):
    """Shows one summary in the making or made; tells what the reader wishes through signals."""

    summarize_wished = Signal()
    stop_wished = Signal()
    language_chosen = Signal(str)
    length_chosen = Signal(object)  # Length
    style_chosen = Signal(object)  # Style
    asked = Signal(str)  # about what, "" for the whole article
    height_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._article: Article | None = None
        self._summary: Summary | None = None
        self._model_title = ""
        self._writing = False
        self.head = SummaryHead(theme)
        self.heading = self.head.heading
        self.heading.setCursor(Qt.CursorShape.OpenHandCursor)
        self.language = self.head.language
        self.length = self.head.length
        self.form = self.head.form
        self.ask = FoldingButton(theme, "plain", "ask")
        self.ask_line = AskLine(theme)
        self.text = GroundedText(theme)
        self.text.setProperty("role", "summary")
        self.findings = FindingsLine(theme)
        self._facts = label("quiet", wraps=True)
        self._notices = MessageBar(theme, compact=True)
        self.message = MessageBar(theme, compact=True)
        self.install = InstallCard(theme)
        self.install.hide()
        self.action = TextButton(theme, "primary", "summary")
        self.copy = FoldingButton(theme, "plain", "copy")
        self.listen = FoldingButton(theme, "plain", "speak")
        self.share = FoldingButton(theme, "plain", "share")
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_FOR)
        self._copied.timeout.connect(self._word_buttons)
        self._lay_out()
        self.action.clicked.connect(self._act)
        self.copy.clicked.connect(self.copy_summary)
        self.language.activated.connect(lambda: self.language_chosen.emit(self.language.currentData()))
        self.length.activated.connect(lambda: self.length_chosen.emit(Length(self.length.currentData())))
        self.form.chosen.connect(self.style_chosen)
        self.ask.clicked.connect(self.ask_line.open)
        self.ask_line.asked.connect(self.asked)
        self.ask_line.closed.connect(lambda: self.ask.setFocus(Qt.FocusReason.OtherFocusReason))
        # Not from within the layout that made the text grow: it cannot be measured while it is at work.
        self.text.grew.connect(self.height_wished, Qt.ConnectionType.QueuedConnection)
        self.text.went_to.connect(self._keep_in_sight)
        keep_worded(self, self._word)

    @property
    def notices(self) -> MessageBar:
        """The bar that tells what to know about the summary."""
        return self._notices

    @property
    def facts(self) -> str:
        """The line underneath the summary."""
        return self._facts.text()

    def set_choices(self, lang: str, length: Length, style: Style) -> None:
        """Show which language, length and style are chosen, without telling anyone."""
        self.head.set_choices(lang, length, style)

    def show_waiting(self) -> None:
        """Clear for an article that is being read."""
        self._article = None
        self.ask_line.set_about("")
        self._begin()
        self._writing = False
        self._word_buttons()

    def set_article(self, article: Article) -> None:
        """The article that summaries are of from now on."""
        self._article = article
        self._word_buttons()

    def begin(self) -> None:
        """A summary is on its way."""
        self._begin()
        self._writing = True
        self._word_buttons()

    def add_piece(self, text: str) -> None:
        """Add the next words."""
        self.text.append_piece(text)

    def show_summary(self, summary: Summary, model_title: str, notices: Sequence[str]) -> None:
        """Show the finished ``summary``; ``notices`` are worded already."""
        self._summary, self._model_title, self._writing = summary, model_title, False
        if self.action.hasFocus():
            self.copy.show()
            self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.finish(summary.text, summary.lang)
        self.text.show_findings(summary, self._article)
        self.findings.show_findings(summary)
        self._facts.setText(self._facts_words(summary))
        self._facts.setVisible(bool(self._facts.text()))
        if notices:
            self._notices.show_message("warning", "", "\n".join(notices))
        self._word_buttons()

    def show_stopped(self) -> None:
        """The reader stopped: what was written stays."""
        self._rest(self.tr("Stopped."))

    def show_pending(self) -> None:
        """The summary comes when it is its turn; it can be had at once all the same."""
        self._rest(self.tr("The summary follows when it is its turn."))

    def show_absent(self) -> None:
        """There is no summary yet, and none is on its way."""
        self._rest(self.tr("Not summarized yet."))

    def show_problem(self, kind: str, title: str, text: str, remedies: Sequence[Remedy]) -> None:
        """Tell why there is no summary; words that did arrive stay."""
        self._writing = False
        self.text.end()
        self.message.show_message(kind, title, text, remedies)
        self._hand_focus(*self.message.remedies[:1])
        self.text.setVisible(bool(self.text.toPlainText()))
        self._word_buttons()

    def show_install(self) -> None:
        """Offer the installation in place of the summary."""
        self._writing = False
        self.text.end()
        self.install.show()
        self._hand_focus(self.install.install_button, self.install.stop_button)
        self.text.hide()
        self._word_buttons()

    def wished_height(self) -> int:
        """Pixels in which everything shows without scrolling."""
        layout = self._inner.layout()
        if layout is None:
            return HEAD_HEIGHT
        layout.activate()
        width = self.width()
        inside = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        asking = self.ask_line.sizeHint().height() if self.ask_line.isVisibleTo(self) else 0
        return HEAD_HEIGHT + asking + inside

    def copy_summary(self) -> None:
        """Copy the summary as text."""
        text = self.text.toPlainText()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.show_copied()

    def show_copied(self) -> None:
        """Tell for a moment that the clipboard was filled."""
        self.copy.setText(self.tr("Copied"))
        self.copy.set_look("plain", "check")
        self._copied.start()

    def _begin(self) -> None:
        self._summary = None
        self._facts.setText("")
        self._facts.hide()
        self.findings.hide()
        focused = self.focusWidget()
        for part in (self._notices, self.message, self.install):
            if focused is not None and part.isAncestorOf(focused):
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            part.hide()
        lang = self.language.currentData() or AUTO_LANGUAGE
        if lang == AUTO_LANGUAGE:
            lang = self._article.lang if self._article is not None else "und"
        self.text.show()
        self.text.begin(Length(self.length.currentData() or Length.SHORT), lang, self.form.style_)

    def _rest(self, why: str) -> None:
        """Nothing is being written, for the reason ``why``; a text without words takes no room."""
        self._writing = False
        self.text.end()
        self._facts.setText(why)
        self._facts.show()
        self._word_buttons()
        if not self.text.toPlainText():
            self._hand_focus(self.action)
            self.text.hide()

    def _hand_focus(self, *heirs: QWidget) -> None:
        """Give the focus of text or button that go away to the first of ``heirs`` that shows, to the pane if none."""
        if self.text.hasFocus() or self.action.hasFocus():
            heir = next((heir for heir in heirs if heir.isVisibleTo(self)), self)
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_in_sight(self, place: QRectF) -> None:
        spot = place.toAlignedRect().translated(self.text.viewport().mapTo(self._inner, QPoint()))
        margins = (spot.width() // 2 + Space.S, spot.height() // 2 + Space.L)
        self._scroll.ensureVisible(spot.center().x(), spot.center().y(), *margins)

    def _act(self) -> None:
        if self._writing:
            self.stop_wished.emit()
        else:
            self.summarize_wished.emit()

    def _lay_out(self) -> None:
        # The words that are missed least go first.
        buttons = FoldingFlow((self.copy, self.share, self.listen, self.ask))
        for button in (self.action, self.copy, self.listen, self.share, self.ask):
            buttons.addWidget(button)
        inner = self._inner = Column()
        inner.setProperty("role", "desk")
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.XL, Space.XS, Space.XL, Space.L)
        column.setSpacing(Space.M)
        for part in (self.install, self.text, self.message, self.findings, self._facts, self._notices):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch()
        self._facts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.ask_line)
        layout.addWidget(scroll, 1)

    def _facts_words(self, summary: Summary) -> str:
        if summary.outcome is Outcome.QUOTED:
            return ""  # the model's name would take credit for the article's sentences
        parts = []
        words = self._article.words if self._article is not None else 0
        if words and summary.read_words >= words:
            parts.append(self.tr("Based on the whole article"))
        elif words and not any(notice.code is NoticeCode.PARTLY_READ for notice in summary.notices):
            share = formatting.percent(summary.read_words / words)
            parts.append(self.tr("Based on {share} % of the article").format(share=share))
        parts.append(self._model_title)
        return " · ".join(part for part in parts if part)

    def _word(self) -> None:
        self.heading.setToolTip(self.tr("Drag this into another program to take summary and figures along"))
        self.setAccessibleName(self.tr("Summary"))
        self.text.setAccessibleName(self.tr("Text of the summary"))
        self._word_buttons()
        if self._summary is not None:
            self._facts.setText(self._facts_words(self._summary))
            self.findings.show_findings(self._summary)

    def _word_buttons(self) -> None:
        if self._writing:
            self.action.set_look("plain", "stop")
            self.action.setText(self.tr("Stop"))
        else:
            self.action.set_look("primary", "summary")
            self.action.setText(self.tr("Summarize"))
        blocked = self.install.isVisibleTo(self) or self.message.isVisibleTo(self)
        # A finished summary would be written again word for word; another language or length makes a new one by itself.
        self.ask.setText(self.tr("Ask…"))
        self.ask.setToolTip(self.tr("Ask about something in the article"))
        self.ask.setVisible(self._article is not None and not blocked)
        self.action.setVisible(self._article is not None and self._summary is None and not blocked)
        self.copy.set_look("plain", "copy")
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the summary"))
        self.copy.setVisible(self._summary is not None)
        self.share.setText(self.tr("Share"))
        self.share.setAccessibleName(self.tr("Share, save or print the digest"))
        self.share.setVisible(self._article is not None)
        self.height_wished.emit()
