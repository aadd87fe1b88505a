"""The sections of a brief, in the order of the page.  Each makes its lines from one part of the record."""

from fogline.products.sections.changes import changes, cost, movements, politics
from fogline.products.sections.contradictions import contradictions
from fogline.products.sections.control import control, lead
from fogline.products.sections.limits import limits
from fogline.products.sections.lineage import lineage
from fogline.products.sections.outlook import outlook
from fogline.products.sections.routes import routes

SECTIONS = (changes, control, contradictions, movements, cost, politics, outlook, routes, lineage, limits)

__all__ = ["SECTIONS", "lead"]
