"""The forms of the image and document libraries, and what may be uploaded there.

A file has to be what its name says: the first bytes decide, not the extension and not what the
browser claims.
"""

import zipfile
from pathlib import PurePath
from typing import Any

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from isesco_site.languages import BY_CODE
from pages.language_forms import mark_languages, remove_forbidden_fields
from translations.blank import is_blank
from translations.registry import canonical, codes, column

HEAD_SIZE = 8192  # bytes read to tell what a file is
PDF_HEADER_RANGE = 1024  # bytes; PDF 1.7 (ISO 32000-1), annex H.3
# The part that tells a kind of document apart inside its ZIP container.
CONTAINER_PARTS = {
    "docx": "word/",
    "pptx": "ppt/",
    "xlsx": "xl/",
    "odt": "content.xml",
}
TEXT_EXTENSIONS = ("csv", "txt")
PROGRAM_STARTS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")


def extension_of(name: str | None) -> str:
    """Return the extension of a file name: "Report.PDF" → "pdf"."""
    return PurePath(name or "").suffix.lower().lstrip(".")


def is_container_of(file: UploadedFile, part: str) -> bool:
    """Tell whether a file is a ZIP archive that holds a part with this name or beginning."""
    try:
        with zipfile.ZipFile(file) as archive:
            return any(name.startswith(part) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    finally:
        file.seek(0)


def is_what_it_says(file: UploadedFile) -> bool:
    """Tell whether the content of a document is of the kind that its extension names."""
    extension = extension_of(file.name)
    file.seek(0)
    head = file.read(HEAD_SIZE)
    file.seek(0)
    if extension == "pdf":
        return b"%PDF-" in head[:PDF_HEADER_RANGE] and not head.startswith(PROGRAM_STARTS)
    if extension == "rtf":
        return head.startswith(rb"{\rtf")
    if extension in CONTAINER_PARTS:
        return is_container_of(file, CONTAINER_PARTS[extension])
    if extension in TEXT_EXTENSIONS:
        is_binary = b"\0" in head or head.startswith(PROGRAM_STARTS)
        return not is_binary and filetype.guess(head) is None
    return False


def check_document(file: UploadedFile) -> None:
    """Refuse a document of a kind the site does not keep, or that is not what it says.

    Raises:
        ValidationError: with words for the person who uploads.
    """
    extension = extension_of(file.name)
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        kinds = ", ".join(item.upper() for item in settings.WAGTAILDOCS_EXTENSIONS)
        raise ValidationError(_("The site keeps documents of these kinds only: %s.") % kinds)
    if not file.size:
        raise ValidationError(_("The file is empty."))
    if not is_what_it_says(file):
        raise ValidationError(
            _("This is not a %(kind)s file, though its name says so. Save it again as %(kind)s.")
            % {"kind": extension.upper()}
        )


class CheckedImageField(WagtailImageField):
    """Wagtail's field; what cannot be read as an image is refused, too, instead of failing."""

    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:
            raise ValidationError(
                _("This image is damaged or not what its name says."), code="invalid_image"
            ) from error


class ImageForm(BaseImageForm):
    """An image with its texts per language, as far as the person may change them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].__class__ = CheckedImageField
        if user:
            remove_forbidden_fields(self, user)
        mark_languages(self)


class DocumentForm(BaseDocumentForm):
    """A document with a title per language; without any, the file's name stands in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        user = kwargs.get("user")
        super().__init__(*args, **kwargs)
        for name in (column("title", code) for code in codes()):
            self.fields[name].required = False
        if "file" in self.fields:
            self.fields["file"].help_text = _("At most %(size)s. Kinds: %(kinds)s.") % {
                "size": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE),
                "kinds": ", ".join(item.upper() for item in settings.WAGTAILDOCS_EXTENSIONS),
            }
        if user:
            remove_forbidden_fields(self, user)
        mark_languages(self)

    def clean_file(self) -> Any:
        """Look into a newly uploaded file."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_document(file)
        return file

    def clean(self) -> dict[str, Any]:
        """Take the title from the file's name where no language has one."""
        cleaned_data = super().clean()
        names = [column("title", code) for code in codes()]
        titles = [cleaned_data.get(name, getattr(self.instance, name)) for name in names]
        if all(is_blank(title) for title in titles):
            title = self.data.get("title") or self.title_from_file(cleaned_data.get("file"))
            name = column("title", language_of_name(title, cleaned_data.get("language")))
            if title and name in self.fields:
                cleaned_data[name] = title
            elif "file" not in self.errors:
                offered = next(name for name in names if name in self.fields)
                self.add_error(offered, _("Give the document a title in at least one language."))
        return cleaned_data

    def title_from_file(self, file: Any) -> str:
        """Return a title made from a file name: "annual_report.pdf" → "annual report"."""
        max_length = self._meta.model._meta.get_field("title").max_length
        return PurePath(file.name).stem.replace("_", " ").strip()[:max_length] if file else ""


def language_of_name(name: str, document_language: str | None) -> str:
    """Return the language a file's name is taken to be in.

    That of the document where it is known; else by script, and among the languages written in
    Latin letters that of the interface.
    """
    if document_language in BY_CODE:
        return document_language
    if any("\u0600" <= letter <= "\u06ff" for letter in name):
        return "ar"
    interface = get_language() or canonical()
    return interface if interface in BY_CODE and interface != "ar" else canonical()
