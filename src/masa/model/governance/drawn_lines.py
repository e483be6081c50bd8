"""How each verb of governance looks as a line of a chart."""

from masa.ground.charts import Head, Kind, Sign
from masa.model.relations import Verb

__all__ = ["GONE", "NEW", "NEW_OPEN", "OPEN", "line_of"]

OPEN = Sign(mark="?", words="proposed, on a condition, or not settled", dashes="1 3")
NEW = Sign(mark="+", words="new")
NEW_OPEN = Sign(mark="*", words="new, but not settled", dashes="1 3")
GONE = Sign(mark="\N{MINUS SIGN}", words="gone", dashes="1 3")

_ACCOUNT = (1.5, None, Head.FILLED)
_DIRECTION = (2.6, None, Head.FILLED)
_SEAT = (1.0, None, Head.RING)
_CHAIR = (1.5, None, Head.DISC)
_SCRUTINY = (1.5, "9 4", Head.OPEN)
_MONEY = (1.5, "10 3 2 3", Head.OPEN)
_CONTACT = (1.2, "4 4", Head.LINES)
_LEVEL = (1.2, "4 4", Head.NONE)
_LOOKS = {
    _ACCOUNT: (
        Verb.REPORTS_TO,
        Verb.REPORTS_BY_EXCEPTION,
        Verb.ACCOUNTABLE_TO,
        Verb.ESCALATES_TO,
        Verb.ASSURES,
        Verb.RECOMMENDS_TO,
        Verb.SUBMITTED_TO,
    ),
    _DIRECTION: (
        Verb.OVERSEES,
        Verb.SUPERVISES,
        Verb.MANAGES,
        Verb.RESPONSIBLE_FOR,
        Verb.DELEGATES_TO,
        Verb.APPROVES,
        Verb.LEADS,
    ),
    _SEAT: (
        Verb.MEMBER_OF,
        Verb.INVITED_TO,
        Verb.TAKES_PART_IN,
        Verb.REPRESENTED_ON,
        Verb.PART_OF,
        Verb.ONE_OF,
        Verb.IN_PORTFOLIO_OF,
        Verb.INSTANCE_OF,
    ),
    _CHAIR: (
        Verb.CHAIRS,
        Verb.VICE_CHAIRS,
        Verb.APPOINTS_CHAIR_OF,
        Verb.NOMINATES_TO,
    ),
    _SCRUTINY: (Verb.SCRUTINISES, Verb.EVALUATES, Verb.MONITORS),
    _MONEY: (Verb.FUNDS, Verb.COMMISSIONS, Verb.PROVIDES),
    _LEVEL: (
        Verb.LIAISES_WITH,
        Verb.WORKS_WITH,
        Verb.CONTRACTS_WITH,
        Verb.MERGES_WITH,
        Verb.INTEGRATED_WITH,
        Verb.HELD_WITH,
    ),
}
_LOOK_OF = {verb: look for look, verbs in _LOOKS.items() for verb in verbs}


def line_of(verb: Verb) -> Kind:
    """Give the line of a verb; those that say things of one sort look alike."""
    width, dashes, head = _LOOK_OF.get(verb, _CONTACT)
    return Kind(words=verb.value, width=width, dashes=dashes, head=head)
