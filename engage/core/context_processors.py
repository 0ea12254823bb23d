"""What every template may read."""


def display(request):
    """The person's display preferences, as ``display`` (see preferences.py)."""
    return {"display": getattr(request, "display", None)}
