"""Who chairs a group in a turn or on a day, as far as that is stated."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product
from typing import TypeVar

from attrs import evolve, frozen

from masa.ground.blocks import Block, Pairs, Paragraph
from masa.ground.dates import When
from masa.ground.durations import Duration, Unit, whole
from masa.ground.errors import KindError, RangeError
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.spans import day, long_day
from masa.ground.stated import Absence, Stated, Statement
from masa.ground.text import echo, listed
from masa.model.arrangement import Arrangement
from masa.model.bodies import Post
from masa.model.chairing import Chairing, ChairKind
from masa.model.governance.givens import as_given
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.roster import Roster
from masa.model.governance.seating import placed
from masa.model.groups import Group
from masa.model.lifetimes import has_not_ended, thing_was_there
from masa.model.relations import Verb

__all__ = ["ChairTurn", "chair_in"]

T = TypeVar("T")


@frozen(kw_only=True)
class ChairTurn(Shown):
    """Who chairs a group, in a turn or on a day.

    Args:
        group: The group.
        when: In which turn or on which day, as it was asked.
        names: Who chairs it; if that is not settled, all who may.
        answer: Yes if those named surely chair it, together; no if it surely has no
            chair then; otherwise unknown.
        says: How the chair is filled, as it is stated.
        needed: What would settle it.
        chosen: Who chooses the chair, how often, and where that is printed.
        at: Where it is printed.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    group: str
    when: str = ""
    names: tuple[str, ...] = ()
    answer: Answer = Answer.UNKNOWN
    says: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    at: tuple[Source, ...] = ()
    so_far: str = ""
    under: str = ""

    def _blocks(self) -> Sequence[Block]:
        rows = (
            ("who", listed(self.names)),
            ("answer", self.answer.value),
            ("as stated", "; ".join(self.says)),
            ("what would settle it", "; ".join(self.needed)),
            ("who chooses the chair", "; ".join(self.chosen)),
            ("place", "; ".join(map(str, self.at))),
        )
        return Paragraph(f"{self}"), Pairs(tuple(row for row in rows if row[1]))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each who chairs it or may, or one if nobody is named."""
        return [
            {
                "group": self.group,
                "when": self.when,
                "who": name,
                "answer": self.answer.value,
                "as stated": "; ".join(self.says),
                "needed": "; ".join(self.needed),
                "chosen by": "; ".join(self.chosen),
                "place": "; ".join(map(str, self.at)),
            }
            for name in self.names or ("",)
        ]

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        chosen = (
            f" The chair is chosen by {listed(self.chosen)}." if self.chosen else ""
        )
        return f"{self._who()}{chosen}"

    def _who(self) -> str:
        places = f" ({listed(map(str, self.at))})" if self.at else ""
        who = f"{self.group}{f', {self.when},' if self.when else ''}"
        if self.answer is Answer.YES:
            when = f" {self.when}" if self.when else ""
            return f"{self._chairing(self.group)}{when}{places}."
        if self.answer is Answer.NO:
            return f"{who} has no chair: {self.says[0]}{places}."
        open_ = f"Who chairs {self.group}{f' {self.when}' if self.when else ''}"
        if not self.says:
            return f"{open_} is not stated{self.so_far}."
        said = f"What is stated: {' / '.join(self.says)}{places}"
        return f"{open_} is not settled. {said}{self._open()}."

    def _open(self) -> str:
        if not self.needed:
            return ""
        is_told = self.names and _WHETHER.issuperset(self.needed)
        told = f". If so, {self._chairing('it')}" if is_told else ""
        return f". What is missing: {'; '.join(self.needed)}{told}"

    def _chairing(self, group: str) -> str:
        """Say that those named chair a group, together if they are several."""
        several = len(self.names) > 1
        verb, together = ("chair", " together") if several else ("chairs", "")
        return f"{listed(self.names)} {verb} {group}{together}"


_COMES, _WAS_THERE = "whether it comes about", "whether it was there then"
_WHETHER = frozenset({_COMES, _WAS_THERE})


# ------------------------------------------------------------------ from the graph


@frozen(kw_only=True)
class _Asked:
    """What is asked: a turn, a day, or neither, and how long a turn is to last."""

    turn: int | None
    on: date | None
    length: Duration | None

    def __str__(self) -> str:
        said = f"in turn {self.turn}" if self.turn else ""
        said = f"on {long_day(self.on)}" if self.on else said
        length = f"if each turn lasts {self.length}" if self.length else ""
        return ", ".join(filter(None, (said, length)))


def chair_in(
    inquiry: Inquiry,
    key: str,
    *,
    turn: int | None,
    on: date | str | None,
    turn_length: Duration | str | None,
) -> ChairTurn:
    """Say who chairs a group, in a turn or on a day."""
    asked = _asked(turn, on, turn_length, inquiry.on)
    declared = _declared(inquiry, key)
    there = [(one, _was_there(inquiry, one, asked.on)) for one in declared]
    every = [one for one, was in there if was is not Answer.NO]
    chosen = _chosen(inquiry, key, asked.on)
    blank = ChairTurn(group=inquiry.label(key), when=f"{asked}", chosen=chosen)
    if declared and not every:
        return evolve(blank, answer=Answer.NO, says=("it was not there",))
    held = [
        (roster, *found)
        for roster, _, chair in every
        for one in chair.statements
        if one.value is not Absence.UNKNOWN
        if (found := inquiry.holding(one, asked.on))
    ]
    firm = [one for one in held if one[-1] is Answer.YES]
    if not held:
        return evolve(blank, needed=("who chairs it",), so_far=inquiry.so_far)
    told = [
        _named(inquiry, roster, said.value, asked) for roster, said, _ in firm or held
    ]
    needed = [] if firm else [_COMES]
    needed += [_WAS_THERE] * all(was is not Answer.YES for _, was in there)
    said = [said for _, said, _ in firm or held]
    return _combined(evolve(blank, needed=tuple(needed)), said, told)


def _asked(
    turn: int | None,
    on: date | str | None,
    length: Duration | str | None,
    usual: date | None,
) -> _Asked:
    if turn is not None and on is not None:
        raise RangeError("a turn and a day are both given", remedy="give one of them")
    if turn is not None and not whole(turn):
        raise RangeError("turns are counted from 1", remedy="give 1 for the first")
    asked = usual if on is None and turn is None else on
    return _Asked(
        turn=turn, on=None if asked is None else day(asked), length=_length(length)
    )


def _length(length: Duration | str | None) -> Duration | None:
    found = Duration.from_text(length) if isinstance(length, str) else length
    if found is not None and not isinstance(found, Duration):
        raise KindError(f"{echo(length)} is not a duration", remedy='give "1 year"')
    if found is not None and not _is_countable(found):
        raise RangeError(
            f"no turn lasts {found}", remedy="give days, weeks, months or years"
        )
    return found


Chaired = tuple[Roster, Group | Arrangement, Stated[Chairing]]


def _declared(inquiry: Inquiry, key: str) -> list[Chaired]:
    """Give whatever a node is declared as, with its chair."""
    node = inquiry.ties.nodes[key]
    if node.kind is NodeKind.PARTNERSHIP:
        return [
            (roster, roster.arrangement, Stated(map(_as_holder, said)))
            for roster in inquiry.ties.rosters
            if roster.key_of(roster.arrangement) == key
            and (said := roster.arrangement.chair.statements)
        ]
    if node.kind is not NodeKind.GROUP:
        raise KindError(
            f"{echo(node.called)} is a {node.kind.value}, which nobody chairs",
            remedy="ask for a group or for the partnership",
        )
    declared = inquiry.groups.get(key, ())
    return [(roster, group, group.chair) for roster, group in declared]


def _as_holder(said: Statement[str]) -> Statement[Chairing]:
    """Take who chairs the partnership as whoever holds the chair of a group."""
    absent = said.value if isinstance(said.value, Absence) else None
    who = None if isinstance(said.value, Absence) else said.value
    return Statement(
        value=absent or Chairing(kind=ChairKind.HELD_BY, who=who),
        at=said.at,
        standing=said.standing,
        condition=said.condition,
        since=said.since,
        until=said.until,
    )


def _was_there(inquiry: Inquiry, declared: Chaired, on: date | None) -> Answer:
    """Say whether a group or the whole was there on the day, if one is asked for.

    If nothing else tells when it began, it was there once somebody chairs it.
    """
    roster, thing, chair = declared
    if on is None:
        return Answer.YES
    whole = roster.arrangement
    was = thing_was_there(whole, thing, "it", on).answer
    is_open = was is Answer.UNKNOWN and not whole.in_force.statements
    if not is_open or (isinstance(thing, Group) and thing.period.statements):
        return was
    lasts = thing.standing.is_settled and has_not_ended(whole.ended, on) is _YES
    begun = any(_has_begun(inquiry, one, on) for one in chair.statements)
    return _YES if lasts and begun else was


def _has_begun(inquiry: Inquiry, said: Statement[Chairing], on: date) -> bool:
    """Say whether by a day somebody surely chairs, since a day that is stated."""
    if inquiry.stands(said.standing, said.condition) is not _YES:
        return False
    if said.since and said.period.covers(on) is _YES:
        return True
    chair = said.value
    starts = _settled(inquiry, chair.start) if isinstance(chair, Chairing) else []
    return bool(starts) and all(one.on_or_before(on) is _YES for one in starts)


def _chosen(inquiry: Inquiry, key: str, on: date | None) -> tuple[str, ...]:
    """Tell who chooses the chair and how often, with the places."""
    found: dict[str, list[Source | None]] = {}
    for who, notes, at in (*_choices(inquiry, key, on), *_choosing(inquiry, key)):
        words = ", ".join(filter(None, (who, *notes)))
        found.setdefault(words, []).append(at)
    return tuple(
        f"{words} ({listed(map(str, places))})" if (places := placed(at)) else words
        for words, at in found.items()
    )


Choice = tuple[str, tuple[str, ...], Source | None]


def _choices(inquiry: Inquiry, key: str, on: date | None) -> Iterator[Choice]:
    """Yield who chooses the chair by what the group says of it, as of the day."""
    for roster, group in inquiry.groups.get(key, ()):
        for choice in group.chair_chosen.statements:
            if isinstance(choice.value, Absence) or not inquiry.holding(choice, on):
                continue
            for said in as_given(choice, inquiry.given):
                every = str(choice.value.every or "")
                standing = "" if said.standing.is_settled else said.standing.value
                who = _called(inquiry, roster, choice.value.by)
                yield who, (every, standing, said.condition or ""), said.at


def _choosing(inquiry: Inquiry, key: str) -> Iterator[Choice]:
    """Yield who chooses it by a relation, which holds on every day."""
    related = {
        (roster.key(one.source), one.says, one.at)
        for roster in inquiry.ties.rosters
        for one in roster.arrangement.relations
        if one.verb is Verb.APPOINTS_CHAIR_OF and roster.key(one.target) == key
    }
    for edge in inquiry.of_verb(key, Verb.APPOINTS_CHAIR_OF):
        if (edge.source, edge.says, edge.at) in related:
            notes = (edge.says or "", *edge.notes[1 if edge.at else 0 :])
            yield inquiry.label(edge.source), notes, edge.at


def _called(inquiry: Inquiry, roster: Roster, name: str) -> str:
    """Name whoever a name means, also if the graph of a day has left it out."""
    key = roster.key(name)
    return inquiry.label(key) if key in inquiry.ties.nodes else name


Named = tuple[tuple[str, ...], tuple[str, ...]]


def _combined(
    blank: ChairTurn,
    said: Sequence[Statement[object]],
    told: Sequence[Named],
) -> ChairTurn:
    """Take what each statement tells together, choosing none of them."""
    needed = [one for _, every in told for one in every]
    if len(set(told)) > 1:
        needed.append(
            "on which day" if _change(said) else "which of the statements holds"
        )
    needed += blank.needed
    names = tuple(dict.fromkeys(name for every, _ in told for name in every))
    sure = Answer.YES if names else Answer.NO
    return evolve(
        blank,
        names=names,
        answer=Answer.UNKNOWN if needed else sure,
        says=tuple(dict.fromkeys(_words(one) for one in said)),
        needed=tuple(dict.fromkeys(needed)),
        at=placed(one.at for one in said),
    )


def _change(said: Sequence[Statement[object]]) -> bool:
    """Say whether the statements surely hold one after the other."""
    return all(
        one.value == two.value or one.period.overlaps(two.period) is Answer.NO
        for one, two in combinations(said, 2)
    )


def _words(said: Statement[object]) -> str:
    """Say what is stated, how firmly and when; its place is told with the others."""
    return str(
        Statement(
            value=said.value,
            standing=said.standing,
            condition=said.condition,
            since=said.since,
            until=said.until,
        )
    )


def _named(inquiry: Inquiry, roster: Roster, chair: object, asked: _Asked) -> Named:
    """Give whom one statement names, and what would settle who of them it is."""
    if not isinstance(chair, Chairing):
        return (), ()  # it is stated that there is none
    printed = chair.among or tuple(filter(None, [chair.who]))
    among = tuple(_called(inquiry, roster, name) for name in printed)
    names, needed = among, list[str]()
    match chair.kind:
        case ChairKind.ROTATES:
            names, needed = _in_turn(inquiry, chair, among, asked)
        case ChairKind.DRAWN_FROM:
            is_post = isinstance(roster.arrangement[printed[0]], Post)
            needed = [] if is_post and len(among) == 1 else ["which of them chairs it"]
        case ChairKind.DESCRIBED | ChairKind.INDEPENDENT | ChairKind.ELECTED_MEMBER:
            needed = ["who that is"]
        case ChairKind.PER_INSTANCE:
            needed = ["of which instance"]
    whole_of, gone = roster.arrangement, list[str]()
    if asked.on:
        gone = [
            f"who came after {name}"
            for name, label in zip(printed, among, strict=True)
            if label in names
            and thing_was_there(whole_of, whole_of[name], name, asked.on).answer
            is Answer.NO
        ]
    return names, (*needed, *gone)


def _in_turn(
    inquiry: Inquiry, chair: Chairing, among: tuple[str, ...], asked: _Asked
) -> tuple[tuple[str, ...], list[str]]:
    """Say whose turn it is; everybody's, if something that tells it is not stated."""
    if len(set(among)) == 1:
        return among[:1], []
    order = _settled(inquiry, chair.in_order)
    starts = _settled(inquiry, chair.start)
    lengths = [asked.length] if asked.length else _settled(inquiry, chair.turn)
    needed = [] if order == [True] else ["in which order they take turns"]
    if asked.turn is not None:
        return among if needed else (among[(asked.turn - 1) % len(among)],), needed
    if asked.on is None:
        return among, [*needed, "in which turn, or on which day"]
    needed += [] if starts else ["when the first turn began"]
    if not lengths or not all(map(_is_countable, lengths)):
        needed += ["how long a turn lasts, in days, weeks, months or years"]
    if needed:
        return among, needed
    return _on_day(among, starts, lengths, asked.on)


