"""A row of the settings dialog: name and plain words on one side, the control on the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.language_watch import keep_worded
from desktop_app.gui.preferences_table import Row, worded
from desktop_app.gui.settings import Setting, Settings
from desktop_app.gui.switch import Switch
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import label

_CONTROL_WIDTH = 240


class Choice(QComboBox):
    """A combo box that leaves the wheel to the page it stands on, unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style paints it, with words that end in dots where they do not fit."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 2
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SettingRow(QWidget):
    """Shows one setting and sets it as soon as the control is used; follows it when it is changed elsewhere."""

    def __init__(self, theme: Theme, settings_: Settings, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._settings = settings_
        self._name = label("strong", wraps=True)
        self._help = label("quiet", wraps=True)
        self._amount = label("muted")
        self.control = self._make_control(theme)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._help)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, Space.M, 0, Space.M)
        line.setSpacing(Space.XL)
        line.addLayout(words, 1)
        if isinstance(self.control, QSlider):
            line.addWidget(self._amount)
            line.setSpacing(Space.M)
        line.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)
        settings_.changed.connect(self._changed)
        keep_worded(self, self._word)

    def sizeHint(self) -> QSize:
        return QSize(480, super().sizeHint().height())

    def set_choices(self, choices: Callable[[], dict[str, str]]) -> None:
        """Offer ``choices`` (value to words) from now on."""
        if isinstance(self.control, Choice):
            self._fill(self.control, choices())

    def _make_control(self, theme: Theme) -> QWidget:
        setting = self.row.setting
        if isinstance(setting.default, bool):
            switch = Switch(theme)
            switch.toggled.connect(lambda on: self._settings.set(setting, on))
            return switch
        if isinstance(setting.default, int):
            return self._make_slider(setting)
        if self.row.choices is not None or setting.key == "summary/model":
            choice = Choice()
            choice.setFixedWidth(_CONTROL_WIDTH)
            choice.activated.connect(lambda: self._settings.set(setting, choice.currentData()))
            return choice
        field = QLineEdit()
        field.setFixedWidth(_CONTROL_WIDTH)
        field.setPlaceholderText(self.row.example)
        field.setProperty("kind", "field")
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.editingFinished.connect(lambda: self._settings.set(setting, field.text().strip()))
        return field

    def _make_slider(self, setting: Setting[int]) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(setting.allowed[0], setting.allowed[-1])
        slider.setPageStep(2)
        slider.setFixedSize(160, 28)
        slider.valueChanged.connect(lambda value: self._settings.set(setting, value))
        return slider

    def _changed(self, setting: Setting[object]) -> None:
        if setting is self.row.setting:
            self._show()

    def _show(self) -> None:
        value, control = self._settings.get(self.row.setting), self.control
        if isinstance(control, Switch):
            control.setChecked(value)
        elif isinstance(control, QSlider):
            control.setValue(value)
            self._amount.setText(QLocale().toString(value))
        elif isinstance(control, Choice):
            if control.findData(value) < 0:
                control.addItem(str(value), value)
            control.setCurrentIndex(control.findData(value))
            control.setToolTip(control.currentText())
        elif isinstance(control, QLineEdit) and control.text().strip() != value:
            control.setText(value)
            control.setCursorPosition(0)

    def _fill(self, choice: Choice, choices: dict[str, str]) -> None:
        choice.clear()
        for value, words in choices.items():
            choice.addItem(words, value)
        self._show()

    def _word(self) -> None:
        name, help_ = worded(self.row.name), worded(self.row.help)
        self._name.setText(name)
        self._help.setText(help_)
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(help_)
        if isinstance(self.control, Choice) and self.row.choices is not None:
            self._fill(self.control, self.row.choices())
        self._show()
