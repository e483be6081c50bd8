"""What fields, and the things of an arrangement, are called in plain words."""

from collections.abc import Iterator

from masa.ground.names import is_named
from masa.ground.shapes import Path
from masa.model.arrangement import Arrangement
from masa.model.doubts import Footnote
from masa.model.funding import Budget
from masa.model.relations import Relation
from masa.model.sign_offs import Departure, SignOff
from masa.model.teams import TeamMember
from masa.model.yearly_reports import CopySent

__all__ = ["field_in_words", "label_of", "name_of", "owner_of", "things_on"]

_WORDS = {
    "also": "other name",
    "meets": "frequency",
    "members": "member",
    "reports_to": "line of reporting",
    "in_force": "day from which it is in force",
    "published": "day of publication",
    "approved": "day of approval",
    "edition": "edition of the guidance that it answers to",
    "partners": "safeguarding partner",
    "agencies": "relevant agency",
    "groups": "group",
    "costs_year": "year of the planned spending",
    "decided_by": "who decides",
    "within": "time limit",
    "turn": "length of a turn",
    "holding": "whether the post is filled",
    "dated": "date",
    "on": "day",
    "by": "by whom",
    "nominated_by": "who nominates",
    "where": "where it can be found",
    "refers_to": "what it refers to",
    "contributed_total": "total of the contributions",
    "costs_total": "total of the planned spending",
    "carried_forward_to_nearest": "to what the sum carried forward is rounded",
    "carried_forward_holds_surplus": "whether it holds the surplus of the year",
}
_FORMS: dict[type, str] = {
    Budget: "{0}",
    Footnote: "{0}",
    Relation: "{0.source} {0.verb.value} {0.target}",
    SignOff: "sign-off of the {0.document.value}",
    Departure: "departure from {0.item}",
    CopySent: "copy sent to {0.to}",
    TeamMember: "team member ({0.role.value})",
}
_NAMES = (
    *("name", "topic", "about", "what", "item", "payer", "question", "title"),
    *("category", "holder", "by", "who"),
)


def field_in_words(field: str) -> str:
    """Say what a field is called: ``reports_to`` is a line of reporting."""
    return _WORDS.get(field, field.replace("_", " "))


def name_of(thing: object) -> str:
    """Say what a thing is called, or nothing if it has no name of its own."""
    if form := _FORMS.get(type(thing)):
        return form.format(thing)
    names = (getattr(thing, key, None) for key in _NAMES)
    return next((name for name in names if isinstance(name, str)), "")


def label_of(arrangement: Arrangement, thing: object) -> str:
    """Say what a thing is called, with its id where another is called the same."""
    name, own = name_of(thing), getattr(thing, "id", None)
    if own is None or not is_named(type(thing)) or name in arrangement:
        return name
    return f"{name} ({own})"


def owner_of(arrangement: Arrangement, path: Path) -> str:
    """Name the innermost thing on a path that has a name."""
    things = tuple(things_on(arrangement, path))
    labels = (label_of(arrangement, thing) for thing in reversed(things))
    return next(filter(None, labels), arrangement.title)


def things_on(arrangement: Arrangement, path: Path) -> Iterator[object]:
    """Yield what stands on a path, from the arrangement inwards."""
    thing: object = arrangement
    yield thing
    for step in path:
        if isinstance(thing, tuple) and isinstance(step, int):
            thing = thing[step]
        else:
            thing = getattr(thing, str(step), None)
        yield thing
