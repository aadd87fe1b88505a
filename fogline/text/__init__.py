"""raw -> body, headlines, furniture and strays, with offsets into raw; and the agencies that a text credits.

reading = Clean()(reading)   # adds reading.spans and reading.credits
"""

from fogline.text.clean import Clean

__all__ = ["Clean"]
