"""The error tree.  Every message says what is wrong and what to do, in one line.

FoglineError
├── InputError          the user's input cannot be used at all (exit code 2)
│   ├── PathMissing     a path that was named does not exist
│   └── NothingToRead   a folder or stream without a readable report
├── RecordError         the record (ledger) cannot be used (exit code 2)
│   ├── RecordUnwritable
│   ├── RecordCorrupt
│   ├── RecordTooNew    written by a newer fogline
│   └── UnknownId       no row of that id
├── OutputError         a product cannot be written where it was asked for (exit code 2)
├── EngineError         the language engine cannot be loaded
├── StageOrder          a stage needs what no earlier stage gives
└── AnchorNotFound      a quote does not stand in the raw text

A single report that cannot be read is no error but a `Refusal`: it comes out with its reason, and the rest goes on.
"""

from __future__ import annotations


class FoglineError(Exception):
    """Anything that fogline raises on purpose."""


class InputError(FoglineError):
    """The input as a whole cannot be used."""


class PathMissing(InputError):
    """A path that was named does not exist."""


class NothingToRead(InputError):
    """A folder or stream that holds no readable report."""


class RecordError(FoglineError):
    """The record cannot be used."""


class RecordUnwritable(RecordError):
    """The record's file or database cannot be written."""


class RecordCorrupt(RecordError):
    """The file is no record of fogline, or is damaged."""


class RecordTooNew(RecordError):
    """The record was written by a newer version of fogline."""


class UnknownId(RecordError):
    """No row of the record has this id."""


class OutputError(FoglineError):
    """A product cannot be written where it was asked for."""


class EngineError(FoglineError):
    """The language engine cannot be loaded."""


class StageOrder(FoglineError):
    """A stage needs what no earlier stage gives."""


class AnchorNotFound(FoglineError):
    """A quote does not stand in the raw text."""
