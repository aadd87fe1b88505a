"""Claims that tell of the same happening."""

from fogline.events.gather import gather

__all__ = ["gather"]
