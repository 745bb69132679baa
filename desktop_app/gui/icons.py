"""The line icons of ``resources/icons``, drawn in any colour at any scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop_app.resources import resource


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """The icon as a square of ``size`` device-independent pixels for a screen of ``scale`` pixels each."""
    known = QPixmap()
    key = f"kratko {name} {colour.name()} {size} {scale}"
    if QPixmapCache.find(key, known):
        return known
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour.name()).encode()))
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, picture)
    return picture


def _scales() -> tuple[int, ...]:
    # Drawing for three times the pixels takes longer than for one and two together, and few screens have so many.
    densest = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return (1, 2) if densest <= 2 else (1, 2, 3)


def icon(name: str, colour: QColor, disabled: QColor | None = None, size: int = 20) -> QIcon:
    """The icon in ``colour``, and in ``disabled`` on controls that are."""
    result = QIcon()
    for scale in _scales():
        result.addPixmap(pixmap(name, colour, size, scale))
        if disabled is not None:
            result.addPixmap(pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
    return result


def blank(size: int) -> QIcon:
    """Nothing, as wide as an icon, so that words stand under each other."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)


def icon_before_text(
    name: str, colour: QColor, disabled: QColor, size: int, gap: int, *, mirrored: bool = False
) -> QIcon:
    """The icon with ``gap`` pixels of air before the text, for buttons that set both too close."""
    result = QIcon()
    for scale in _scales():
        for ink, mode in ((colour, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
            wide = QPixmap(round((size + gap) * scale), round(size * scale))
            wide.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wide)
            painter.drawPixmap(round(gap * scale) if mirrored else 0, 0, pixmap(name, ink, round(size * scale)))
            painter.end()
            wide.setDevicePixelRatio(scale)
            result.addPixmap(wide, mode)
    return result


def application_icon() -> QIcon:
    """Kratko's own icon, in every size that docks and task bars ask for."""
    result = QIcon()
    renderer = QSvgRenderer(str(resource("icons", "kratko.svg")))
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        result.addPixmap(picture)
    return result
