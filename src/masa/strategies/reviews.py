"""Strategies for reviews: processes, reviews on their way, and what they owe."""

from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

import masa
from masa.model.cases import Case
from masa.rules.processes import contents_of
from masa.rules.reviewing import Review
from masa.strategies.nouns import nouns
from masa.strategies.values import draws

__all__ = [
    "items_of",
    "lack_lists",
    "lacks",
    "local_lists",
    "local_reviews",
    "national_reviews",
    "notification_forms",
    "owed",
    "owed_lists",
    "process_steps",
    "processes",
    "rapid_reviews",
    "recipients",
    "sendings",
]

R = TypeVar("R", bound=Review)
FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)
STEPS_MOST = 8
SENT_TO = ("Panel", "Secretary of State", "Ofsted")

items_of = nouns(masa.ItemOf)
local_lists = nouns(masa.LocalTo)
recipients = nouns(masa.Recipient)
process_steps = nouns(masa.ProcessStep)
processes = nouns(masa.Process)
owed = nouns(masa.Owed)
lacks = nouns(masa.Lack)
sendings = nouns(masa.Sending)


@st.composite
def _cases(draw: DrawFn, *events: str) -> Case:
    """Draw cases of which the first of some events are known, in their order."""
    days = sorted(draw(st.lists(st.dates(FIRST, LAST), max_size=len(events))))
    several = draw(st.sampled_from((True, False, None)))
    known = dict(zip(events, days, strict=False))
    return Case(reference="7", events=known, several_children=several)


@st.composite
def _on_its_way(draw: DrawFn, review: R) -> R:
    """Take some possible steps, each on the day of the one before or later."""
    day = max((LAST, *(one.on for one in review.taken if one.on)))
    for _ in range(draw(st.integers(0, STEPS_MOST))):
        if not review.next:
            break
        step = draw(st.sampled_from(review.next))
        day += timedelta(days=draw(st.integers(0, 20)))
        covered = st.lists(st.sampled_from(contents_of(step) or ("",)), unique=True)
        review = review.record(
            step.id,
            on=day,
            covers=draw(covered) if step.contents else (),
            to=draw(st.lists(st.sampled_from(SENT_TO), unique=True)),
            in_writing=draw(st.sampled_from((True, False, None))),
        )
    return review


@draws(masa.RapidReview)
def rapid_reviews() -> SearchStrategy[masa.RapidReview]:
    """Draw rapid reviews on their way, of cases of which little is known."""
    cases = _cases("aware", "notified", "rapid_review_sent")
    return cases.map(masa.RapidReview).flatmap(_on_its_way)


@draws(masa.LocalReview)
def local_reviews() -> SearchStrategy[masa.LocalReview]:
    """Draw local reviews on their way, of cases of which little is known."""
    cases = _cases("decided", "copied", "published")
    return cases.map(masa.LocalReview).flatmap(_on_its_way)


@draws(masa.NationalReview)
def national_reviews() -> SearchStrategy[masa.NationalReview]:
    """Draw national reviews on their way."""
    return _cases().map(masa.NationalReview).flatmap(_on_its_way)


def _reviews() -> SearchStrategy[Review]:
    return rapid_reviews() | local_reviews() | national_reviews()


@draws(masa.OwedList)
@st.composite
def owed_lists(draw: DrawFn) -> masa.OwedList:
    """Draw what reviews owe, on their last day and later."""
    review = draw(_reviews())
    last = max((LAST, *(one.on for one in review.taken if one.on)))
    return review.owed(last + timedelta(days=draw(st.integers(0, 400))))


@draws(masa.LackList)
def lack_lists() -> SearchStrategy[masa.LackList]:
    """Draw what reviews still lack."""
    return _reviews().map(lambda review: review.missing)


@draws(masa.NotificationForms)
def notification_forms() -> SearchStrategy[masa.NotificationForms]:
    """Draw how many forms an incident calls for, before and after the change."""
    days = st.dates(date(2018, 7, 1), LAST)
    return st.builds(masa.notification_forms, _cases(), on=days)
