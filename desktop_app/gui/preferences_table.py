"""What the settings dialog shows, as a table: pages, their rows, and the plain words for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from desktop_app.choices import AUTO_LANGUAGE, Engine, Length, Style
from desktop_app.gui import settings
from desktop_app.gui.actions import QT_TRANSLATE_NOOP
from desktop_app.gui.i18n import LANGUAGES
from desktop_app.gui.languages import SUMMARY_LANGUAGES, native_name
from desktop_app.gui.settings import FROM_SYSTEM, Setting


def worded(words: str) -> str:
    """``words`` of this table in the language of the interface."""
    return QCoreApplication.translate("Preferences", words)


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its name, what it does in plain words, and for a choice the words of its values,
    for a line of text an example."""

    setting: Setting[Any]
    name: str
    help: str
    choices: Callable[[], dict[str, str]] | None = None
    example: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the dialog; ``name`` is its key, ``rows`` may be empty where a widget of its own is shown."""

    name: str
    words: str
    icon: str
    rows: tuple[Row, ...] = ()


def _schemes() -> dict[str, str]:
    return {
        FROM_SYSTEM: worded(QT_TRANSLATE_NOOP("Preferences", "As the system")),
        "light": worded(QT_TRANSLATE_NOOP("Preferences", "Light")),
        "dark": worded(QT_TRANSLATE_NOOP("Preferences", "Dark")),
    }


def _interface_languages() -> dict[str, str]:
    return {FROM_SYSTEM: worded(QT_TRANSLATE_NOOP("Preferences", "As the system")), **LANGUAGES}


def _summary_languages() -> dict[str, str]:
    auto = {AUTO_LANGUAGE: worded(QT_TRANSLATE_NOOP("Preferences", "The article's own"))}
    return auto | {lang: native_name(lang) for lang in SUMMARY_LANGUAGES}


def _lengths() -> dict[str, str]:
    return {
        Length.SHORT.value: worded(QT_TRANSLATE_NOOP("Preferences", "Short")),
        Length.MEDIUM.value: worded(QT_TRANSLATE_NOOP("Preferences", "Medium")),
        Length.LONG.value: worded(QT_TRANSLATE_NOOP("Preferences", "Long")),
    }


def _styles() -> dict[str, str]:
    return {
        Style.PARAGRAPH.value: worded(QT_TRANSLATE_NOOP("Preferences", "Paragraph")),
        Style.BULLETS.value: worded(QT_TRANSLATE_NOOP("Preferences", "Bullet points")),
        Style.HEADLINE.value: worded(QT_TRANSLATE_NOOP("Preferences", "Headline")),
    }


def _engines() -> dict[str, str]:
    return {
        Engine.AUTO.value: worded(QT_TRANSLATE_NOOP("Preferences", "This computer")),
        Engine.SERVER.value: worded(QT_TRANSLATE_NOOP("Preferences", "A server")),
    }


PAGES: Final = (
    Page(
        "general",
        QT_TRANSLATE_NOOP("Preferences", "General"),
        "settings",
        (
            Row(
                settings.SUMMARIZE_AT_ONCE,
                QT_TRANSLATE_NOOP("Preferences", "Summarize at once"),
                QT_TRANSLATE_NOOP("Preferences", "Off: the article and its figures show, the summary waits for you."),
            ),
            Row(
                settings.KEEP_DIGESTS,
                QT_TRANSLATE_NOOP("Preferences", "Keep what I read"),
                QT_TRANSLATE_NOOP("Preferences", "Finished digests go into the library, on this computer only."),
            ),
            Row(
                settings.REOPEN,
                QT_TRANSLATE_NOOP("Preferences", "Open the last article at the start"),
                QT_TRANSLATE_NOOP("Preferences", "From the library; nothing is fetched again for it."),
            ),
            Row(
                settings.NOTIFY,
                QT_TRANSLATE_NOOP("Preferences", "Tell me when long work is done"),
                QT_TRANSLATE_NOOP(
                    "Preferences", "A notification of the system, only while the window is not in front."
                ),
            ),
            Row(
                settings.TRAY,
                QT_TRANSLATE_NOOP("Preferences", "Show Kratko in the system tray"),
                QT_TRANSLATE_NOOP(
                    "Preferences",
                    "Paste and digest from there. Closing the window leaves Kratko running; Quit ends it.",
                ),
            ),
        ),
    ),
    Page(
        "reading",
        QT_TRANSLATE_NOOP("Preferences", "Reading"),
        "book",
        (
            Row(
                settings.READING_SIZE,
                QT_TRANSLATE_NOOP("Preferences", "Size of article text"),
                QT_TRANSLATE_NOOP("Preferences", "Also with Ctrl and the mouse wheel over the article."),
            ),
            Row(
                settings.READING_SERIF,
                QT_TRANSLATE_NOOP("Preferences", "Letters with serifs"),
                QT_TRANSLATE_NOOP("Preferences", "For the article only, as in a book."),
            ),
            Row(
                settings.COLOUR_SCHEME,
                QT_TRANSLATE_NOOP("Preferences", "Appearance"),
                QT_TRANSLATE_NOOP("Preferences", "Light or dark, or whatever the system uses."),
                _schemes,
            ),
            Row(
                settings.INTERFACE_LANGUAGE,
                QT_TRANSLATE_NOOP("Preferences", "Interface language"),
                QT_TRANSLATE_NOOP("Preferences", "The language of menus and messages; it changes at once."),
                _interface_languages,
            ),
        ),
    ),
    Page(
        "summaries",
        QT_TRANSLATE_NOOP("Preferences", "Summaries"),
        "summary",
        (
            Row(
                settings.SUMMARY_LANGUAGE,
                QT_TRANSLATE_NOOP("Preferences", "Language"),
                QT_TRANSLATE_NOOP("Preferences", "An article in another language is summarized into this one."),
                _summary_languages,
            ),
            Row(
                settings.SUMMARY_LENGTH,
                QT_TRANSLATE_NOOP("Preferences", "Length"),
                QT_TRANSLATE_NOOP("Preferences", "Short ones are the quickest and the most reliable."),
                _lengths,
            ),
            Row(
                settings.SUMMARY_STYLE,
                QT_TRANSLATE_NOOP("Preferences", "Form"),
                QT_TRANSLATE_NOOP("Preferences", "Points to look through, or a headline for a glance."),
                _styles,
            ),
            Row(
                settings.MODEL,
                QT_TRANSLATE_NOOP("Preferences", "Model"),
                QT_TRANSLATE_NOOP("Preferences", "The models that are installed; get others on the page Models."),
            ),
            Row(
                settings.ENGINE,
                QT_TRANSLATE_NOOP("Preferences", "Written by"),
                QT_TRANSLATE_NOOP("Preferences", "A server is for those who run a language model elsewhere."),
                _engines,
            ),
            Row(
                settings.SERVER_URL,
                QT_TRANSLATE_NOOP("Preferences", "Address of the server"),
                QT_TRANSLATE_NOOP(
                    "Preferences", "One that speaks like OpenAI's: llama.cpp, Ollama, LM Studio and others."
                ),
                example="http://127.0.0.1:8080/v1",
            ),
        ),
    ),
    Page("models", QT_TRANSLATE_NOOP("Preferences", "Models"), "chip"),
    Page(
        "privacy",
        QT_TRANSLATE_NOOP("Preferences", "Privacy"),
        "shield",
        (
            Row(
                settings.OFFLINE,
                QT_TRANSLATE_NOOP("Preferences", "Offline mode"),
                QT_TRANSLATE_NOOP(
                    "Preferences", "Nobody is contacted, whatever is asked. Files and text work as always."
                ),
            ),
        ),
    ),
)
