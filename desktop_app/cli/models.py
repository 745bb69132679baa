"""``kratko models``: what models there are, and installing, checking and removing them."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from desktop_app.cli.output import ExitCode, clear_status, exit_code, print_row, tell, tell_error
from desktop_app.errors import KratkoError, NoSourceReachable
from desktop_app.model_advice import USUAL_WORDS, Fit, Reason, Speed
from desktop_app.options import SummaryOptions

if TYPE_CHECKING:
    from desktop_app.model_store import ModelStore, StoreEntry

_BAR = 30
_FITS = {Fit.GOOD: "fits well", Fit.TIGHT: "a tight fit", Fit.TOO_LARGE: "too large"}
_REASONS = {
    Reason.FITS: "{model}, the one in use, suits this computer.",
    Reason.BETTER: "Better for this computer: {model} (kratko models install {model}).",
    Reason.LIGHTER: "The one in use is too large or too slow here; lighter: {model} (kratko models install {model}).",
    Reason.SLOW: "All models are slow on this computer; the quickest that fits is {model}.",
    Reason.NOTHING: "No model fits this computer well; the figures work without one.",
}
#: Seconds between two lines where the output is no terminal.
_LINE_EVERY = 5.0


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``models`` to ``commands``."""
    parser = commands.add_parser(
        "models", help="list, install, measure, verify and remove models; advice on which to use"
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    listing = actions.add_parser("list", help="all models of the catalogue and your own")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    advice = actions.add_parser("advise", help="which model suits this computer, and why")
    advice.add_argument("--model", metavar="ID", help="the model in use; the default one if not given")
    advice.add_argument("--json", action="store_true", help="one JSON object")
    for name, text in (
        ("show", "size and licence of a model before it is installed"),
        ("measure", "measure how fast an installed model is on this computer"),
        ("install", "download and verify a model (the default one if none is named)"),
        ("verify", "hash the files of a model and compare"),
        ("remove", "delete a model"),
        ("path", "print where a model is"),
    ):
        action = actions.add_parser(name, help=text)
        required = name == "remove"
        action.add_argument(
            "model",
            nargs="+" if required else "*",
            metavar="MODEL",
            help="an id of the list, a GGUF file or safetensors folder, or a hub id owner/name[:file]",
        )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do ``arguments.action``; one model that fails does not stop the others."""
    from desktop_app.model_store import ModelStore

    store = ModelStore.default()
    if arguments.action == "list":
        return _list(store, as_json=arguments.json)
    if arguments.action == "advise":
        return _advise(store, arguments.model, as_json=arguments.json)
    action: Callable[[ModelStore, str], None] = _ACTIONS[arguments.action]
    done = failed = 0
    for model in arguments.model or [store.catalogue.default.id]:
        try:
            action(store, model)
            done += 1
        except KratkoError as error:
            failed += 1
            tell_error(error, model)
    return exit_code(done, failed)


def _list(store: ModelStore, *, as_json: bool) -> int:
    entries = store.entries()
    if as_json:
        speeds = store.speeds.all()
        for entry in entries:
            print_row(_row(entry, speeds.get(entry.spec.id)))
        return ExitCode.OK
    width = max(len(entry.spec.id) for entry in entries)
    for entry in entries:
        mark = "installed" if entry.installed else "partly here" if entry.partial_bytes else ""
        size = f"{entry.size / 1e6:,.0f} MB" if entry.size else "size from hub"
        licence = f"{entry.spec.licence} (non-commercial only)" if entry.spec.non_commercial else entry.spec.licence
        default = ", default" if entry.spec.default else ""
        line = f"{entry.spec.id:{width}}  {mark:11}  {size:>13}  {entry.spec.title}{default}; {licence or 'your own'}"
        speed = store.speeds.all().get(entry.spec.id)
        print(f"{line}; {_speed_words(speed)}" if speed else line)
    return ExitCode.OK


def _row(entry: StoreEntry, speed: Speed | None) -> dict[str, Any]:
    spec = entry.spec
    return {
        "id": spec.id,
        "title": spec.title,
        "engine": str(spec.engine),
        "default": spec.default,
        "installed": entry.installed,
        "path": str(entry.path) if entry.path else None,
        "size": entry.size,
        "partial": entry.partial_bytes,
        "licence": spec.licence or None,
        "non_commercial": spec.non_commercial,
        "languages": list(spec.languages),
        "ram_mb": spec.ram_mb or None,
        "quality": spec.quality or None,
        "speed": asdict(speed) if speed else None,
    }


def _advise(store: ModelStore, model: str | None, *, as_json: bool) -> int:
    from desktop_app.summarizer.advising import advice_for

    advice = advice_for(store, model)
    if as_json:
        estimates = {name: asdict(found) for name, found in advice.estimates.items()}
        row = {"machine": asdict(advice.machine), "model": advice.model, "reason": str(advice.reason)}
        print_row({**row, "estimates": estimates})
        return ExitCode.OK
    machine = advice.machine
    gpu = f", graphics card with {machine.gpu_mb:,} MB" if machine.gpu_mb else ", no graphics card"
    print(f"This computer: {machine.ram_mb:,} MB of memory, {machine.cores} cores{gpu}.")
    width = max(len(name) for name in advice.estimates)
    for name, found in advice.estimates.items():
        source = "measured" if found.measured else "estimated"
        print(f"{name:{width}}  {_FITS[found.fit]:13}  about {found.seconds:,.0f} s for a usual article ({source})")
    print(_REASONS[advice.reason].format(model=advice.model))
    return ExitCode.OK


def _speed_words(speed: Speed) -> str:
    return f"{speed.seconds_for(USUAL_WORDS):,.0f} s for a usual article"


def _show(store: ModelStore, model: str) -> None:
    from desktop_app.model_store.offers import offer

    found = offer(store, model)
    licence = found.licence or "nobody says under which licence"
    limited = ", not for commercial use" if found.non_commercial else ""
    place = "used where it lies" if found.local else "to download"
    print(f"{found.model}: {found.title}; {found.size / 1e6:,.0f} MB {place}; licence: {licence}{limited}", flush=True)


def _measure(store: ModelStore, model: str) -> None:
    from desktop_app.summarizer.advising import measured
    from desktop_app.summarizer.pool import SummarizerPool

    with closing(SummarizerPool(store)) as pool:
        speed = measured(pool, SummaryOptions(model=model), lambda: False)
    print(
        f"{model}: {_speed_words(speed)} ({USUAL_WORDS} words): reads {speed.reading:.0f} and writes "
        f"{speed.writing:.1f} tokens a second, loads in {speed.load_seconds:.1f} s",
        flush=True,
    )


def _install(store: ModelStore, model: str) -> None:
    spec = store.resolve(model)
    if any(entry.installed and entry.spec.id == spec.id for entry in store.entries()):
        tell(f"{spec.id} is installed.")
        return
    _tell_offer(store, model)
    bar = _Bar(f"Installing {spec.id}")
    try:
        path = store.install(model, progress=bar.show)
    finally:
        clear_status()
    tell(f"Installed {spec.id}: {path}")


def _tell_offer(store: ModelStore, model: str) -> None:
    """Size and licence, before the first byte comes."""
    from desktop_app.model_store.offers import offer

    with suppress(NoSourceReachable):  # the hub may be away while another place has the model; the install says
        found = offer(store, model)
        limited = ", not for commercial use" if found.non_commercial else ""
        tell(f"{found.title}: {found.size / 1e6:,.0f} MB, licence {found.licence or 'unknown'}{limited}.")


def _verify(store: ModelStore, model: str) -> None:
    bar = _Bar(f"Checking {model}")
    try:
        store.verify(model, progress=bar.show)
    finally:
        clear_status()
    tell(f"{model} is what it should be.")


def _remove(store: ModelStore, model: str) -> None:
    store.remove(model)
    tell(f"Removed {model}.")


def _path(store: ModelStore, model: str) -> None:
    print(store.path(model), flush=True)


class _Bar:
    """Progress on standard error: a bar on a terminal, a line now and then elsewhere."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._shown = 0.0
        self._terminal = sys.stderr.isatty()

    def show(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._shown < (0.1 if self._terminal else _LINE_EVERY) and done < total:
            return
        self._shown = now
        share = min(1.0, done / total) if total else 0.0
        text = f"{self._title}: {done / 1e6:,.0f} of {total / 1e6:,.0f} MB"
        if self._terminal:
            filled = round(share * _BAR)
            bar = "█" * filled + "░" * (_BAR - filled)
            print(f"\r\x1b[K{bar} {share:4.0%}  {text}", end="", file=sys.stderr, flush=True)
        else:
            print(f"{text} ({share:.0%})", file=sys.stderr, flush=True)


_ACTIONS: dict[str, Callable[[Any, str], None]] = {
    "install": _install,
    "measure": _measure,
    "show": _show,
    "verify": _verify,
    "remove": _remove,
    "path": _path,
}
