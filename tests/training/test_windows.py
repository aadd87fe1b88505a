"""Windows of sentences in training: as the program cuts them, and every word at its place.  Needs the extra `train`."""

from itertools import pairwise

import pytest

torch = pytest.importorskip("torch", reason="the extra train is not installed: make train")

from fogline.claims.network import Row, windows_of  # noqa: E402
from training.claims.tensors import Rows  # noqa: E402
from training.claims.windows import WINDOW, cut, joined, read_in_windows  # noqa: E402

SIZES = [60, 50, 40, 90, 20, 10, 130, 30]  # words, a piece each, between two ends
REPORTS = [0, 0, 0, 0, 4, 4, 4, 7]


class Echo:
    """A network whose vector of a word is the number of its first piece."""

    def read(self, pieces, shapes, marks, firsts):
        return pieces.gather(1, firsts)[..., None].float()


def told() -> Rows:
    most = max(SIZES)
    rows = Rows(
        *(torch.zeros(len(SIZES), most + 2, dtype=torch.long) for _ in range(3)),
        torch.zeros(len(SIZES), most, dtype=torch.long),
        torch.zeros(len(SIZES), most, 17),
        torch.zeros(len(SIZES), most, dtype=torch.bool),
        REPORTS,
    )
    for r, size in enumerate(SIZES):
        rows.pieces[r, : size + 2] = torch.tensor([101, *(1000 * (r + 1) + k for k in range(size)), 102])
        rows.firsts[r, :size] = torch.arange(1, size + 1)
        rows.words[r, :size] = True
    return rows


def test_every_word_gets_its_own_vector():
    rows = told()
    found = read_in_windows(Echo(), rows)[..., 0].long()
    for r, size in enumerate(SIZES):
        assert found[r, :size].tolist() == rows.pieces[r, 1 : size + 1].tolist()


def test_windows_keep_to_one_report_and_are_those_of_the_program():
    windows = list(cut(told()))
    assert windows == [[0, 1], [2], [3], [4, 5], [6], [7]]
    begins = [REPORTS.index(r) for r in dict.fromkeys(REPORTS)] + [len(SIZES)]
    for begin, end in pairwise(begins):
        rows = [Row([1] * (size + 2), [], [], []) for size in SIZES[begin:end]]
        program = [[n + begin for n in range(len(rows))[which]] for which, _ in windows_of(rows, WINDOW)]
        assert program == [w for w in windows if begin <= w[0] < end]


def test_what_is_joined_is_told_as_before():
    rows = told()
    made = joined(rows, [[0, 1]]).told
    assert made.pieces[0].tolist() == [*rows.pieces[0, :62].tolist(), *rows.pieces[1, :52].tolist()]
    assert made.words.sum() == SIZES[0] + SIZES[1]
