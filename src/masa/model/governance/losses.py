"""What is lost if one body, post or seat goes: routes, seats, chairs, money."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from masa.ground.blocks import Block, Pairs, Paragraph
from masa.ground.errors import UnknownNameError
from masa.ground.logic import Answer
from masa.ground.money import in_pounds
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import Absence, Statement
from masa.ground.text import did_you_mean, echo, few, in_short, listed
from masa.model.funding_lines import Contribution
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.ties import Ties, Who
from masa.model.relations import Verb

__all__ = ["GovernanceLoss", "MoneyLost", "without"]


@frozen(kw_only=True)
class MoneyLost(Shown):
    """What a budget would lose.

    Args:
        budget: Which budget.
        amount: How much goes that is settled, in pounds.
        of: The sum of the contributions, in pounds, if every one is settled.
        open: What is stated besides and not settled, such as what is only proposed.
        not_stated: Who pays what goes and whose amount is not stated.
    """

    budget: str
    amount: Decimal
    of: Decimal | None = None
    open: tuple[str, ...] = ()
    not_stated: tuple[str, ...] = ()

    def __str__(self) -> str:
        of = f" of {in_pounds(self.of)}" if self.of is not None else ""
        is_open = bool(self.open or self.not_stated)
        told = [f"{in_pounds(self.amount)}{of}"] * (bool(self.amount) or not is_open)
        told += self.open
        untold = f"what {listed(self.not_stated)} would pay"
        if not told:
            return f"{untold} in the {self.budget}, which is not stated,"
        more = f", and {untold}" if self.not_stated else ""
        return f"{listed(told)} in the {self.budget}{more}"


@frozen(kw_only=True)
class GovernanceLoss(Shown):
    """What is lost if one body, post or seat goes.

    Args:
        of: What goes, as it was asked.
        seat_on: The group on which only the seat goes, if that was asked.
        gone: The nodes that go: it, and the posts in it.
        lost: Who had a stated route to the top, and has none then.
        ties: What is stated of what goes: its seats, chairs, lines and so on.
        targets: Those to whom that is.
        money: What budgets lose.
        pays_nothing_stated: Whether it is a body of which no payment is stated.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    of: str
    seat_on: str | None = None
    gone: tuple[GovernanceNode, ...] = ()
    lost: tuple[GovernanceNode, ...] = ()
    ties: tuple[GovernanceEdge, ...] = ()
    targets: tuple[GovernanceNode, ...] = ()
    money: tuple[MoneyLost, ...] = ()
    pays_nothing_stated: bool = False
    so_far: str = ""
    under: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of those who lose their route to the top."""
        return tuple(node.called for node in self.lost)

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where what is stated of what goes is printed, each once."""
        return tuple(dict.fromkeys(edge.at for edge in self.ties if edge.at))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each that loses its route to the top."""
        return [
            {"name": node.called, "kind": node.kind.value, "place": str(node.at or "")}
            for node in self.lost
        ]

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "what goes", "; ".join(map(str, self.gone)) or self._what()
        lost = "nobody that is stated"
        names = "; ".join(node.called for node in self.lost)
        yield "who loses the route to the top", names or lost
        if self.money:
            yield "money", listed(map(str, self.money))
        if self.pays_nothing_stated:
            yield "money", f"no contribution of it is stated{self.so_far}"
        by_verb: dict[str, list[str]] = {}
        called = {node.key: node.called for node in self.targets}
        for edge in self.ties:
            target = called.get(edge.target, edge.target)
            by_verb.setdefault(edge.verb.value, []).append(target)
        for verb, targets in by_verb.items():
            yield f"no longer {verb}", "; ".join(dict.fromkeys(targets))

    def _blocks(self) -> Sequence[Block]:
        pairs = Pairs(tuple((label, str(value)) for label, value in self._pairs()))
        return (Paragraph(self._summary()), pairs)

    def _what(self) -> str:
        return f"the seat of {self.of} on {self.seat_on}" if self.seat_on else self.of

    def _summary(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        many = len(self.lost)
        said = f"Without {self._what()}, "
        if not many:
            said += f"nobody loses a stated route to the top{self.so_far}"
        else:
            lose = "loses its" if many == 1 else "lose their"
            who = few(map(str, self.lost))
            said += f"{many:,} {lose} stated route to the top: {who}"
        money = ""
        if self.money:
            goes = "go" if self.money[1:] else "goes"
            money = f"; {few(map(str, self.money))} {goes} with it"
        if self.pays_nothing_stated:
            money = f"; no contribution of it is stated{self.so_far}"
        return f"{said}{money}."

    def __str__(self) -> str:
        return self._summary()


_SEATS = (Verb.MEMBER_OF, Verb.INVITED_TO, Verb.REPRESENTED_ON, Verb.TAKES_PART_IN)


def without(inquiry: Inquiry, name: Who, *, seat_on: Who | None) -> GovernanceLoss:
    """Find what is lost if a node goes with the posts in it, or only its seat."""
    ties, so_far = inquiry.ties, inquiry.so_far
    key = ties.one(name)
    gone = dict.fromkeys((key, *ties.own_posts.get(key, ())))
    if seat_on is not None:
        return _without_seat(ties, name, gone, seat_on, so_far)
    goals = {one: None for one in ties.top if one not in gone}
    left = _reaching(ties, goals, gone, frozenset())
    every = [e for one in gone for e in ties.outgoing[one] if e.target not in gone]
    return GovernanceLoss(
        of=str(name),
        gone=tuple(ties.nodes[one] for one in gone),
        lost=_lost(ties, left, gone),
        ties=tuple(every),
        targets=_targets(ties, every),
        money=tuple(_money(inquiry, gone)),
        pays_nothing_stated=_pays_nothing_stated(ties, key, gone),
        so_far=so_far,
    )


def _without_seat(
    ties: Ties, name: Who, own: dict[str, None], seat_on: Who, so_far: str
) -> GovernanceLoss:
    group = ties.one(seat_on)
    seats = [e for one in own for e in ties.outgoing[one] if e.verb in _SEATS]
    cut = [edge for edge in seats if edge.target == group]
    if not cut:
        held = [ties.label(edge.target) for edge in seats]
        guess = did_you_mean(str(seat_on), held)
        names = in_short(listed(dict.fromkeys(held)))
        raise UnknownNameError(
            f"{echo(str(name))} has no stated seat on {echo(str(seat_on))}",
            remedy=guess or f"it sits on {names or 'no group that is stated'}",
        )
    left = _reaching(ties, dict.fromkeys(ties.top), {}, frozenset(map(id, cut)))
    return GovernanceLoss(
        of=str(name),
        seat_on=ties.label(group),
        lost=_lost(ties, left, {}),
        ties=tuple(cut),
        targets=_targets(ties, cut),
        so_far=so_far,
    )


def _targets(ties: Ties, edges: Iterable[GovernanceEdge]) -> tuple[GovernanceNode, ...]:
    return tuple(ties.nodes[key] for key in dict.fromkeys(e.target for e in edges))


def _reaching(
    ties: Ties, goals: dict[str, None], gone: dict[str, None], cut: frozenset[int]
) -> dict[str, None]:
    """Give everybody with a route to the goals that avoids what is gone or cut."""
    below, found = ties.downwards(None), dict(goals)
    waiting = list(found)
    for here in waiting:  # which grows on the way
        for other, edges in below[here].items():
            if (
                other not in found
                and other not in gone
                and any(id(e) not in cut for e in edges)
            ):
                found[other] = None
                waiting.append(other)
    return found


def _lost(
    ties: Ties, left: dict[str, None], gone: dict[str, None]
) -> tuple[GovernanceNode, ...]:
    before = ties.with_a_route
    return tuple(
        node
        for key, node in ties.nodes.items()
        if key in before and key not in left and key not in gone
    )


def _pays_nothing_stated(ties: Ties, key: str, gone: Iterable[str]) -> bool:
    """Say whether a node is a body of which nothing is stated that it pays."""
    if ties.nodes[key].kind not in _PAYERS:
        return False
    funds = any(edge.verb is Verb.FUNDS for one in gone for edge in ties.outgoing[one])
    return not funds and not any(
        roster.key(line.payer) in gone
        for roster in ties.rosters
        for budget in roster.arrangement.budgets
        for line in budget.contributions
    )


_PAYERS = {NodeKind.BODY, NodeKind.AGENCY, NodeKind.OUTSIDE_BODY}


def _money(inquiry: Inquiry, own: dict[str, None]) -> Iterator[MoneyLost]:
    is_of_many = len(inquiry.ties.rosters) > 1
    for roster in inquiry.ties.rosters:
        for budget in roster.arrangement.budgets:
            every = [
                (roster.key(line.payer) in own, line.payer, paid)
                for line in budget.contributions
                if (paid := _paid(inquiry, line)) is not None
            ]
            lines = [(payer, paid) for is_own, payer, paid in every if is_own]
            if lines:
                amounts = [paid for _, paid in lines if isinstance(paid, Decimal)]
                sums = [paid for _, _, paid in every if isinstance(paid, Decimal)]
                yield MoneyLost(
                    budget=f"{budget} [{roster.arrangement.id}]"
                    if is_of_many
                    else str(budget),
                    amount=sum(amounts, Decimal(0)),
                    of=sum(sums, Decimal(0)) if len(sums) == len(every) else None,
                    open=tuple(p for _, p in lines if isinstance(p, str) and p),
                    not_stated=tuple(payer for payer, paid in lines if paid == ""),
                )


def _paid(inquiry: Inquiry, line: Contribution) -> Decimal | str | None:
    """Give what a line comes to, under what is given.

    If that is not settled it is what is stated, in words, or no words if nothing is;
    nothing at all if the line surely does not come about.
    """
    whole = inquiry.stands(line.standing)
    held = [one for said in line.amount.statements if (one := inquiry.holding(said))]
    if whole is Answer.NO or (line.amount.statements and not held):
        return None
    told = [(said, is_sure) for said, is_sure in held if said.value is not _UNTOLD]
    firm = {_pounds(said) for said, is_sure in told if is_sure is Answer.YES}
    if whole is Answer.YES and len(firm) == 1:
        return firm.pop()
    words = " / ".join(dict.fromkeys(_words(said) for said, _ in told))
    is_open = whole is not Answer.YES and line.standing.value not in words
    return f"{words} ({line.standing.value})" if words and is_open else words


_UNTOLD = Absence.UNKNOWN


def _pounds(said: Statement[object]) -> Decimal:
    return said.value if isinstance(said.value, Decimal) else Decimal(0)


def _words(said: Statement[object]) -> str:
    """Say an amount, and how firmly, without its place."""
    notes = ["" if said.standing.is_settled else said.standing.value, said.condition]
    more = "; ".join(filter(None, notes))
    return f"{in_pounds(_pounds(said))}{f' ({more})' if more else ''}"
