"""What has no name of its own is matched by what it names: a seat by its holder.

Rows that say the same are matched first. Of those that are left, only one is matched
with one: where several have a key in common, nothing tells which is which.
"""

from collections.abc import Hashable

from masa.ground.shapes import Value
from masa.model.commitments import (
    ChildDeathReview,
    Commitment,
    EscalationStage,
    Listing,
    Scrutiny,
    YearlyReport,
)
from masa.model.decisions import Concern, Decision, Milestone
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, CostLine
from masa.model.groups import Seat
from masa.model.partners import AgencyCategory
from masa.model.relations import Relation
from masa.model.sign_offs import Departure, SignOff
from masa.model.teams import TeamMember
from masa.model.yearly_reports import CopySent, PublishedReport, Reported
from masa.rules.matching import MatchBy, Matching
from masa.rules.meanings import Reader, telling_parts
from masa.rules.sides import Item

__all__ = ["match_rows", "readers"]

# By which fields rows are matched, and by which if that leaves some over.
_KEYS: dict[type, tuple[tuple[str, ...], ...]] = {
    AgencyCategory: (("category",),),
    Seat: (("holder", "any", "chairs_of"),),
    Relation: (("source", "verb", "target"),),
    Commitment: (("topic",),),
    Budget: (("year",),),
    Contribution: (("payer", "pot", "kind"), ("payer",)),
    CostLine: (("item", "heading"), ("item",)),
    Scrutiny: (("by",),),
    YearlyReport: ((),),
    PublishedReport: (("title", "period"), ("period",)),
    Reported: (("topic",),),
    CopySent: (("to",),),
    ChildDeathReview: ((),),
    TeamMember: (("role", "nominated_by"), ("role",)),
    EscalationStage: (("who",),),
    Decision: (("topic",),),
    SignOff: (("document", "on"), ("document",)),
    Departure: (("item",),),
    Milestone: (("what",),),
    Concern: (("question",),),
    Listing: (("topic",),),
}
_TIMES = {("year",), ("period",)}  # which tell nothing where they are not told
Keyed = dict[Hashable, list[Item]]


def readers(matching: Matching) -> tuple[Reader, Reader]:
    """Give the readers of the two arrangements, by what is matched."""
    one, other = (
        Reader(side, matching.surely, matching.perhaps)
        for side in (matching.before, matching.after)
    )
    return one, other


def match_rows(matching: Matching) -> None:
    """Match everything that has no name of its own, what stands within others last."""
    both = readers(matching)
    for kind, levels in _KEYS.items():
        _match_alike(matching, [_keyed(reader, kind, None) for reader in both])
        for fields in levels:
            ours, theirs = (_keyed(reader, kind, fields) for reader in both)
            _match_lone(matching, [ours, theirs])


def _keyed(reader: Reader, kind: type, fields: tuple[str, ...] | None) -> Keyed:
    """Sort the rows of a kind by what some fields mean, or else by everything.

    A budget of an unknown year is like no other, unless all of it is the same; nor is
    a yearly report of an unknown time, unless its title is.
    """
    found: Keyed = {}
    for item in reader.side.items:
        if type(item.thing) is kind:
            key = _key(reader, item, fields)
            if fields is None or not _is_open(item, fields):
                found.setdefault(key, []).append(item)
    return found


def _is_open(item: Item, fields: tuple[str, ...]) -> bool:
    """Say whether rows are matched by a time alone, and this one does not tell it."""
    return fields in _TIMES and not getattr(item.thing, fields[0]).values


def _key(reader: Reader, item: Item, fields: tuple[str, ...] | None) -> Hashable:
    home, kind = reader.side.home_of(item), type(item.thing)
    within = None if home is None else reader.surely.root(home)
    if fields is None:
        return (within, item.field, reader.meaning(Value(kind), item.thing))
    parts = telling_parts(kind)
    held = (reader.meaning(parts[f].shape, getattr(item.thing, f)) for f in fields)
    return (within, *held)


def _match_alike(matching: Matching, rows: list[Keyed]) -> None:
    ours, theirs = rows
    for key, items in ours.items():
        for before, after in zip(items, theirs.get(key, ()), strict=False):
            matching.match(before, after, MatchBy.NAME)


def _match_lone(matching: Matching, rows: list[Keyed]) -> None:
    ours, theirs = rows
    for key, items in ours.items():
        before, after = (
            [item for item in several if item not in matching.by]
            for several in (items, theirs.get(key, ()))
        )
        if len(before) == len(after) == 1:
            matching.match(before[0], after[0], MatchBy.NAME)
        elif before and after:
            said = f"alike by name are {matching.counted(before, after)}"
            matching.notes.update(dict.fromkeys((*before, *after), said))
