"""The tiers of an arrangement, and those of two beside each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Paragraph, Table
from masa.ground.plurals import agreeing
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import listed
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceNode
from masa.model.governance.seating import placed
from masa.model.governance.ties import IN_TIERS, Ties, distances
from masa.model.relations import Verb

__all__ = ["TierComparison", "TierOfGroups", "Tiers", "tiers_of"]


@frozen(kw_only=True)
class TierOfGroups(Shown):
    """What stands on one tier, or on none that is settled.

    Args:
        number: The tier, from 1 at the top; nothing if the sources settle on none.
        groups: The groups on it, without those beside the arrangement.
        functions: The functions on it, for which no group is named.
        proposed: Which of them are only proposed to be on it.
        kinds: What the document calls its groups: forum, panel, network.
        ids: The ids of those on it that have one.
        at: Where that is printed.
    """

    number: int | None = None
    groups: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    at: tuple[Source, ...] = ()

    @property
    def called(self) -> str:
        """What it is called, such as "tier 1" or "no settled tier"."""
        return "no settled tier" if self.number is None else f"tier {self.number}"

    @property
    def in_short(self) -> str:
        """How many groups and functions are on it."""
        groups, functions = len(self.groups), len(self.functions)
        said = [_many(groups, "group")] if groups or not functions else []
        said += [_many(functions, "function")] if functions else []
        every = groups + functions
        open_ = len(self.proposed)
        note = f" ({'' if open_ == every else f'{open_} '}proposed)" if open_ else ""
        return f"{listed(said)}{note}"

    def __str__(self) -> str:
        return f"{self.called}: {listed((*self.groups, *self.functions)) or 'nothing'}"


def _many(number: int, what: str) -> str:
    many = f"{number:,}" if number else "no"
    return f"{many} {what}{'' if number == 1 else 's'}"


@frozen(kw_only=True)
class Tiers(Shown):
    """The tiers of a governance, from the top down.

    Args:
        title: Of which governance.
        tiers: The tiers that the sources settle on, or that are only proposed.
        unknown: What stands on no tier that is settled.
        beside: The groups beside the arrangement, which have no tier in it.
        without_group: The functions that no group is said to carry out.
        depth: How many lines lead from the farthest group or function that answers to
            the top up to it, by the shortest way.
        so_far: What is said of silence, if the text of the document breaks off.
        is_many: Whether it is that of several arrangements.
    """

    title: str
    tiers: tuple[TierOfGroups, ...] = ()
    unknown: TierOfGroups = TierOfGroups()
    beside: tuple[str, ...] = ()
    without_group: tuple[str, ...] = ()
    depth: int = 0
    so_far: str = ""
    is_many: bool = False

    def __iter__(self) -> Iterator[TierOfGroups]:
        return iter(self.tiers)

    def __len__(self) -> int:
        return len(self.tiers)

    @property
    def every(self) -> tuple[TierOfGroups, ...]:
        """The tiers, and last what stands on none that is settled, if anything does."""
        is_empty = not (self.unknown.groups or self.unknown.functions)
        return self.tiers if is_empty else (*self.tiers, self.unknown)

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where it is printed, each once."""
        return placed(at for tier in self.every for at in tier.at)

    @property
    def in_short(self) -> str:
        """How many tiers are stated."""
        return f"{self._states} {_many(len(self.tiers), 'tier')}{self.so_far}"

    @property
    def _states(self) -> str:
        return f"{self.title} {agreeing('states', plural=self.is_many)}"

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each group and function."""
        return [
            {
                "tier": str(tier.number or ""),
                "kind": kind,
                "name": name,
                "proposed": "yes" if name in tier.proposed else "no",
            }
            for tier in self.every
            for kind, names in (("group", tier.groups), ("function", tier.functions))
            for name in names
        ]

    def _blocks(self) -> Sequence[Block]:
        rows = tuple(
            (
                tier.called,
                "; ".join(tier.groups),
                "; ".join(tier.functions),
                "; ".join(map(str, tier.at)),
            )
            for tier in self.every
        )
        columns = ("tier", "groups", "functions", "place")
        table = Table(caption=f"Tiers of {self.title}", columns=columns, rows=rows)
        return (Paragraph(f"{self}"), *([table] if rows else []))

    def __str__(self) -> str:
        if not self.every:
            return f"{self._states} no group and no function{self.so_far}."
        told = [f"{tier.in_short} on {tier.called}" for tier in self.every]
        said = f"{self.in_short}: {listed(told)}"
        if self.beside:
            said += f"; {_many(len(self.beside), 'group')} beside it"
        if self.depth:
            said += f"; the lines to the top are at most {self.depth} long"
        return f"{said}."


@frozen(kw_only=True)
class TierComparison(Shown):
    """The tiers of two arrangements beside each other, by number and kind.

    No group is taken for another by its name; only equal ids are the same.

    Args:
        before: The one.
        after: The other.
    """

    before: Tiers
    after: Tiers

    @property
    def pairs(self) -> tuple[tuple[TierOfGroups, TierOfGroups], ...]:
        """Each tier that one of them has, beside that of the other; unknown last."""
        ours = {tier.number: tier for tier in self.before.every}
        theirs = {tier.number: tier for tier in self.after.every}
        numbers = sorted({*ours, *theirs}, key=lambda one: (one is None, one or 0))
        return tuple(
            (
                ours.get(one, TierOfGroups(number=one)),
                theirs.get(one, TierOfGroups(number=one)),
            )
            for one in numbers
        )

    @property
    def shared(self) -> tuple[str, ...]:
        """The ids that stand on the same tier in both; on none is no tier."""
        return tuple(
            own
            for one, two in self.pairs
            for own in one.ids
            if one.number is not None and own in two.ids
        )

    @property
    def moved(self) -> tuple[tuple[str, str, str], ...]:
        """The ids that stand on different tiers, with what each tier is called."""
        after = {own: tier.called for tier in self.after.every for own in tier.ids}
        return tuple(
            (own, tier.called, after[own])
            for tier in self.before.every
            for own in tier.ids
            if own in after and after[own] != tier.called
        )

    @property
    def says(self) -> tuple[str, ...]:
        """What is to be said of them, one sentence each."""
        one, two = self.before, self.after
        return (
            f"{one.in_short}; {two.in_short}.",
            *filter(None, (_beside(self, *pair) for pair in self.pairs)),
            *(
                f"{own} is on {ours} in {one.title}, on {theirs} in {two.title}."
                for own, ours, theirs in self.moved
            ),
            *([f"By id, on the same tier: {listed(self.shared)}."] * bool(self.shared)),
            _depths(one, two),
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each tier."""
        return [dict(zip(_COLUMNS, row, strict=True)) for row in self._rows()]

    def _rows(self) -> tuple[tuple[str, ...], ...]:
        return tuple(
            (one.called, *_cells(one), *_cells(two)) for one, two in self.pairs
        )

    def _blocks(self) -> Sequence[Block]:
        caption = f"{self.before.title}, and {self.after.title}"
        table = Table(caption=caption, columns=_COLUMNS, rows=self._rows())
        return Bullets(self.says), table

    def __str__(self) -> str:
        return " ".join(self.says)


