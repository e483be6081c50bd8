"""The dossier of an arrangement: what its file holds, as the duties ask for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, wraps
from typing import TypeVar, cast

from attrs import frozen

from masa.ground.law import shelf
from masa.ground.law.instruments import Instrument
from masa.ground.law.provisions import ListedItem, Provision
from masa.ground.logic import Answer
from masa.ground.stated import Standing, Stated, Statement
from masa.model.arrangement import Arrangement, Thing
from masa.model.commitments import Commitment, Judgement
from masa.model.partners import DescribedSet, RelevantAgency
from masa.model.sign_offs import Departure
from masa.model.statutes import StatuteBook
from masa.model.yearly_reports import PublishedReport, Reported
from masa.rules.exhibits import Exhibit, Weight

__all__ = ["Dossier", "item_and_need", "once", "rule_called", "stated_exhibits"]

T = TypeVar("T")

REPORT = "yearly report"
_WEIGHTS = {
    None: Weight.MENTION,
    Judgement.FULL: Weight.WHOLE,
    Judgement.PART: Weight.PART,
    Judgement.NONE: Weight.NOTHING,
}
Told = tuple[str | None, Exhibit, Commitment | Reported]


@frozen(eq=False, slots=False)
class Dossier:
    """What the file of an arrangement holds, sorted once for every duty.

    Args:
        arrangement: The arrangement.
        edition: The edition of the guidance that it is held against.
        book: The law that it is held against.
        on: The reader's day.
    """

    arrangement: Arrangement
    edition: Instrument
    book: StatuteBook
    on: date

    def __getitem__(self, name: str) -> Thing:
        """Give whatever carries a name in the arrangement; looked up once.

        Raises:
            UnknownNameError: If nothing does, or several things do.
        """
        found = self._things.get(name)
        if found is None:
            found = self._things[name] = self.arrangement[name]
        return found

    @cached_property
    def _things(self) -> dict[str, Thing]:
        return {}

    @cached_property
    def memo(self) -> dict[object, object]:
        """What was found once, by the function that finds it."""
        return {}

    @cached_property
    def relevant_agencies(self) -> tuple[RelevantAgency | DescribedSet, ...]:
        """All that are listed as relevant agencies."""
        return self.arrangement.relevant_agencies

    @cached_property
    def is_cut(self) -> bool:
        """Whether the text of a source breaks off, so that its silence says little."""
        return self.arrangement.is_truncated is Answer.YES

    @cached_property
    def report(self) -> PublishedReport | None:
        """The yearly report that was published last, as far as that can be told.

        One that is only planned is looked at where there is no other.
        """
        return max(self.arrangement.reports, key=_published, default=None)

    @cached_property
    def departures(self) -> Mapping[str, Departure]:
        """The recorded departures by the id of the item; one with a reason first."""
        held = sorted(self.arrangement.departures, key=_has_reason)
        return {rule_called(one.item).casefold(): one for one in held}

    @cached_property
    def pending(self) -> frozenset[str]:
        """The sections that are enacted and not commenced on the day of the law."""
        return frozenset(one.id for one in self.book.pending)

    def told(self, rule: Provision, family: Sequence[str]) -> Iterator[Exhibit]:
        """Yield what the file records as an answer to a rule.

        Args:
            rule: The rule.
            family: The ids of all rules that ask for the same, this one among them:
                what answers another of them answers the needs that both have.
        """
        is_of_reports = any(map(_is_of_reports, family))
        for other in family:
            for need, shown, by in self._answers.get(other.casefold(), ()):
                is_promise = is_of_reports and isinstance(by, Commitment)
                held = _promised(shown) if is_promise else shown
                yield from _answering(rule, other, need, held)

    @cached_property
    def _answers(self) -> Mapping[str, Sequence[Told]]:
        found: dict[str, list[Told]] = {}
        for one in self._recorded:
            for entry in one.items:
                item, need = item_and_need(entry)
                shown = ((need, each, one) for each in _exhibits_of(one))
                found.setdefault(item.casefold(), []).extend(shown)
        return found

    @property
    def items(self) -> Iterator[str]:
        """Every item that a commitment or a report claims to answer, as written."""
        for one in self._recorded:
            yield from one.items

    @property
    def _recorded(self) -> tuple[Commitment | Reported, ...]:
        reported = self.report.contents if self.report else ()
        return (*self.arrangement.commitments, *reported)


def once(find: Callable[[Dossier], T]) -> Callable[[Dossier], T]:
    """Let a function find what it finds in a dossier once, for all who ask."""

    @wraps(find)
    def found(dossier: Dossier) -> T:
        if find not in dossier.memo:
            dossier.memo[find] = find(dossier)
        return cast("T", dossier.memo[find])

    return found


def item_and_need(entry: str) -> tuple[str, str | None]:
    """Split what an entry answers into a rule and one need of it, if it names one."""
    item, slash, need = entry.rpartition("/")
    if entry.casefold() not in _rules() and slash and item.casefold() in _rules():
        return rule_called(item), need.casefold()
    return rule_called(entry), None


def _published(report: PublishedReport) -> tuple[bool, date]:
    days = (when.latest or when.earliest for when in report.published.values)
    last = max(filter(None, days), default=date.min)
    return report.standing.is_settled, last


def _has_reason(one: Departure) -> bool:
    return one.standing.is_settled and bool(one.reason.settled)


def rule_called(name: str) -> str:
    """Give the id of the rule that a name means, or the name if it means none."""
    return _rules().get(name.casefold(), name)


@cache
def _rules() -> Mapping[str, str]:
    """Give every rule by its id and its other names, in small letters."""
    also = {other: name for name in shelf.rules() for other in shelf.rule(name)[0].also}
    named = {name: name for name in shelf.rules()}
    return {name.casefold(): rule for name, rule in {**also, **named}.items()}


def _answering(
    rule: Provision, other: str, need: str | None, shown: Exhibit
) -> Iterator[Exhibit]:
    """Yield what answers a rule of what answers it or another of its family."""
    if other == rule.id and need is None:
        yield shown
        return
    item = None if other == rule.id else other
    asked = {need} if need else {one.id for one in _needs_of(other)}
    yield from (shown.for_need(one.id, item) for one in rule.needs if one.id in asked)


def _needs_of(rule: str) -> tuple[ListedItem, ...]:
    return shelf.rule(rule)[0].needs


def _exhibits_of(one: Commitment | Reported) -> Iterator[Exhibit]:
    """Show what is recorded, with each judgement of it; or as a mere mention."""
    judgements: tuple[Judgement | None, ...] = one.judgement.values or (None,)
    in_several_ways = len(judgements) > 1
    for judged in judgements:
        weight = Weight.PART if in_several_ways else _WEIGHTS[judged]
        yield Exhibit(
            what=f'what is said of "{one.topic}"',
            weight=weight,
            at=one.at,
            standing=_standing_of(one),
            judged=judged,
            short="judged in several ways" if in_several_ways else "",
        )


def _is_of_reports(rule: str) -> bool:
    return shelf.rule(rule)[0].checklist == REPORT


def _promised(shown: Exhibit) -> Exhibit:
    """Show what arrangements promise of a report: no more than a part of one."""
    if shown.weight is not Weight.WHOLE:
        return shown
    return shown.but(weight=Weight.PART, short="promised, and not reported")


def _standing_of(one: Commitment | Reported) -> Standing:
    """Give the firmest standing of what is said, or else that of the whole."""
    said = [each.standing for each in one.says.settled] or [
        each.standing for each in one.says.statements
    ]
    return (said or [one.standing])[0]


def stated_exhibits(
    what: Callable[[object], str] | str, fact: Stated[object]
) -> Iterator[Exhibit]:
    """Show a fact by each value that is stated of it."""
    yield from (_shown(what, one) for one in fact.statements if one.has_value)


def _shown(what: Callable[[object], str] | str, one: Statement[object]) -> Exhibit:
    said = what if isinstance(what, str) else what(one.value)
    standing = one.standing
    if one.condition is not None and standing.is_settled:
        standing = Standing.CONDITIONAL
    is_over = one.until is not None
    return Exhibit(
        what=said,
        weight=Weight.PART if is_over else Weight.WHOLE,
        at=one.at,
        standing=standing,
        short=f"it holds {one.period}" if is_over else "",
    )
