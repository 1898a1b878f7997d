"""Which fields of the programmes are translated; nothing else."""

from modeltranslation.translator import TranslationOptions, register

from programmes import models


@register(
    [
        models.ActionPlanPage,
        models.InterventionPage,
        models.PriorityPage,
        models.ProgrammesIndexPage,
        models.SectorPage,
    ]
)
class BodyOptions(TranslationOptions):
    fields = ("body",)


@register(models.InterventionIndexPage)
class NoFurtherFieldsOptions(TranslationOptions):
    fields = ()


@register(models.StrategicObjective)
class StrategicObjectiveOptions(TranslationOptions):
    fields = ("text",)


@register(models.Partner)
class PartnerOptions(TranslationOptions):
    fields = ("name",)
