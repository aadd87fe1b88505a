"""The words that a fact rests on, and where they stand in a report."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.errors import AnchorNotFound


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A quote and its place: `raw[start:end] == quote` of the report, always.

    Units: code points of the report's raw text, half-open.
    """

    report_id: str
    start: int
    end: int
    quote: str

    @classmethod
    def at(cls, raw: str, start: int, end: int, *, report_id: str) -> Anchor:
        """Anchor `raw[start:end]`.  Raises: AnchorNotFound where the offsets are outside of `raw` or empty."""
        if not 0 <= start < end <= len(raw):
            raise AnchorNotFound(f"{report_id}: no words at {start}-{end} of {len(raw)} characters")
        return cls(report_id, start, end, raw[start:end])

    @classmethod
    def find(cls, raw: str, quote: str, *, report_id: str) -> Anchor:
        """Anchor the first place where `quote` stands in `raw`.

        Raises: AnchorNotFound if the words differ by a character.
        """
        start = raw.find(quote) if quote else -1
        if start < 0:
            raise AnchorNotFound(f"{report_id}: these words do not stand in the report: {quote[:60]!r}")
        return cls(report_id, start, start + len(quote), quote)

    def holds_in(self, raw: str) -> bool:
        """Whether the quote stands in `raw` at these offsets."""
        return raw[self.start : self.end] == self.quote
