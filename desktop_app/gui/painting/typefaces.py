"""The typefaces of paper and pictures: the first of a list that this computer has, whatever the desktop's own font is.

So a picture looks in the preview as it does in the file, and from the command line as from the window. Letters that a
face lacks come from the system's fall-backs.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

SERIF: Final = ("Charter", "Iowan Old Style", "New York", "Source Serif 4", "Noto Serif", "Georgia", "DejaVu Serif")
SANS: Final = ("Inter", "Source Sans 3", "SF Pro Text", "Segoe UI", "Noto Sans", "Helvetica Neue", "DejaVu Sans")


def families(liked: tuple[str, ...], generic: str) -> list[str]:
    """Those of ``liked`` that are installed, in that order; ``generic`` where none is."""
    installed = set(QFontDatabase.families())
    return [family for family in liked if family in installed] or [generic]


class Faces:
    """Fonts of one piece of paper or picture, ``unit`` device units to a point (or to a pixel of a picture)."""

    def __init__(self, unit: float = 1.0) -> None:
        self._unit = unit
        self._serif = families(SERIF, "serif")
        self._sans = families(SANS, "sans-serif")

    def serif(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The face of titles and running text."""
        return self._font(self._serif, QFont.StyleHint.Serif, size, weight)

    def sans(self, size: float, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False) -> QFont:
        """The face of figures, headings and small print; ``tabular`` gives digits one width where the font can."""
        font = self._font(self._sans, QFont.StyleHint.SansSerif, size, weight)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _font(self, names: list[str], hint: QFont.StyleHint, size: float, weight: QFont.Weight) -> QFont:
        font = QFont()
        font.setFamilies(names)
        font.setStyleHint(hint)
        font.setPixelSize(max(1, round(size * self._unit)))
        font.setWeight(weight)
        # Hinted letters have other widths at another scale, and the preview would break its lines elsewhere.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
