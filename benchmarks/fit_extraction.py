"""Fit the weights of the block score: ``python benchmarks/fit_extraction.py [--check] FOLDER``.

FOLDER holds ``gold.jsonl`` and ``pages/``. The weights are found by logistic regression with a quadratic penalty on the
distance from the weights set by hand (``[by_hand]`` in ``resources/extraction/weights.toml``); each page counts alike.
``--check`` prints the score by cross-validation, sites kept together, and writes nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.extraction import GoldPage, f1, gold_pages, halves, page_score, shingles
from desktop_app.extraction.features import PageEvidence, collect
from desktop_app.extraction.html import body_text, evidence_of
from desktop_app.extraction.scoring import choose
from desktop_app.extraction.tree import parse

WEIGHTS = Path(__file__).resolve().parent.parent / "resources" / "extraction" / "weights.toml"
PENALTY = 0.3
FOLDS = 6
RAREST = 10
# No block counts more than a quarter of its page, so that one long block does not outweigh the rest of the corpus.
MOST_OF_PAGE = 0.25


def labels(page: GoldPage, evidence: PageEvidence) -> tuple[list[float], list[float]]:
    """For each block the share of it that is in the gold body, and its weight: its share of the body."""
    body, aside, seen = shingles(page.body), set(shingles(page.aside)), Counter[tuple[str, ...]]()
    lines = set(map(str.strip, page.body.split("\n")))
    total = max(1, sum(body.values()))
    shares, weights = [], []
    for block in evidence.blocks:
        own = shingles(block.text)
        count = sum(own.values())
        if not own or len(next(iter(own))) < 4:
            shares.append(float(block.text.strip() in lines))
            weights.append((1.0 if own else 0.1) / total)
            continue
        hit = sum(min(n, max(0, body[run] - seen[run])) for run, n in own.items()) / count
        seen.update(own)
        free = sum(n for run, n in own.items() if run in aside) / count
        shares.append(hit)
        weights.append(0.0 if free > 0.5 > hit else count / total)
    return shares, [min(weight, MOST_OF_PAGE) for weight in weights]


def fit(features: torch.Tensor, shares: torch.Tensor, weights: torch.Tensor, by_hand: torch.Tensor) -> torch.Tensor:
    """Weights that minimise weighted cross entropy plus the penalty."""
    theta = by_hand.clone().requires_grad_(True)
    optimiser = torch.optim.LBFGS([theta], max_iter=100, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(features @ theta, shares, reduction="none")
        total = (weights * loss).sum() + PENALTY * ((theta - by_hand) ** 2).sum()
        total.backward()
        return total

    optimiser.step(closure)
    return theta.detach()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="cross-validate, write nothing")
    arguments = parser.parse_args()
    torch.set_num_threads(2)

    pages = list(gold_pages(arguments.folder))
    evidences = []
    for page in pages:
        root = parse(page.html)
        assert root is not None, page.id
        evidence = evidence_of(root, page.url)
        collect(evidence)
        evidences.append(evidence)
    seen_on = Counter(name for evidence in evidences for name in {name for one in evidence.features for name in one})
    names = sorted(name for name, count in seen_on.items() if count >= RAREST)
    place = {name: index for index, name in enumerate(names)}
    by_hand_weights = tomllib.loads(WEIGHTS.read_text("utf-8"))["by_hand"]
    by_hand = torch.tensor([float(by_hand_weights.get(name, 0.0)) for name in names])

    starts = [0]
    for evidence in evidences:
        starts.append(starts[-1] + len(evidence.blocks))
    features = torch.zeros(starts[-1], len(names))
    shares, weights, folds = [], [], []
    for page, evidence, start in zip(pages, evidences, starts, strict=False):
        for row, one in enumerate(evidence.features, start):
            for name, value in one.items():
                if name in place:
                    features[row, place[name]] = value
        own_shares, own_weights = labels(page, evidence)
        shares += own_shares
        # The halves of the corpus differ in size and should count about alike.
        weights += [weight * (1.5 if page.half == "many" else 1.0) for weight in own_weights]
        site = (urlsplit(page.url).hostname or page.id).removeprefix("www.")
        folds += [int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS] * len(own_shares)
    fold, target, weight = torch.tensor(folds), torch.tensor(shares), torch.tensor(weights)

    if arguments.check:
        scores = torch.zeros(starts[-1])
        for number in range(FOLDS):
            train = fold != number
            scores[~train] = features[~train] @ fit(features[train], target[train], weight[train], by_hand)
        results = {}
        for page, evidence, start, end in zip(pages, evidences, starts, starts[1:], strict=False):
            chosen = choose(evidence, scores[start:end].tolist())
            results[page.id] = page_score(page, body_text([evidence.blocks[index] for index in chosen]))
        for half, ids in halves(pages).items():
            print(f"{half}: cross-validated F1 {f1([results[key] for key in ids]):.4f}")
        return
    theta = fit(features, target, weight, by_hand)
    text = WEIGHTS.read_text("utf-8").split("[weights]", 1)[0]
    lines = [f'"{name}" = {value:.3f}' for name, value in zip(names, theta.tolist(), strict=True)]
    WEIGHTS.write_text(text + "[weights]\n" + "\n".join(lines) + "\n", "utf-8")
    print(f"wrote {len(lines)} weights")


if __name__ == "__main__":
    main()
