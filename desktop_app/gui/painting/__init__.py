"""Digests painted: PDF, print and the share picture.

:mod:`~desktop_app.gui.painting.exporters` fits them into the core's list of formats and loads Qt only when something is
painted; it needs no window and no display.
"""
