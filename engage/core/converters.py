"""Parts of addresses."""

from django.urls.converters import IntConverter


class RowNumber(IntConverter):
    """The number of a row. At most 18 digits: a database refuses larger ones with an error, so they are not found."""

    regex = "[0-9]{1,18}"
