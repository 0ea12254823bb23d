"""The demo's codebook, half of the answers coded, and what was answered."""

from datetime import date

from consultations.analysis.models import Theme
from consultations.analysis.services import tag_answers
from consultations.models import ConsultationPage
from consultations.outcomes.models import Outcome, YouSaidWeDidPage
from home.demo.content.consultations import CLOSED
from home.demo.content.outcomes import OUTCOMES
from home.demo.content.themes import THEMES
from home.demo.passages import sentences
from home.demo.responding import LoadedComment
from home.demo.strategy import LoadedStrategy
from home.installation import publish


def load_themes(strategy: LoadedStrategy) -> dict[str, Theme]:
    """Make the codebook; returns the themes by key."""
    return {
        row["key"]: Theme.objects.create(
            name=row["name"],
            slug=row["key"],
            definition=row["definition"],
            use_when=row["use_when"],
            not_when=row["not_when"],
            priority=strategy.priorities[row["priority"]],
            colour=row["colour"],
        )
        for row in THEMES
    }


def load_codings(comments: list[LoadedComment], themes: dict[str, Theme], people: dict) -> None:
    """Code everything of the closed consultation and some of the open one, so that half is done.

    Answers with a concern stay out, as for everybody but the safeguarding lead.
    """
    closed = ConsultationPage.objects.get(slug=CLOSED["slug"])
    of_closed = [one for one in comments if one.answer.response.survey.path.startswith(closed.path)]
    others = [one for one in comments if one not in of_closed]
    for comment in of_closed + others[::3]:
        if comment.themes and not comment.answer.concerns.exists():
            tag_answers(
                answers=[comment.answer], themes=[themes[key] for key in comment.themes], coder=people["officer"]
            )


def load_outcomes(pictures, strategy: LoadedStrategy, themes: dict[str, Theme]) -> None:
    """Publish the "You said, we did" page of the closed consultation."""
    page = YouSaidWeDidPage(
        title=OUTCOMES["title"],
        slug=OUTCOMES["slug"],
        summary="See what we did because of you.",
        picture=pictures["tick"],
        passages=sentences(OUTCOMES["intro"], pictures),
    )
    for order, row in enumerate(OUTCOMES["entries"]):
        month = row["done_month"]
        page.entries.add(
            Outcome(
                sort_order=order,
                you_said=row["you_said"],
                theme=themes[row["theme"]],
                quote=row["quote"],
                priority=strategy.priorities[row["priority"]],
                state=row["state"],
                we_did=row["we_did"],
                why_not=row["why_not"],
                done_on=date.fromisoformat(f"{month}-01") if month else None,
                what_next=row["what_next"],
                picture=pictures[row["picture"]],
            )
        )
    ConsultationPage.objects.get(slug=CLOSED["slug"]).add_child(instance=page)
    publish(page)
