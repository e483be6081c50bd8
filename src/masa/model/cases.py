"""A case: what is known of an incident, fact by fact, and nothing that tells who.

Each fact is yes, no or unknown; unknown is the usual state on the first days. There
is no field for a name, an address, a date of birth or a number of a child: a case is
read, printed, compared and passed on by many, and no rule of law asks for them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from inspect import Signature
from typing import Any, ClassVar

from attrs import Attribute, field, frozen

from masa.ground.blocks import Block, Heading, Pairs, Table
from masa.ground.checks import checked
from masa.ground.errors import DocumentError, Fault, MasaError, UnknownNameError
from masa.ground.findings import in_words
from masa.ground.law import shelf
from masa.ground.law.authorities import LocalAuthority, authorities_cover
from masa.ground.law.authority_names import local_authority
from masa.ground.logic import Answer, Fact
from masa.ground.moments import day_of, instant, moment_in_short
from masa.ground.shapes import conforming
from masa.ground.shown import Shown, plain
from masa.ground.text import Name, Reference, did_you_mean, echo, listed, text_of
from masa.ground.text import name as checked_name
from masa.model.case_events import event_faults
from masa.model.case_facts import QUESTIONS, KnownFact, Settled, settled
from masa.model.case_parts import (
    CaseEvent,
    PanelView,
    ReviewDecision,
    ReviewStep,
    Setting,
)
from masa.model.editions import editions
from masa.model.places import Place, Where

__all__ = ["Case"]

UNKNOWN = Fact()
KEPT = 4_096
REVIEWS = ("rapid_review", "local_review", "national_review")
STEP = ("step", "day", "covers", "to", "says")
PLACES = ("place", "normally_resident")
FIRST_DAYS = ("aware", "incident", "died")


def _fact(value: Fact | Answer | bool | None) -> Fact:  # noqa: FBT001 (a fact is one)
    return Fact.of(value)


def _place(value: object) -> Place:
    return Place.of(value)


def _events(
    given: Mapping[str, date | str | None] | Iterable[CaseEvent],
) -> tuple[CaseEvent, ...]:
    if isinstance(given, Mapping):
        held = given.items()
        return tuple(CaseEvent(name, on) for name, on in held if on is not None)
    found: Any = conforming(tuple[CaseEvent, ...])(given)
    return tuple(found)


class _Named:
    """A converter of one field, which names the field if it fails."""

    __slots__ = ("convert", "where")
    __signature__ = Signature()  # attrs asks for it, and finding it out is slow

    def __init__(self, where: str, convert: Any) -> None:  # noqa: ANN401 (of any field)
        self.where = where
        self.convert = convert

    def __call__(self, value: object) -> object:
        try:
            return self.convert(value)
        except MasaError as error:
            error.field = error.field or self.where
            raise


def _naming(cls: type, attributes: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    """Let each field check what it is given, and name itself if that fails."""
    named = [
        a.evolve(converter=_Named(f"{cls.__name__}.{a.name}", a.converter))
        if a.converter
        else a
        for a in attributes
    ]
    return checked(cls, named)


@frozen(kw_only=True, repr=False, field_transformer=_naming)
class Case(Shown):
    """What is known of an incident, for the criteria, the deadlines and the reviews.

    A case is about a child, that is a person under 18, unless `age` says otherwise.
    Each fact is yes, no or unknown: True, False and None are taken for them, a `Fact`
    adds where it is recorded or why it is unknown, and what is left out is unknown.
    What each fact asks stands in `Case.questions`. There is no field for a name, an
    address, a date of birth or a number of a child, and the free texts, the reasons of
    a decision and what there is to say of a step, are no place for them either.

    Args:
        reference: At most 40 capitals, digits, ``/`` and ``-``.
        local_authority: The authority whose case it is: "this authority". Unless it
            is given, that is whoever asks.
        edition: The edition of Working Together to judge by, where that is not the
            one of the day, such as "WT2018".
        place: Where the child died or was harmed: one of the values of `Where`, or
            the name of the local authority in England in whose area it was. A child
            who was harmed in one area and died in another makes two events to be
            notified, each asked with its own place.
        normally_resident: Where the child normally lives, in the same way.
        age: In whole years, at the time.
        setting: In what kind of place the child lived or was looked after.
        agencies: The agencies that were involved, by name.
        authorities: The local authorities that were involved.
        police_areas: The police areas that were involved.
        health_bodies: The integrated care boards or clinical commissioning groups
            that were involved.
        panel_view: What the Panel concluded on it, if it did.
        events: What happened when, by the names that the clocks give: a mapping, or
            the events themselves.
        decision: What the safeguarding partners decided on a review, if they did.
        rapid_review: The steps of the rapid review that were taken.
        local_review: The steps of the local review that were taken.
        national_review: The steps of the national review that were taken.

    Raises:
        DocumentError: If facts contradict one another, an event comes before one on
            which it depends, an authority, an edition or an event is unknown, or a
            day lies outside the statute book: every fault at once.
        KindError: If a part is of the wrong type.
        DateError: If there is no such day.
        TextError: If the reference has another form, or a text breaks the policy.

    Example:
        >>> case = Case(reference="7", died=False, long_term_impairment=True)
        >>> print(case.known["seriously_harmed"])
        seriously harmed is yes, as long term impairment is yes
    """

    reference: Reference
    local_authority: Name | None = None
    edition: Name | None = None
    place: Place = field(default=Place(), converter=_place)
    normally_resident: Place = field(default=Place(), converter=_place)
    age: int | None = None
    setting: Setting | None = None
    agencies: tuple[Name, ...] = ()
    authorities: tuple[Name, ...] = ()
    police_areas: tuple[Name, ...] = ()
    health_bodies: tuple[Name, ...] = ()
    panel_view: PanelView | None = None

    abuse_or_neglect_suspected: Fact = field(default=UNKNOWN, converter=_fact)
    authority_suspects: Fact = field(default=UNKNOWN, converter=_fact)
    died: Fact = field(default=UNKNOWN, converter=_fact)
    survived: Fact = field(default=UNKNOWN, converter=_fact)
    seriously_harmed: Fact = field(default=UNKNOWN, converter=_fact)
    serious_impairment: Fact = field(default=UNKNOWN, converter=_fact)
    long_term_impairment: Fact = field(default=UNKNOWN, converter=_fact)
    physical_impairment: Fact = field(default=UNKNOWN, converter=_fact)
    looked_after: Fact = field(default=UNKNOWN, converter=_fact)
    care_leaver: Fact = field(default=UNKNOWN, converter=_fact)
    care_leaver_known: Fact = field(default=UNKNOWN, converter=_fact)
    several_children: Fact = field(default=UNKNOWN, converter=_fact)
    improvements_needed: Fact = field(default=UNKNOWN, converter=_fact)
    law_or_guidance_change: Fact = field(default=UNKNOWN, converter=_fact)
    recurrent_themes: Fact = field(default=UNKNOWN, converter=_fact)
    joint_working_concern: Fact = field(default=UNKNOWN, converter=_fact)
    panel_prefers_local: Fact = field(default=UNKNOWN, converter=_fact)
    complex_or_national: Fact = field(default=UNKNOWN, converter=_fact)
    issues_of_importance: Fact = field(default=UNKNOWN, converter=_fact)
    single_agency_concern: Fact = field(default=UNKNOWN, converter=_fact)
    no_agency_concern: Fact = field(default=UNKNOWN, converter=_fact)
    cross_boundary: Fact = field(default=UNKNOWN, converter=_fact)
    institutional_setting: Fact = field(default=UNKNOWN, converter=_fact)
    stillbirth: Fact = field(default=UNKNOWN, converter=_fact)
    late_foetal_loss: Fact = field(default=UNKNOWN, converter=_fact)
    planned_termination: Fact = field(default=UNKNOWN, converter=_fact)
    external_causes: Fact = field(default=UNKNOWN, converter=_fact)
    sudden_unexplained: Fact = field(default=UNKNOWN, converter=_fact)
    custody_or_detained: Fact = field(default=UNKNOWN, converter=_fact)
    may_not_be_natural: Fact = field(default=UNKNOWN, converter=_fact)
    unattended_stillbirth: Fact = field(default=UNKNOWN, converter=_fact)

    events: tuple[CaseEvent, ...] = field(default=(), converter=_events)
    decision: ReviewDecision | None = None
    rapid_review: tuple[ReviewStep, ...] = ()
    local_review: tuple[ReviewStep, ...] = ()
    national_review: tuple[ReviewStep, ...] = ()

    questions: ClassVar[Mapping[str, str]] = QUESTIONS
    stand_ins: ClassVar[Mapping[str, object]] = {"reference": "UNREAD"}

    def __attrs_post_init__(self) -> None:
        faults = list(_faults(self))
        if faults:
            raise DocumentError(f"the case {self.reference} cannot be so", faults)

    @property
    def known(self) -> Mapping[str, KnownFact]:
        """Every fact that is known, by name, those that follow from others included."""
        return self._settled.known

    @cached_property
    def _settled(self) -> Settled:
        return settled(_given(self))

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """The answer to each question that is known, by the name of the fact."""
        return {name: given.answer for name, given in self.known.items()}

    @cached_property
    def days(self) -> Mapping[str, date]:
        """The day, or the time, of each event that is held, by name."""
        return {one.name: one.on for one in self.events}

    @property
    def day(self) -> date | None:
        """The day of becoming aware, of the incident or of the death, the first held.

        It is the day of awareness that starts the duties of an authority.
        """
        held = (self.days[name] for name in FIRST_DAYS if name in self.days)
        return next(map(day_of, held), None)

    @cached_property
    def authority_id(self) -> str | None:
        """The id of the authority whose case it is, if that is given."""
        name = self.local_authority
        return None if name is None else self.authority(name).id

    def authority(self, name: str) -> LocalAuthority:
        """Give the local authority that a name means on the day of the case.

        Where the case has no day, it is the one that had the name; if there were two,
        the one that has it today, which is the day of the last look at the law.

        Raises:
            UnknownNameError: If there is no such authority.
            NotInForceError: If it was not there on the day.
            KindError: If the name is not text.
            TextError: If it is no proper name.
        """
        return _authority(checked_name(name), self.day)

    def seen(self, place: str, authority: str | None = None) -> Where | None:
        """Say where a place of the case lies, seen from an authority.

        Args:
            place: ``place`` or ``normally_resident``.
            authority: The authority, by its id; unless given, that of the case.

        Raises:
            UnknownNameError: If there is no such place in a case.
        """
        if place not in PLACES:
            raise UnknownNameError(
                f"a case has no place {echo(place)}",
                remedy=f"give {listed(PLACES, 'or')}",
            )
        held: Place = getattr(self, place)
        named = None if held.authority is None else self.authority(held.authority).id
        return held.seen_from(authority, own=self.authority_id, named=named)

    def fact(self, name: str) -> Fact:
        """Give a fact as it was stated, or as it follows from others.

        Raises:
            UnknownNameError: If there is no such fact.
            KindError: If the name is not text.
        """
        if text_of(name) not in QUESTIONS:
            raise UnknownNameError(
                f"there is no fact {echo(name)}",
                remedy=did_you_mean(name, QUESTIONS) or "look at `Case.questions`",
            )
        stated: Fact = getattr(self, name)
        is_open = stated.answer is Answer.UNKNOWN and name in self.known
        return Fact(self.known[name].answer) if is_open else stated

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "reference", self.reference
        yield "local authority", self.local_authority or "not stated"
        yield "place", self.place
        yield "normally resident", self.normally_resident
        others = ("edition", "age", "setting", "agencies", "panel_view", "decision")
        for name in (*others, *_INVOLVED):
            held = getattr(self, name)
            if held is not None and held != ():
                yield name.replace("_", " "), held
        if self.decision is not None and self.decision.rationale is not None:
            yield "reasons", self.decision.rationale

    def _blocks(self) -> Sequence[Block]:
        pairs = Pairs(tuple((label, plain(value)) for label, value in self._pairs()))
        facts = tuple(_rows(self))
        events = tuple((one.name, moment_in_short(one.on)) for one in self.events)
        tables = (
            Table(caption="Facts", columns=("fact", "answer", "from"), rows=facts),
            Table(caption="Events", columns=("event", "day"), rows=events),
            *(
                Table(
                    caption=in_words(name), columns=STEP, rows=tuple(_steps(self, name))
                )
                for name in REVIEWS
            ),
        )
        return (Heading(str(self), 1), pairs, *(one for one in tables if one.rows))

    def to_records(self) -> list[dict[str, str]]:
        """Give each fact that is known, or of which it is known why not, as a row."""
        columns = ("fact", "answer", "from")
        return [dict(zip(columns, row, strict=True)) for row in _rows(self)]

    def __str__(self) -> str:
        return f"Case {self.reference}"

    def __repr__(self) -> str:
        return (
            f"<Case {self.reference!r}: {len(self.known)} facts known, "
            f"{len(self.events)} events>"
        )


@lru_cache(maxsize=KEPT)
def _authority(name: str, on: date | None) -> LocalAuthority:
    covered = authorities_cover()
    if on is not None and covered.first <= on <= covered.last:
        return local_authority(name, on)
    try:
        return local_authority(name)
    except UnknownNameError:  # two had the name, or none
        return local_authority(name, covered.last)


def _steps(case: Case, name: str) -> Iterator[tuple[str, ...]]:
    steps: tuple[ReviewStep, ...] = getattr(case, name)
    for one in steps:
        covers, to = "; ".join(one.covers), "; ".join(one.to)
        yield one.step, moment_in_short(one.on), covers, to, one.says or ""


_INVOLVED = ("authorities", "police_areas", "health_bodies")


def _rows(case: Case) -> Iterator[tuple[str, str, str]]:
    for name in QUESTIONS:
        fact = case.fact(name)
        because = case.known[name].because if name in case.known else ""
        if name in case.known or fact.why is not None:
            source = "" if fact.source is None else str(fact.source)
            yield in_words(name), str(fact), because or source


def _given(case: Case) -> Iterator[KnownFact]:
    """Yield what is given of the facts, and what the rest of the case says of them."""
    for name in QUESTIONS:
        answer = getattr(case, name).answer
        if answer is not Answer.UNKNOWN:
            yield KnownFact(name, answer)
    if "died" in case.days:
        because = "the day of the death is given"
        yield KnownFact("died", Answer.YES, because, "events")
    if case.panel_view is not None:
        prefers = Answer.of(case.panel_view is PanelView.LOCAL_REVIEW)
        because = f"the Panel's view is that {case.panel_view.value}"
        yield KnownFact("panel_prefers_local", prefers, because, "panel_view")
    if case.setting is not None and case.setting.is_institutional is not Answer.UNKNOWN:
        institutional = case.setting.is_institutional
        because = f"the child was {case.setting.value}"
        yield KnownFact("institutional_setting", institutional, because, "setting")
    for name in _INVOLVED:
        if len(_involved(case, name)) > 1:
            because = f"several {in_words(name)} are given"
            yield KnownFact("cross_boundary", Answer.YES, because, name)
    if case.agencies:
        because = "agencies are given as involved"
        yield KnownFact("no_agency_concern", Answer.NO, because, "agencies")


def _involved(case: Case, name: str) -> set[str]:
    """Name what is involved; authorities by their ids, that of the case included."""
    names: tuple[str, ...] = getattr(case, name)
    if name != "authorities":
        return set(names)
    own = filter(None, [case.local_authority if names else None])
    return {_id(case, one) for one in (*names, *own)}


def _id(case: Case, name: str) -> str:
    try:
        return case.authority(name).id
    except MasaError:  # a fault of its own
        return name


def _faults(case: Case) -> Iterator[Fault]:
    """Yield everything that makes a case impossible."""
    for held, one in case._settled.clashes:  # noqa: SLF001 (of this module)
        yield Fault(
            f"{held}; but {one}",
            remedy="check which of them is so",
            path=(one.given_in or one.fact,),
        )
    for path, name in _authorities(case):
        try:
            case.authority(name)
        except MasaError as error:
            yield Fault(error.said, remedy=error.remedy, path=path)
    if case.edition is not None:
        yield from _edition_faults(case.edition)
    yield from event_faults(case.events)
    yield from _decision_faults(case)


def _decision_faults(case: Case) -> Iterator[Fault]:
    held, event = case.decision, case.days.get("decided")
    if held is None or held.on is None or event is None:
        return
    if held.outcome.has_local_review and instant(held.on) != instant(event):
        yield Fault(
            f"the partners decided on {moment_in_short(held.on)}, but decided is "
            f"{moment_in_short(event)}",
            remedy="check both days, or leave out the event",
            path=("decision", "on"),
        )


def _authorities(case: Case) -> Iterator[tuple[tuple[str | int, ...], str]]:
    single = {
        "local_authority": case.local_authority,
        "place": case.place.authority,
        "normally_resident": case.normally_resident.authority,
    }
    for path, name in single.items():
        if name is not None:
            yield (path,), name
    for number, name in enumerate(case.authorities):
        yield ("authorities", number), name


def _edition_faults(name: str) -> Iterator[Fault]:
    ids = [one.id for one in editions()]
    try:
        is_one = shelf.instrument(name).id in ids
    except MasaError:
        is_one = False
    if not is_one:
        yield Fault(
            f"there is no edition {echo(name)} of Working Together",
            remedy=f"there are {listed(ids)}",
            path=("edition",),
        )
