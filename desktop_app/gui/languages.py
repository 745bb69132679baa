"""The languages a summary can be asked for, by their own names."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop_app.choices import AUTO_LANGUAGE

#: Languages that the models of the catalogue write; Kratko's own three come first.
SUMMARY_LANGUAGES = (
    *("en", "ru", "uk"),
    *("ar", "bg", "cs", "de", "el", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "kk", "ko", "nl"),
    *("pl", "pt", "ro", "sr", "sv", "tr", "vi", "zh"),
)


def native_name(lang: str) -> str:
    """The name of ``lang`` (BCP-47) in itself, capitalised; the code where Qt does not know it."""
    if lang == AUTO_LANGUAGE:
        return ""
    if lang == "en":
        return "English"  # not “American English”
    if lang == "pt":
        return "Português"
    if lang == "es":
        return "Español"
    name = QLocale(lang).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else lang


def is_right_to_left(lang: str) -> bool:
    """Whether text in ``lang`` runs from right to left."""
    from PySide6.QtCore import Qt

    return QLocale(lang).textDirection() == Qt.LayoutDirection.RightToLeft
