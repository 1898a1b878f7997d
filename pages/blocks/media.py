"""Blocks of pictures, documents and video."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .base import (
    BodyBlock,
    DocumentChooserBlock,
    ImageChooserBlock,
    PlainParagraphBlock,
    PlainTextBlock,
)

VIDEO_KEY = re.compile(r"[A-Za-z0-9_-]{6,20}")
YOUTUBE_HOSTS = {"www.youtube.com", "youtube.com", "m.youtube.com", "www.youtube-nocookie.com"}
VIMEO_HOSTS = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}


class CaptionedImageValue(blocks.StructValue):
    """An image with the words that stand under it."""

    @property
    def shown_caption(self) -> str:
        """The caption written here, or the image's own."""
        image = self.get("image")
        return self.get("caption") or (getattr(image, "caption", "") if image else "") or ""

    @property
    def credit(self) -> str:
        """Who made the image, as the image library says."""
        return getattr(self.get("image"), "credit", "") or ""


class FigureBlock(BodyBlock):
    """One image with its caption and credit."""

    image = ImageChooserBlock(label=_("Image"))
    caption = PlainParagraphBlock(
        required=False,
        max_length=500,
        rows=2,
        label=pgettext_lazy("of an image", "Caption"),
        help_text=_("Left empty, the caption from the image library is used."),
    )
    width = blocks.ChoiceBlock(
        choices=[
            ("s", _("Narrow, beside the text")),
            ("m", _("As wide as the text")),
            ("l", _("Wide, beyond the text")),
        ],
        default="m",
        label=_("Width"),
        search_index=False,
    )

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("One image with its caption and credit")
        group = _("Pictures and documents")
        template = "blocks/figure.html"
        value_class = CaptionedImageValue


class GalleryItemBlock(blocks.StructBlock):
    """An image of a gallery."""

    image = ImageChooserBlock(label=_("Image"))
    caption = PlainTextBlock(
        required=False,
        label=pgettext_lazy("of an image", "Caption"),
        help_text=_("Left empty, the caption from the image library is used."),
    )

    class Meta:
        icon = "image"
        label = _("Image")
        value_class = CaptionedImageValue


class GalleryBlock(BodyBlock):
    """Several images that belong together."""

    images = blocks.ListBlock(GalleryItemBlock(), min_num=2, label=_("Images"))

    class Meta:
        icon = "grip"
        label = _("Gallery")
        description = _("Several images that belong together, each with its caption")
        group = _("Pictures and documents")
        template = "blocks/gallery.html"


class DocumentsBlock(BodyBlock):
    """A list of documents to download, with what a reader wants to know first."""

    title = PlainTextBlock(required=False, max_length=200, label=_("Title"))
    documents = blocks.ListBlock(
        DocumentChooserBlock(label=_("Document")), min_num=1, label=_("Documents")
    )

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        description = _("Documents to download, each with its type, language, size and length")
        group = _("Pictures and documents")
        template = "blocks/documents.html"


class Video:
    """A video on a known platform.

    `platform` is its name, `watch_url` its public page, `embed_url` the player's address in the
    platform's mode without tracking cookies.
    """

    def __init__(self, platform: str, watch_url: str, embed_url: str) -> None:
        self.platform = platform
        self.watch_url = watch_url
        self.embed_url = embed_url


def parse_video_address(address: str) -> Video | None:
    """Return the video at a YouTube or Vimeo address; None for any other address."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that enclose no IPv6 address
        return None
    host, path = (parts.hostname or "").lower(), parts.path.strip("/").split("/")
    if parts.scheme not in {"http", "https"}:
        return None
    if host in VIMEO_HOSTS:
        return _vimeo(path[-1])
    if host == "youtu.be":
        return _youtube(path[0])
    return _youtube(_youtube_key(path, parts.query)) if host in YOUTUBE_HOSTS else None


def _youtube_key(path: list[str], query: str) -> str:
    """Return the video's key in an address of youtube.com; empty when it holds none."""
    if path[0] == "watch":
        return parse_qs(query).get("v", [""])[0]
    return path[1] if path[0] in {"embed", "shorts", "live"} and len(path) > 1 else ""


def _youtube(key: str) -> Video | None:
    if not VIDEO_KEY.fullmatch(key):
        return None
    return Video(
        "YouTube",
        f"https://www.youtube.com/watch?v={key}",
        f"https://www.youtube-nocookie.com/embed/{key}?autoplay=1&rel=0",
    )


def _vimeo(key: str) -> Video | None:
    if not (key.isascii() and key.isdigit() and len(key) <= 20):
        return None
    return Video(
        "Vimeo",
        f"https://vimeo.com/{key}",
        f"https://player.vimeo.com/video/{key}?autoplay=1&dnt=1",
    )


class EmbedValue(blocks.StructValue):
    """A video and what is shown of it before it plays."""

    @property
    def video(self) -> Video | None:
        """Where the video is; None when the stored address is not one we know."""
        return parse_video_address(self.get("address") or "")


class EmbedBlock(BodyBlock):
    """A video that loads nothing from its platform before the reader asks for it."""

    address = blocks.URLBlock(
        label=_("Address of the video"), help_text=_("A video on YouTube or Vimeo")
    )
    title = PlainTextBlock(max_length=200, label=_("Title of the video"))
    poster = ImageChooserBlock(
        required=False,
        label=_("Opening image"),
        help_text=_("Shown until the reader plays the video. It is taken from our own library."),
    )
    caption = PlainParagraphBlock(
        required=False, max_length=500, rows=2, label=pgettext_lazy("of an image", "Caption")
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video from YouTube or Vimeo, loaded only when the reader plays it")
        group = _("Pictures and documents")
        template = "blocks/embed.html"
        value_class = EmbedValue

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if value.get("address") and value.video is None:
            message = gettext("This is not the address of a video on YouTube or Vimeo.")
            raise StructBlockValidationError(block_errors={"address": ValidationError(message)})
        return value
