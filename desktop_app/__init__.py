"""Kratko: a private desktop app that reads an article for you."""

__version__ = "0.1.0"

#: The name desktops know the program by: of its window, desktop entry, icons and AppStream component.
APP_ID = "app.kratko.Kratko"
