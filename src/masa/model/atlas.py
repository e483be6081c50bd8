"""Many arrangements over the years: which covers an area on a day, gaps, overlaps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from masa.ground.blocks import Block, Heading, Paragraph, Table
from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.errors import DateError, KindError, RangeError, UnknownNameError
from masa.ground.findings import Finding
from masa.ground.law.authorities import local_authorities
from masa.ground.law.authority_names import authorities_called
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import day, long_day
from masa.ground.stated import Stated
from masa.ground.text import (
    Identifier,
    Name,
    did_you_mean,
    echo,
    in_short,
    listed,
    text_of,
)
from masa.ground.text import name as checked_name
from masa.model.areas import (
    Keys,
    areas_around,
    covers_area,
    every_key_of,
    keys_of,
    names_of_areas,
    turns_of,
)
from masa.model.arrangement import Arrangement
from masa.model.coverage import Cover, Coverage, CoverSpan, CoverSpans
from masa.model.documents import marked
from masa.model.lifetimes import has_begun, has_not_ended
from masa.model.successions import Succession, successions

__all__ = ["Atlas", "SharedThing"]

ONE_DAY = timedelta(days=1)
BEGUN, ENDED = "from when it is in force", "to when it lasts"


@frozen(kw_only=True, field_transformer=checked)
class SharedThing(Shown):
    """A body, post, group or agency that several arrangements declare with one id.

    Args:
        id: The id.
        names: What it is called in each, in the order of the arrangements.
        arrangements: The ids of the arrangements.

    Raises:
        TextError: If a text breaks the text policy.
        KindError: If a part is of the wrong type.
    """

    id: Identifier
    names: tuple[Name, ...]
    arrangements: tuple[Identifier, ...]

    def __str__(self) -> str:
        called = listed(dict.fromkeys(self.names), "or")
        return f"{called} ({self.id}): {listed(self.arrangements)}"


class Atlas(Shown):
    """Arrangements of many areas and years, to be asked together.

    Look one up by its id: ``atlas["barnet"]``. Equal arrangements make equal atlases.

    Args:
        arrangements: The arrangements; each id stands for one of them.

    Raises:
        KindError: If one of them is no arrangement.
        RangeError: If two of them have one id.

    Example:
        >>> import masa
        >>> atlas = Atlas([masa.examples.load("barnet")])
        >>> print(atlas.covering("Barnet", on="2020-01-01"))
        Barnet on 1 January 2020: perhaps covered by barnet
    """

    __slots__ = ("_by_id", "_by_key", "_followers", "_graphs", "_nowhere")

    def __init__(self, arrangements: Iterable[Arrangement] = ()) -> None:
        self._by_id: dict[str, Arrangement] = {}
        self._graphs: dict[object, object] = {}  # made of it: none can change
        self._nowhere: list[str] = []
        self._by_key: dict[str, dict[str, Arrangement]] = defaultdict(dict)
        self._followers: dict[str, list[tuple[Arrangement, bool]]] = defaultdict(list)
        for one in _checked(arrangements):
            if one.id in self._by_id:
                raise RangeError(
                    f"two arrangements have the id {echo(one.id)}",
                    remedy="give each version its own id",
                )
            self._by_id[one.id] = one
            names = tuple(names_of_areas(one))
            if not names:
                self._nowhere.append(one.id)
            for name in names:
                for key in every_key_of(name):
                    self._by_key[key][one.id] = one
            for link in one.follows:
                if isinstance(link.value, str):
                    self._followers[link.value].append((one, link.is_settled))

    @property
    def arrangements(self) -> tuple[Arrangement, ...]:
        """All of them, in the order given."""
        return tuple(self._by_id.values())

    def __iter__(self) -> Iterator[Arrangement]:
        return iter(self.arrangements)

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._by_id

    def __getitem__(self, name: str) -> Arrangement:
        """Give an arrangement by its id.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If there is none of that id.
        """
        if text_of(name) not in self._by_id:
            raise UnknownNameError(
                f"no arrangement in this atlas has the id {echo(name)}",
                remedy=did_you_mean(name, self._by_id) or "look at `arrangements`",
            )
        return self._by_id[name]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Atlas):
            return NotImplemented
        return self._by_id == other._by_id

    def __hash__(self) -> int:
        return hash(frozenset(self._by_id.items()))

    def __reduce__(self) -> tuple[type["Atlas"], tuple[tuple[Arrangement, ...]]]:
        return Atlas, (self.arrangements,)

    def covering(self, area: str, *, on: date | str) -> Coverage:
        """Say which arrangements cover an area on a day.

        An arrangement covers it from the day from which it is in force, until the one
        that follows it there begins, or to the day to which it is stated to last. What
        is not stated leaves that unknown, and so does what is only planned, from the
        planned day on.

        Reading: arrangements last until others take their place. One could also say
        that a text without a stated end tells nothing of days long after it.

        Args:
            area: The area, by any name that an arrangement or the register of local
                authorities has for it.
            on: The day, as a date or ISO text.

        Raises:
            UnknownNameError: If neither an arrangement nor the register knows the area.
            DateError: If there is no such day.
            TextError: If the name breaks the text policy.
            KindError: If the area is not text, or it is not a day.
        """
        asked, called = day(on), self._known(area)
        keys = keys_of(called, asked)
        concerned = self._concerned(called)
        around = areas_around(concerned, keys, asked)
        covers = (
            Cover(
                arrangement=one.id,
                title=one.title,
                finding=self._found(one, called, keys, around, asked),
            )
            for one in concerned
        )
        held = tuple(one for one in covers if one.answer is not Answer.NO)
        return Coverage(area=called, on=asked, covers=held)

    def _known(self, area: str) -> str:
        """Check that an area is known: to an arrangement, or to the register."""
        called = checked_name(area)
        is_ours = any(key in self._by_key for key in every_key_of(called))
        if not is_ours and not authorities_called(called):
            ours = (known.name for one in self for known in one.area)
            theirs = (authority.name for authority in local_authorities())
            raise UnknownNameError(
                f"no area is called {echo(called)}, here or in the register",
                remedy=did_you_mean(called, (*ours, *theirs))
                or "give it as an arrangement or the register names it",
            )
        return called

    def _concerned(self, area: str) -> list[Arrangement]:
        """Give the arrangements that may cover an area or what it lies in, in order."""
        found: set[str] = set(self._nowhere)
        waiting = [area]
        for name in waiting:  # which grows on the way
            for key in every_key_of(name):
                for own in self._by_key.get(key, {}).keys() - found:
                    found.add(own)
                    for one in self._by_id[own].area:
                        waiting += one.part_of.values
        return [self._by_id[own] for own in self._by_id if own in found]

    def _found(
        self, one: Arrangement, called: str, keys: Keys, around: Keys, on: date
    ) -> Finding:
        parts = [covers_area(one, keys, around, on)]
        if parts[0].answer is not Answer.NO:
            parts += [_begun(one, on), self._lasting(one, keys, around, on)]
        answer = Answer.all_of(part.answer for part in parts)
        needed = tuple(name for part in parts for name in part.needed)
        return Finding(
            answer=answer,
            claim=f"{one.title} covers {called} on {long_day(on)}",
            rests_on=parts,
            needed=needed if answer is Answer.UNKNOWN else (),
        )

    def _lasting(self, one: Arrangement, keys: Keys, around: Keys, on: date) -> Finding:
        lasting = has_not_ended(one.ended, on)
        if lasting is Answer.NO:
            return _finding(lasting, f"it lasts, to {in_short(str(one.ended))}", ENDED)
        for after, is_settled in self._after(one):
            there = covers_area(after, keys, around, on).answer
            answer = ~(there & _begun(after, on).answer)
            if not is_settled or one in self._later(after):
                answer |= Answer.UNKNOWN
            if answer is not Answer.YES:
                said = f"{echo(after.id)} has not taken its place"
                return _finding(answer, said, ENDED)
        if one.ended.statements:
            return _finding(lasting, f"it lasts, to {in_short(str(one.ended))}", ENDED)
        said = "as far as is stated, it lasts: no end is, nor what follows it"
        return _finding(Answer.YES, said, ENDED)

    def _after(self, one: Arrangement) -> list[tuple[Arrangement, bool]]:
        """Give those that follow it, and whether that is settled; never itself."""
        return [link for link in self._followers.get(one.id, ()) if link[0] is not one]

    def _later(self, one: Arrangement) -> list[Arrangement]:
        """Give everything that follows it, at once or through others."""
        found = [one]
        for later in found:  # which grows on the way
            found += [after for after, _ in self._after(later) if after not in found]
        return found[1:]

    def spans(self, area: str, *, start: date | str, end: date | str) -> CoverSpans:
        """Say, from one day to another, which arrangements cover an area.

        What is returned gives the gaps and the overlaps.

        Args:
            area: The area, as for `covering`.
            start: The first day.
            end: The last day, which still counts.

        Raises:
            UnknownNameError: If neither an arrangement nor the register knows the area.
            DateError: If there is no such day, or the last is before the first.
            TextError: If the name breaks the text policy.
            KindError: If a part is of the wrong type.
        """
        first, last, called = day(start), day(end), self._known(area)
        if last < first:
            raise DateError(
                f"{long_day(last)} is before {long_day(first)}",
                remedy="give the first day first",
            )
        turns = sorted(
            {first, *(one for one in self._turns(called) if first < one <= last)}
        )
        ends = [*(turn - ONE_DAY for turn in turns[1:]), last]
        found = _joined(
            CoverSpan(
                area=called,
                first=turn,
                last=until,
                sure=found.sure,
                perhaps=found.perhaps,
            )
            for turn, until in zip(turns, ends, strict=True)
            for found in (self.covering(called, on=turn),)
        )
        return CoverSpans(area=called, spans=found)

    def _turns(self, asked: str) -> Iterator[date]:
        """Yield the days on which the coverage of an area may change, and some more."""
        yield from turns_of(asked)
        for one in self._concerned(asked):
            for dates in (one.in_force, one.ended):
                yield from _turns_in(dates)
            for area in one.area:
                yield from turns_of(area.name)
                for dates in (area.existed, area.ended):
                    yield from _turns_in(dates)

    @property
    def successions(self) -> tuple[Succession, ...]:
        """How the arrangements follow one another, replaced, merged or split."""
        return successions(self)

    def shared(self) -> tuple[SharedThing, ...]:
        """Give everything that several arrangements declare with one id, by id.

        Names alone prove nothing: two areas may each have a "Leadership Forum".
        """
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for one in self:
            for thing in one.things():
                own = getattr(thing, "id", None)
                if own is not None:
                    called = (
                        one.title
                        if thing is one
                        else str(getattr(thing, "name", thing))
                    )
                    found[own].setdefault(one.id, called)
        return tuple(
            SharedThing(id=own, names=tuple(held.values()), arrangements=tuple(held))
            for own, held in sorted(found.items())
            if len(held) > 1
        )

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each arrangement."""
        return [dict(_row(one)) for one in self]

    def _blocks(self) -> Sequence[Block]:
        if not self._by_id:
            return (Paragraph("This atlas holds no arrangement."),)
        rows = tuple(tuple(row.values()) for row in self.to_records())
        columns = tuple(self.to_records()[0])
        table = Table(caption=f"{self}", columns=columns, rows=rows)
        followed = (Paragraph(f"{one}.") for one in self.successions)
        return (Heading("Atlas of arrangements"), table, *followed)

    def __str__(self) -> str:
        many = len(self)
        return f"{many} arrangement{'' if many == 1 else 's'}"

    def __repr__(self) -> str:
        return f"<Atlas of {self}>"


