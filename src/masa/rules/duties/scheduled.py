"""What the Schedule of relevant agencies makes of the agencies that a file lists."""

from collections.abc import Iterator, Mapping, Sequence

from masa.ground.law.provisions import ListedItem
from masa.ground.logic import Answer
from masa.ground.stated import Absence, Stated, Statement
from masa.model.bodies import Holding
from masa.model.groups import Group, Seat
from masa.model.partners import DescribedSet, RelevantAgency
from masa.rules.dossiers import Dossier, once, stated_exhibits
from masa.rules.duties.holdings import NOT_EVERY_AGENCY, in_part
from masa.rules.exhibits import Exhibit, Weight, exhibit, without_place
from masa.rules.telling_words import speaks_of

__all__ = ["education", "in_the_schedule", "of_kind", "seats_of_education"]

SCHEDULE, A_SCHOOL = "relevant-agency-schedule", "maintained-school"
TOP = 1
OUTSIDE = "in no paragraph of the Schedule"
SOME_EDUCATION = "that every kind of education is named is for a reader to judge"
BELOW_THE_TOP = "below the top, which may be strategic as well"
VACANT = "the seat is vacant"
Agency = RelevantAgency | DescribedSet
Items = Mapping[str | None, ListedItem]


def in_the_schedule(dossier: Dossier) -> list[Exhibit]:
    """Show the paragraph of each agency; in part if that of one is not told.

    What is said to fall under none may be listed as well: no duty falls on it.
    """
    items = _items(dossier)
    agencies = dossier.arrangement.relevant_agencies
    found = [
        each
        for agency in agencies
        for one in agency.schedule_paragraph.statements
        for each in _paragraph(agency, one, items)
    ]
    every = all(_is_told(agency, items) for agency in agencies)
    return found if every else in_part(found, NOT_EVERY_AGENCY)


@once
def _items(dossier: Dossier) -> Items:
    """Give the items of the Schedule, each by its paragraph."""
    versions = dossier.book.versions(SCHEDULE)
    return {item.at: item for rule in versions for item in rule.items}


def _item(one: Statement[int], items: Items) -> ListedItem | None:
    return items.get(f"para {one.value}")


def _is_told(agency: Agency, items: Items) -> bool:
    return any(
        one.value is Absence.NONE or _item(one, items)
        for one in agency.schedule_paragraph.settled
    )


def _paragraph(agency: Agency, one: Statement[int], items: Items) -> Iterator[Exhibit]:
    if one.value is Absence.NONE:
        said = f"{agency.name}: in no paragraph, so that no statutory duty falls on it"
        yield from in_part([exhibit(said, one)], OUTSIDE)
    elif item := _item(one, items):
        yield from stated_exhibits(f"{agency.name}: {item.at}", Stated((one,)))
    elif one.has_value:
        said = (
            f"{agency.name}: para {one.value}, which the Schedule is not known to have"
        )
        yield exhibit(said, one, Weight.MENTION)


def _placed(dossier: Dossier) -> Iterator[tuple[Agency, ListedItem, Exhibit]]:
    """Yield each agency with the item of the Schedule that it is said to fall under."""
    items = _items(dossier)
    for agency in dossier.arrangement.relevant_agencies:
        for one in agency.schedule_paragraph.statements:
            if item := _item(one, items):
                yield from (
                    (agency, item, each) for each in _paragraph(agency, one, items)
                )


def of_kind(dossier: Dossier, kind: str) -> list[Exhibit]:
    """Show the agencies of one kind of the Schedule."""
    return [shown for _, item, shown in _placed(dossier) if item.id == kind]


@once
def _of_education(dossier: Dossier) -> list[tuple[Agency, Exhibit]]:
    """Find the agencies under the heading of the Schedule under which schools stand."""
    found = list(_placed(dossier))
    headings = {item.group for item in _items(dossier).values() if item.id == A_SCHOOL}
    return [(agency, shown) for agency, item, shown in found if item.group in headings]


def education(dossier: Dossier) -> list[Exhibit]:
    """Show the agencies of education and childcare: which of them there are is open."""
    return in_part((shown for _, shown in _of_education(dossier)), SOME_EDUCATION)


@once
def seats_of_education(dossier: Dossier) -> Mapping[str, Sequence[Exhibit]]:
    """Show where agencies of education sit: at the top, or somewhere below it.

    The top tier is strategic. One below it may be strategic too, so that a seat there
    is only a part of being represented in operations. A seat of somebody described, in
    words that tell of education, is mentioned.
    """
    seats = [
        (group.tier.says(TOP), each)
        for group in dossier.arrangement.own_groups
        for each in _seats(dossier, group)
    ]
    return {
        "strategic": [each for is_top, each in seats if is_top is Answer.YES],
        "operational": in_part(
            (each for is_top, each in seats if is_top is Answer.NO), BELOW_THE_TOP
        ),
    }


def _seats(dossier: Dossier, group: Group) -> Iterator[Exhibit]:
    agencies = _settled_in_education(dossier)
    for seat in group.members:
        holder = dossier[seat.holder] if seat.holder else None
        if id(holder) in agencies:
            is_vacant = seat.holding.says(Holding.VACANT) is Answer.YES
            shown = [_seat(group, seat, Weight.WHOLE)]
            yield from in_part(shown, VACANT) if is_vacant else shown
        elif seat.any and speaks_of("education", [seat.any]):
            yield _seat(group, seat, Weight.MENTION)


def _seat(group: Group, seat: Seat, weight: Weight) -> Exhibit:
    return exhibit(f"{group.name}: {without_place(str(seat), seat.at)}", seat, weight)


@once
def _settled_in_education(dossier: Dossier) -> frozenset[int]:
    found = _of_education(dossier)
    return frozenset(id(agency) for agency, shown in found if shown.is_enough)
