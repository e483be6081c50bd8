"""Remarks on money: who pays and is not listed, and for what no line is printed."""

from collections.abc import Iterable, Iterator

from masa.model.arrangement import Arrangement
from masa.model.documents import Collective
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine
from masa.rules.identities import Identities, once
from masa.rules.remarks import Noticed
from masa.rules.telling_words import speaks_of
from masa.rules.whereabouts import Whereabouts, marked_name

__all__ = [
    "agency_not_paying",
    "no_budget",
    "no_line_for_reviews",
    "no_line_for_scrutiny",
    "not_listed",
    "payer_not_listed",
]

REVIEWS = "reviews"


def no_budget(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a document that prints no budget."""
    if not known.arrangement.budgets:
        yield Noticed(f"A budget is {known.silence}.")


def no_line_for_reviews(known: Whereabouts) -> Iterator[Noticed]:
    """Look for planned spending of which no line is named for reviews."""
    return _without_a_line(known, REVIEWS)


def no_line_for_scrutiny(known: Whereabouts) -> Iterator[Noticed]:
    """Look for planned spending of which no line is named for scrutiny."""
    return _without_a_line(known, "scrutiny")


def _without_a_line(known: Whereabouts, theme: str) -> Iterator[Noticed]:
    for budget in known.arrangement.budgets:
        texts = [text for line in budget.costs for text in _texts(line)]
        is_told = theme == REVIEWS and any(map(_is_for_reviews, budget.costs))
        if budget.costs and not is_told and not speaks_of(theme, texts):
            yield Noticed(
                f"No line of planned spending{_year(budget)} is named for "
                f"{theme}{known.so_far}.",
                (str(budget),),
                once(line.at for line in budget.costs),
            )


def _is_for_reviews(line: CostLine) -> bool:
    return True in line.for_reviews.values


def _texts(line: CostLine) -> Iterator[str]:
    yield line.item
    yield from line.heading.values


def _year(budget: Budget) -> str:
    """Say of which year the planned spending is, if that is known."""
    said = budget.costs_year if budget.costs_year.statements else budget.year
    return f" of {said.only}" if said.is_settled else ""


def payer_not_listed(known: Whereabouts) -> Iterator[Noticed]:
    """Look for a contributor that is neither a partner nor listed as an agency."""
    if not known.arrangement.relevant_agencies:
        return
    found = not_listed(known, _contributions(known))
    if found:
        marked = dict.fromkeys(marked_name(one.payer, one.standing) for one in found)
        yield Noticed(
            f"Neither among the partners nor on the list of relevant agencies"
            f"{known.so_far}, but among the contributors: {'; '.join(marked)}.",
            once(one.payer for one in found),
            once(one.at for one in found),
        )


def not_listed(
    known: Identities, lines: Iterable[Contribution]
) -> tuple[Contribution, ...]:
    """Give the contributions of bodies that are surely neither partner nor listed."""
    arrangement = known.arrangement
    bodies = (*arrangement.partners, *arrangement.relevant_agencies)
    expected = {known.number(body, perhaps=True) for body in bodies}
    return tuple(one for one in lines if not _numbers(known, one) & expected)


def agency_not_paying(known: Whereabouts) -> Iterator[Noticed]:
    """Look for an agency listed by name that is not among the contributors."""
    every = tuple(_contributions(known))
    paying = frozenset[int]().union(*(_numbers(known, one) for one in every))
    found = [
        one
        for one in known.named_agencies
        if known.number(one, perhaps=True) not in paying
    ]
    if every and found:
        marked = (marked_name(one.name, one.standing) for one in found)
        yield Noticed(
            f"On the list of relevant agencies by name, but not among the "
            f"contributors{known.so_far}: {'; '.join(marked)}.",
            once(one.name for one in found),
            once((*(one.at for one in found), *(one.at for one in every))),
        )


def _contributions(known: Whereabouts) -> Iterator[Contribution]:
    """Yield every contribution but those of the partnership or of a collective."""
    for budget in known.arrangement.budgets:
        for one in budget.contributions:
            if not isinstance(known.thing(one.payer), Arrangement | Collective):
                yield one


def _numbers(known: Identities, paid: Contribution) -> frozenset[int]:
    """Give the numbers of a payer, and of the bodies that it belongs to."""
    payer = known.thing(paid.payer)
    bodies = (payer, *known.body_chain(payer))
    return frozenset(known.number(body, perhaps=True) for body in bodies)