def _checked(arrangements: Iterable[Arrangement]) -> Iterator[Arrangement]:
    is_one = isinstance(arrangements, Arrangement | str)
    if is_one or not isinstance(arrangements, Iterable):
        raise KindError(
            f"{echo(arrangements)} is not a list of arrangements",
            remedy="put it in a list, even when alone",
        )
    for one in arrangements:
        if not isinstance(one, Arrangement):
            raise KindError(
                f"{echo(one)} is not an arrangement", remedy="use `masa.load`"
            )
        yield one


def _begun(one: Arrangement, on: date) -> Finding:
    begun = has_begun(one.in_force, on)
    if not one.standing.is_settled and begun is not Answer.NO:
        said = f"what is {one.standing.value} came into force"
        return _finding(Answer.UNKNOWN, said, BEGUN)
    if not one.in_force.statements:
        said = "it was in force; from when is not stated"
        return _finding(Answer.UNKNOWN, said, BEGUN)
    said = f"it was in force, from {in_short(str(one.in_force))}"
    return _finding(begun, said, BEGUN)


def _turns_in(dates: Stated[When]) -> Iterator[date]:
    """Yield the first and last days that a date can mean, and the days after them."""
    for statement in dates.statements:
        for when in (statement.value, statement.since, statement.until):
            if isinstance(when, When):
                for bound in filter(None, (when.earliest, when.latest)):
                    yield from (bound, bound + ONE_DAY)


def _finding(answer: Answer, claim: str, fact: str) -> Finding:
    needed = (fact,) if answer is Answer.UNKNOWN else ()
    return Finding(answer=answer, claim=claim, needed=needed)


def _joined(spans: Iterable[CoverSpan]) -> tuple[CoverSpan, ...]:
    """Join neighbours on which the same arrangements cover the area."""
    found: list[CoverSpan] = []
    for span in spans:
        before = found[-1] if found else None
        if before and (before.sure, before.perhaps) == (span.sure, span.perhaps):
            found[-1] = evolve(before, last=span.last)
        else:
            found.append(span)
    return tuple(found)


def _row(one: Arrangement) -> Iterator[tuple[str, str]]:
    yield "id", one.id
    silent = one.silence
    yield "area", listed(map(marked, one.area)) or silent
    yield "in force", str(one.in_force) if one.in_force.statements else silent
    yield "ended", str(one.ended) if one.ended.statements else silent
    yield "partners", str(len(one.partners))
    yield "groups", str(len(one.groups))
    yield "relevant agencies", str(len(one.relevant_agencies))
    yield "doubts", str(len(one.doubts))
