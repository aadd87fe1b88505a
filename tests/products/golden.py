"""The briefs of the examples as they are meant to be: `python -m tests.products.golden` writes them anew."""

import tempfile
from pathlib import Path

from fogline.desk.brief import save
from fogline.ledger import open_ledger
from fogline.products import markdown
from fogline.products.situation import situate
from fogline.runs import read_reports

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "golden"
WARS = ("syria", "congo")


def read_war(war, folder):
    """Read a folder of the examples into a new record in `folder`: its corpus and views."""
    record = str(Path(folder) / f"{war}.db")
    summary = read_reports(record, [EXAMPLES / war])
    assert summary.refused == ()
    with open_ledger(record, create=False) as ledger:
        return ledger.corpus(derived=True), ledger.views()


def golden_file(war):
    """Where the brief of a war is kept."""
    return GOLDEN / f"{war}.md"


def write():
    """Write every golden brief anew."""
    with tempfile.TemporaryDirectory() as folder:
        for war in WARS:
            save(golden_file(war), markdown.render(situate(*read_war(war, folder))))
            print(f"wrote {golden_file(war).relative_to(EXAMPLES.parent)}: look at what changed before you commit it")


if __name__ == "__main__":
    write()