def _settled(inquiry: Inquiry, said: Stated[T]) -> list[T]:
    """Give each value that holds under what is given."""
    return [
        value
        for value in said.values
        if any(
            one.value == value and inquiry.stands(one.standing, one.condition) is _YES
            for one in said.statements
        )
    ]


def _on_day(
    among: tuple[str, ...],
    starts: Iterable[When],
    lengths: Iterable[Duration],
    on: date,
) -> tuple[tuple[str, ...], list[str]]:
    """Say whose turn it is on a day, by every day on which the first may have begun."""
    turns: set[int] = set()
    may_be_before = may_be_in = False
    for start, length in product(starts, lengths):
        may_be_before = may_be_before or not start.latest or on < start.latest
        if start.earliest and on < start.earliest:
            continue
        may_be_in = True
        first = _turns_over(start.latest, length, on) if start.latest else 0
        last = first + len(among)
        if start.earliest:
            last = min(last, _turns_over(start.earliest, length, on))
        turns |= {one % len(among) for one in range(max(first, 0), last + 1)}
    if not may_be_in:
        return (), ["who chaired it before the first turn"]
    names = tuple(name for place, name in enumerate(among) if place in turns)
    is_open = may_be_before or len(set(names)) > 1
    return names, ["on which day the first turn began"] * is_open


def _turns_over(start: date, length: Duration, on: date) -> int:
    """Count the turns that are over on a day.

    A turn of months or years ends before the day of the same number, or before the
    last day of the month if that has no such day.
    """
    if length.unit in _DAYS:
        return (on - start).days // (length.number * _DAYS[length.unit])
    months = (on.year - start.year) * 12 + on.month - start.month
    is_short = on.day < min(start.day, monthrange(on.year, on.month)[1])
    return (months - is_short) // (length.number * _MONTHS[length.unit])


_YES = Answer.YES
_DAYS = {Unit.DAYS: 1, Unit.WEEKS: 7}
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


def _is_countable(length: Duration) -> bool:
    return length.number > 0 and length.unit in {*_DAYS, *_MONTHS}
