"""Tiny checkpoints made on the spot: random weights of a fixed seed, and a real tokenizer trained on a few lines.

They write nonsense, yet go through the same code as the models of the catalogue.
"""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers
from transformers import (
    LlamaConfig,
    LlamaForCausalLM,
    MBartConfig,
    MBartForConditionalGeneration,
    MBartTokenizer,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    T5Config,
    T5ForConditionalGeneration,
)

CORPUS = [
    "The river rose by two metres overnight, and the town moved its market to the hill.",
    "A baker in the old quarter sold nine hundred loaves before noon, the mayor said.",
    "Ночью река поднялась на два метра, и рынок перенесли на холм.",
    "Пекарь из старого квартала до полудня продал девятьсот буханок, сказал мэр.",
    "Уночі річка піднялася на два метри, і ринок перенесли на пагорб. Її ґанок уцілів.",
    "Über Nacht stieg der Fluss um zwei Meter, der Markt zog auf den Hügel um.",
    "夜间河水上涨了两米，集市搬到了山上。 🙂 🚜 naïve café — “quoted”",
] * 20

_CHAT_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def _unigram(specials: list[str]) -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=300, special_tokens=specials, unk_token="<unk>", show_progress=False, max_piece_length=8
    )
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


def make_t5(folder: Path) -> Path:
    """A T5 with two layers."""
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=_unigram(["<pad>", "</s>", "<unk>"]), pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    )
    torch.manual_seed(7)
    config = T5Config(
        vocab_size=len(tokenizer),
        d_model=32,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        decoder_start_token_id=0,
        pad_token_id=0,
        eos_token_id=1,
    )
    return _save(T5ForConditionalGeneration(config), tokenizer, folder)


def make_mbart(folder: Path) -> Path:
    """An mBART with two layers and the language codes of the real one."""
    trained = _unigram(["<s>", "<pad>", "</s>", "<unk>"])
    pieces = sorted(trained.get_vocab().items(), key=lambda item: item[1])
    tokenizer = MBartTokenizer(vocab=[(piece, -float(index) / 50) for piece, index in pieces])
    torch.manual_seed(7)
    config = MBartConfig(
        vocab_size=len(tokenizer),
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=512,
        bos_token_id=0,
        pad_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=2,
    )
    model = MBartForConditionalGeneration(config)
    # The code a summary starts with would be repeated for ever.
    model.final_logits_bias[0, tokenizer.all_special_ids] = -100.0
    return _save(model, tokenizer, folder)


def make_causal(folder: Path, layers: int = 2) -> Path:
    """A Llama with a byte-level tokenizer, whose tokens often hold half a character, and a chat template."""
    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    backend.train_from_iterator(CORPUS, trainer)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=backend, eos_token="<|im_end|>", pad_token="<|endoftext|>", bos_token="<|endoftext|>"
    )
    tokenizer.chat_template = _CHAT_TEMPLATE
    torch.manual_seed(7)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=layers,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=2048,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    return _save(LlamaForCausalLM(config), tokenizer, folder)


def _save(model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast, folder: Path) -> Path:
    # Random weights like to say nothing at all, or one word for ever.
    silent = (tokenizer.eos_token_id, tokenizer.pad_token_id, tokenizer.bos_token_id, tokenizer.unk_token_id)
    model.generation_config.suppress_tokens = sorted({token for token in silent if token is not None})
    model.generation_config.forced_eos_token_id = None
    model.generation_config.repetition_penalty = 1.3
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
