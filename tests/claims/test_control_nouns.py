"""Control as a noun."""

from __future__ import annotations

import pytest

from tests.claims.reports import Told, told


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("The rebels took control of Hama.", Told("capture", "rebels", None, "Hama")),
        ("The army gained control of Palmyra.", Told("capture", "army", None, "Palmyra")),
        ("The army lost control of Palmyra.", Told("capture", None, "army", "Palmyra")),
        ("M23 remains in control of Goma.", Told("hold", "M23", None, "Goma")),
        ("The army is back in control of Palmyra, a government official said.", Told("hold", "army", None, "Palmyra")),
        ("Kunduz is in the hands of the Taliban.", Told("hold", "Taliban", None, "Kunduz")),
        ("Goma is under the control of M23.", Told("hold", "M23", None, "Goma")),
        ("The Taliban have control of Kandahar.", Told("hold", "Taliban", None, "Kandahar")),
        ("Kunduz fell into the hands of the Taliban.", Told("capture", "Taliban", None, "Kunduz")),
        ("Hezbollah fighters are in Qusayr.", Told("hold", "Hezbollah", None, "Qusayr")),
        ("Rebels are at the gates of Damascus.", Told("advance", "rebels", None, "Damascus")),
        ("Rebels are ten kilometres from Damascus.", Told("advance", "rebels", None, "Damascus")),
    ],
)
def test_who_controls(raw: str, expected: Told) -> None:
    assert expected in told(raw)


@pytest.mark.parametrize(
    "raw", ["Birth control is rare in Goma.", "The plane was out of control near Homs.", "He shook hands in Homs."]
)
def test_other_control_takes_no_place(raw: str) -> None:
    assert [t for t in told(raw) if t.type in ("capture", "hold")] == []
