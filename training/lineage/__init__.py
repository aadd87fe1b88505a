"""Labelled stories for lineage: who told what from whom, what was changed, and what does not belong to the text."""
