"""What the build adds to a wheel: the compiled translations. Hatchling calls it by this name."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):
    """Compiles ``resources/translations`` for wheels; in a checkout the window does that by itself."""

    def dependencies(self) -> list[str]:
        """PySide6, as the project names it, for its ``lrelease``."""
        return [name for name in self.metadata.core.dependencies if name.lower().startswith("pyside6")]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the wheel take in what was compiled."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from desktop_app.gui.lrelease import compile_translations

        self._folder = tempfile.TemporaryDirectory(prefix="kratko-build-")
        for file in compile_translations(Path(self._folder.name)):
            build_data["force_include"][str(file)] = f"desktop_app/_bundled/resources/translations/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Tidy up."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
