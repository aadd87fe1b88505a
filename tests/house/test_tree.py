"""What may stand in the tree."""

import json
import re
import tomllib

from tests.house.paths import ROOT, shown, tree

# Written in parts, so that this file does not hold what it looks for.
HOSTS = ["pypi" + ".org", "files.python" + "hosted.org", "registry.npm" + "js.org", "pkg" + ".dev", "index" + "-url"]
MACHINE = [r"(?<![\w.])/" + "work/", r"(?<![\w.])/" + "root/", r"(?<![\w.])/" + r"home/\w", r"(?<![\w.])/" + "Users/"]
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".jsonl", ".cfg", ".sql", ".html", ".j2", ".csv", ".yml", ".yaml", ""}
LARGE_BYTES = 5_000_000


def test_no_registry_and_no_path_of_one_machine():
    found = re.compile("|".join([*map(re.escape, HOSTS), *MACHINE]))
    texts = [path for path in tree() if path.suffix in TEXT and path.stat().st_size < LARGE_BYTES]
    told = {shown(path): found.findall(path.read_bytes().decode("utf-8", "replace")) for path in texts}
    assert {path: words for path, words in told.items() if words} == {}


def data_files(*endings):
    """The data files of the package with one of these endings."""
    inside = ((p, p.relative_to(ROOT).parts) for p in tree() if p.suffix in endings)
    return [p for p, parts in inside if parts[0] == "fogline" and "data" in parts]


def test_word_lists_begin_with_where_they_come_from():
    silent = {
        shown(path)
        for path in data_files(".toml", ".csv", ".txt", ".tsv")
        if not path.read_text(encoding="utf-8").startswith("#")
    }
    assert silent == set()


def test_json_data_says_where_it_comes_from():
    silent = {
        shown(path)
        for path in data_files(".json")
        if "about" not in json.loads(path.read_text(encoding="utf-8")) and not (path.parent / "README.md").is_file()
    }
    assert silent == set()


def test_pins_are_exact_and_hold_no_address():
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in pins if line.strip() and not line.startswith("#")]
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[\w.+!-]+( ; .*)?", line.strip())] == []


def test_every_dependency_is_pinned_and_has_a_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[\[<>=!~; ]", told)[0] for told in asked}
    notes = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    reasons = "".join(note.read_text(encoding="utf-8") for note in notes)
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    assert {name for name in names if f"`{name}`" not in reasons} == set()
    assert {name for name in names if f"{name.lower().replace('_', '-')}==" not in pins} == set()


def test_the_licence_is_whole():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_gate_can_be_run():
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
