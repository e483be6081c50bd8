"""An arrangement: everything that one area's published document says."""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from attrs import field, frozen

from masa.ground.blocks import Block, Table
from masa.ground.checks import EXPECTED, checked
from masa.ground.dates import When
from masa.ground.errors import DocumentError, UnknownNameError
from masa.ground.logic import Answer
from masa.ground.names import Declaration, Declared, is_named, repeated_ids
from masa.ground.shapes import Facts, Leaf, Many, Node, Path, Said, Value, parts, walk
from masa.ground.shown import Shown
from masa.ground.sources import Source, unknown_documents
from masa.ground.stated import NOT_STATED, Standing, Stated, Statement
from masa.ground.text import (
    Identifier,
    Name,
    Prose,
    Ref,
    listed,
    text_of,
)
from masa.model.bodies import Area, Body, Post
from masa.model.commitments import (
    ChildDeathReview,
    Commitment,
    EscalationStage,
    Listing,
    Policy,
    Scrutiny,
    YearlyReport,
)
from masa.model.decisions import Concern, Decision, Milestone
from masa.model.documents import Collective, Completeness, Document, Placed, marked
from masa.model.doubts import Doubt, SameAs
from masa.model.funding import Budget
from masa.model.funding_lines import PayerKind
from masa.model.groups import Function, Group
from masa.model.money_groups import LISTED_NOWHERE
from masa.model.outside_facts import OutsideFact
from masa.model.partners import (
    AgencyCategory,
    DescribedSet,
    PartnerKind,
    RelevantAgency,
    SafeguardingPartner,
)
from masa.model.payers import heading_of, kind_of_body
from masa.model.relations import Relation
from masa.model.sign_offs import Departure, SignOff
from masa.model.teams import ChildProtectionTeam
from masa.model.yearly_reports import PublishedReport

__all__ = ["COLLECTIVES", "Arrangement", "Thing"]

COLLECTIVES = ("safeguarding partners", "relevant agencies")


