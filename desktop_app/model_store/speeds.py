"""How fast models were on this computer, kept beside them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from desktop_app.model_advice import Speed
from desktop_app.paths import private_folder, write_private

_NAME = "speeds.json"


class Speeds:
    """The measurements kept in ``folder`` (that of the model store)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> dict[str, Speed]:
        """Measurements by model id; what cannot be understood is left out."""
        try:
            rows = json.loads((self._folder / _NAME).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        found = {}
        for model, row in rows.items() if isinstance(rows, dict) else ():
            try:
                speed = Speed(**row)
                if min(speed.reading, speed.writing, speed.words, speed.tokens) > 0:
                    found[str(model)] = speed
            except TypeError:
                continue
        return found

    def put(self, model: str, speed: Speed) -> None:
        """Keep ``speed`` as that of ``model``. Raises ``OSError``."""
        rows = {name: asdict(kept) for name, kept in (self.all() | {model: speed}).items()}
        self._write(rows)

    def forget(self, model: str) -> None:
        """Forget what was measured of ``model``. Raises ``OSError``."""
        known = self.all()
        if known.pop(model, None) is not None:
            self._write({name: asdict(kept) for name, kept in known.items()})

    def _write(self, rows: dict[str, dict[str, object]]) -> None:
        write_private(private_folder(self._folder) / _NAME, json.dumps(rows, indent=1).encode())
