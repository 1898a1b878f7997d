"""What texts may hold, whichever form they are typed in."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

#: Embeddings, overrides and their terminator (Unicode TR 9): they can disguise what a text says.
reject_bidi_overrides = RegexValidator(
    "[\u202a-\u202e]",
    _("This text holds invisible marks that change its direction. Type it again without them."),
    code="bidi_override",
    inverse_match=True,
)
