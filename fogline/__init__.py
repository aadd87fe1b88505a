"""fogline reads reports of a war and keeps the sourced record."""

__version__ = "0.1.0"
