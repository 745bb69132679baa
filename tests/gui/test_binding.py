"""The Python binding of Qt that is installed."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_none_is_not_given_away(qtbot: QtBot) -> None:
    """PySide6 6.12.0 drops a reference to ``None`` in many calls; Python 3.11 dies when the last one is gone."""
    button = QPushButton()
    qtbot.addWidget(button)
    mime = QMimeData()
    mime.setUrls([QUrl("https://quillmere.example/")])
    picture = QPixmap(8, 8)

    def use() -> None:
        button.click()
        button.parentWidget()
        button.property("nothing")
        QWidget().deleteLater()
        painter = QPainter(picture)
        painter.setPen(QColor("black"))
        painter.drawText(0, 0, "a")
        painter.end()

    use()
    # What other tests left behind must not be collected meanwhile: it holds references too.
    gc.collect()
    gc.disable()
    try:
        before = sys.getrefcount(None)
        for _ in range(300):
            use()
        lost = before - sys.getrefcount(None)
    finally:
        gc.enable()
    assert lost < 300  # 6.12.0 loses five a round
