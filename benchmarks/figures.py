"""Run the key-figures engine over JSONL rows and measure it.

usage: python benchmarks/figures.py predict IN.jsonl OUT.jsonl
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from desktop_app.figures import find_in_text, to_json


def predict(source: Path, target: Path) -> None:
    """Write ``{"id", "figures"}`` rows for ``{"id", "text", "lang"?}`` rows."""
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    began = time.perf_counter()
    with target.open("w", encoding="utf-8") as out:
        for row in rows:
            figures = [to_json(figure) for figure in find_in_text(row["text"], row.get("lang"))]
            out.write(json.dumps({"id": row["id"], "figures": figures}, ensure_ascii=False) + "\n")
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{words} words in {time.perf_counter() - began:.2f} s", file=sys.stderr)


if __name__ == "__main__":
    predict(Path(sys.argv[2]), Path(sys.argv[3]))
