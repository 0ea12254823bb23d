"""What the page editor loads for surveys."""

from django.templatetags.static import static
from django.utils.html import format_html


def question_kinds_script() -> str:
    """For ``insert_editor_js``: a question shows only the fields of its kind. It does nothing on other pages."""
    return format_html('<script type="module" src="{}"></script>', static("engage/js/question-kinds.js"))
