"""The design system: colours, type scale, spacing and motion, in one object that every widget is given.

The neutral colours are the system's wherever it tells them; the accent, amber and red are ours. All other colours are
mixed from these, and text colours keep the AA contrast of WCAG on every ground they are used on.
"""

from __future__ import annotations

from enum import Enum
from string import Template
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.gui import colours
from desktop_app.gui.cache import cache_folder
from desktop_app.gui.colours import mix, quiet, readable
from desktop_app.resources import resource


class Space:
    """Distances on the 4-px grid, in device-independent pixels."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 24
    XXL: Final = 32


RADIUS: Final = 6
#: Milliseconds of any animation, unless the system asks for none.
MOTION: Final = 150


class TypeSize(Enum):
    """The type scale, in pixels at the usual system font size of 13."""

    SMALL = 12
    BODY = 13
    SUMMARY = 15
    TITLE = 20
    VALUE = 24


class Colours(NamedTuple):
    """Every colour there is, as opaque colours named after their use."""

    window: QColor
    base: QColor
    text: QColor
    muted: QColor
    hairline: QColor
    outline: QColor
    hover: QColor
    accent: QColor
    on_accent: QColor
    accent_strong: QColor
    accent_wash: QColor
    amber: QColor
    amber_wash: QColor
    amber_mark: QColor
    danger: QColor
    danger_wash: QColor
    skeleton: QColor


def is_dark(palette: QPalette) -> bool:
    """Whether text of the palette is lighter than its ground."""
    return (
        palette.color(QPalette.ColorRole.WindowText).lightness() > palette.color(QPalette.ColorRole.Window).lightness()
    )


def derive(dark: bool, system: QPalette | None) -> Colours:
    """All colours of the light or dark theme; neutrals from the ``system`` palette if it is of that theme."""
    if system is not None and is_dark(system) == dark:
        window = system.color(QPalette.ColorRole.Window)
        base = system.color(QPalette.ColorRole.Base)
        text = readable(system.color(QPalette.ColorRole.Text), (base, window), 10.0)
    elif dark:
        window, base, text = QColor("#232427"), QColor("#1a1b1d"), QColor("#e9e8e4")
    else:
        window, base, text = QColor("#f5f4f1"), QColor("#ffffff"), QColor("#1d1e20")
    grounds = (window, base)
    amber_hue = QColor("#f2b63c")
    red_hue = QColor("#ff8a80" if dark else "#b3261e")
    accent_hue = QColor("#5ccfc1" if dark else "#0b6b62")
    hover = mix(text, window, 0.07)
    accent_wash = mix(accent_hue, base, 0.14 if dark else 0.09)
    amber_wash = mix(amber_hue, base, 0.16 if dark else 0.20)
    amber_mark = mix(amber_hue, base, 0.38 if dark else 0.50)
    danger_wash = mix(red_hue, base, 0.14 if dark else 0.08)
    accent = readable(accent_hue, (*grounds, accent_wash, hover))
    return Colours(
        window=window,
        base=base,
        text=text,
        muted=quiet(text, (*grounds, hover, accent_wash, amber_wash, danger_wash), 0.66),
        hairline=mix(text, window, 0.13),
        outline=quiet(text, grounds, 0.40, colours.AA_GRAPHICS),
        hover=hover,
        accent=accent,
        on_accent=readable(QColor("#04211d" if dark else "#ffffff"), (accent,)),
        accent_strong=mix(QColor("white" if dark else "black"), accent, 0.16),
        accent_wash=accent_wash,
        amber=readable(QColor("#f2c15c" if dark else "#8a5a00"), (*grounds, amber_wash)),
        amber_wash=amber_wash,
        amber_mark=amber_mark,
        danger=readable(red_hue, (*grounds, danger_wash)),
        danger_wash=danger_wash,
        skeleton=mix(text, base, 0.08),
    )


class Theme(QObject):
    """The looks of the application; ``changed`` tells widgets that paint themselves to do so again."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Qt.ColorScheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._scheme = scheme
        self._factor = max(1.0, QFontInfo(app.font()).pixelSize() / TypeSize.BODY.value)
        font = app.font()
        font.setPixelSize(round(TypeSize.BODY.value * self._factor))
        app.setFont(font)
        self.colours = derive(False, None)
        QGuiApplication.styleHints().setColorScheme(scheme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are on."""
        return colours.luminance(self.colours.text) > colours.luminance(self.colours.base)

    def set_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Light, dark, or (``Unknown``) whatever the system says."""
        self._scheme = scheme
        QGuiApplication.styleHints().setColorScheme(scheme)
        self._apply()

    def px(self, size: TypeSize) -> int:
        """Pixels of a step of the type scale, grown with the system's font."""
        return round(size.value * self._factor)

    def font(self, size: TypeSize, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False) -> QFont:
        """The system font at a step of the scale; ``tabular`` gives all digits the same width where the font can."""
        font = QFont(self._app.font())
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def reading_font(self, pixels: int, *, serif: bool) -> QFont:
        """The font of article text."""
        font = QFont(self._app.font())
        if serif:
            families = set(QFontDatabase.families())
            liked = ("Charter", "Iowan Old Style", "New York", "Georgia", "Noto Serif", "DejaVu Serif")
            font.setFamilies([family for family in liked if family in families] or ["serif"])
            font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(round(pixels * self._factor))
        return font

    @staticmethod
    def leading(font: QFont, ratio: float) -> int:
        """Percentage of the font's own line spacing that sets lines ``ratio`` times its size apart."""
        return round(100 * ratio * font.pixelSize() / QFontMetricsF(font).lineSpacing())

    @property
    def motion(self) -> int:
        """Milliseconds an animation may take: none if the system or the style asks for less."""
        from PySide6.QtWidgets import QStyle  # the enumerations of which take long to load

        style = self._app.style()
        if not style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration):
            return 0
        # Qt tells since 6.12.
        styles = QGuiApplication.styleHints()
        accessibility = getattr(styles, "accessibility", None)
        preference = getattr(accessibility(), "motionPreference", None) if accessibility is not None else None
        if preference is not None and preference().name == "ReducedMotion":
            return 0
        return MOTION

    def _apply(self) -> None:
        hints = QGuiApplication.styleHints()
        scheme = hints.colorScheme()
        self._app.setPalette(QPalette())
        system = QGuiApplication.palette() if scheme is not Qt.ColorScheme.Unknown else None
        if self._scheme is not Qt.ColorScheme.Unknown:
            scheme = self._scheme
        self.colours = derive(scheme is Qt.ColorScheme.Dark, system)
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _palette(self) -> QPalette:
        c = self.colours
        role = QPalette.ColorRole
        palette = QPalette(c.window)
        for target, colour in (
            (role.Window, c.window),
            (role.WindowText, c.text),
            (role.Base, c.base),
            (role.AlternateBase, c.hover),
            (role.Text, c.text),
            (role.PlaceholderText, c.muted),
            (role.Button, c.window),
            (role.ButtonText, c.text),
            (role.BrightText, c.danger),
            (role.ToolTipBase, c.base),
            (role.ToolTipText, c.text),
            (role.Highlight, c.accent),
            (role.HighlightedText, c.on_accent),
            (role.Accent, c.accent),
            (role.Link, c.accent),
            (role.LinkVisited, c.accent),
            (role.Mid, c.hairline),
        ):
            palette.setColor(target, colour)
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, mix(c.text, c.window, 0.45))
        return palette

    def _style_sheet(self) -> str:
        values: dict[str, str] = {name: colour.name() for name, colour in self.colours._asdict().items()}
        values |= {f"size_{size.name.lower()}": f"{self.px(size)}px" for size in TypeSize}
        values |= {"scroll": mix(self.colours.text, self.colours.base, 0.28).name()}
        values |= {
            "chevron": _picture("chevron_down", self.colours.muted),
            "check": _picture("check", self.colours.text),
        }
        values |= {"disabled": mix(self.colours.text, self.colours.window, 0.45).name(), "radius": f"{RADIUS}px"}
        return Template(resource("style", "kratko.qss").read_text(encoding="utf-8")).substitute(values)


def _picture(icon: str, colour: QColor) -> str:
    """What a style sheet needs to show ``icon`` in ``colour``: it takes pictures only out of files.

    They stay in the user's cache, so that an end without farewell leaves nothing behind. Where nothing can be written
    the style sheet goes without.
    """
    drawing = resource("icons", f"{icon}.svg").read_text(encoding="utf-8").replace("currentColor", colour.name())
    file = cache_folder() / "icons" / f"{icon}-{colour.name()[1:]}.svg"
    try:
        if not file.is_file() or file.read_text(encoding="utf-8") != drawing:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(drawing, encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "none"
    return f"url({file.as_posix()})"
