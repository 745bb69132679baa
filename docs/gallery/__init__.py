"""Renders the states of the real window into pictures; see ``docs/looks.md``."""
