"""Shown instead of an article that could not be had."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui.flow_layout import FlowLayout
from desktop_app.gui.message_bar import Remedy
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.gui.widgets import IconLabel, TextButton, label


class ProblemPage(QWidget):
    """What happened, what to do, and the buttons that do it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("greeting", wraps=True)
        self._title.setFont(theme.font(TypeSize.TITLE, QFont.Weight.DemiBold))
        self._text = label("muted", wraps=True)
        self._source = label("quiet", wraps=True)
        for part in (self._title, self._text, self._source):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = FlowLayout(centred=True)
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        column.addStretch(2)
        column.addWidget(IconLabel(theme, "error", "danger", 40), 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._source)
        column.addSpacing(Space.S)
        column.addLayout(self._buttons)
        column.addStretch(3)
        holder = QWidget()
        holder.setMaximumWidth(560)
        holder.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.addStretch(1)
        row.addWidget(holder, 20)
        row.addStretch(1)

    @property
    def remedies(self) -> tuple[TextButton, ...]:
        """The buttons shown."""
        items = (self._buttons.itemAt(at) for at in range(self._buttons.count()))
        widgets = [item.widget() for item in items if item is not None]
        return tuple(widget for widget in widgets if isinstance(widget, TextButton))

    def show_problem(self, title: str, text: str, source: str, remedies: Sequence[Remedy]) -> None:
        """Fill the page; ``source`` is what could not be read."""
        self._title.setText(title)
        self._text.setText(text)
        self._source.setText(source)
        self._source.setVisible(bool(source))
        self.setAccessibleName(f"{title}. {text}")
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for remedy in remedies:
            button = TextButton(self._theme, "primary" if remedy.primary else "plain", remedy.icon)
            button.setText(remedy.text)
            button.clicked.connect(remedy.action)
            self._buttons.addWidget(button)

    def words(self) -> tuple[str, str]:
        """Title and text shown."""
        return self._title.text(), self._text.text()
