from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="LanguageRight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "permissions": [
                    ("translate_ar", "Can change Arabic text"),
                    ("translate_en", "Can change English text"),
                    ("translate_fr", "Can change French text"),
                    ("change_shared", "Can change what all languages share"),
                ],
                "managed": False,
                "default_permissions": (),
            },
        ),
    ]
