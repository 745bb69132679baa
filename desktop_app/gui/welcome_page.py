"""The page of the first start: what Kratko is, and the model that summaries need, with everything said beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.gui import icons
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.install_binding import InstallBinding
from desktop_app.gui.install_card import InstallCard
from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.model_work import ModelWork, Work
from desktop_app.gui.models import ModelShelf
from desktop_app.gui.settings import WELCOMED, Settings
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.gui.widgets import Column, IconLabel, TextButton, label

_WIDTH = 560


class WelcomePage(QScrollArea):
    """Shown until it was answered, unless the model is there already. ``left`` tells that it was."""

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        settings_: Settings,
        shelf: ModelShelf,
        models: ModelWork,
        language: InterfaceLanguage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings_
        self._shelf = shelf
        self._models = models
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label("greeting", wraps=True)
        self._text = label("muted", wraps=True)
        for part in (self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.card = InstallCard(theme)
        self._binding = InstallBinding(self.card, settings_, models, language, self)
        self._facts = {icon: label("muted", wraps=True) for icon in ("lock", "chip", "folder")}
        self.later = TextButton(theme, "quiet", "arrow_right")
        self.later.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._lay_out()
        self.card.install_wished.connect(self._install)
        self.later.clicked.connect(self._leave)
        models.finished.connect(self._finished)
        models.begun.connect(self._word)
        models.failed.connect(self._word)
        theme.changed.connect(self._draw)
        self._draw()
        keep_worded(self, self._word)

    def due(self) -> bool:
        """Whether it is to be shown; looks at the disk."""
        facts = self._shelf.facts(None)
        if self._settings.get(WELCOMED) or facts is None or facts.installed:
            return False
        self.card.offer(facts)
        self._word()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()  # style sheets take fonts away that were set before the widget had its place

    def _install(self) -> None:
        if self.card.facts is not None:
            self._models.install(self.card.facts.id)

    def _finished(self, model: str, work: Work) -> None:
        if self.isVisible() and work is Work.INSTALL and self.card.facts is not None and self.card.facts.id == model:
            self._leave()

    def _leave(self) -> None:
        self._settings.set(WELCOMED, True)
        self.left.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(Space.M)
        column.addWidget(self.card)
        for icon, words in self._facts.items():
            row = QHBoxLayout()
            row.setContentsMargins(Space.L, 0, Space.L, 0)
            row.setSpacing(Space.M)
            row.addWidget(IconLabel(self._theme, icon, "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
        column.addSpacing(Space.S)
        column.addWidget(self.later, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        holder = QWidget()
        holder.setMaximumWidth(_WIDTH)
        holder.setLayout(column)
        inner = Column()
        inner.setProperty("role", "paper")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(inner)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.addStretch(1)
        row.addWidget(holder, 20)
        row.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def _draw(self) -> None:
        self._picture.setPixmap(icons.application_icon().pixmap(64, 64))
        self._title.setFont(self._theme.font(TypeSize.TITLE, QFont.Weight.DemiBold))

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Welcome"))
        self._title.setText(self.tr("Kratko reads an article for you"))
        self._text.setText(
            self.tr(
                "Give it a link, a file or some text: it shows a short summary beside the key figures, each at its "
                "place in the article. Everything is worked out on this computer."
            )
        )
        words = {
            "lock": self.tr("Once it is here, Kratko works without the internet. You can remove it at any time."),
            "chip": self.tr("Figures are found without a model, so you can begin at once and install it later."),
            "folder": self.tr("Kept in {folder}").format(folder=self._shelf.folder()),
        }
        for icon, text in words.items():
            self._facts[icon].setText(text)
        going = self.card.facts is not None and self._models.going(self.card.facts.id) is Work.INSTALL
        self.later.setText(self.tr("Begin meanwhile") if going else self.tr("Later"))
