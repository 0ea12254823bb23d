"""Translating pages and rows by wagtail-localize's own means, as an officer does in its editor."""

from collections.abc import Mapping

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource


def translate(instance, locale: Locale, words: Mapping[str, str]):
    """Translate a page or a row, publish it, and return it. What ``words`` does not have stays as it is written.

    The words of pages above must be translated first.
    """
    source, _made = TranslationSource.update_or_create_from_instance(instance)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in source.stringsegment_set.select_related("string", "context"):
        # A new line is stored as HTML.
        text = words.get(segment.string.data.replace("<br/>", "\n"))
        if text:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={"data": text.replace("\n", "<br/>")},
            )
    # A page is published here and not when the transaction ends: what comes next needs it live.
    is_page = isinstance(instance, Page)
    translation.save_target(publish=not is_page)
    translated = instance.get_translation(locale)
    if is_page:
        translated.get_latest_revision().publish()
        translated.refresh_from_db()
    return translated
