import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

import pages.fields
import programmes.countries


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pages", "0004_page_types"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionPlanPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("body", pages.fields.StreamField(blank=True, verbose_name="body")),
                ("body_ar", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_en", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_fr", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                (
                    "start_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="first year"
                    ),
                ),
                (
                    "end_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="last year"
                    ),
                ),
            ],
            options={
                "verbose_name": "action plan page",
                "verbose_name_plural": "action plan pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="InterventionIndexPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "intervention index page",
                "verbose_name_plural": "intervention index pages",
            },
            bases=("pages.basepage",),
        ),
        migrations.CreateModel(
            name="ProgrammesIndexPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("body", pages.fields.StreamField(blank=True, verbose_name="body")),
                ("body_ar", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_en", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_fr", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
            ],
            options={
                "verbose_name": "programmes index page",
                "verbose_name_plural": "programmes index pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="SectorPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("body", pages.fields.StreamField(blank=True, verbose_name="body")),
                ("body_ar", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_en", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_fr", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("education", "Education"),
                            ("culture", "Culture"),
                            ("science", "Science, technology and innovation"),
                            ("human-sciences", "Human and social sciences"),
                        ],
                        help_text="Gives the sector its colour and ornament.",
                        max_length=20,
                        unique=True,
                        verbose_name="sector",
                    ),
                ),
            ],
            options={
                "verbose_name": "sector page",
                "verbose_name_plural": "sector pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="InterventionPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("body", pages.fields.StreamField(blank=True, verbose_name="body")),
                ("body_ar", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_en", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_fr", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                (
                    "start_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="first year"
                    ),
                ),
                (
                    "end_year",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="last year"
                    ),
                ),
                (
                    "countries",
                    programmes.countries.CountriesField(
                        blank=True, default=list, size=None, verbose_name="countries"
                    ),
                ),
                (
                    "objectives",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        related_name="interventions",
                        to="pages.objective",
                        verbose_name="objectives of the institution it contributes to",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="interventions",
                        to="programmes.actionplanpage",
                        verbose_name="action plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "intervention page",
                "verbose_name_plural": "intervention pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("name", models.CharField(blank=True, max_length=255, verbose_name="name")),
                (
                    "name_ar",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="name"),
                ),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="name"),
                ),
                (
                    "name_fr",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="name"),
                ),
                ("url", models.URLField(blank=True, verbose_name="website")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partners",
                        to="programmes.interventionpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PriorityPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("body", pages.fields.StreamField(blank=True, verbose_name="body")),
                ("body_ar", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_en", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                ("body_fr", pages.fields.StreamField(blank=True, null=True, verbose_name="body")),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="priorities",
                        to="programmes.actionplanpage",
                        verbose_name="action plan",
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="priorities",
                        to="programmes.sectorpage",
                        verbose_name="sector",
                    ),
                ),
            ],
            options={
                "verbose_name": "priority page",
                "verbose_name_plural": "priority pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.AddField(
            model_name="interventionpage",
            name="priorities",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                related_name="interventions",
                to="programmes.prioritypage",
                verbose_name="priorities",
            ),
        ),
        migrations.AddField(
            model_name="interventionpage",
            name="sector",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="interventions",
                to="programmes.sectorpage",
                verbose_name="sector",
            ),
        ),
        migrations.CreateModel(
            name="StrategicObjective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("text_ar", models.TextField(blank=True, null=True, verbose_name="text")),
                ("text_en", models.TextField(blank=True, null=True, verbose_name="text")),
                ("text_fr", models.TextField(blank=True, null=True, verbose_name="text")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strategic_objectives",
                        to="programmes.actionplanpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "strategic objective",
                "verbose_name_plural": "strategic objectives",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="interventionpage",
            name="strategic_objectives",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                related_name="interventions",
                to="programmes.strategicobjective",
                verbose_name="strategic objectives served",
            ),
        ),
    ]
