"""Which fields of the pages are translated; nothing else."""

from modeltranslation.translator import TranslationOptions, register

from pages import models


@register(models.BasePage)
class BasePageOptions(TranslationOptions):
    fields = ("title", "seo_title", "search_description", "introduction")


@register([models.HomePage])
class NoFurtherFieldsOptions(TranslationOptions):
    fields = ()


@register([models.AboutPage, models.ObjectivesPage, models.SectionIndexPage, models.StandardPage])
class BodyOptions(TranslationOptions):
    fields = ("body",)


@register(models.MissionPage)
class MissionPageOptions(TranslationOptions):
    fields = ("statement", "body")


@register(models.ContactPage)
class ContactPageOptions(TranslationOptions):
    fields = ("body", "thanks", "receipt_subject", "receipt_text")


@register(models.ContactFormField)
class ContactFormFieldOptions(TranslationOptions):
    fields = ("label", "help_text", "choices", "default_value")


@register(models.Milestone)
class MilestoneOptions(TranslationOptions):
    fields = ("title", "description")


@register(models.KeyFact)
class KeyFactOptions(TranslationOptions):
    fields = ("value", "label")


@register(models.Objective)
class ObjectiveOptions(TranslationOptions):
    fields = ("title", "explanation")


@register(models.MenuItem)
class MenuItemOptions(TranslationOptions):
    fields = ("label",)


@register(models.InstitutionSettings)
class InstitutionSettingsOptions(TranslationOptions):
    fields = ("name", "acronym", "former_name", "address", "footer_text")


@register(models.SiteImage)
class SiteImageOptions(TranslationOptions):
    fields = ("alternative_text", "caption", "credit")


@register(models.SiteDocument)
class SiteDocumentOptions(TranslationOptions):
    fields = ("title",)
