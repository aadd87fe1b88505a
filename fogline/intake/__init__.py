"""Files, folders, pages and streams -> `Reading(report_id, outlet, title, url, published, raw)`.

    for reading in iter_readings(["reports/"], today=date.today()):
        ...

The only room that reads sources.  A report that cannot be read comes out with a `Refusal`; a path that does not
exist, or a folder without a report, raises.
"""

from fogline.intake.limits import Limits
from fogline.intake.readings import iter_readings

__all__ = ["Limits", "iter_readings"]
