"""Other systems, each in a process of its own that keeps its model loaded: given a text and a prompt, it writes.

All get the same messages, those of Kratko's first summary, with the whole text in them and the same output limit, and
decode greedily. Nothing is kept of one request for the next.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from benchmarks.speed.inputs import Text
from benchmarks.speed.processes import cpu_seconds, memory

Row = dict[str, Any]
#: Writes about a text; the second argument is called at the first words. ``Row`` holds the tokens.
Write = Callable[[Text, Callable[[], None]], Row]
#: Makes a ``Write`` inside the process, from a model's path.
Opener = Callable[[str], Write]


class TooLong(Exception):
    """The text does not fit the model's context."""


class Other:
    """One system in its process."""

    def __init__(self, opener: Opener, path: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, opener, path), daemon=True)
        begun = time.monotonic()
        self._process.start()
        theirs.close()
        #: Why the system cannot be had, ``None`` if it can.
        self.missing: str | None = self._ours.recv()
        self.load_seconds = time.monotonic() - begun

    def write(self, text: Text) -> Row:
        """Seconds to the first words and to the end; ``{"missing": why}`` where it cannot be done."""
        cpu, begun = cpu_seconds(self._process.pid), time.monotonic()
        self._ours.send(text)
        first = 0.0
        while (told := self._ours.recv()) == "first":
            first = first or time.monotonic() - begun
        whole = time.monotonic() - begun
        if "missing" in told:
            return told
        return {"first": first or whole, "whole": whole, "cpu": cpu_seconds(self._process.pid) - cpu, **told}

    def memory(self) -> Row:
        """Its memory, and how long it took to load."""
        return {"other": memory(self._process.pid), "load": self.load_seconds}

    def close(self) -> None:
        """End it."""
        with suppress(OSError):
            self._ours.send(None)
        self._process.join(20)
        if self._process.is_alive():
            self._process.kill()


def _end_with_parent() -> None:
    """End as soon as the run ends, in the middle of a text too."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(0)


def _serve(connection: Connection, opener: Opener, path: str) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        write = opener(path)
    except Exception as error:  # told in the table
        connection.send(f"{type(error).__name__}: {error}"[:300])
        return
    connection.send(None)
    while (text := connection.recv()) is not None:
        try:
            made = write(text, lambda: connection.send("first"))
        except Exception as error:
            made = {"missing": str(error) if isinstance(error, TooLong) else f"{type(error).__name__}: {error}"[:300]}
        connection.send(made)


def _prompt() -> tuple[Callable[[Text], list[dict[str, str]]], int]:
    """Messages for a text, and the most tokens of the answer."""
    from desktop_app.choices import Length, Style
    from desktop_app.model_store import ModelStore
    from desktop_app.summarizer.prompts import chat_messages
    from desktop_app.summarizer.protocol import SummaryRequest

    prompt = ModelStore.default().resolve(None).prompt

    def messages(text: Text) -> list[dict[str, str]]:
        request = SummaryRequest(text=text.body, lang=text.lang, source_lang=text.lang, title=text.title or None)
        return chat_messages(prompt, request)

    return messages, prompt.rule(Length.SHORT, Style.PARAGRAPH).max_tokens


#: Tokens of context for the whole text: a book has more than the model can take at all (32,768).
_CONTEXT = 16_384


def llama_cpp(path: str) -> Write:
    """llama.cpp's own server as it comes: batches of 2048/512 tokens, threads for the physical cores."""
    from desktop_app.summarizer.cores import calm_threads, physical_cores

    calm_threads()  # without it other work on the machine slows it down much
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.verbosity = -1
    params.model.path = path
    params.n_ctx = _CONTEXT
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = physical_cores()
    params.cache_ram_mib = 0
    params.offline = True
    server = xllamacpp.Server(params)
    messages, limit = _prompt()

    def write(text: Text, at_first: Callable[[], None]) -> Row:
        usage: Row = {}
        failure: list[str] = []
        heard = False

        def take(chunk: dict[str, Any]) -> bool:
            nonlocal heard
            if "error" in chunk:
                failure.append(str(chunk["error"].get("message")))
            for choice in chunk.get("choices", ()):
                if choice.get("delta", {}).get("content") and not heard:
                    heard = True
                    at_first()
            usage.update(chunk.get("usage") or {})
            return False

        server.handle_chat_completions(
            {
                "messages": messages(text),
                "max_tokens": limit,
                "temperature": 0.0,
                "stream": True,
                "stream_options": {"include_usage": True},
                "cache_prompt": False,
            },
            take,
        )
        if failure:
            raise TooLong(failure[0][:200])
        return {"tokens": usage["completion_tokens"], "prompt_tokens": usage["prompt_tokens"]}

    return write


def transformers(path: str) -> Write:
    """The same weights on torch, in bfloat16: a folder made by ``benchmarks.speed.convert``."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, TextIteratorStreamer

    from desktop_app.summarizer.cores import physical_cores

    torch.set_num_threads(physical_cores())
    tokenizer = AutoTokenizer.from_pretrained(path, local_files_only=True)
    model = AutoModelForCausalLM.from_pretrained(path, dtype=torch.bfloat16, local_files_only=True).eval()
    messages, limit = _prompt()

    def write(text: Text, at_first: Callable[[], None]) -> Row:
        prompt = tokenizer.apply_chat_template(messages(text), tokenize=False, add_generation_prompt=True)
        encoded = tokenizer(prompt, return_tensors="pt", add_special_tokens=False)
        streamer = TextIteratorStreamer(tokenizer, skip_prompt=True)
        made: list[Any] = []

        def generate() -> None:
            with torch.inference_mode():
                made.append(model.generate(**encoded, max_new_tokens=limit, do_sample=False, streamer=streamer))

        thread = threading.Thread(target=generate)
        thread.start()
        for number, _ in enumerate(streamer):
            if number == 0:
                at_first()
        thread.join()
        read = int(encoded["input_ids"].shape[1])
        return {"tokens": int(made[0].shape[1]) - read, "prompt_tokens": read}

    return write


def ctranslate2(path: str) -> Write:
    """The same weights converted for CTranslate2 as int8: made by ``benchmarks.speed.convert``."""
    import ctranslate2
    from transformers import AutoTokenizer

    from desktop_app.summarizer.cores import physical_cores

    tokenizer = AutoTokenizer.from_pretrained(path, local_files_only=True)
    generator = ctranslate2.Generator(path, compute_type="int8", intra_threads=physical_cores())
    messages, limit = _prompt()

    def write(text: Text, at_first: Callable[[], None]) -> Row:
        prompt = tokenizer.apply_chat_template(messages(text), tokenize=False, add_generation_prompt=True)
        tokens = tokenizer.convert_ids_to_tokens(tokenizer.encode(prompt, add_special_tokens=False))
        count = 0
        for _ in generator.generate_tokens(tokens, max_length=limit, sampling_topk=1):
            if not count:
                at_first()
            count += 1
        return {"tokens": count, "prompt_tokens": len(tokens)}

    return write


def extractive(name: str) -> Write:
    """TextRank or LexRank: two sentences, for orientation only."""
    from benchmarks.summaries import extractive as of_sumy

    run = of_sumy(name)

    def write(text: Text, _at_first: Callable[[], None]) -> Row:
        if text.kind == "book":
            raise TooLong("compares every sentence with every other: not for books")
        run({"text": text.body, "lang": text.lang})
        return {"tokens": 0, "prompt_tokens": 0}

    return write
