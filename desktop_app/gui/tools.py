"""What most parts of the window work with, handed on as one."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.gui.backend import Backend
from desktop_app.gui.i18n import InterfaceLanguage
from desktop_app.gui.keeper import Keeper
from desktop_app.gui.models import ModelShelf
from desktop_app.gui.session import Session
from desktop_app.gui.settings import Settings
from desktop_app.gui.theme import Theme


@dataclass(frozen=True)
class Tools:
    """Looks, memory, language, the article that is open, and what is kept."""

    theme: Theme
    settings: Settings
    language: InterfaceLanguage
    session: Session
    keeper: Keeper


@dataclass(frozen=True)
class Crew:
    """Those who do the work of a window: its tools, the child processes, and what tells about models."""

    tools: Tools
    backend: Backend
    shelf: ModelShelf
