"""What fields, and the things of an arrangement, are called in plain words."""

from masa.model.doubts import Footnote
from masa.model.funding import Budget

__all__ = ["field_in_words", "name_of"]

_WORDS = {
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
    "refers_to": "what it refers to",
    "carried_forward_holds_surplus": "whether it holds the surplus of the year",
}
_NAMES = ("name", "topic", "about", "what", "item", "payer", "question", "title")


def field_in_words(field: str) -> str:
    """Say what a field is called: ``reports_to`` is a line of reporting."""
    return _WORDS.get(field, field.replace("_", " "))


def name_of(thing: object) -> str:
    """Say what a thing is called, or nothing if it has no name of its own."""
    if isinstance(thing, Budget | Footnote):
        return str(thing)
    names = (getattr(thing, key, None) for key in _NAMES)
    return next((name for name in names if isinstance(name, str)), "")
