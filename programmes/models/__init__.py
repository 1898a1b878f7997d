"""Models of what the institution does."""

from programmes.models.index import ProgrammesIndexPage
from programmes.models.intervention import InterventionIndexPage, InterventionPage, Partner
from programmes.models.plan import ActionPlanPage, PriorityPage, StrategicObjective
from programmes.models.sector import SectorPage

__all__ = [
    "ActionPlanPage",
    "InterventionIndexPage",
    "InterventionPage",
    "Partner",
    "PriorityPage",
    "ProgrammesIndexPage",
    "SectorPage",
    "StrategicObjective",
]
