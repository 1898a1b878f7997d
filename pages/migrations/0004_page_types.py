import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import taggit.managers
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

import pages.fields


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0003_finalize_page_model"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AboutPage",
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
                "verbose_name": "about page",
                "verbose_name_plural": "about pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="HomePage",
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
                "verbose_name": "home page",
                "verbose_name_plural": "home pages",
            },
            bases=("pages.basepage",),
        ),
        migrations.CreateModel(
            name="Menu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("main", "Main menu"),
                            ("footer", "Footer menu"),
                            ("legal", "Legal menu"),
                        ],
                        max_length=20,
                        unique=True,
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "menu",
                "verbose_name_plural": "menus",
            },
        ),
        migrations.CreateModel(
            name="MissionPage",
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
                ("statement", models.TextField(blank=True, verbose_name="mission statement")),
                (
                    "statement_ar",
                    models.TextField(blank=True, null=True, verbose_name="mission statement"),
                ),
                (
                    "statement_en",
                    models.TextField(blank=True, null=True, verbose_name="mission statement"),
                ),
                (
                    "statement_fr",
                    models.TextField(blank=True, null=True, verbose_name="mission statement"),
                ),
            ],
            options={
                "verbose_name": "mission page",
                "verbose_name_plural": "mission pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="ObjectivesPage",
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
                "verbose_name": "objectives page",
                "verbose_name_plural": "objectives pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="SectionIndexPage",
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
                "verbose_name": "section index page",
                "verbose_name_plural": "section index pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="StandardPage",
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
                "verbose_name": "standard page",
                "verbose_name_plural": "standard pages",
            },
            bases=("pages.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="KeyFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("value", models.CharField(blank=True, max_length=60, verbose_name="value")),
                (
                    "value_ar",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="value"),
                ),
                (
                    "value_en",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="value"),
                ),
                (
                    "value_fr",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="value"),
                ),
                ("label", models.CharField(blank=True, max_length=255, verbose_name="label")),
                (
                    "label_ar",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="label"),
                ),
                (
                    "label_en",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="label"),
                ),
                (
                    "label_fr",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="label"),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="key_facts",
                        to="pages.aboutpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "key fact",
                "verbose_name_plural": "key facts",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("date", models.DateField(verbose_name="date")),
                ("title", models.CharField(blank=True, max_length=255, verbose_name="title")),
                (
                    "title_ar",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="title"),
                ),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="title"),
                ),
                (
                    "title_fr",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="title"),
                ),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "description_ar",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "description_en",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "description_fr",
                    models.TextField(blank=True, null=True, verbose_name="description"),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestones",
                        to="pages.aboutpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SiteDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("title_ar", models.CharField(max_length=255, null=True, verbose_name="title")),
                ("title_en", models.CharField(max_length=255, null=True, verbose_name="title")),
                ("title_fr", models.CharField(max_length=255, null=True, verbose_name="title")),
                ("file", models.FileField(upload_to="documents", verbose_name="file")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("file_size", models.PositiveBigIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, editable=False, max_length=40)),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[("ar", "العربية"), ("en", "English"), ("fr", "Français")],
                        max_length=2,
                        verbose_name="language of the document",
                    ),
                ),
                (
                    "page_count",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="number of pages"
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text=None,
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "permissions": [("choose_document", "Can choose document")],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="SiteImage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True, default="", max_length=255, verbose_name="description"
                    ),
                ),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="created at"
                    ),
                ),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                (
                    "file_hash",
                    models.CharField(blank=True, db_index=True, editable=False, max_length=40),
                ),
                (
                    "alternative_text",
                    models.CharField(
                        blank=True,
                        help_text="What the image says, for those who do not see it.",
                        max_length=255,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "alternative_text_ar",
                    models.CharField(
                        blank=True,
                        help_text="What the image says, for those who do not see it.",
                        max_length=255,
                        null=True,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "alternative_text_en",
                    models.CharField(
                        blank=True,
                        help_text="What the image says, for those who do not see it.",
                        max_length=255,
                        null=True,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "alternative_text_fr",
                    models.CharField(
                        blank=True,
                        help_text="What the image says, for those who do not see it.",
                        max_length=255,
                        null=True,
                        verbose_name="alternative text",
                    ),
                ),
                ("caption", models.CharField(blank=True, max_length=500, verbose_name="caption")),
                (
                    "caption_ar",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="caption"),
                ),
                (
                    "caption_en",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="caption"),
                ),
                (
                    "caption_fr",
                    models.CharField(blank=True, max_length=500, null=True, verbose_name="caption"),
                ),
                ("credit", models.CharField(blank=True, max_length=255, verbose_name="credit")),
                (
                    "credit_ar",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="credit"),
                ),
                (
                    "credit_en",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="credit"),
                ),
                (
                    "credit_fr",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="credit"),
                ),
                (
                    "decorative",
                    models.BooleanField(
                        default=False,
                        help_text="The image says nothing that the text does not: screen readers skip it.",
                        verbose_name="decorative",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text=None,
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "image",
                "verbose_name_plural": "images",
                "permissions": [("choose_image", "Can choose image")],
                "abstract": False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(blank=True, max_length=255, verbose_name="title")),
                (
                    "title_ar",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="title"),
                ),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="title"),
                ),
                (
                    "title_fr",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="title"),
                ),
                ("explanation", models.TextField(blank=True, verbose_name="explanation")),
                (
                    "explanation_ar",
                    models.TextField(blank=True, null=True, verbose_name="explanation"),
                ),
                (
                    "explanation_en",
                    models.TextField(blank=True, null=True, verbose_name="explanation"),
                ),
                (
                    "explanation_fr",
                    models.TextField(blank=True, null=True, verbose_name="explanation"),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="objectives",
                        to="pages.objectivespage",
                    ),
                ),
                (
                    "illustration",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="illustration",
                    ),
                ),
            ],
            options={
                "verbose_name": "objective",
                "verbose_name_plural": "objectives",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InstitutionSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255, verbose_name="full name")),
                (
                    "name_ar",
                    models.CharField(
                        blank=True, max_length=255, null=True, verbose_name="full name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=255, null=True, verbose_name="full name"
                    ),
                ),
                (
                    "name_fr",
                    models.CharField(
                        blank=True, max_length=255, null=True, verbose_name="full name"
                    ),
                ),
                ("acronym", models.CharField(blank=True, max_length=60, verbose_name="acronym")),
                (
                    "acronym_ar",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="acronym"),
                ),
                (
                    "acronym_en",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="acronym"),
                ),
                (
                    "acronym_fr",
                    models.CharField(blank=True, max_length=60, null=True, verbose_name="acronym"),
                ),
                (
                    "former_name",
                    models.CharField(blank=True, max_length=255, verbose_name="former name"),
                ),
                (
                    "former_name_ar",
                    models.CharField(
                        blank=True, max_length=255, null=True, verbose_name="former name"
                    ),
                ),
                (
                    "former_name_en",
                    models.CharField(
                        blank=True, max_length=255, null=True, verbose_name="former name"
                    ),
                ),
                (
                    "former_name_fr",
                    models.CharField(
                        blank=True, max_length=255, null=True, verbose_name="former name"
                    ),
                ),
                ("address", models.TextField(blank=True, verbose_name="postal address")),
                (
                    "address_ar",
                    models.TextField(blank=True, null=True, verbose_name="postal address"),
                ),
                (
                    "address_en",
                    models.TextField(blank=True, null=True, verbose_name="postal address"),
                ),
                (
                    "address_fr",
                    models.TextField(blank=True, null=True, verbose_name="postal address"),
                ),
                ("footer_text", models.TextField(blank=True, verbose_name="footer text")),
                (
                    "footer_text_ar",
                    models.TextField(blank=True, null=True, verbose_name="footer text"),
                ),
                (
                    "footer_text_en",
                    models.TextField(blank=True, null=True, verbose_name="footer text"),
                ),
                (
                    "footer_text_fr",
                    models.TextField(blank=True, null=True, verbose_name="footer text"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "telephone",
                    models.CharField(blank=True, max_length=40, verbose_name="telephone"),
                ),
                (
                    "social_accounts",
                    pages.fields.StreamField(blank=True, verbose_name="social accounts"),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="wagtailcore.site",
                    ),
                ),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="pages.siteimage",
                        verbose_name="logo",
                    ),
                ),
            ],
            options={
                "verbose_name": "institution",
                "verbose_name_plural": "institutions",
            },
        ),
        migrations.AddField(
            model_name="basepage",
            name="lead_image",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="pages.siteimage",
                verbose_name="lead image",
            ),
        ),
        migrations.CreateModel(
            name="MenuItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "link_url",
                    models.URLField(
                        blank=True, help_text="Instead of a page.", verbose_name="address"
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="Left empty, the page's title is shown.",
                        max_length=100,
                        verbose_name="label",
                    ),
                ),
                (
                    "label_ar",
                    models.CharField(
                        blank=True,
                        help_text="Left empty, the page's title is shown.",
                        max_length=100,
                        null=True,
                        verbose_name="label",
                    ),
                ),
                (
                    "label_en",
                    models.CharField(
                        blank=True,
                        help_text="Left empty, the page's title is shown.",
                        max_length=100,
                        null=True,
                        verbose_name="label",
                    ),
                ),
                (
                    "label_fr",
                    models.CharField(
                        blank=True,
                        help_text="Left empty, the page's title is shown.",
                        max_length=100,
                        null=True,
                        verbose_name="label",
                    ),
                ),
                (
                    "menu",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="pages.menu",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "menu item",
                "verbose_name_plural": "menu items",
                "ordering": ["sort_order"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("page__isnull", False),
                            models.Q(("link_url", ""), _negated=True),
                            _connector="XOR",
                        ),
                        name="menu_item_links_once",
                        violation_error_message="Choose a page or give an address, one of the two.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteRendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                (
                    "focal_point_key",
                    models.CharField(blank=True, default="", editable=False, max_length=16),
                ),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        to="pages.siteimage",
                    ),
                ),
            ],
            options={
                "verbose_name": "image rendition",
                "verbose_name_plural": "image renditions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
                    )
                ],
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
    ]
