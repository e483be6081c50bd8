"""How a duty is asked of a dossier, and what its answer comes to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from attrs import frozen

from masa.ground.law import shelf
from masa.ground.law.provisions import ListedItem, Provision
from masa.ground.logic import Answer
from masa.rules.dossiers import Dossier
from masa.rules.exhibits import Exhibit, Weight
from masa.rules.outcomes import Outcome, OutcomeState

__all__ = [
    "IN_PROSE",
    "Ask",
    "Duty",
    "Found",
    "NotCalledFor",
    "duties_of",
    "duty",
    "outcomes",
]

CUT = "the text that is held breaks off, so that its silence says little"


@frozen
class NotCalledFor:
    """Why a duty, or one of its needs, is not called for.

    A duty that the file is recorded to answer is called for nonetheless.

    Args:
        why: The reason, in plain words.
    """

    why: str


Found = Mapping[str, Iterable[Exhibit] | NotCalledFor] | NotCalledFor
Ask = Callable[[Dossier], Found]
# Only words can show it, which a person has to weigh and record.
IN_PROSE: Mapping[str, Iterable[Exhibit] | NotCalledFor] = MappingProxyType({})


@frozen
class Duty:
    """One duty: the rules that ask for it, and how a dossier is asked.

    Args:
        rules: The ids of the rules that ask for the same, edition by edition.
        ask: The function that finds what shows it, for each need.
        topic: What it is about, in a few words: the name of the function.
        unmet: What a reader is told where it is not met.
    """

    rules: tuple[str, ...]
    ask: Ask
    topic: str
    unmet: str


def duty(*rules: str) -> Callable[[Ask], Duty]:
    """Make a duty of a function; its docstring is what is told where it is not met.

    The force, the basis and the needs are those of the rules in the statute book.

    Args:
        rules: The ids of the rules that ask for it.
    """

    def made(ask: Ask) -> Duty:
        topic = ask.__name__.replace("_", " ")
        return Duty(rules, ask, topic, " ".join((ask.__doc__ or "").split()))

    return made


def duties_of(names: Mapping[str, object]) -> tuple[Duty, ...]:
    """Give the duties of a module, in the order in which they stand there."""
    return tuple(one for one in names.values() if isinstance(one, Duty))


def outcomes(one: Duty, dossier: Dossier) -> Iterator[Outcome]:
    """Say how a duty stands, for each of its rules that is in force on the day."""
    found: Found | None = None
    for name in one.rules:
        versions = dossier.book.versions(name)
        if versions and found is None:
            found = one.ask(dossier)
        if found is not None:
            yield from (_outcome(one, rule, found, dossier) for rule in versions)
        if not versions:
            yield from _pending(one, shelf.rule(name)[0], dossier)


def _pending(one: Duty, rule: Provision, dossier: Dossier) -> Iterator[Outcome]:
    """Say of a rule that has no text in force yet that it waits."""
    if rule.commencing in dossier.pending:
        yield Outcome(
            rule=rule,
            state=OutcomeState.NOT_APPLICABLE,
            topic=one.topic,
            unmet=one.unmet,
            why=f"enacted, and not commenced ({rule.commencing})",
        )


def _outcome(one: Duty, rule: Provision, found: Found, dossier: Dossier) -> Outcome:
    departure = dossier.departures.get(rule.id.casefold())
    told = tuple(dossier.told(rule, one.rules))
    if isinstance(found, NotCalledFor) and not told:
        return Outcome(
            rule=rule,
            state=OutcomeState.NOT_APPLICABLE,
            topic=one.topic,
            unmet=one.unmet,
            why=found.why,
            departure=departure,
        )
    held = IN_PROSE if isinstance(found, NotCalledFor) else found
    asked = tuple(_asked(rule.needs, held))
    needs = tuple(need for need, _ in asked)
    found_in_file = (one.for_need(need.id) for need, ones in asked for one in ones)
    evidence = (*found_in_file, *told)
    missing = _missing(needs, evidence)
    state, why = _state(evidence, missing, dossier)
    if rule.in_force is not Answer.YES and state is not OutcomeState.MET:
        state, why = OutcomeState.UNKNOWN, "whether the rule is in force is not known"
    return Outcome(
        rule=rule,
        state=state,
        topic=one.topic,
        unmet=one.unmet,
        needs=needs,
        evidence=evidence,
        missing=missing,
        why=why,
        departure=departure,
    )


def _asked(
    needs: Iterable[ListedItem], found: Mapping[str, Iterable[Exhibit] | NotCalledFor]
) -> Iterator[tuple[ListedItem, Iterable[Exhibit]]]:
    """Yield each need that is called for, with what was found for it."""
    for need in needs:
        held = found.get(need.id or "", ())
        if not isinstance(held, NotCalledFor):
            yield need, held


def _missing(
    needs: Sequence[ListedItem], evidence: Iterable[Exhibit]
) -> tuple[ListedItem, ...]:
    """Give the needs that nothing shows in full, or of which the contrary is shown."""
    enough: set[str | None] = set()
    against: set[str | None] = set()
    for one in evidence:
        if one.is_enough:
            enough.add(one.need)
        elif one.is_contrary:
            against.add(one.need)
    return tuple(
        need
        for need in needs
        if need.id in against or not (None in enough or need.id in enough)
    )


def _state(
    evidence: Sequence[Exhibit], missing: Sequence[ListedItem], dossier: Dossier
) -> tuple[OutcomeState, str]:
    if not missing:
        return OutcomeState.MET, ""
    weights = {one.weight for one in evidence}
    if weights - {Weight.AGAINST, Weight.NOTHING}:
        return OutcomeState.PARTLY, ""
    if dossier.is_cut and Weight.AGAINST not in weights:
        return OutcomeState.UNKNOWN, CUT
    return OutcomeState.NOT_EVIDENCED, ""
