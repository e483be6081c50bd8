"""How many meetings a year there are, of each group, for each body, and in all."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from masa.ground.blocks import Block, Paragraph, Table
from masa.ground.errors import DateError, KindError
from masa.ground.logic import NO, YES, Answer
from masa.ground.periods import FinancialYear, Period
from masa.ground.quantities import Count
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.spans import FIRST_YEAR, LAST_YEAR, financial_year
from masa.ground.stated import Absence, Stated, Statement
from masa.ground.text import echo, few
from masa.model.frequencies import Frequency
from masa.model.governance.counting import (
    NOTHING,
    amount,
    countable,
    either,
    or_none,
    smoothed,
    total,
    untold,
)
from masa.model.governance.inquiry import Declared, Inquiry
from masa.model.governance.nodes import GovernanceEdge
from masa.model.governance.prefaces import prefaced
from masa.model.governance.roster import Roster
from masa.model.governance.rows import row_called
from masa.model.governance.seating import placed
from masa.model.groups import Group, SeatRole
from masa.model.lifetimes import has_not_ended, thing_was_there
from masa.model.relations import Verb

__all__ = ["MeetingCount", "Year", "YearOfMeetings", "meetings_in"]

Year = int | str | FinancialYear
Span = tuple[date, date]
NAMED_MOST = 4


@frozen(slots=False)  # made by the hundred
class MeetingCount(Shown):
    """How many meetings a year there are, of a group or for a body.

    Args:
        name: The group, or the body with its posts.
        count: How many, of the partnership's own groups; of a group beside it, its own.
        beside: How many more, of groups beside the partnership.
        also: Its other names.
        at: Where it is printed how often; of a body, where its seats are.
        is_beside: Whether it is a group beside the partnership.
        says: How often, as it is stated.
    """

    name: str
    count: Count
    beside: Count = NOTHING
    also: tuple[str, ...] = ()
    at: tuple[Source, ...] = ()
    is_beside: bool = False
    says: str = ""

    @property
    def every(self) -> Count:
        """How many there are of both."""
        return total((self.count, self.beside))

    def __str__(self) -> str:
        says = f" ({self.says})" if self.says else ""
        return f"{self.name}: {amount(self.every)} a year{says}"


@frozen(kw_only=True)
class YearOfMeetings(Shown):
    """How many meetings a year there are, between bounds, with nothing supposed.

    A group that contradicts itself has every number that one of its statements means;
    a pattern of groups has nobody knows how many. A group that is only proposed, or
    perhaps was not there all year, may have had none.

    Args:
        title: Whose meetings they are.
        year: Of which year, if of one.
        groups: The groups, in order.
        bodies: The bodies with their posts that have a seat, by what they may attend. A
            seat by invitation counts only towards the most; one that is only described
            counts for no body.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    title: str
    year: str = ""
    groups: tuple[MeetingCount, ...] = ()
    bodies: tuple[MeetingCount, ...] = ()
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[MeetingCount]:
        return iter(self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    @property
    def own(self) -> Count:
        """How many meetings the groups of the partnership itself have."""
        return total(one.count for one in self.groups if not one.is_beside)

    @property
    def every(self) -> Count:
        """How many meetings there are with those of the groups beside it."""
        return total(one.count for one in self.groups)

    @property
    def not_stated(self) -> tuple[str, ...]:
        """The groups of which it is not stated how often they meet, or how many."""
        return self.every.not_stated

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where it is printed how often they meet, each once."""
        return placed(at for one in self.groups for at in one.at)

    def __getitem__(self, name: str) -> MeetingCount:
        """Give the row of a group, or else of a body, by any of its names.

        Raises:
            KindError: If the name is not text.
            UnknownNameError: If there is none, or several have it as another name.
        """
        rows = (*self.groups, *self.bodies)
        return row_called(
            name, rows, lambda one: (one.name, *one.also), "look at `to_records()`"
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each group and each body."""
        kinds = [("group", one) for one in self.groups]
        kinds += [("body", one) for one in self.bodies]
        return [
            {
                "of": kind,
                "name": one.name,
                "a year": amount(one.count),
                "beside": "yes" if one.is_beside else amount(one.beside),
                "stated": one.says,
                "place": "; ".join(map(str, one.at)),
            }
            for kind, one in kinds
        ]

    def _blocks(self) -> Sequence[Block]:
        own = [one for one in self.groups if not one.is_beside]
        beside = [one for one in self.groups if one.is_beside]
        tables = [
            Table(caption=caption, columns=_COLUMNS, rows=tuple(map(_row, rows)))
            for caption, rows in (
                ("Groups of the partnership", own),
                ("Groups beside it", beside),
            )
            if rows
        ]
        bodies = Table(
            caption="Bodies, with their posts",
            columns=("body", "of its own groups", "of groups beside it", "of both"),
            rows=tuple(
                (one.name, amount(one.count), amount(one.beside), amount(one.every))
                for one in self.bodies
            ),
        )
        return (Paragraph(f"{self}"), *tables, *([bodies] if self.bodies else []))

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        when = f" in {self.year}" if self.year else " a year"
        own = [one for one in self.groups if not one.is_beside]
        if not self.groups:
            return f"No group of {self.title} is stated{self.so_far}, nor any meeting."
        said = f"{self.title}: {_many(own, self.own)}{when}"
        if len(own) < len(self.groups):
            said += f"; {amount(self.every)} with the groups beside it"
        return f"{said}.{_missing(self.groups, self.so_far)}"


def _many(own: Sequence[MeetingCount], count: Count) -> str:
    number = amount(count)
    known = "an unknown number of" if number == "unknown" else number
    plural = "" if number == "1" else "s"
    groups = f"{len(own):,} group{'' if len(own) == 1 else 's'}"
    return f"{known} meeting{plural} of {groups}"


def _missing(groups: Sequence[MeetingCount], so_far: str) -> str:
    untold = [one.name for one in groups if one.count.not_stated]
    if not untold:
        return ""
    names = few(untold, most=NAMED_MOST)
    return f" How many are held is not stated{so_far} for {names}."


_COLUMNS = ("group", "meetings a year", "as stated", "place")


def _row(one: MeetingCount) -> tuple[str, ...]:
    return one.name, amount(one.count), one.says, "; ".join(map(str, one.at))


# ------------------------------------------------------------------ from the graph


def meetings_in(inquiry: Inquiry, title: str, year: Year | None) -> YearOfMeetings:
    """Count the meetings of a year, of every group that may have been there."""
    span = None if year is None else _span(year)
    rows = {
        key: _of_group(inquiry, key, span)
        for key in inquiry.groups
        if span is None or not _was_gone(inquiry.groups[key], span)
    }
    return YearOfMeetings(
        title=title,
        year="" if year is None else str(year),
        groups=tuple(rows.values()),
        bodies=tuple(_of_bodies(inquiry, rows)),
        so_far=inquiry.so_far,
    )


def _span(year: Year) -> Span:
    if isinstance(year, str):
        start = financial_year(year)
        if start is None:
            raise DateError(f"{echo(year)} is not a year", remedy=_YEARS)
        year = FinancialYear(start)
    if isinstance(year, FinancialYear):
        return year.first, year.last
    number: object = year
    if not isinstance(number, int) or isinstance(number, bool):
        raise KindError(f"{echo(year)} is not a year", remedy=_YEARS)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(
            f"the year {echo(year)} lies outside {FIRST_YEAR} to {LAST_YEAR}",
            remedy="check the year",
        )
    return date(year, 1, 1), date(year, 12, 31)


_YEARS = 'give 2019 as a number, or "2019/20" for a financial year'


def _was_gone(declared: Sequence[Declared], span: Span) -> bool:
    """Say whether a group surely was not there on any day of a year."""
    return all(_ended(roster, group, span) for roster, group in declared)


def _ended(roster: Roster, group: Group, span: Span) -> bool:
    """Say so of one declaration: its own arrangement may have ended before it."""
    periods = [said.value for said in group.period.settled]
    year = Period(start=span[0], end=span[1]) if periods else None
    if year and all(
        isinstance(one, Period) and one.overlaps(year) is NO for one in periods
    ):
        return True
    whole = roster.arrangement
    if group.outside.statements or not whole.ended.statements:
        return False
    return has_not_ended(whole.ended, span[0]) is NO


def _of_group(inquiry: Inquiry, key: str, span: Span | None) -> MeetingCount:
    declared, name = inquiry.groups[key], inquiry.label(key)
    is_beside, also = inquiry.ties.nodes[key].is_outside, inquiry.also(key)
    called = countable(name)
    said: list[Held] = []
    told: dict[str, list[str]] = {}
    is_pattern = False
    for roster, group in declared:
        is_pattern = is_pattern or _is_pattern(group.template)
        for one in group.meets.statements:
            held = inquiry.holding(one)
            if held and not (span and _is_outside(one, span)):
                said.append(held)
                told.setdefault(str(one), []).append(roster.arrangement.id)
    if not said:
        return MeetingCount(name, untold(called), NOTHING, also, (), is_beside)
    count = untold(called) if is_pattern else _count(said, called, span)
    if not (is_pattern or _is_sure(inquiry, key, span)):
        count = smoothed(or_none(count)) if span else or_none(count)
    says = " / ".join([_by_whom(*one, len(declared)) for one in told.items()])
    at = placed([one.at for one, _ in said])
    return MeetingCount(name, count, NOTHING, also, at, is_beside, says)


def _by_whom(said: str, by: Sequence[str], several: int) -> str:
    """Name the arrangements that say a thing, if others say another or nothing."""
    return said if len(by) >= several else f"{said} in {few(by, most=2)}"


def _is_outside(said: Statement[object], span: Span) -> bool:
    """Say whether a statement surely holds on no day of a year."""
    year = Period(start=span[0], end=span[1])
    return said.period.overlaps(year) is NO


def _is_pattern(template: Stated[bool]) -> bool:
    return bool(template.statements) and template.says(value=True) is not NO


Held = tuple[Statement[object], Answer]


def _count(said: Sequence[Held], name: str, span: Span | None) -> Count:
    """Give every number that one of the statements that hold can mean."""
    told = [held for held in said if held[0].value is not Absence.UNKNOWN]
    firm = [held for held in told if held[1] is YES]
    held = [one for one, _ in firm or told]
    if not held or not _reaches(held, span):
        return untold(name)
    count = either(_per_year(one.value, name) for one in held)
    if any(one.since or one.until for one in held):
        count = smoothed(count)
    return count if firm else or_none(count)


def _reaches(held: Sequence[Statement[object]], span: Span | None) -> bool:
    """Say whether one or another of the statements surely holds on each day."""
    if span is None or any(all(_covers(one, on) for on in span) for one in held):
        return True
    if not all(any(_covers(one, on) for one in held) for on in span):
        return False  # which is much faster to see
    days = (span[1] - span[0]).days
    every = (span[0] + timedelta(days=number) for number in range(days))
    return all(any(_covers(one, on) for one in held) for on in every)


def _covers(said: Statement[object], on: date) -> bool:
    return said.period.covers(on) is YES


def _per_year(value: object, name: str) -> Count:
    if not isinstance(value, Frequency):
        return NOTHING  # it is stated that it does not meet
    count = value.per_year
    is_told = bool(count.least or count.most is not None)
    return count if is_told else untold(name)


def _is_sure(inquiry: Inquiry, key: str, span: Span | None) -> bool:
    """Say whether a group is there, and was all year if one is asked for."""
    if not inquiry.ties.nodes[key].standing.is_settled:
        return False
    return span is None or all(
        _was_there(roster, group, on)
        for roster, group in inquiry.groups[key]
        for on in span
    )


def _was_there(roster: Roster, group: Group, on: date) -> bool:
    """Say whether a group and its arrangement surely were there on a day."""
    whole = roster.arrangement
    if not whole.in_force.statements:
        return False  # which is much faster to see
    things = (whole, group) if group.period.statements else (whole,)
    return all(thing_was_there(whole, one, "it", on).answer is YES for one in things)


def _of_bodies(
    inquiry: Inquiry, rows: dict[str, MeetingCount]
) -> Iterator[MeetingCount]:
    """Add up what each body may attend: each group once, however many its seats are."""
    attended: dict[str, tuple[dict[str, bool], list[Source | None]]] = {}
    for edge in inquiry.ties.edges:
        if edge.verb not in _SEATS or edge.target not in rows:
            continue
        bodies, is_each = inquiry.attending(edge.source)
        is_sure = is_each and edge.verb is _MEMBER_OF and edge.is_settled
        is_sure = is_sure and not _may_stay_away(edge)
        for body in bodies:
            groups, places = attended.setdefault(body, ({}, []))
            groups[edge.target] = is_sure or groups.get(edge.target, False)
            places.append(edge.at)
    sums: dict[tuple[tuple[str, bool], ...], tuple[Count, Count]] = {}
    for body, (groups, places) in attended.items():
        each = tuple(groups.items())
        if each not in sums:  # many bodies attend the same groups
            sums[each] = _own_and_beside(rows, each)
        count, beside = sums[each]
        name, also = inquiry.label(body), inquiry.also(body)
        yield MeetingCount(name, count, beside, also, placed(places))


def _own_and_beside(
    rows: dict[str, MeetingCount], attended: Iterable[tuple[str, bool]]
) -> tuple[Count, Count]:
    """Add up the meetings of groups, each with whether it is surely attended."""
    kept: tuple[list[Count], list[Count]] = ([], [])
    for key, is_sure in attended:
        row = rows[key]
        kept[row.is_beside].append(row.count if is_sure else or_none(row.count))
    return total(kept[0]), total(kept[1])


_MEMBER_OF = Verb.MEMBER_OF  # Enum is slow to find it by name
_SEATS = {_MEMBER_OF, Verb.INVITED_TO}


def _may_stay_away(edge: GovernanceEdge) -> bool:
    """Say whether a seat is that of a deputy, by any of the roles stated of it."""
    return edge.says is not None and _DEPUTY in edge.says.split(" / ")


_DEPUTY = SeatRole.DEPUTY.value
