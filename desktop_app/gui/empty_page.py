"""What one sees first: the ways in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.theme import Space, Theme, TypeSize
from desktop_app.gui.widgets import IconLabel, TextButton, label


class EmptyPage(QWidget):
    """One friendly sentence, three ways in, and a sample to try."""

    address_wished = Signal()
    paste_wished = Signal()
    files_wished = Signal()
    sample_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label("greeting", wraps=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = label("muted", wraps=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.ways = tuple(_Way(theme, icon) for icon in ("link", "paste", "file"))
        for way, wish in zip(self.ways, (self.address_wished, self.paste_wished, self.files_wished), strict=True):
            way.clicked.connect(wish)
        self.sample = TextButton(theme, "quiet", "arrow_right")
        self.sample.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.sample.clicked.connect(self.sample_wished)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.M)
        column = QVBoxLayout()
        column.setSpacing(Space.M)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(Space.L)
        column.addLayout(self._grid)
        column.addSpacing(Space.M)
        column.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        holder = QWidget()
        holder.setMaximumWidth(720)
        holder.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.addStretch(1)
        row.addWidget(holder, 20)
        row.addStretch(1)
        theme.changed.connect(self._draw)
        self._arrange(narrow=False)
        self._draw()
        keep_worded(self, self._word)

    def set_narrow(self, narrow: bool) -> None:
        """Put the ways in under each other where there is no room beside each other."""
        self._arrange(narrow=narrow)

    def _arrange(self, *, narrow: bool) -> None:
        for at, way in enumerate(self.ways):
            self._grid.addWidget(way, at if narrow else 0, 0 if narrow else at)
            way.set_narrow(narrow)

    def _draw(self) -> None:
        self._picture.setPixmap(QGuiApplication.windowIcon().pixmap(72, 72))
        self._title.setFont(self._theme.font(TypeSize.TITLE, QFont.Weight.DemiBold))

    def _word(self) -> None:
        paste = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
        self._title.setText(self.tr("What would you like to read in short?"))
        self._text.setText(
            self.tr("Kratko sums the article up and shows its key figures. It all happens on this computer.")
        )
        link, text, files = self.ways
        link.word(self.tr("A link"), self.tr("Type or paste it above and press Enter"))
        text.word(self.tr("Some text"), self.tr("Press {shortcut} anywhere in the window").format(shortcut=paste))
        files.word(self.tr("A file"), self.tr("Drop it here, or click to choose one"))
        self.sample.setText(self.tr("Or try a sample article"))
        self.setAccessibleName(self.tr("Ways to begin"))


class _Way(TextButton):
    """A large button: icon, name and hint."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme, "way")
        self._name = label("strong", wraps=True)
        self._hint = label("quiet", wraps=True)
        picture = IconLabel(theme, icon, "accent", 24)
        self._box = QGridLayout(self)
        self._box.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._box.setHorizontalSpacing(Space.M)
        self._box.setVerticalSpacing(Space.XS)
        self._picture = picture
        for part in (picture, self._name, self._hint):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        policy.setVerticalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Icon beside the words, or above them."""
        for part in (self._picture, self._name, self._hint):
            self._box.removeWidget(part)
        if narrow:
            self._box.addWidget(self._picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            self._box.addWidget(self._name, 0, 1)
            self._box.addWidget(self._hint, 1, 1)
        else:
            self._box.addWidget(self._picture, 0, 0, Qt.AlignmentFlag.AlignLeading)
            self._box.addWidget(self._name, 1, 0)
            self._box.addWidget(self._hint, 2, 0, Qt.AlignmentFlag.AlignTop)
        self._box.setColumnStretch(1 if narrow else 0, 1)
        self._box.setColumnStretch(0 if narrow else 1, 0)
        self._box.setRowStretch(2, 0 if narrow else 1)
        self.setMinimumHeight(72 if narrow else 132)

    def word(self, name: str, hint: str) -> None:
        """Set the words."""
        self._name.setText(name)
        self._hint.setText(hint)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
