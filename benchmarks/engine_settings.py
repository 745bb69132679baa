"""Which settings of llama.cpp read and write fastest on this machine, each against those the app uses.

usage: python -m benchmarks.engine_settings --out RAW.jsonl [--only app,batch-256] [--rounds 2] [--tokens 400] [--table]

Every measurement is a fresh process that loads the default model, reads a Russian sample and writes 48 tokens; rounds
go through all settings, so that what else the machine does hits them alike. The table has medians: seconds to load,
tokens read and written a second, the same of processor time, the longest wait between two reports while reading (how
late Esc is heard), memory at its peak and what of it is mapped from the file, and whether the answer is that of the
app's settings. Rows are added to RAW.jsonl at once. ``ik-llama`` needs the package ik-llama-cpp-python (MIT).
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.speed.processes import cpu_seconds, memory
from desktop_app.model_store import ModelStore
from desktop_app.resources import resource
from desktop_app.summarizer.cores import calm_threads, physical_cores
from desktop_app.summarizer.llama_cpp import server_parameters
from desktop_app.summarizer.llama_listener import Listener

Row = dict[str, Any]
_WRITTEN = 48


def _set(**values: Any) -> Callable[[Any], None]:
    def change(params: Any) -> None:
        for name, value in values.items():
            setattr(params, name, value)

    return change


def _batch(size: int) -> Callable[[Any], None]:
    return _set(n_batch=size, n_ubatch=size)


def _flash(params: Any, *, on: bool) -> None:
    import xllamacpp

    kinds = xllamacpp.llama_flash_attn_type
    params.flash_attn_type = kinds.LLAMA_FLASH_ATTN_TYPE_ENABLED if on else kinds.LLAMA_FLASH_ATTN_TYPE_DISABLED


def _small_cache(params: Any) -> None:
    import xllamacpp

    _flash(params, on=True)
    params.cache_type_k = params.cache_type_v = xllamacpp.ggml_type.GGML_TYPE_Q8_0


def _mapped(params: Any) -> None:
    import xllamacpp

    params.load_mode = xllamacpp.llama_load_mode.LLAMA_LOAD_MODE_MMAP


def _guess(last: int, guessed: int) -> Callable[[Any], None]:
    def change(params: Any) -> None:
        params.speculative.ngram_simple.size_n = last
        params.speculative.ngram_simple.size_m = guessed

    return change


def _no_guess(params: Any) -> None:
    import xllamacpp

    params.speculative.types = [xllamacpp.common_speculative_type.COMMON_SPECULATIVE_TYPE_NONE]


#: Changes to the app's parameters, to the environment, and to the request.
SETTINGS: dict[str, tuple[Callable[[Any], None], dict[str, str], Row]] = {
    "app": (_set(), {}, {}),
    "batch-32": (_batch(32), {}, {}),
    "batch-64": (_batch(64), {}, {}),
    "batch-128": (_batch(128), {}, {}),
    "batch-256": (_batch(256), {}, {}),
    "batch-512": (_batch(512), {}, {}),
    "flash-on": (lambda params: _flash(params, on=True), {}, {}),
    "flash-off": (lambda params: _flash(params, on=False), {}, {}),
    "cache-q8": (_small_cache, {}, {}),
    "mapped": (_mapped, {}, {}),
    "no-repack": (_set(no_extra_bufts=True), {}, {}),
    "no-fit": (_set(fit_params=False), {}, {}),
    "spin-10000": (_set(), {"GOMP_SPINCOUNT": "10000"}, {}),
    "spin-100000": (_set(), {"GOMP_SPINCOUNT": "100000"}, {}),
    "spin-library": (_set(), {"GOMP_SPINCOUNT": ""}, {}),
    "one-thread": (
        lambda params: (setattr(params.cpuparams, "n_threads", 1), setattr(params.cpuparams_batch, "n_threads", 1))[1],
        {},
        {},
    ),
    "top-1": (_set(), {}, {"samplers": ["top_k"], "top_k": 1}),
    "no-guess": (_no_guess, {}, {}),
    "guess-2-3": (_guess(2, 3), {}, {}),
    "guess-3-7": (_guess(3, 7), {}, {}),
}


def _prompt(tokens: int) -> str:
    text = resource("samples", "ru.md").read_text(encoding="utf-8")
    while len(text) < 2.4 * tokens:
        text += "\n\n" + text
    text = text[: int(2.4 * tokens)]
    order = f"Article:\n{text}\n\nWrite a summary of the article in Russian in at most 2 short sentences (40 words)."
    return f"<|im_start|>user\n{order}<|im_end|>\n<|im_start|>assistant\n"


def _llama(connection: Connection, name: str, tokens: int) -> None:
    change, environment, request = SETTINGS[name]
    if environment.get("GOMP_SPINCOUNT") != "":
        os.environ.update(environment)
        calm_threads()
    import xllamacpp

    store = ModelStore.default()
    listener = Listener()
    params = server_parameters(store.path(None), store.resolve(None).context_tokens, physical_cores(), listener)
    change(params)
    begun = time.monotonic()
    server = xllamacpp.Server(params)
    loaded = time.monotonic() - begun
    text, marks, usage = [], [], {}

    def take(chunk: Row) -> bool:
        if chunk.get("prompt_progress"):
            marks.append(time.monotonic())
        for choice in chunk.get("choices", ()):
            if choice.get("text"):
                text.append((time.monotonic(), choice["text"]))
        usage.update(chunk.get("usage") or {})
        return False

    body = {
        "max_tokens": _WRITTEN,
        "temperature": 0.0,
        "stream": True,
        "stream_options": {"include_usage": True},
        "return_progress": True,
        "cache_prompt": False,
        "ignore_eos": True,
        **request,
    }
    server.handle_completions({**body, "prompt": "One two three.", "max_tokens": 2}, lambda _: False)
    used, begun = cpu_seconds(os.getpid()), time.monotonic()
    server.handle_completions({**body, "prompt": _prompt(tokens)}, take)
    first, last = text[0][0], text[-1][0]
    gaps = [later - sooner for sooner, later in zip([begun, *marks], [*marks, first], strict=True)]
    connection.send(
        {
            "load": loaded,
            "read": usage["prompt_tokens"] / (first - begun),
            "write": (usage["completion_tokens"] - 1) / (last - first),
            "cpu": cpu_seconds(os.getpid()) - used,
            "wait": max(gaps),
            "memory": memory(os.getpid()),
            "text": "".join(piece for _, piece in text),
        }
    )
    listener.close()
    connection.recv()


def _ik_llama(connection: Connection, _name: str, tokens: int) -> None:
    calm_threads()
    from ik_llama_cpp import IkLlama

    begun = time.monotonic()
    model = IkLlama(
        str(ModelStore.default().path(None)), n_ctx=4096, n_threads=physical_cores(), flash_attn=False, verbose=False
    )
    loaded = time.monotonic() - begun
    prompt = model.tokenize(_prompt(tokens), add_bos=False, special=True)
    model.generate(prompt[:8], max_tokens=2)
    used, begun = cpu_seconds(os.getpid()), time.monotonic()
    model.generate(prompt, max_tokens=1)
    read = time.monotonic() - begun
    made = model.generate(prompt, max_tokens=_WRITTEN)
    written = time.monotonic() - begun - 2 * read
    connection.send(
        {
            "load": loaded,
            "read": len(prompt) / read,
            "write": (len(made) - 1) / written,
            "cpu": cpu_seconds(os.getpid()) - used,
            "wait": read,
            "memory": memory(os.getpid()),
            "text": model.detokenize(made),
        }
    )
    connection.recv()


def measure(name: str, tokens: int) -> Row:
    """One measurement in a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_ik_llama if name == "ik-llama" else _llama, args=(theirs, name, tokens))
    process.start()
    theirs.close()
    try:
        row: Row = ours.recv()
        ours.send(None)
    except EOFError:
        row = {"missing": f"ended with {process.exitcode}"}
    process.join(30)
    if process.is_alive():
        process.kill()
    return row


