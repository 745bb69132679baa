"""A process that saves digests until it is killed: prints the number of each once :meth:`Library.save` returned."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app.library import Library
from tests.unit.library.conftest import make_digest


def body(name: str, count: int) -> str:
    """The text of the digest that ``name`` saves as its ``count``-th."""
    return f"Report {count} of {name}. " + f"Word {count} stands here among others. " * (count % 40)


def main(path: str, name: str, stop: int) -> None:
    library = Library(Path(path))
    for count in range(stop):
        # A language without dictionary: the killing is to hit the writing, not the loading.
        saved = library.save(
            make_digest(body(name, count), source=f"{name}-{count}", lang="xx", summary=f"Sum {count}.")
        )
        if count % 5 == 4:
            library.delete([saved.id])
            library.purge()
        else:
            print(saved.id, count, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
