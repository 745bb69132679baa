"""The command: renders what was asked for, a process for each scale of the screen."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_QUIET = "qt.text.font.db=false;qt.qpa.*=false"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = _parser().parse_args(arguments)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", _QUIET)
    if options.chosen:
        return max(_again("--kept", "readme", "--scale", "1.5"), _again("--kept", "guide", "--scale", "1"))
    if options.kept:
        os.environ["QT_SCALE_FACTOR"] = options.scale[0]
        _write_kept(options.kept)
        return 0
    if options.folder is None:
        _parser().error("a FOLDER is needed, or --chosen")
    if len(options.scale) > 1:
        given = [str(options.folder)]
        for name in ("lang", "scheme", "chapter", "only"):
            if values := getattr(options, name):
                given += [f"--{name}", *values]
        given += [] if options.sheets else ["--no-sheets"]
        return max(_again(*given, "--scale", scale) for scale in options.scale)
    os.environ["QT_SCALE_FACTOR"] = options.scale[0]
    _render(options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gallery", description="Render every state of the window into pictures and contact sheets."
    )
    parser.add_argument("folder", type=Path, nargs="?", help="where the pictures go")
    parser.add_argument("--lang", nargs="+", default=["en", "ru", "uk"], choices=["en", "ru", "uk"])
    parser.add_argument("--scheme", nargs="+", default=["light", "dark"], choices=["light", "dark"])
    parser.add_argument("--scale", nargs="+", default=["1", "1.5"], help="device pixels per pixel (1 1.5)")
    parser.add_argument("--chapter", nargs="+", default=[], help="these runs of states alone")
    parser.add_argument("--only", nargs="+", default=[], help="states whose name contains one of these")
    parser.add_argument("--no-sheets", dest="sheets", action="store_false", help="no contact sheets")
    parser.add_argument("--chosen", action="store_true", help="renew the pictures of the README and of the user guide")
    parser.add_argument("--kept", choices=["readme", "guide"], help=argparse.SUPPRESS)
    return parser


def _again(*arguments: str) -> int:
    """Run this command in a process of its own: the scale of the screen cannot be changed in one that runs."""
    return subprocess.run([sys.executable, "-m", "docs.gallery", *arguments], cwd=_ROOT, check=False).returncode


def _render(options: argparse.Namespace) -> None:
    from docs.gallery.chapters import CHAPTERS
    from docs.gallery.scene import Scene
    from docs.gallery.sheets import Print, save, write_sheet

    folder, scale = options.folder.resolve(), f"{round(100 * float(options.scale[0]))}"
    unknown = set(options.chapter) - set(CHAPTERS)
    if unknown:
        _parser().error(f"no chapter {', '.join(sorted(unknown))}; there are {', '.join(CHAPTERS)}")
    prints: defaultdict[str, list[Print]] = defaultdict(list)
    for name in options.chapter or CHAPTERS:
        for lang in options.lang:
            for scheme in options.scheme:
                scene = Scene(lang, scheme)
                for state in CHAPTERS[name](scene):
                    picture = scene.picture(state)
                    if options.only and not any(part in state.name for part in options.only):
                        continue
                    file = folder / scale / f"{state.name}-{lang}-{scheme}.png"
                    save(picture, file)
                    prints[state.name].append(Print(f"{state.name} · {lang} · {scheme} · {scale} %", file))
                scene.close()
    if options.sheets:
        for name, made in prints.items():
            write_sheet(made, folder / "sheets" / scale / f"{name}.png")
    sys.stdout.write(f"{sum(map(len, prints.values()))} pictures of {len(prints)} states at {scale} % in {folder}\n")


def _write_kept(which: str) -> None:
    from docs.gallery import chosen

    if which == "readme":
        folder = _ROOT / "docs" / "images"
        chosen.write_chosen(chosen.README, folder)
        chosen.write_share_picture(folder)
    else:
        chosen.write_chosen(chosen.GUIDE, _ROOT / "resources" / "guide" / "images")
