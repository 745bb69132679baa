"""Kratko: a private desktop app that reads an article for you."""

__version__ = "0.1.0"
