"""A server that the tests start is there and goes; without one, the tests say loudly what was not run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from tests import postgres
from tests.house.paths import ROOT

needs_server = pytest.mark.skipif(postgres.find_programs() is None, reason="no PostgreSQL server here")


def test_without_a_server_the_number_of_tests_that_were_not_run_is_told() -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "tests/contracts/test_older_records.py",
    ]
    told = subprocess.run(
        command, cwd=ROOT, env=os.environ | {postgres.SETTING: "none"}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout
    (skipped,) = re.findall(r"(\d+) skipped", told.stdout)
    assert f"{skipped} tests on PostgreSQL were NOT RUN" in told.stdout


@needs_server
def test_a_server_that_was_started_is_gone_after_a_failure() -> None:
    programs, urls = postgres.find_programs(), []

    def failing() -> None:
        assert programs is not None
        with postgres.running(programs) as url:
            urls.append(url)
            engine = create_engine(url)
            with engine.connect() as connection:
                folders.append(Path(str(connection.exec_driver_sql("SHOW data_directory").scalar())))
            engine.dispose()
            raise InterruptedError

    folders: list[Path] = []
    with pytest.raises(InterruptedError):
        failing()
    assert make_url(urls[0]).host == "127.0.0.1"
    assert [folder.exists() for folder in folders] == [False]
