"""What the commands on lineage, and what-if, print of the examples: `python -m tests.desk.golden` writes it anew."""

import contextlib
import io
import os
import tempfile
from pathlib import Path

from fogline.desk.cli import main
from tests.products.golden import EXAMPLES, read_war

GOLDEN = Path(__file__).parent / "golden"
WAR = "syria"
COMMANDS = {
    "lineage.txt": ["lineage"],
    "lineage-tree.txt": ["lineage", "--format", "tree"],
    "lineage.json": ["lineage", "--format", "json"],
    "lineage.svg": ["lineage", "--format", "svg"],
    "beside.txt": ["lineage", "brackenford-today", "jna-homs"],
    "dates.txt": ["dates"],
    "whatif.txt": ["whatif", "Homs", "--to", "Hayat Tahrir al-Sham", "--as-of", "2024-12-05"],
    "whatif.json": ["whatif", "Homs", "--to", "Hayat Tahrir al-Sham", "--as-of", "2024-12-05", "--format", "json"],
    "whatif.svg": ["whatif", "Homs", "--to", "Hayat Tahrir al-Sham", "--as-of", "2024-12-05", "--format", "svg"],
}


def printed(arguments, record):
    """What a command prints to standard output."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main([*arguments, "--record", record]) == 0
    return out.getvalue()


def write():
    """Write every golden file anew."""
    os.environ["COLUMNS"] = "120"
    with tempfile.TemporaryDirectory() as folder:
        read_war(WAR, folder)
        for name, arguments in COMMANDS.items():
            (GOLDEN / name).write_text(printed(arguments, str(Path(folder) / f"{WAR}.db")), encoding="utf-8")
            print(f"wrote {(GOLDEN / name).relative_to(EXAMPLES.parent)}: look at what changed before you commit it")


if __name__ == "__main__":
    write()
