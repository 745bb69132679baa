"""Colour arithmetic after WCAG 2.2: relative luminance, contrast, and mixes that keep a contrast."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor

#: Least contrast of text (success criterion 1.4.3, level AA) and of parts of controls (1.4.11).
AA_TEXT: Final = 4.5
AA_GRAPHICS: Final = 3.0


def luminance(colour: QColor) -> float:
    """Relative luminance (0…1) as WCAG 2.2 defines it for sRGB."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio (1…21) of two opaque colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: QColor, ground: QColor, share: float) -> QColor:
    """``share`` (0…1) of ``colour`` laid over the opaque ``ground``."""
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * (1 - share),
        colour.greenF() * share + ground.greenF() * (1 - share),
        colour.blueF() * share + ground.blueF() * (1 - share),
    )


def quiet(colour: QColor, grounds: tuple[QColor, ...], share: float, least: float = AA_TEXT) -> QColor:
    """``colour`` faded into the first ground to ``share``, or as far as ``least`` contrast on all grounds allows."""
    faded = mix(colour, grounds[0], share)
    while share < 1 and any(contrast(faded, ground) < least for ground in grounds):
        share = min(1.0, share + 0.02)
        faded = mix(colour, grounds[0], share)
    return faded


def readable(colour: QColor, grounds: tuple[QColor, ...], least: float = AA_TEXT) -> QColor:
    """``colour``, moved towards black or white until it has ``least`` contrast on all grounds."""
    pole = QColor("black") if luminance(grounds[0]) > 0.4 else QColor("white")
    result = colour
    for step in range(1, 21):
        if all(contrast(result, ground) >= least for ground in grounds):
            break
        result = mix(pole, colour, step / 20)
    return result
