"""Tokens of half characters, as byte-level tokenizers make them, come out as whole characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.summarizer import PromptRead, StreamItem, TextPiece
from desktop_app.summarizer.cores import calm_threads

TEXT = "Ночь 🙂 «ёлка» naïve 夜 x"


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> object:
    calm_threads()
    from transformers import AutoTokenizer

    from tests.models.tiny import make_causal

    folder: Path = make_causal(tmp_path_factory.mktemp("causal"), layers=1)
    return AutoTokenizer.from_pretrained(folder)


def test_pieces_are_whole_and_join_to_the_text(tokenizer: object) -> None:
    import torch

    from desktop_app.summarizer.transformers_engine import _Generation

    items: list[StreamItem] = []

    def emit(item: StreamItem) -> bool:
        items.append(item)
        return False

    ids = tokenizer(TEXT, add_special_tokens=False)["input_ids"]  # type: ignore[operator]
    generation = _Generation(tokenizer, emit)
    generation.put(torch.tensor([[1, 2, 3]]))  # the prompt
    for token in ids:
        generation.put(torch.tensor([token]))
    generation.end()

    pieces = [item.text for item in items if isinstance(item, TextPiece)]
    assert len(ids) > len(pieces) > 5, "some characters must span tokens"
    assert not any("\ufffd" in piece for piece in pieces)
    assert "".join(pieces) == TEXT
    assert items[0] == PromptRead(1.0)
    assert generation.tokens == len(ids)


def test_it_stops_when_nobody_listens(tokenizer: object) -> None:
    import torch

    from desktop_app.summarizer.transformers_engine import _Generation

    generation = _Generation(tokenizer, lambda _item: True)
    ids = torch.tensor([[1, 2], [3, 4]])
    assert generation.should_stop(ids, None).tolist() == [False, False]
    generation.put(ids[:1])
    generation.put(torch.tensor([40]))
    assert generation.should_stop(ids, None).tolist() == [True, True]
