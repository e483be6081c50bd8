"""An arrangement held against the law and the guidance of an edition."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Paragraph
from masa.ground.errors import KindError, UnknownNameError
from masa.ground.law import shelf
from masa.ground.law.instruments import Instrument
from masa.ground.law.provisions import Force
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo, listed, prose, text_of
from masa.ground.text import name as checked_name
from masa.model.arrangement import Arrangement
from masa.rules.checklist_pages import blocks_of, summary
from masa.rules.dossiers import Dossier, item_and_need, rule_called
from masa.rules.duties.asking import outcomes
from masa.rules.duties.catalogue import DUTIES, named_rules, need_ids
from masa.rules.held_against import Commenced, HeldAgainst, held_against
from masa.rules.outcomes import Outcome, OutcomeState

__all__ = [
    "Checklist",
    "check",
    "checked_by",
    "checked_kind",
]

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_ADVICE = (
    "It tells what the file shows: that a thing is not shown does not mean that it is "
    "not done."
)


@frozen(kw_only=True, repr=False, slots=False)
class Checklist(Shown):
    """How an arrangement stands against each duty of an edition.

    Look an outcome up by its id: ``checklist["P18-S8"]``.

    Args:
        title: The title of the arrangement.
        edition: The edition of the guidance.
        law_of: The day of the law.
        on: The reader's day.
        outcomes: How each duty stands, in the order of the statute book.
        left_out: What was left out, by the beginning of its id, and why.
        notices: What else a reader has to know.
    """

    title: str
    edition: Instrument
    law_of: date
    on: date
    outcomes: tuple[Outcome, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many duties stand in each state; every state is there."""
        held = Counter(one.state for one in self.outcomes)
        return MappingProxyType({state: held[state] for state in OutcomeState})

    @property
    def missing_musts(self) -> tuple[Outcome, ...]:
        """What law requires and the file does not show in full."""
        musts = (one for one in self.outcomes if one.force is Force.MUST)
        return tuple(one for one in musts if one.is_owed)

    @cached_property
    def _by_name(self) -> Mapping[str, Outcome]:
        found: dict[str, Outcome] = {}
        for one in self.outcomes:
            for name in (one.id, *one.rule.also):
                found.setdefault(name.casefold(), one)
        return found

    def __getitem__(self, name: str) -> Outcome:
        """Give how one duty stands, by its id or another name of its rule.

        Raises:
            KindError: If the id is not text.
            UnknownNameError: If no such duty was held against the file.
        """
        found = self._by_name.get(text_of(name).casefold())
        if found is None:
            raise UnknownNameError(
                f"{echo(name)} was not held against the file",
                remedy=did_you_mean(name, [one.id for one in self.outcomes])
                or "look at its `outcomes`",
            )
        return found

    def __iter__(self) -> Iterator[Outcome]:
        return iter(self.outcomes)

    def __len__(self) -> int:
        return len(self.outcomes)

    def to_records(self) -> list[dict[str, str]]:
        """Give every outcome as a row of plain text."""
        return [_record(one) for one in self.outcomes]

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "arrangement": self.title,
            "edition": self.edition.id,
            "law_of": self.law_of.isoformat(),
            "on": self.on.isoformat(),
            "counts": {str(state): many for state, many in self.counts.items()},
            "outcomes": [one.to_json() for one in self.outcomes],
            "left_out": [
                {"begins": begins, "reason": reason} for begins, reason in self.left_out
            ],
            "notices": list(self.notices),
        }

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(str(self), 1)
        yield Paragraph(f"By the law of {long_day(self.law_of)}. {NO_ADVICE}")
        yield from map(Paragraph, self.notices)
        yield summary(self.outcomes)
        yield from blocks_of(self.outcomes)
        if self.left_out:
            yield Heading("Left out")
            yield Bullets(tuple(f"{begins}: {why}" for begins, why in self.left_out))

    def __str__(self) -> str:
        return f"{self.title}, held against {self.edition}"

    def __repr__(self) -> str:
        held = listed(f"{many} {state}" for state, many in self.counts.items() if many)
        return f"<Checklist of {self.title!r}, {self.edition.id}: {held or 'nothing'}>"


def _record(one: Outcome) -> dict[str, str]:
    return {
        "item": one.id,
        "topic": one.topic,
        "force": one.force.value,
        "outcome": one.in_words,
        "asks": one.rule.says,
        "found": "; ".join(one.shown_by),
        "still needed": "; ".join(one.to_be_met),
        "what it means": one.consequence,
        "basis": listed(map(str, one.basis)),
        "how sure the law is": one.how_sure,
    }


