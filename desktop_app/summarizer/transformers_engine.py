"""Safetensors models on transformers and torch: encoder-decoders, and decoders with a chat template.

Runs on CUDA, Apple's MPS or the CPU, whichever is there. Nothing is fetched (``local_files_only``), nothing but
safetensors is opened, and code that comes with a model is never run. Decoding is greedy, as the streaming of
``transformers.generation.streamers`` knows no beam search; a token is handed on once its characters are complete.
"""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.cancelling import CancelCheck
from desktop_app.errors import EngineFailed, EngineUnavailable, OutOfMemory
from desktop_app.model_store.catalogue import Architecture, ModelSpec
from desktop_app.summarizer.background import BackgroundRun, Emit
from desktop_app.summarizer.cores import calm_threads, physical_cores
from desktop_app.summarizer.prompts import chat_messages, empty_request, render_user
from desktop_app.summarizer.protocol import PromptRead, StreamItem, SummaryRequest, TextPiece, Usage

if TYPE_CHECKING:
    import torch

ENGINE = "transformers"
#: One model computes at a time: torch's seeds and thread count belong to the whole process.
_GENERATING = threading.Lock()


class TransformersSummarizer:
    """A safetensors model loaded into this process. Raises ``EngineUnavailable`` if it cannot be loaded, or
    ``OutOfMemory``."""

    engine = ENGINE

    def __init__(self, path: Path, spec: ModelSpec) -> None:
        self.model = spec.id
        self.prompt = spec.prompt
        self.can_retry = bool(spec.prompt.retry)
        self._spec = spec
        self._run: BackgroundRun[StreamItem] | None = None
        self._is_decoder = spec.architecture is Architecture.DECODER
        try:
            self._load(path)
        except (ImportError, OSError, ValueError, KeyError, RuntimeError) as error:
            if is_shortage(error):
                raise OutOfMemory from error
            reason = f"cannot load {path.name}: {type(error).__name__}: {error}"[:300]
            raise EngineUnavailable(engine=ENGINE, reason=reason) from error

    def _load(self, path: Path) -> None:
        calm_threads()
        import torch
        import transformers

        log: Any = transformers.utils.logging
        log.set_verbosity_error()
        log.disable_progress_bar()
        self._device = _device()
        if self._device == "cpu":
            torch.set_num_threads(physical_cores())
        local: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
        self._tokenizer: Any = transformers.AutoTokenizer.from_pretrained(path, **local)
        #: What a multilingual tokenizer takes the text for where its language is unknown to it.
        self._source_code = getattr(self._tokenizer, "src_lang", None)
        kind: Any = transformers.AutoModelForCausalLM if self._is_decoder else transformers.AutoModelForSeq2SeqLM
        dtype = torch.float32 if self._device == "cpu" else "auto"
        model, found = kind.from_pretrained(path, use_safetensors=True, dtype=dtype, output_loading_info=True, **local)
        if missing := sorted(found["missing_keys"]):
            # The library would fill the gaps with random numbers and write nonsense.
            raise ValueError(f"{len(missing)} weights are missing, {missing[0]} among them")
        self._model: Any = model.to(self._device).eval()
        overhead = len(self._encode(empty_request())["input_ids"][0])
        room = self.prompt.most_tokens if self._is_decoder else 0
        self._budget = max(1, spec_context(self._spec) - min(room, spec_context(self._spec) // 2) - overhead)

    @property
    def budget(self) -> int:
        """Tokens of article text that fit into the encoder, or beside the longest summary into the decoder."""
        return self._budget

    def count_tokens(self, text: str) -> int:
        """Number of the model's tokens in ``text``."""
        return len(
            self._tokenizer(_clean(text), add_special_tokens=False, truncation=False, verbose=False)["input_ids"]
        )

    def _encode(self, request: SummaryRequest) -> dict[str, torch.Tensor]:
        tokenizer, prompt = self._tokenizer, self._spec.prompt
        if self._is_decoder and tokenizer.chat_template:
            text = tokenizer.apply_chat_template(
                chat_messages(prompt, request), tokenize=False, add_generation_prompt=True, **prompt.template_options
            )
            encoded = tokenizer(text, return_tensors="pt", add_special_tokens=False, verbose=False)
        else:
            if prompt.language_codes and hasattr(tokenizer, "src_lang"):
                tokenizer.src_lang = self._language_code(request.source_lang) or self._source_code
            encoded = tokenizer(render_user(prompt, request), return_tensors="pt", verbose=False)
        return {key: encoded[key].to(self._device) for key in ("input_ids", "attention_mask") if key in encoded}

    def _language_code(self, lang: str) -> str | None:
        code = self._spec.prompt.language_codes.get(lang)
        known = self._tokenizer.convert_tokens_to_ids(code) if code else None
        return code if known not in (None, self._tokenizer.unk_token_id) else None

    def stream(self, request: SummaryRequest, cancelled: CancelCheck) -> Iterator[StreamItem]:
        """See :meth:`desktop_app.summarizer.protocol.Summarizer.stream`."""
        if self._model is None:
            raise EngineFailed(engine=self.engine, reason="closed")
        if self._run is not None:
            self._run.wait(cancelled)
        self._run = BackgroundRun(lambda emit: self._generate(request, emit), name="transformers")
        yield from self._run.items(cancelled)

    def _generate(self, request: SummaryRequest, emit: Emit[StreamItem]) -> None:
        import torch
        from transformers import StoppingCriteriaList

        run = _Generation(self._tokenizer, emit)
        limit = self.prompt.rule(request.length, request.style).max_tokens
        try:
            with _GENERATING, torch.inference_mode():
                if emit(PromptRead(0.0)):
                    return
                inputs = self._encode(request)
                read = int(inputs["input_ids"].shape[1])
                torch.manual_seed(request.seed)
                output = self._model.generate(
                    **inputs,
                    max_new_tokens=limit,
                    do_sample=False,
                    num_beams=1,
                    streamer=run,
                    stopping_criteria=StoppingCriteriaList([run.should_stop]),
                    **self._start_of(request),
                )
        except (RuntimeError, ValueError, IndexError) as error:
            if is_shortage(error):
                raise OutOfMemory from error
            raise EngineFailed(engine=ENGINE, reason=f"{type(error).__name__}: {error}"[:300]) from error
        if not run.stopped:
            emit(Usage(read, run.tokens, bool(int(output[0, -1]) in self._ends())))

    def _start_of(self, request: SummaryRequest) -> dict[str, Any]:
        code = self._language_code(request.lang)
        if self._is_decoder or code is None:
            return {}
        return {"forced_bos_token_id": self._tokenizer.convert_tokens_to_ids(code)}

    def _ends(self) -> set[int]:
        ends = self._model.generation_config.eos_token_id
        return set(ends) if isinstance(ends, (list, tuple)) else {ends}

    def close(self) -> None:
        """Free the model; may be called twice."""
        if self._run is not None:
            self._run.stop()
            self._run.wait(lambda: False)
            self._run = None
        self._model = None
        if getattr(self, "_device", "cpu") == "cuda":
            import torch

            torch.cuda.empty_cache()


class _Generation:
    """The streamer of one ``generate`` call: decodes tokens into text, and says when to stop."""

    def __init__(self, tokenizer: Any, emit: Emit[StreamItem]) -> None:
        self.tokens = 0
        self.stopped = False
        self._tokenizer = tokenizer
        self._emit = emit
        self._prompt_due = True
        self._ids: list[int] = []
        self._printed = ""
        self._started = False

    def put(self, value: torch.Tensor) -> None:
        """Take the next tokens; the first call brings what the decoder was started with."""
        if self._prompt_due:
            self._prompt_due = False
            return
        if not self._started:
            self._started = True
            self.stopped = self._emit(PromptRead(1.0)) or self.stopped
        ids = value.flatten().tolist()
        self.tokens += len(ids)
        self._ids.extend(ids)
        text = self._decode()
        # Half a character decodes to U+FFFD: wait for the rest of its bytes.
        if not text.endswith("\ufffd"):
            self._print(text)

    def end(self) -> None:
        """Hand on what is left."""
        self._print(self._decode())

    def _decode(self) -> str:
        text: str = self._tokenizer.decode(self._ids, skip_special_tokens=True)
        return text

    def _print(self, text: str) -> None:
        # Decoding is not quite additive: only what follows what was printed is new.
        if text.startswith(self._printed) and len(text) > len(self._printed):
            self.stopped = self._emit(TextPiece(text[len(self._printed) :])) or self.stopped
            self._printed = text

    def should_stop(self, input_ids: torch.Tensor, _scores: Any, **_: Any) -> torch.Tensor:
        """A stopping criterion of ``generate``: true for every row once the reader has gone."""
        import torch

        return torch.full((input_ids.shape[0],), self.stopped, device=input_ids.device, dtype=torch.bool)


def spec_context(spec: ModelSpec) -> int:
    """Tokens of context used; at least a few."""
    return max(16, spec.context_tokens)


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _device() -> str:
    import torch

    if torch.cuda.is_available():
        return "cuda"
    mps = getattr(torch.backends, "mps", None)
    return "mps" if mps is not None and mps.is_available() else "cpu"


def is_shortage(error: Exception) -> bool:
    """Whether ``error`` of torch or the system means that there was no memory: torch has no class of its own for it but
    on graphics cards."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    text = str(error).lower()
    return any(words in text for words in ("allocate memory", "not enough memory", "out of memory"))