@frozen(kw_only=True, repr=False, field_transformer=checked)
class Arrangement(Shown):
    """The multi-agency safeguarding arrangements of an area, as published.

    Look things up by name, other name or id: ``barnet["Leadership Forum"]``.

    Args:
        id: A short id, such as ``barnet``.
        title: The title of the document.
        name: The name of the partnership.
        also: Other names of it as printed.
        area: The areas it covers.
        edition: The edition of the guidance it answers to, such as ``WT2018``.
        cites: Other law and guidance that it cites, as printed.
        predecessors: The bodies it takes over from.
        successors: The arrangements or bodies that took over from it.
        follows: The ids of the arrangements that it takes the place of: one, or
            several that were merged, or one that was split.
        approved: When it was approved.
        published: When it was published.
        in_force: From when it is in force.
        ended: To when it was in force, that day included.
        reviewed: How it is reviewed.
        vision: What it aims at.
        sources: The documents it was taken from; no place may name another.
        partners: The safeguarding partners.
        chair: The post that chairs the whole partnership.
        posts: Posts that are not declared within a partner or body.
        agencies: The relevant agencies, by category.
        sets: Bodies and people that are described and not named, other than
            relevant agencies.
        bodies: Other bodies that are named, those outside it and ended ones too.
        groups: The groups.
        functions: What has to be done, and no group is named for it.
        relations: Who stands in what relation to whom.
        commitments: What is undertaken.
        decisions: Decisions about it.
        milestones: What happened or is to happen.
        policies: Policies adopted, published or used.
        concerns: Questions and concerns that were raised.
        listings: Closed lists that the document prints.
        escalation: The stages by which a disagreement is resolved.
        scrutiny: How it is scrutinised.
        yearly_report: What is said about the yearly report.
        reports: The yearly reports that were published.
        child_death_review: The child death review arrangements.
        budgets: The money, by year.
        teams: The multi-agency child protection teams.
        sign_offs: Which key documents were signed off, and by whom.
        departures: Where guidance is departed from, with the reason.
        doubts: What is unclear, or said in two ways.
        same_as: Whether two names mean the same.
        outside_facts: What other sources say, kept beside what the document says.
        at: The place of what has no place of its own.
        standing: The standing of what has none of its own.

    Raises:
        DocumentError: If a name is used that nothing declares, or that two
            things carry; every such fault at once.
        MasaError: If a part is of the wrong type or breaks a rule of its own.
    """

    id: Identifier
    title: Name
    name: Stated[Name] = field(default=NOT_STATED, metadata=EXPECTED)
    also: tuple[Statement[Name], ...] = ()
    area: tuple[Area, ...] = field(default=(), metadata=EXPECTED)
    edition: Stated[Name] = field(default=NOT_STATED, metadata=EXPECTED)
    cites: tuple[Statement[Prose], ...] = ()
    predecessors: tuple[Statement[Ref], ...] = ()
    successors: tuple[Statement[Ref], ...] = ()
    follows: tuple[Statement[Identifier], ...] = ()
    approved: Stated[When] = field(default=NOT_STATED, metadata=EXPECTED)
    published: Stated[When] = field(default=NOT_STATED, metadata=EXPECTED)
    in_force: Stated[When] = field(default=NOT_STATED, metadata=EXPECTED)
    ended: Stated[When] = NOT_STATED
    reviewed: Stated[Prose] = NOT_STATED
    vision: Stated[Prose] = NOT_STATED
    sources: tuple[Document, ...] = ()
    partners: tuple[SafeguardingPartner, ...] = field(default=(), metadata=EXPECTED)
    chair: Stated[Ref] = NOT_STATED
    posts: tuple[Post, ...] = ()
    agencies: tuple[AgencyCategory, ...] = field(default=(), metadata=EXPECTED)
    sets: tuple[DescribedSet, ...] = ()
    bodies: tuple[Body, ...] = ()
    groups: tuple[Group, ...] = field(default=(), metadata=EXPECTED)
    functions: tuple[Function, ...] = ()
    relations: tuple[Relation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    policies: tuple[Policy, ...] = ()
    concerns: tuple[Concern, ...] = ()
    listings: tuple[Listing, ...] = ()
    escalation: tuple[EscalationStage, ...] = ()
    scrutiny: tuple[Scrutiny, ...] = ()
    yearly_report: YearlyReport | None = None
    reports: tuple[PublishedReport, ...] = ()
    child_death_review: ChildDeathReview | None = None
    budgets: tuple[Budget, ...] = ()
    teams: tuple[ChildProtectionTeam, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    departures: tuple[Departure, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    same_as: tuple[SameAs, ...] = ()
    outside_facts: tuple[OutsideFact, ...] = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE

    def __attrs_post_init__(self) -> None:
        faults = [
            *self._declared.clashes(),
            *self._declared.unknown((name, path) for path, name in self.mentions()),
            *repeated_ids(self._own_ids()),
            *unknown_documents(self._cited(), {one.id for one in self.sources}),
        ]
        if faults:
            raise DocumentError(f'the arrangement "{self.id}" is not sound', faults)

    def _own_ids(self) -> Iterator[tuple[str, str, Path]]:
        """Yield the id of whatever only that is known by, after the list it is in."""
        for key in ("sources", "doubts", "outside_facts"):
            for place, one in enumerate(getattr(self, key)):
                yield key, one.id, (key, place)

    def _cited(self) -> Iterator[tuple[Path, str]]:
        """Yield the document of every place in it, each place once, after its path."""
        found: dict[Source, Path] = {}
        for shape, thing, path in self._nodes:
            at = getattr(thing, "at", None) if isinstance(shape, Value) else None
            if at is not None:
                found.setdefault(at, path)
        for _, said, path in self._numbered():
            if said.at is not None:
                found.setdefault(said.at, path)
        return (((*p, "at"), at.document) for at, p in found.items() if at.document)

    @cached_property
    def _nodes(self) -> tuple[Node, ...]:
        """Every value, fact and reference in it, with the path to it."""
        return tuple(walk(Value(type(self)), self))

    @cached_property
    def _declared(self) -> Declared:
        return Declared(self._declarations(), COLLECTIVES)

    def _declarations(self) -> Iterator[Declaration]:
        for shape, thing, path in self._nodes:
            if thing is self:
                yield self._itself()
            elif isinstance(shape, Value) and is_named(shape.kind):
                yield declaration_of(thing, path)

    def _itself(self) -> Declaration:
        others = (*self.name.values, *Stated(self.also).values)
        return Declaration(name=self.title, id=self.id, also=others, thing=self)

    @cached_property
    def _graphs(self) -> dict[object, object]:
        """The governance graphs made of it: neither it nor they can change."""
        return {}

    def __getitem__(self, name: str) -> "Thing":
        """Give whatever carries the name, the other name or the id.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If nothing does, or several things do.
        """
        if text_of(name) in COLLECTIVES:
            return Collective(name=name, members=self._members_of(name))
        carriers = self._declared.carriers(name)
        if len(carriers) == 1:
            thing: Thing = carriers[0].thing  # type: ignore[assignment] # of a Thing's class
            return thing
        said, remedy = self._declared.verdict(name)
        raise UnknownNameError(said, remedy=remedy)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._declared

    def _members_of(self, name: str) -> tuple[str, ...]:
        if name == "safeguarding partners":
            return tuple(partner.name for partner in self.partners)
        return tuple(agency.name for agency in self.relevant_agencies)

    def things(self) -> Iterator[Placed]:
        """Yield everything in it that has a place and a standing of its own."""
        for shape, thing, _ in self._nodes:
            if isinstance(shape, Value) and isinstance(thing, Placed):
                yield thing

    @property
    def relevant_agencies(self) -> tuple[RelevantAgency | DescribedSet, ...]:
        """All that are listed as relevant agencies, category by category."""
        return tuple(a for category in self.agencies for a in category.agencies)

    def category_of(self, agency: str) -> str:
        """Give the heading under which an agency is listed.

        Raises:
            UnknownNameError: If nothing is called so, or it is no relevant agency.
        """
        thing = self[agency]
        for category in self.agencies:
            if thing in category.agencies:
                return category.category
        raise UnknownNameError(
            f"{thing} is not listed as a relevant agency",
            remedy="look at `relevant_agencies`",
        )

    def payer_kind(self, payer: str) -> PayerKind | None:
        """Say of what kind a payer is; nothing if that does not show.

        A partner is of its kind. Whoever else has the NHS in a name is a health body.
        """
        if payer not in self:
            return None
        return kind_of_body(self[payer], self.partners, self.__getitem__)

    def payer_category(self, payer: str) -> str | None:
        """Say under what heading a payer is listed: as a partner, or as an agency.

        Returns:
            "not listed" if the whole list is held and it is not on it; nothing if
            that cannot be told.
        """
        if payer not in self:
            return None
        found = heading_of(self[payer], self.partners, self.agencies, self.__getitem__)
        may_be_more = not self.agencies or self.is_truncated is Answer.YES
        return None if found == LISTED_NOWHERE and may_be_more else found

    @property
    def silence(self) -> str:
        """What silence is called, which tells less where the text breaks off."""
        is_cut = self.is_truncated is Answer.YES
        return "not in the text held" if is_cut else "not stated"

    @property
    def own_groups(self) -> tuple[Group, ...]:
        """The groups of the partnership itself, without those beside it."""
        return tuple(group for group in self.groups if not group.outside.values)

    @property
    def is_truncated(self) -> Answer:
        """Whether the text of a source breaks off, so that its silence says little."""
        if not self.sources:
            return Answer.UNKNOWN
        return Answer.any_of(
            source.text.says(Completeness.TRUNCATED) for source in self.sources
        )

    def partners_of(self, kind: PartnerKind) -> tuple[SafeguardingPartner, ...]:
        """Give the partners of one kind: there may be more than one body."""
        return tuple(partner for partner in self.partners if partner.kind is kind)

    def mentions(self) -> Iterator[tuple[Path, str]]:
        """Yield every name by which something is referred to, with the path to it."""
        return iter(self._mentions)

    @cached_property
    def _mentions(self) -> tuple[tuple[Path, str], ...]:
        return tuple(
            (path, str(value))
            for shape, value, path in self._nodes
            if isinstance(shape, Leaf)
        )

    def facts(self) -> Iterator[tuple[Path, Stated[object]]]:
        """Yield every single-valued fact that is stated, with the path to it."""
        for shape, value, path in self._nodes:
            if isinstance(shape, Facts) and isinstance(value, Stated):
                yield path, value

    def statements(self) -> Iterator[tuple[Path, Statement[object]]]:
        """Yield everything that is stated, of single facts and in lists, with paths."""
        return ((path, statement) for path, statement, _ in self._numbered())

    def _numbered(self) -> Iterator[tuple[Path, Statement[object], Path]]:
        """Yield the same, each with its own path in a file as well, with its number."""
        for shape, value, path in self._nodes:
            if isinstance(shape, Facts) and isinstance(value, Stated):
                alone = len(value.statements) == 1
                for n, statement in enumerate(value.statements):
                    yield path, statement, path if alone else (*path, n)
            elif isinstance(shape, Value):
                kind: type = type(value)
                for name in _lists_of_statements(kind):
                    for n, statement in enumerate(getattr(value, name)):
                        yield (*path, name), statement, (*path, name, n)

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "title", self.title
        yield "name", self._said(self.name)
        yield "area", listed(map(marked, self.area)) or self.silence
        yield "edition answered", self._said(self.edition)
        yield "in force", self._said(self.in_force)
        if not self.standing.is_settled:
            yield "standing of the whole", self.standing
        own, beside = len(self.own_groups), len(self.groups) - len(self.own_groups)
        yield "groups", f"{own} of its own" + (f", {beside} beside it" * bool(beside))
        agencies = len(self.relevant_agencies)
        yield "relevant agencies", f"{agencies} entries" if agencies else self.silence
        yield "budgets", listed(map(str, self.budgets)) or self.silence
        yield "doubts", f"{len(self.doubts)}"

    def _said(self, fact: Stated[object]) -> str:
        return str(fact) if fact.statements else self.silence

    def _blocks(self) -> Sequence[Block]:
        return (
            *super()._blocks(),
            Table(
                caption="Safeguarding partners",
                columns=("kind", "body", "lead"),
                rows=tuple(
                    (one.kind.value, one.name, self._said(one.lead))
                    for one in self.partners
                ),
            ),
            Table(
                caption="Groups of the partnership",
                columns=("group", "chair", "meets"),
                rows=tuple(
                    (one.name, self._said(one.chair), self._said(one.meets))
                    for one in self.own_groups
                ),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def __repr__(self) -> str:
        return (
            f"<Arrangement {self.id!r}: {len(self.partners)} partners, "
            f"{len(self.groups)} groups, "
            f"{len(self.relevant_agencies)} relevant agencies>"
        )


Thing = (
    Arrangement
    | SafeguardingPartner
    | Post
    | Body
    | Group
    | Function
    | RelevantAgency
    | DescribedSet
    | Policy
    | ChildProtectionTeam
    | Collective
)


def declaration_of(thing: object, path: Path) -> Declaration:
    """Read what a named thing is called."""
    return Declaration(
        name=getattr(thing, "name"),  # noqa: B009 (an object to mypy)
        id=getattr(thing, "id"),  # noqa: B009 (an object to mypy)
        also=Stated(getattr(thing, "also")).values,  # noqa: B009 (an object to mypy)
        path=path,
        thing=thing,
    )


@cache
def _lists_of_statements(kind: type) -> tuple[str, ...]:
    """Give the fields of a class that hold lists of statements."""
    return tuple(
        name
        for name, part in parts(kind).items()
        if isinstance(part.shape, Many) and isinstance(part.shape.of, Said)
    )
