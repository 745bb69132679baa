"""``kratko watch``: digest every document that appears in a folder."""

from __future__ import annotations

import argparse
import threading
from itertools import islice
from pathlib import Path

from desktop_app.cli.batch import Argument
from desktop_app.cli.digest import add_batch_options, add_summary_options, digest_all
from desktop_app.cli.output import tell
from desktop_app.watching import FolderWatch


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``watch`` to ``commands``."""
    parser = commands.add_parser("watch", help="digest what appears in a folder, until Ctrl+C")
    parser.add_argument("folder", metavar="FOLDER", help="the folder; those below it are watched too")
    parser.add_argument("--existing", action="store_true", help="begin with what is there already")
    parser.add_argument("--most", type=int, metavar="N", help="stop after N documents")
    add_summary_options(parser)
    add_batch_options(parser)
    parser.set_defaults(run=run, entries=None)


def run(arguments: argparse.Namespace) -> int:
    """Digest what comes; a document that fails does not stop the watching."""
    watch = FolderWatch(Path(arguments.folder).expanduser(), existing=arguments.existing)
    watch.look()
    tell(f"kratko: watching {arguments.folder}; Ctrl+C ends it")
    found = islice(watch.files(threading.Event()), arguments.most)
    return digest_all(arguments, (Argument(str(path), found=True) for path in found))
