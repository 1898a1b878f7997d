"""Models of the institutional pages; the base page comes first."""

from pages.models.about import AboutPage, KeyFact, Milestone
from pages.models.base import BasePage
from pages.models.contact import ContactFormField, ContactPage, ContactSubmission
from pages.models.content import LoadedContent
from pages.models.home import HomePage
from pages.models.media import SiteDocument, SiteImage, SiteRendition
from pages.models.mission import MissionPage
from pages.models.mixins import BodyMixin, PeriodMixin
from pages.models.navigation import Menu, MenuItem
from pages.models.objectives import Objective, ObjectivesPage
from pages.models.settings import InstitutionSettings
from pages.models.standard import SectionIndexPage, StandardPage

__all__ = [
    "AboutPage",
    "BasePage",
    "BodyMixin",
    "ContactFormField",
    "ContactPage",
    "ContactSubmission",
    "HomePage",
    "InstitutionSettings",
    "KeyFact",
    "LoadedContent",
    "Menu",
    "MenuItem",
    "Milestone",
    "MissionPage",
    "Objective",
    "ObjectivesPage",
    "PeriodMixin",
    "SectionIndexPage",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "StandardPage",
]