def table(rows: list[Row]) -> None:
    """Medians; ratios are to the app's settings in the same round."""
    heads = "settings", "load, s", "read/s", "×", "written/s", "×", "processor, s", "wait, s", "peak, MB", "of the file"
    print(f"| {' | '.join(heads)} | answer |\n{'|---' * (len(heads) + 1)}|")
    base = {row["round"]: row for row in rows if row["name"] == "app"}
    for name in dict.fromkeys(row["name"] for row in rows):
        mine = [row for row in rows if row["name"] == name]
        if any("missing" in row for row in mine):
            print(f"| {name} | {mine[0].get('missing')} |")
            continue

        def median(of: Callable[[Row], float], mine: list[Row] = mine) -> float:
            return statistics.median(map(of, mine))

        ratios = {
            what: statistics.median(row[what] / base[row["round"]][what] for row in mine if row["round"] in base)
            for what in ("read", "write")
            if any(row["round"] in base for row in mine)
        }
        same = all(row["text"] == base[row["round"]]["text"] for row in mine if row["round"] in base)
        print(
            f"| {name} | {median(lambda r: r['load']):.1f} | {median(lambda r: r['read']):.1f} | "
            f"{ratios.get('read', 0):.2f} | {median(lambda r: r['write']):.1f} | {ratios.get('write', 0):.2f} | "
            f"{median(lambda r: r['cpu']):.1f} | {median(lambda r: r['wait']):.2f} | "
            f"{median(lambda r: r['memory']['peak']):.0f} | {median(lambda r: r['memory']['files']):.0f} | "
            f"{'same' if same else 'other'} |"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default=",".join(SETTINGS), help=f"of {', '.join([*SETTINGS, 'ik-llama'])}")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--tokens", type=int, default=400, help="to read, about")
    parser.add_argument("--table", action="store_true", help="measure nothing")
    asked = parser.parse_args()
    lines = asked.out.read_text("utf-8").splitlines() if asked.out.exists() else []
    rows: list[Row] = [json.loads(line) for line in lines]
    done = {(row["name"], row["round"]) for row in rows}
    for turn in range(0 if asked.table else asked.rounds):
        for name in asked.only.split(","):
            if (name, turn) not in done:
                row = {"name": name, "round": turn, **measure(name, asked.tokens)}
                rows.append(row)
                with asked.out.open("a", encoding="utf-8") as out:
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
    table(rows)


if __name__ == "__main__":
    main()
