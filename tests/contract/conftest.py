"""Set before any test imports torch: its threads must not fight over a small machine's cores."""

from __future__ import annotations

from desktop_app.summarizer.cores import calm_threads

calm_threads()
