"""One run of the line of stages, as the record remembers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    """When a run began, how long it took, and what became of its reports: `read == new + known + refused`.

    `version` is fogline's; `stages` are the names of the stages that ran, in order.
    """

    started: datetime
    seconds: float
    version: str
    read: int
    new: int
    known: int
    refused: int
    stages: tuple[str, ...] = ()
