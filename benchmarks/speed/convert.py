"""The default model's weights for CTranslate2: out of the GGUF file by transformers, then to int8.

usage: python -m benchmarks.speed.convert FOLDER

Needs the packages gguf, ctranslate2 (both MIT) and accelerate (Apache-2.0), about 10 GB of memory and 5 GB of disk; no
compiler.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from desktop_app.model_store import ModelStore


def main() -> None:
    """Convert."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    import torch
    from ctranslate2.converters import TransformersConverter
    from transformers import AutoModelForCausalLM, AutoTokenizer

    file = ModelStore.default().path(None)
    options: dict[str, Any] = {"gguf_file": file.name, "local_files_only": True}
    tokenizer = AutoTokenizer.from_pretrained(file.parent, **options)
    model: Any = AutoModelForCausalLM.from_pretrained(file.parent, dtype=torch.bfloat16, **options)
    # Its weights are plain numbers now; the library would refuse to write what was quantised once.
    model.hf_quantizer = None
    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config
    with tempfile.TemporaryDirectory() as whole:
        model.save_pretrained(whole)
        tokenizer.save_pretrained(whole)
        del model
        TransformersConverter(whole, low_cpu_mem_usage=True).convert(str(folder), quantization="int8")
    tokenizer.save_pretrained(folder)


if __name__ == "__main__":
    main()
