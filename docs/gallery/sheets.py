"""Contact sheets: one state in all languages and colours on one sheet, to be looked at together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

_GAP: Final = 12
_CAPTION: Final = 22
_GROUND: Final = "#808080"
#: A picture takes at most this much; two of the wide ones, three of the others stand in a row.
_CELL: Final = QSize(860, 760)
_WIDE_FROM: Final = 640


@dataclass(frozen=True, slots=True)
class Print:
    """A picture in a file, and what is written above it."""

    caption: str
    file: Path


def write_sheet(prints: Sequence[Print], target: Path) -> None:
    """Put ``prints`` on one sheet, in their order, and save it as ``target``."""
    pictures = [(item.caption, _fitted(QImage(str(item.file)))) for item in prints]
    wide = max(picture.width() for _, picture in pictures) > _WIDE_FROM
    rows = list(_rows(pictures, 2 if wide else 3))
    column = max(picture.width() for _, picture in pictures) + _GAP
    heights = [max(picture.height() for _, picture in row) + _CAPTION + _GAP for row in rows]
    sheet = QImage(column * len(rows[0]) + _GAP, sum(heights) + _GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor(_GROUND))
    painter = QPainter(sheet)
    painter.setPen(QColor("white"))
    top = _GAP
    for row, height in zip(rows, heights, strict=True):
        for at, (caption, picture) in enumerate(row):
            corner = QPoint(_GAP + at * column, top)
            painter.drawText(QRect(corner, QSize(column, _CAPTION)), Qt.AlignmentFlag.AlignVCenter, caption)
            painter.drawImage(corner + QPoint(0, _CAPTION), picture)
        top += height
    painter.end()
    save(sheet, target)


def save(picture: QImage, target: Path) -> None:
    """Save ``picture`` as PNG without an alpha channel. Raises ``OSError``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not picture.convertToFormat(QImage.Format.Format_RGB888).save(str(target)):
        raise OSError(f"{target} could not be written")


def _fitted(picture: QImage) -> QImage:
    picture.setDevicePixelRatio(1)
    if picture.width() <= _CELL.width() and picture.height() <= _CELL.height():
        return picture
    return picture.scaled(_CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _rows(pictures: Sequence[tuple[str, QImage]], length: int) -> Iterable[Sequence[tuple[str, QImage]]]:
    for start in range(0, len(pictures), length):
        yield pictures[start : start + length]
