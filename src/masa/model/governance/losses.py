"""What is lost if one body, post or seat goes: routes, seats, chairs, money."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from masa.ground.blocks import Block, Pairs, Paragraph
from masa.ground.errors import UnknownNameError
from masa.ground.money import in_pounds
from masa.ground.shown import Shown
from masa.ground.text import did_you_mean, echo, few, in_short, listed
from masa.model.funding import Budget
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode
from masa.model.governance.prefaces import prefaced
from masa.model.governance.ties import Ties, Who
from masa.model.line_sums import amount_of
from masa.model.relations import Verb

__all__ = ["GovernanceLoss", "MoneyLost", "without"]


@frozen(kw_only=True)
class MoneyLost(Shown):
    """What a budget would lose.

    Args:
        budget: Which budget.
        amount: How much of what is stated goes, in pounds.
        of: The sum of the contributions, in pounds, if every one is settled.
        not_stated: The contributions that go and whose amount is not settled.
    """

    budget: str
    amount: Decimal
    of: Decimal | None = None
    not_stated: tuple[str, ...] = ()

    def __str__(self) -> str:
        of = f" of {in_pounds(self.of)}" if self.of is not None else ""
        untold = f", and what {listed(self.not_stated)} would pay" * bool(
            self.not_stated
        )
        return f"{in_pounds(self.amount)}{of} in the {self.budget}{untold}"


@frozen(kw_only=True)
class GovernanceLoss(Shown):
    """What is lost if one body, post or seat goes.

    Args:
        of: What goes, as it was asked.
        seat_on: The group on which only the seat goes, if that was asked.
        gone: The nodes that go: it, and the posts in it.
        lost: Who had a stated route to the top, and has none then.
        ties: What is stated of what goes: its seats, chairs, lines and so on.
        money: What budgets lose.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    of: str
    seat_on: str | None = None
    gone: tuple[GovernanceNode, ...] = ()
    lost: tuple[GovernanceNode, ...] = ()
    ties: tuple[GovernanceEdge, ...] = ()
    money: tuple[MoneyLost, ...] = ()
    so_far: str = ""
    under: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of those who lose their route to the top."""
        return tuple(node.name for node in self.lost)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each that loses its route to the top."""
        return [
            {"name": node.name, "kind": node.kind.value, "place": str(node.at or "")}
            for node in self.lost
        ]

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "what goes", "; ".join(map(str, self.gone)) or self._what()
        lost = "nobody that is stated"
        yield "who loses the route to the top", "; ".join(self.names) or lost
        if self.money:
            yield "money", listed(map(str, self.money))
        by_verb: dict[str, list[str]] = {}
        for edge in self.ties:
            by_verb.setdefault(edge.verb.value, []).append(edge.target)
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
            said += f"{many} {lose} stated route to the top: {few(map(str, self.lost))}"
        money = f"; {listed(map(str, self.money))} goes with it" if self.money else ""
        return f"{said}{money}."

    def __str__(self) -> str:
        return self._summary()


_SEATS = (Verb.MEMBER_OF, Verb.INVITED_TO, Verb.REPRESENTED_ON, Verb.TAKES_PART_IN)


def without(
    ties: Ties, name: Who, *, seat_on: Who | None, so_far: str
) -> GovernanceLoss:
    """Find what is lost if a node goes with the posts in it, or only its seat."""
    key = ties.one(name)
    gone = dict.fromkeys((key, *ties.own_posts.get(key, ())))
    if seat_on is not None:
        return _without_seat(ties, name, gone, seat_on, so_far)
    goals = {one: None for one in ties.top if one not in gone}
    left = _reaching(ties, goals, gone, frozenset())
    return GovernanceLoss(
        of=str(name),
        gone=tuple(ties.nodes[one] for one in gone),
        lost=_lost(ties, left, gone),
        ties=tuple(
            edge
            for one in gone
            for edge in ties.outgoing[one]
            if edge.target not in gone
        ),
        money=tuple(_money(ties, gone)),
        so_far=so_far,
    )


def _without_seat(
    ties: Ties, name: Who, own: dict[str, None], seat_on: Who, so_far: str
) -> GovernanceLoss:
    group = ties.one(seat_on)
    seats = [e for one in own for e in ties.outgoing[one] if e.verb in _SEATS]
    cut = [edge for edge in seats if edge.target == group]
    if not cut:
        held = [ties.nodes[edge.target].name for edge in seats]
        guess = did_you_mean(str(seat_on), held)
        names = in_short(listed(dict.fromkeys(held)))
        raise UnknownNameError(
            f"{echo(str(name))} has no stated seat on {echo(str(seat_on))}",
            remedy=guess or f"it sits on {names or 'no group that is stated'}",
        )
    left = _reaching(ties, dict.fromkeys(ties.top), {}, frozenset(map(id, cut)))
    return GovernanceLoss(
        of=str(name),
        seat_on=ties.nodes[group].name,
        lost=_lost(ties, left, {}),
        ties=tuple(cut),
        so_far=so_far,
    )


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


def _money(ties: Ties, own: dict[str, None]) -> Iterator[MoneyLost]:
    for roster in ties.rosters:
        for budget in roster.arrangement.budgets:
            every = budget.contributions
            lines = [line for line in every if roster.key(line.payer) in own]
            if lines:
                paid = [(line.payer, amount_of(line.amount)) for line in lines]
                told = [amount.only for _, amount in paid if amount.is_settled]
                untold = [payer for payer, amount in paid if not amount.is_settled]
                yield MoneyLost(
                    budget=str(budget),
                    amount=sum(told, Decimal(0)),
                    of=budget.income if _adds_up(budget) else None,
                    not_stated=tuple(untold),
                )


def _adds_up(budget: Budget) -> bool:
    return all(amount_of(line.amount).is_settled for line in budget.contributions)
