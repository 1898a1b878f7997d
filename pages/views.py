"""Pages for staff that are not editing screens."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pages.styleguide import (
    ACCENTS,
    TYPE_STEPS,
    block_specimens,
    component_specimens,
    type_specimens,
)


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component and every block in each language.

    Its address is registered among the admin's, which only staff can open.
    """
    context = {
        "accents": ACCENTS,
        "blocks": list(block_specimens(request)),
        "components": list(component_specimens()),
        "type_specimens": type_specimens(),
        "type_steps": TYPE_STEPS,
    }
    return render(request, "styleguide/index.html", context)