def check(  # noqa: PLR0913 (which duties, and by which law)
    arrangement: Arrangement,
    *,
    edition: str | None = None,
    on: date | str | None = None,
    only: Sequence[str] = (),
    without: Mapping[str, str] | None = None,
    commenced: Commenced | None = None,
) -> Checklist:
    """Hold an arrangement against the law and the guidance of an edition.

    Nothing is done by silence: what a complete text does not say is not evidenced,
    what a text that breaks off does not say is unknown, and neither is a no.

    Args:
        arrangement: The arrangement.
        edition: The edition, such as "WT2018"; unless given, the one that governs on
            the day given, or else the one that the arrangement says it answers to.
        on: The reader's day; the law is that of this day or, where an edition is
            named, of the nearest day on which it applied. Unless given, it is the day
            of the last look at the law, and the law is that of the day on which the
            arrangement was published or approved or, if it
            tells none, the first day of the edition.
        only: The beginnings of the ids to be held against it; unless given, all.
        without: The beginnings of ids to be left out, each with the reason, which
            is printed.
        commenced: Pending sections that are to be taken as commenced, each with its
            day, as for `law`.

    Raises:
        KindError: If a part is of the wrong type.
        UnsettledError: If neither edition nor day is given, and the arrangement does
            not settle to which edition it answers.
        UnknownNameError: If there is no such edition, no id begins so, or no such
            section is pending.
        NotInForceError: If the edition knew no such arrangements.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.
        TextError: If a reason breaks the text policy.

    Authority: Children Act 2004, ss.16E to 16Q; Working Together 2018, 2023 and 2026.

    Example:
        >>> import masa
        >>> barnet = masa.examples.load("barnet")
        >>> print(check(barnet)["P18-S8"].state)
        partly
    """
    checked_kind(arrangement)
    held = held_against(arrangement, edition, on, commenced)
    return checked_by(held, arrangement, only=only, without=without or {})


def checked_by(
    held: HeldAgainst,
    arrangement: Arrangement,
    *,
    only: Sequence[str] = (),
    without: Mapping[str, str] = NOTHING,
) -> Checklist:
    """Hold an arrangement against an edition that was chosen for it.

    Raises:
        KindError: If what to hold or to leave out is of the wrong type.
        UnknownNameError: If no id begins so.
        TextError: If a reason breaks the text policy.
    """
    wanted, reasons = _beginnings(only), _reasons(without)
    dossier = Dossier(arrangement, held.edition, held.book, held.on)
    found = [each for one in DUTIES for each in outcomes(one, dossier)]
    found.sort(key=_place)
    kept = _kept(found, wanted, reasons) if wanted or reasons else found
    return Checklist(
        title=arrangement.title,
        edition=held.edition,
        law_of=held.book.on,
        on=held.on,
        outcomes=tuple(kept),
        left_out=tuple(reasons.items()),
        notices=(*held.notices, *_strangers(dossier, found)),
    )


def checked_kind(arrangement: object) -> None:
    """Check that something is an arrangement.

    Raises:
        KindError: If it is not.
    """
    if not isinstance(arrangement, Arrangement):
        raise KindError(f"{echo(arrangement)} is no arrangement", remedy="load one")


def _place(one: Outcome) -> tuple[bool, int]:
    """Put the items of the lists first, and each in the order of the book."""
    return one.rule.checklist is None, _places()[one.id]


@cache
def _places() -> Mapping[str, int]:
    return {name: place for place, name in enumerate(shelf.rules())}


def _beginnings(only: Sequence[str]) -> tuple[str, ...]:
    if isinstance(only, str) or not isinstance(only, Iterable):
        raise KindError(
            f"{echo(only)} is no list of beginnings of ids",
            remedy='write for example only=["P18", "YR"]',
        )
    return tuple(map(checked_name, only))


def _reasons(without: object) -> Mapping[str, str]:
    if not isinstance(without, Mapping):
        raise KindError(
            f"{echo(without)} gives no reason for what is left out",
            remedy='write for example without={"P18-S5": "there are none in the area"}',
        )
    return {checked_name(begins): prose(why) for begins, why in without.items()}


def _begins(one: Outcome, beginnings: Iterable[str]) -> bool:
    names = [name.casefold() for name in (one.id, *one.rule.also)]
    wanted = tuple(beginning.casefold() for beginning in beginnings)
    return any(name.startswith(wanted) for name in names)


def _kept(
    found: Sequence[Outcome], wanted: Sequence[str], reasons: Mapping[str, str]
) -> list[Outcome]:
    _check_known([*wanted, *reasons], found)
    chosen = (one for one in found if not wanted or _begins(one, wanted))
    return [one for one in chosen if not _begins(one, reasons)]


def _check_known(beginnings: Iterable[str], found: Sequence[Outcome]) -> None:
    for beginning in beginnings:
        if not any(_begins(one, [beginning]) for one in found):
            raise UnknownNameError(
                f"no duty of the day has an id that begins {echo(beginning)}",
                remedy=did_you_mean(beginning, [one.id for one in found])
                or "look at the `outcomes` of the whole",
            )


def _strangers(dossier: Dossier, found: Sequence[Outcome]) -> Iterator[str]:
    """Say which items a file answers or departs from that are not asked."""
    for entry in dict.fromkeys(dossier.items):
        item, need = item_and_need(entry)
        if item.casefold() not in named_rules():
            yield _unknown("answers", item)
        elif need and need not in need_ids(named_rules()[item.casefold()]):
            needs = listed(need_ids(named_rules()[item.casefold()]), "or")
            yield f"The file answers {echo(entry)}: the needs of {item} are {needs}."
    asked = {one.id.casefold() for one in found}
    departures = dossier.arrangement.departures
    for item in dict.fromkeys(rule_called(one.item) for one in departures):
        if item.casefold() not in named_rules():
            yield _unknown("departs from", item)
        elif item.casefold() not in asked:
            yield f"The file departs from {echo(item)}, which is not asked here."


def _unknown(does: str, item: str) -> str:
    near = did_you_mean(item, named_rules().values())
    said = f"The file {does} {echo(item)}, which is no duty"
    return f"{said}; {near}" if near else f"{said}."
