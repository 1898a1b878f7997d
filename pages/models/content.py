"""What has been loaded from content files."""

from django.db import models


class LoadedContent(models.Model):
    """Remembers one item of the content files, so that loading never undoes an edit.

    ``digest`` is that of the file as last seen, ``state`` that of the object as last loaded:
    an object whose state differs has been edited since. An empty ``state`` matches nothing, so
    the object counts as edited.
    """

    key = models.CharField(max_length=255, unique=True)
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=64, blank=True)
    object_id = models.PositiveBigIntegerField(null=True)
    # The primary keys of child rows: {"strategic_objectives": {"youth": 1}}
    parts = models.JSONField(default=dict)

    class Meta:
        verbose_name = "loaded content"
        verbose_name_plural = "loaded content"

    def __str__(self) -> str:
        return self.key
