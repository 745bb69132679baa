"""From a page to an article: the body alone, its title, author, site, date and language, and related headlines."""

from __future__ import annotations

from desktop_app.extraction.extracting import extract

__all__ = ["extract"]