_COLUMNS = (
    *("tier", "before: groups", "before: functions", "before: kinds"),
    *("after: groups", "after: functions", "after: kinds"),
)


def _cells(tier: TierOfGroups) -> tuple[str, str, str]:
    kinds = Counter(tier.kinds)
    called = listed(f"{many} {kind}" for kind, many in kinds.items())
    return str(len(tier.groups)), str(len(tier.functions)), called


def _depths(one: Tiers, two: Tiers) -> str:
    """Say how long the lines are here and there."""
    told = (f"at most {them.depth} long in {them.title}" for them in (one, two))
    return f"The lines to the top are {listed(told)}."


def _beside(them: TierComparison, one: TierOfGroups, two: TierOfGroups) -> str:
    """Say what stands on a tier here and there, if that differs."""
    if one.in_short == two.in_short:
        return ""
    where = "Without a settled tier" if one.number is None else f"On {one.called}"
    has = agreeing("has", plural=them.before.is_many)
    return (
        f"{where}, {them.before.title} {has} {one.in_short}, "
        f"{them.after.title} {two.in_short}."
    )


# ------------------------------------------------------------------ from the graph

GROUP, FUNCTION = IN_TIERS  # a kind is much slower to see in its Enum


def tiers_of(inquiry: Inquiry, title: str) -> Tiers:
    """Sort the groups and functions by their tiers."""
    found: defaultdict[int | None, list[GovernanceNode]] = defaultdict(list)
    beside: list[str] = []
    for node in inquiry.ties.in_tiers:
        if node.is_outside:
            beside.append(node.key)
        else:
            # the stated tier, which is slower to see as a property
            found[node.proposed_tier if node.tier is None else node.tier].append(node)
    numbers = sorted([one for one in found if one is not None])
    return Tiers(
        title=title,
        tiers=tuple([_tier(inquiry, one, found[one]) for one in numbers]),
        unknown=_tier(inquiry, None, found[None]),
        beside=inquiry.labels(beside),
        without_group=inquiry.labels(_without_group(inquiry.ties)),
        depth=_depth(inquiry.ties),
        so_far=inquiry.so_far,
        is_many=len(inquiry.ties.arrangements) > 1,
    )


def _tier(
    inquiry: Inquiry, number: int | None, nodes: Sequence[GovernanceNode]
) -> TierOfGroups:
    label, declared = inquiry.label, inquiry.declared
    told = [one for node in nodes for one in declared.get(node.key, ())]
    return TierOfGroups(
        number=number,
        groups=tuple([label(n.key) for n in nodes if n.kind is GROUP]),
        functions=tuple([label(n.key) for n in nodes if n.kind is FUNCTION]),
        proposed=tuple([label(n.key) for n in nodes if n.proposed_tier is not None]),
        kinds=tuple([one.kind for one in told if one.kind]),
        ids=tuple(dict.fromkeys([one.id for one in told if one.id])),
        at=tuple(dict.fromkeys([at for one in told for at in one.at])),
    )


def _without_group(ties: Ties) -> Iterator[str]:
    """Yield the functions that no group is responsible for."""
    for node in ties.in_tiers:
        if node.kind is FUNCTION and not any(
            edge.verb is Verb.RESPONSIBLE_FOR and ties.nodes[edge.source].kind is GROUP
            for edge in ties.incoming[node.key]
        ):
            yield node.key


def _depth(ties: Ties) -> int:
    """Count the lines up to the top from the farthest, by the shortest way."""
    away = distances(ties.lines_down, ties.top)  # the nearest first
    far_first = reversed(away.items())
    return next((far for key, far in far_first if ties.nodes[key].kind in IN_TIERS), 0)
