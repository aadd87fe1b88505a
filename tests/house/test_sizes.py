"""Files and functions that can be read in one go."""

import ast

import pytest

from tests.house.paths import parsed, shown, sources

FILE_LINES = 400
FUNCTION_LINES = 60
ARGUMENTS = 6


def functions(path):
    """Every function of a file."""
    tree = parsed(path)
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def arguments(function):
    """How many arguments a caller has to think of."""
    told = function.args
    names = [a.arg for a in (*told.posonlyargs, *told.args, *told.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def test_files_are_short():
    long = {shown(p): n for p in sources() if (n := len(p.read_text(encoding="utf-8").splitlines())) > FILE_LINES}
    assert long == {}


@pytest.mark.parametrize("folders", [(), ("tests",)], ids=["code", "tests"])
def test_functions_are_short(folders):
    long = {
        f"{shown(path)}:{f.lineno} {f.name}": f.end_lineno - f.lineno + 1
        for path in sources(*folders)
        for f in functions(path)
        if f.end_lineno - f.lineno + 1 > FUNCTION_LINES
    }
    assert long == {}


# A command's options are its parameters, one each; what makes a command of a function is in desk.
def test_functions_take_few_arguments():
    inside = [path for path in sources() if "desk" not in path.parts]
    many = {
        f"{shown(p)}:{f.lineno} {f.name}": n for p in inside for f in functions(p) if (n := arguments(f)) > ARGUMENTS
    }
    assert many == {}


def test_nothing_catches_everything():
    loose = {
        f"{shown(path)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
    }
    assert loose == set()


def test_no_module_is_named_for_having_no_name():
    vague = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert {shown(path) for path in sources() if path.stem in vague or path.parent.name in vague} == set()
