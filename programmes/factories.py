"""Programmes made up in three languages, for tests; see ``pages.factories``."""

from typing import Any, ClassVar

import factory
from wagtail.models import Page

from pages.factories import INTRODUCTIONS, TITLES, TrilingualFactory, TrilingualPageFactory
from programmes import models


class ProgrammesIndexPageFactory(TrilingualPageFactory):
    class Meta:
        model = models.ProgrammesIndexPage


class SectorPageFactory(TrilingualPageFactory):
    """Makes the sector with the given ``key``, or returns the one there is: a key is unique."""

    key = models.SectorPage.Key.EDUCATION

    class Meta:
        model = models.SectorPage

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        existing = model_class.objects.filter(key=kwargs["key"]).first()
        return existing or super()._create(model_class, *args, **kwargs)


class ActionPlanPageFactory(TrilingualPageFactory):
    start_year = 2016
    end_year = 2018

    class Meta:
        model = models.ActionPlanPage


class StrategicObjectiveFactory(TrilingualFactory, factory.django.DjangoModelFactory):
    page = factory.SubFactory(ActionPlanPageFactory)
    _texts: ClassVar[dict[str, dict[str, Any]]] = {"text": INTRODUCTIONS}

    class Meta:
        model = models.StrategicObjective


class PriorityPageFactory(TrilingualPageFactory):
    sector = factory.SubFactory(SectorPageFactory)
    plan = factory.SubFactory(ActionPlanPageFactory)

    class Meta:
        model = models.PriorityPage


class InterventionIndexPageFactory(TrilingualPageFactory):
    class Meta:
        model = models.InterventionIndexPage


class InterventionPageFactory(TrilingualPageFactory):
    sector = factory.SubFactory(SectorPageFactory)
    plan = factory.SubFactory(ActionPlanPageFactory)
    start_year = 2016
    end_year = 2018

    class Meta:
        model = models.InterventionPage


class PartnerFactory(TrilingualFactory, factory.django.DjangoModelFactory):
    page = factory.SubFactory(InterventionPageFactory)
    _texts: ClassVar[dict[str, dict[str, Any]]] = {"name": TITLES}

    class Meta:
        model = models.Partner
