"""An arrangement on one page: who, how often, for what money, and with what doubts.

Nothing is smoothed over: what the document does not state is listed, what
contradicts itself stands there with both places.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from masa.ground.blocks import (
    Block,
    Bullets,
    Heading,
    Pairs,
    Paragraph,
    Table,
)
from masa.ground.errors import KindError
from masa.ground.logic import Answer
from masa.ground.money import in_pounds
from masa.ground.reports import Report
from masa.ground.shown import plain
from masa.ground.stated import Standing, Stated
from masa.ground.text import echo, listed
from masa.model.arrangement import Arrangement
from masa.model.commitments import Commitment
from masa.model.frequencies import Frequency
from masa.model.funding import Budget, Rounding, stated_pounds
from masa.model.groups import Group, Seat
from masa.model.partners import (
    AgencyCategory,
    DescribedSet,
    RelevantAgency,
    SafeguardingPartner,
)
from masa.rules.gaps import contradictions, gaps, proposals, unknowns
from masa.rules.totals import check_totals

__all__ = ["describe"]


def describe(arrangement: Arrangement) -> Report:
    """Describe an arrangement: its partners, groups, agencies, money and doubts.

    Args:
        arrangement: What to describe.

    Returns:
        A report that prints as text, Markdown and HTML.

    Raises:
        KindError: If it is no arrangement.

    Example:
        >>> import masa
        >>> report = masa.report.describe(masa.examples.load("barnet"))
        >>> "£278,600" in report.to_text()
        True
    """
    if not isinstance(arrangement, Arrangement):
        raise KindError(
            f"{echo(arrangement)} is not an arrangement", remedy="use `masa.load`"
        )
    sections = (
        _identity(arrangement),
        _partners(arrangement),
        _groups(arrangement),
        _agencies(arrangement),
        *(_money(arrangement, budget) for budget in arrangement.budgets),
        _commitments(arrangement),
        _not_yet(arrangement),
        _not_stated(arrangement),
        _contradictory(arrangement),
    )
    blocks = tuple(block for section in sections for block in section)
    return Report(arrangement.title, (Heading(arrangement.title, 1), *blocks))


def _identity(arrangement: Arrangement) -> Iterator[Block]:
    rows = {
        "name": arrangement.name,
        "area": listed(_placed(area.name, area.at) for area in arrangement.area),
        "answers to": arrangement.edition,
        "takes over from": _each(arrangement.predecessors),
        "standing of the whole": arrangement.standing,
        "approved": arrangement.approved,
        "in force": arrangement.in_force,
        "published": arrangement.published,
        "reviewed": arrangement.reviewed,
        "taken from": listed(f"{d} ({_values(d.text)})" for d in arrangement.sources),
    }
    yield Pairs(
        tuple((label, plain(value) or "not stated") for label, value in rows.items())
    )


def _each(items: Iterable[object]) -> str:
    return "; ".join(map(plain, items))


def _partners(arrangement: Arrangement) -> Iterator[Block]:
    yield Heading("Safeguarding partners")
    if not arrangement.partners:
        yield Paragraph("No partner is named.")
        return
    yield Table(
        caption="Partners, who leads for each, and their seats at the top",
        columns=("kind", "body", "lead", "seats at the top"),
        rows=tuple(
            (
                partner.kind.value,
                _placed(partner.name, partner.at, partner.standing),
                str(partner.lead),
                _top_seats(arrangement, partner),
            )
            for partner in arrangement.partners
        ),
    )


def _placed(text: str, at: object, standing: Standing = Standing.IN_FORCE) -> str:
    """Add the place, and the standing of what does not hold yet."""
    notes = [str(at)] if at else []
    notes += [] if standing.is_settled else [standing.value]
    return f"{text} ({'; '.join(notes)})" if notes else text


def _top_seats(arrangement: Arrangement, partner: SafeguardingPartner) -> str:
    seats = [
        _called(arrangement, seat.holder)
        for group in arrangement.groups
        if group.tier.says(1) is Answer.YES
        for seat in group.members
        if seat.holder and arrangement[seat.holder] in (partner, *partner.posts)
    ]
    return f"{len(seats)}: {listed(seats)}" if seats else "not stated"


def _called(arrangement: Arrangement, ref: str) -> str:
    """Print a thing by the name it is referred to, but never by its id."""
    thing = arrangement[ref]
    return str(getattr(thing, "name", ref)) if ref == getattr(thing, "id", "") else ref


def _groups(arrangement: Arrangement) -> Iterator[Block]:
    yield Heading("Groups")
    own = [group for group in arrangement.groups if not group.outside.values]
    beside = [group for group in arrangement.groups if group.outside.values]
    if not own:
        yield Paragraph("No group of the partnership is described.")
    else:
        yield Table(
            caption="Groups of the partnership",
            columns=("group", "tier", "chair", "meets", "reports to"),
            rows=tuple(map(_group_row, own)),
        )
        yield from _listed("How often that is", _rhythms(own))
        seated = filter(_has_seats, own)
        yield from _listed("Members", (_members(arrangement, g) for g in seated))
    if beside:
        yield Table(
            caption="Groups beside it, on which partners take part",
            columns=("group", "kind", "meets"),
            rows=tuple(
                (_placed(g.name, g.at), _values(g.kind), str(g.meets)) for g in beside
            ),
        )


def _values(stated: Stated[object]) -> str:
    return " / ".join(map(plain, stated.values)) or "not stated"


def _group_row(group: Group) -> tuple[str, ...]:
    chosen = f"; {group.chair_chosen}" if group.chair_chosen.is_stated else ""
    tier = " / ".join(map(str, group.tier.values)) or "-"
    return (
        _placed(group.name, group.at, group.standing),
        tier,
        f"{group.chair}{chosen}",
        str(group.meets),
        _each(group.reports_to) or "not stated",
    )


def _rhythms(groups: Iterable[Group]) -> Iterator[str]:
    """Say what a frequency comes to where it is ambiguous or stated twice."""
    for group in groups:
        several = len(group.meets.values) > 1
        for statement in group.meets.settled:
            value = statement.value
            if isinstance(value, Frequency) and (several or len(value.readings) > 1):
                place = f" ({statement.at})" if statement.at else ""
                yield f"{group.name}: {value}{place} is {value.per_year} times a year."


def _has_seats(group: Group) -> bool:
    return bool(group.members or group.invited)


def _members(arrangement: Arrangement, group: Group) -> str:
    seats = _seats(arrangement, group, group.members) or "members not stated"
    is_closed = group.complete.is_settled and group.complete.only
    closed = ", and nobody else" if is_closed else ""
    invited = _seats(arrangement, group, group.invited)
    more = f". Invited: {invited}" if invited else ""
    return f"{group.name}: {seats}{closed}{more}"


def _seats(arrangement: Arrangement, group: Group, seats: Iterable[Seat]) -> str:
    return "; ".join(_seat(arrangement, group, seat) for seat in seats)


def _seat(arrangement: Arrangement, group: Group, seat: Seat) -> str:
    text = str(seat)
    if seat.holder:
        text = text.replace(seat.holder, _called(arrangement, seat.holder), 1)
    return _placed(text, None if seat.at == group.at else seat.at, seat.standing)


def _listed(heading: str, items: Iterable[str]) -> Iterator[Block]:
    held = tuple(items)
    if held:
        yield Heading(heading, 3)
        yield Bullets(held)


def _agencies(arrangement: Arrangement) -> Iterator[Block]:
    yield Heading("Relevant agencies")
    if not arrangement.agencies:
        yield Paragraph("No relevant agency is listed.")
        return
    named = sum(len(category.named) for category in arrangement.agencies)
    described = sum(len(category.described) for category in arrangement.agencies)
    yield Paragraph(
        f"{_many(named + described, 'entry', 'entries')} in "
        f"{_many(len(arrangement.agencies), 'category', 'categories')}: "
        f"{_many(named, 'organisation')} named, {_many(described, 'set')} described."
    )
    yield Table(
        caption="Relevant agencies by category, as printed",
        columns=("category", "entries"),
        rows=tuple(map(_category_row, arrangement.agencies)),
    )


def _many(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def _category_row(category: AgencyCategory) -> tuple[str, str]:
    entries = "; ".join(map(str, category.agencies))
    return _placed(category.category, category.at, category.standing), entries


def _money(arrangement: Arrangement, budget: Budget) -> Iterator[Block]:
    yield Heading(f"Money: {budget}")
    if budget.contributions:
        yield _contributions(arrangement, budget)
        if _has_shares(budget):
            yield Paragraph(_on_shares(budget))
    if budget.costs:
        yield _costs(budget)
    yield from _listed("What it comes to", _balance(budget))
    for footnote in budget.footnotes:
        mark = f" {footnote.mark}" if footnote.mark else ""
        yield Paragraph(
            f"Footnote{mark}: {_placed(footnote.says, footnote.at)} "
            f"What it refers to: {footnote.refers_to}."
        )
        yield Bullets(
            tuple(
                f"Reading {reading.id}. {reading.says}{_effect(budget, reading.id)}"
                for reading in footnote.readings
            )
        )


def _has_shares(budget: Budget) -> bool:
    return all(c.amount.is_settled for c in budget.contributions) and budget.income > 0


def _contributions(arrangement: Arrangement, budget: Budget) -> Table:
    known = budget.shares(rounding=Rounding.HALF_UP) if _has_shares(budget) else ()
    shares = {share.payer: f"{share.percent} %" for share in known}
    rows = [
        (
            line.payer,
            _listed_as(arrangement, line.payer),
            _amount(line.amount),
            shares.get(line.payer, "not known"),
        )
        for line in budget.contributions
    ]
    if budget.contributed_total.is_stated:
        rows.append(("total, as printed", "", _amount(budget.contributed_total), ""))
    return Table(
        caption=_placed("Contributions", budget.at),
        columns=("payer", "listed as", "amount", "share"),
        rows=tuple(rows),
        numbers=frozenset({2, 3}),
    )


def _listed_as(arrangement: Arrangement, payer: str) -> str:
    thing = arrangement[payer]
    if isinstance(thing, SafeguardingPartner):
        return f"partner: {thing.kind.value}"
    if isinstance(thing, RelevantAgency | DescribedSet):
        return arrangement.category_of(payer)
    return "not listed"


def _amount(stated: Stated[Decimal]) -> str:
    return in_pounds(stated.only) if stated.is_settled else stated_pounds(stated)


def _on_shares(budget: Budget) -> str:
    half_up = budget.shares(rounding=Rounding.HALF_UP)
    exact = budget.shares()
    said = f"Each share is rounded by itself; together they make {half_up.total} %."
    if half_up.total == exact.total:
        return said
    changed = [
        f"{new.payer} {new.percent} %"
        for old, new in zip(half_up, exact, strict=True)
        if old.percent != new.percent
    ]
    tie = (
        f" ({listed(exact.tied)} have equal claims; the alphabet decides)"
        if exact.tied
        else ""
    )
    return (
        f"{said} By largest remainder they make {exact.total} %: then "
        f"{listed(changed)}{tie}."
    )


def _costs(budget: Budget) -> Table:
    rows = [
        (
            line.item,
            _values(line.heading),
            " / ".join(map(str, line.full_time_equivalent.values)),
            _amount(line.amount),
        )
        for line in budget.costs
    ]
    if budget.costs_total.is_stated:
        rows.append(("total, as printed", "", "", _amount(budget.costs_total)))
    return Table(
        caption=_placed("Planned spending", budget.at),
        columns=("item", "heading", "full-time equivalent", "amount"),
        rows=tuple(rows),
        numbers=frozenset({2, 3}),
    )


_VERDICTS = {
    Answer.YES: "Yes: {}.",
    Answer.NO: "No: it is not so that {}.",
    Answer.UNKNOWN: "Not known: {}.",
}


def _balance(budget: Budget) -> Iterator[str]:
    for finding in check_totals(budget):
        needs = f" (it lacks {listed(finding.needed)})" if finding.needed else ""
        yield f"{_VERDICTS[finding.answer].format(finding.claim + needs)}"
    if budget.is_settled:
        yield f"Contributions less planned spending: {_left(budget.surplus)}."
    if budget.carried_forward.is_stated:
        rounded = _amount(budget.carried_forward_to_nearest)
        about = "" if rounded == "not stated" else f" (to the nearest {rounded})"
        yield f"Carried forward: {_amount(budget.carried_forward)}{about}."


def _left(amount: Decimal) -> str:
    if amount < 0:
        return f"{in_pounds(-amount)} short"
    return f"{in_pounds(amount)} left over"


def _effect(budget: Budget, reading: str) -> str:
    under = budget.under(reading)
    if under == budget or not under.is_settled:
        return ""
    return f" Contributions would be {in_pounds(under.income)}, {_left(under.surplus)}."


def _commitments(arrangement: Arrangement) -> Iterator[Block]:
    if not arrangement.commitments:
        return
    yield Heading("What it undertakes")
    yield Bullets(tuple(map(_commitment, arrangement.commitments)))


def _commitment(commitment: Commitment) -> str:
    counted = commitment.counted_from
    more = [
        *_labelled("seen to by", commitment.owner),
        *_labelled("decided by", commitment.decided_by),
        *_labelled("", commitment.every),
        *_labelled("within", commitment.within),
        *(f"{text} ahead" for text in _labelled("at least", commitment.ahead)),
        *_labelled("for", commitment.lasts),
        *([f"counted from {counted}"] if counted else []),
    ]
    topic = _placed(_sentence(commitment.topic), commitment.at, commitment.standing)
    tail = f" [{'; '.join(more)}]" if more else ""
    return f"{topic}: {_in_short(commitment.says)}{tail}"


def _labelled(label: str, fact: Stated[object]) -> list[str]:
    return [f"{label} {_in_short(fact)}".strip()] if fact.is_stated else []


def _in_short(fact: Stated[object]) -> str:
    """Print a fact without its place, where it is simply stated once."""
    simple = len(fact.statements) == 1 and fact.is_settled
    return plain(fact.only) if simple else str(fact)


def _not_yet(arrangement: Arrangement) -> Iterator[Block]:
    """List what is only proposed, conditional or still to be agreed."""
    items = tuple(_sentence(str(proposal)) for proposal in proposals(arrangement))
    if items:
        yield Heading("What does not hold yet")
        yield Bullets(items)


def _not_stated(arrangement: Arrangement) -> Iterator[Block]:
    yield Heading("What is not stated")
    missing = map(str, gaps(arrangement))
    untold = (_sentence(str(unknown)) for unknown in unknowns(arrangement))
    yield Bullets((*missing, *untold) or ("Nothing that was looked for.",))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _contradictory(arrangement: Arrangement) -> Iterator[Block]:
    yield Heading("What contradicts itself or stays in doubt")
    found = tuple(_sentence(str(c)) for c in contradictions(arrangement))
    doubts = tuple(_sentence(str(doubt)) for doubt in arrangement.doubts)
    yield Bullets((*found, *doubts) or ("Nothing was found.",))
