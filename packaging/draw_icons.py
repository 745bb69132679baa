"""Draws the program's icon from its SVG in every form that packages need: run after changing ``kratko.svg``.

PNG files for hicolor go into ``resources/desktop/icons``, ``kratko.ico`` and ``kratko.icns`` into ``packaging``.
ICO: https://learn.microsoft.com/windows/win32/menurc/newheader, ICNS: https://en.wikipedia.org/wiki/Apple_Icon_Image_format;
both may hold PNG data as it is.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def png(size: int) -> bytes:
    """The icon as a PNG file of ``size`` pixels a side."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(ROOT / "resources" / "icons" / "kratko.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG", 0)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of ``pictures`` by size."""
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        side = size % 256  # 0 means 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """A macOS icon of ``pictures`` by type."""
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    """Write all files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    drawn = {size: png(size) for size in SIZES}
    folder = ROOT / "resources" / "desktop" / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    for size, data in drawn.items():
        (folder / f"{size}.png").write_bytes(data)
    (ROOT / "packaging" / "kratko.ico").write_bytes(ico({size: drawn[size] for size in ICO_SIZES}))
    (ROOT / "packaging" / "kratko.icns").write_bytes(icns({kind: drawn[size] for kind, size in ICNS_TYPES.items()}))


if __name__ == "__main__":
    main()
