"""How a criterion is asked of a case: by the law of which day, on which facts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from attrs import frozen

from masa.ground.citations import Citation
from masa.ground.criteria import Criterion, is_one_of, is_so
from masa.ground.errors import KindError
from masa.ground.findings import Finding
from masa.ground.law import shelf
from masa.ground.logic import Answer, Fact
from masa.ground.spans import day
from masa.ground.text import echo
from masa.model.cases import Case
from masa.model.opening import law as book_on
from masa.model.places import Where
from masa.model.statutes import StatuteBook
from masa.rules.governing import book_of

__all__ = [
    "LegalTest",
    "Maker",
    "band",
    "bands",
    "basis",
    "book_as_of",
    "book_for",
    "checked_case",
    "children",
    "criterion",
    "facts_of",
    "is_foreign",
    "place",
    "so",
]

Known = Fact | Answer | bool | None
Maker = Callable[..., Criterion]
WHERE = tuple(where.value for where in Where)
PLACES = {"place", "normally_resident"}
NOTHING: Mapping[str, str] = MappingProxyType({})
UNKNOWN = Fact()
# What only the authority of the case is said to know or do, and what that needs.
OWN = {
    "authority_suspects": "abuse_or_neglect_suspected",
    "looked_after": "looked_after",
    "care_leaver_known": "care_leaver",
}
KEPT = 1_024


def book_for(case: Case, on: date | str | None, law: StatuteBook | None) -> StatuteBook:
    """Open the law by which a case is judged.

    It is the book given; or else that of the day given; or else that of the case, as
    `book_as_of` gives it, for a reader on the day of the last look at the law. The
    finding says which day it was.
    """
    if law is None and on is not None:
        return book_on(day(on))
    return book_as_of(case, shelf.coverage().checked, law)


def book_as_of(case: Case, today: date, law: StatuteBook | None) -> StatuteBook:
    """Open the law by which a case is judged, whatever day it is for the reader.

    It is the book given; or else that of becoming aware, of the incident or of the
    death, and of the reader's day where the case holds none of these. Where the case
    names an edition, it is that of the nearest day on which the edition applied.
    """
    return _checked_book(law) or book_of(case.edition, case.day or today)


def book_on_day(on: date | str | None, law: StatuteBook | None) -> StatuteBook:
    """Open the law of a day, or of the last look at the law if none is given."""
    given = _checked_book(law)
    return given or book_on(shelf.coverage().checked if on is None else on)


def _checked_book(law: object) -> StatuteBook | None:
    if law is None or isinstance(law, StatuteBook):
        return law
    raise KindError(f"{echo(law)} is no book of law", remedy="make it: masa.law")


def whole_number(book: StatuteBook, rule: str) -> int:
    """Give the whole number that a rule sets."""
    number = book.value(rule)
    assert isinstance(number, int)  # noqa: S101 (the data give one)
    return number


def checked_case(case: object) -> Case:
    """Check that something is a case.

    Raises:
        KindError: If it is not.
    """
    if not isinstance(case, Case):
        raise KindError(f"{echo(case)} is no case", remedy="make it: masa.Case")
    return case


@lru_cache(maxsize=KEPT)
def criterion(make: Maker, book: StatuteBook, **variant: str | bool) -> Criterion:
    """Make a criterion, or a variant of it, by the law of a book; made once."""
    return make(book, **variant)


@frozen(kw_only=True)
class LegalTest:
    """A criterion that can be asked of a case.

    Args:
        id: Its name, such as "serious-case".
        make: What makes it from a book of law.
        rule: The rule without which it cannot be asked.
        asks: What it asks for only where it is given, by the word for that variant.
        names_authority: Whether it is asked of one authority.
        names_harm: Whether it cites what says that a harm, given as it is in one of
            the forms of serious harm, is one.
    """

    id: str
    make: Maker
    rule: str
    asks: Mapping[str, str] = NOTHING
    names_authority: bool = False
    names_harm: bool = False

    def criterion(self, book: StatuteBook, **variant: str | bool) -> Criterion:
        """Make the criterion, or a variant of it, by a book of law.

        Raises:
            NotInForceError: If the rule without which it cannot be asked is not.
        """
        if not book.versions(self.rule):
            _ = book[self.rule]  # it says from when to when the rule holds
        return criterion(self.make, book, **variant)

    def of(
        self,
        case: object,
        on: date | str | None,
        law: StatuteBook | None,
        authority: str | None = None,
    ) -> Finding:
        """Ask it of a case, as the public functions do."""
        held = checked_case(case)
        book = book_for(held, on, law)
        return self.judged(held, book, authority)

    def judged(
        self, case: Case, book: StatuteBook, authority: str | None = None
    ) -> Finding:
        """Judge it of a case by a book of law, as an authority sees it."""
        made, facts = self.asked(case, book, authority)
        return made.judge(facts)

    def asked(
        self, case: Case, book: StatuteBook, authority: str | None = None
    ) -> tuple[Criterion, dict[str, object]]:
        """Give the criterion for a case, and what is known of its facts."""
        variant: dict[str, str | bool] = {
            word: True for word, fact in self.asks.items() if _is_said(case, fact)
        }
        name = case.local_authority if authority is None else authority
        found = None if name is None else case.authority(name)
        if self.names_authority and found is not None:
            variant["authority"] = found.name
        harm = case.known.get("seriously_harmed")
        if self.names_harm and harm is not None and harm.given_in:
            variant["harm"] = harm.given_in
        made = self.criterion(book, **variant)
        return made, facts_of(made, case, None if found is None else found.id)


def _is_said(case: Case, fact: str) -> bool:
    """Say whether a case says anything of a fact, be it that it is not known."""
    held = getattr(case, fact)
    return held is not None and held != UNKNOWN


def facts_of(
    asked: Criterion, case: Case, authority: str | None = None
) -> dict[str, object]:
    """Give those facts of a case for which a criterion asks, as an authority sees it.

    What the authority of the case knows or suspects says nothing of another.
    """
    found: dict[str, object] = {}
    for name, choices in asked.domains.items():
        if name == "age":
            found[name] = None if case.age is None else band(case.age, choices)
        elif name in PLACES:
            found[name] = case.seen(name, authority)
        else:
            found[name] = case.answers.get(name)
    if is_foreign(case, authority):
        found |= {name: _of_another(case, name) for name in OWN if name in found}
    return found


def _of_another(case: Case, name: str) -> Answer | None:
    """Say what is known of a fact that is about the authority of the case alone."""
    needs = OWN[name]
    return Answer.NO if case.answers.get(needs) is Answer.NO else None


def is_foreign(case: Case, authority: str | None) -> bool:
    """Say whether an authority that asks is not the one whose case it is."""
    return authority is not None and case.authority_id not in {None, authority}


def basis(book: StatuteBook, *rules: str) -> tuple[Citation, ...]:
    """Cite every version of some rules that holds, or may."""
    found = (one.citation for rule in rules for one in book.versions(rule))
    return tuple(dict.fromkeys(found))


def so(fact: str, claim: str, book: StatuteBook, *rules: str) -> Criterion:
    """Claim that one fact is so, on the authority of some rules."""
    return is_so(fact, claim, basis=basis(book, *rules))


def place(
    fact: str, where: Where, claim: str, book: StatuteBook, *rules: str
) -> Criterion:
    """Claim where something was, on the authority of some rules."""
    return is_one_of(
        fact, claim, choices=WHERE, among=[where.value], basis=basis(book, *rules)
    )


def children(book: StatuteBook) -> Criterion:
    """Claim that the person is a child: s.65(1)."""
    under, over = bands(whole_number(book, "child-age"))
    return is_one_of(
        "age",
        f"the person is {under} years of age",
        choices=(under, over),
        among=[under],
        basis=basis(book, "child-age"),
    )


def bands(*bounds: int) -> tuple[str, ...]:
    """Name the ages between some bounds: ``under 16``, ``16 to 17``, ``18 or over``."""
    spans = (f"{low} to {high - 1}" for low, high in pairwise(bounds))
    return (f"under {bounds[0]}", *spans, f"{bounds[-1]} or over")


def band(age: int, choices: Sequence[str]) -> str:
    """Say in which of the spans that `bands` names an age lies."""
    passed = sum(age >= int(span.split()[0]) for span in choices[1:])
    return choices[passed]
