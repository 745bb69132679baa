"""What the check of a summary found, in plain sentences below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.article import Outcome, Summary
from desktop_app.grounding.report import ClaimKind, Problem
from desktop_app.gui.theme import Space, Theme
from desktop_app.gui.widgets import IconLabel, label


class FindingsLine(QWidget):
    """Counts what was not found or differs; where all was found, explains the underlines.

    Hidden where nothing was checked.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(theme, "warning", "amber")
        self._text = label("plain", wraps=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def words(self) -> str:
        """The sentences shown."""
        return self._text.text()

    def show_findings(self, summary: Summary) -> None:
        """Say what the check of ``summary`` found."""
        grounding = summary.grounding
        quoted = summary.outcome is Outcome.QUOTED
        flagged = bool(grounding is not None and grounding.flags and not quoted)
        words = ""
        if quoted:
            words = self.tr("Quoted from the article")
        elif flagged:
            words = "\n".join(self._not_found(summary))
        elif grounding is not None and grounding.claims:
            words = self.tr("Underlined: found in the article or worked out from it")
        role = "plain" if flagged else "quiet"
        if self._text.property("role") != role:
            self._text.setProperty("role", role)
            self._text.style().unpolish(self._text)
            self._text.style().polish(self._text)
        self._icon.setVisible(flagged)
        self._text.setText(words)
        self.setVisible(bool(words))

    def _not_found(self, summary: Summary) -> list[str]:
        flags = summary.grounding.flags if summary.grounding is not None else ()
        absent = [claim for claim in flags if claim.problem in (None, Problem.ABSENT)]
        counts = {kind: sum(claim.kind is kind for claim in absent) for kind in ClaimKind}
        words = []
        if number := counts[ClaimKind.NUMBER]:
            words.append(self.tr("%n number(s) not found in the article", "", number))
        if number := counts[ClaimKind.DATE]:
            words.append(self.tr("%n date(s) not found in the article", "", number))
        if number := counts[ClaimKind.NAME]:
            words.append(self.tr("%n name(s) not found in the article", "", number))
        if number := counts[ClaimKind.ACTION]:
            words.append(self.tr("%n statement(s) not found in the article", "", number))
        if number := len(flags) - len(absent):
            words.append(self.tr("%n place(s) at odds with the article", "", number))
        return words
