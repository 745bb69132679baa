"""The default model's weights for the other engines: out of the GGUF file, as safetensors and for CTranslate2.

usage: python -m benchmarks.speed.convert FOLDER

Makes ``FOLDER/transformers`` (bfloat16; Kratko and transformers open it as any safetensors model) and
``FOLDER/ctranslate2`` (int8). Needs the packages gguf and ctranslate2 (both MIT), about 10 GB of memory and 5 GB of
disk; no compiler. transformers can read the file itself, but takes minutes for each of its 339 tensors.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop_app.model_store import ModelStore


def to_safetensors(file: Path, folder: Path) -> None:
    """Write the dequantised weights of ``file`` (GGUF, of the Qwen2 family) as bfloat16, with configuration and words.

    Names: gguf's own table of tensor names, the one that the conversion to GGUF was made by.
    """
    import torch
    from gguf import MODEL_ARCH, GGUFReader, dequantize, get_tensor_name_map
    from safetensors.torch import save_file
    from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer, GenerationConfig

    options: dict[str, Any] = {"gguf_file": file.name, "local_files_only": True}
    config = AutoConfig.from_pretrained(file.parent, **options)
    tokenizer = AutoTokenizer.from_pretrained(file.parent, **options)
    with torch.device("meta"):
        wanted = AutoModelForCausalLM.from_config(config).state_dict()
    stored = {tensor.name: tensor for tensor in GGUFReader(str(file)).tensors}
    names = get_tensor_name_map(MODEL_ARCH.QWEN2, config.num_hidden_layers)
    weights = {}
    for name, empty in wanted.items():
        stem, _, kind = name.rpartition(".")
        tensor = stored.get(f"{names.get_name(stem)}.{kind}")
        if tensor is None and name == "lm_head.weight" and config.tie_word_embeddings:
            continue
        if tensor is None:
            raise SystemExit(f"{file.name} has no tensor for {name}")
        values = torch.from_numpy(dequantize(tensor.data, tensor.tensor_type)).reshape(tuple(empty.shape))
        weights[name] = values.to(torch.bfloat16).contiguous()
    folder.mkdir(parents=True, exist_ok=True)
    config.dtype = torch.bfloat16
    config.architectures = ["Qwen2ForCausalLM"]
    config.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    ends = [tokenizer.convert_tokens_to_ids(word) for word in ("<|im_end|>", "<|endoftext|>")]
    GenerationConfig(eos_token_id=ends, pad_token_id=ends[1], do_sample=False).save_pretrained(folder)
    save_file(weights, str(folder / "model.safetensors"), metadata={"format": "pt"})


def to_ctranslate2(folder: Path, made: Path) -> None:
    """Convert the safetensors model in ``folder`` to int8 in ``made``."""
    from ctranslate2.converters import TransformersConverter

    TransformersConverter(str(folder), low_cpu_mem_usage=True).convert(str(made), quantization="int8", force=True)
    for name in ("tokenizer.json", "tokenizer_config.json", "chat_template.jinja"):
        if (folder / name).exists():
            (made / name).write_bytes((folder / name).read_bytes())


def main() -> None:
    """Convert."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    if not (folder / "transformers" / "model.safetensors").exists():
        to_safetensors(ModelStore.default().path(None), folder / "transformers")
    to_ctranslate2(folder / "transformers", folder / "ctranslate2")


if __name__ == "__main__":
    main()
