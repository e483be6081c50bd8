"""The facts that may be known of a case: what each asks, and what follows from what.

A fact that follows from another is not asked for again, and two facts of which one
rules out the other cannot both stand.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.findings import in_words
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import Name, Prose

__all__ = ["QUESTIONS", "KnownFact", "Settled", "settled"]

NO, YES = Answer.NO, Answer.YES

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        # Whether it is a serious case (Children Act 2004, ss.16B(9), 16C(1))
        "abuse_or_neglect_suspected": "Does a local authority, or anybody else with "
        "functions relating to children, know or suspect that the child was abused "
        "or neglected?",
        "authority_suspects": "Does the local authority itself know or suspect it?",
        "died": "Did the child die?",
        "survived": "Is the child known to have survived?",
        "seriously_harmed": "Was the child seriously harmed?",
        "serious_impairment": "Is the child's mental health, or intellectual, "
        "emotional, social or behavioural development, seriously impaired?",
        "long_term_impairment": "Is it impaired, or likely to be, for a long time?",
        "physical_impairment": "Is the child's physical health impaired seriously or "
        "for a long time?",
        # Who the child is to the law
        "looked_after": "Was the child looked after by the local authority?",
        "care_leaver": "Was the person a care leaver?",
        "care_leaver_known": "Is the local authority aware that they were one?",
        "several_children": "Were several children harmed in the one incident?",
        # What a review has to weigh (SI 2018/789, regs 3 and 11, and guidance)
        "improvements_needed": "Does the case highlight, or may it, improvements that "
        "are needed, whether or not they were identified before?",
        "law_or_guidance_change": "Does it raise, or may it, issues that need a change "
        "of law or guidance?",
        "recurrent_themes": "Does it highlight, or may it, recurrent themes?",
        "joint_working_concern": "Does it highlight, or may it, concerns about two or "
        "more agencies working together?",
        "panel_prefers_local": "Has the Panel considered it and concluded that a local "
        "review may be more appropriate?",
        "complex_or_national": "Does it raise issues that are complex or of national "
        "importance?",
        "issues_of_importance": "Do the safeguarding partners judge that it raises "
        "issues of importance to the area?",
        "single_agency_concern": "Do they have cause for concern about the actions of "
        "a single agency?",
        "no_agency_concern": "Was no agency involved, and is that a cause for concern?",
        "cross_boundary": "Is more than one local authority, police area or health "
        "body involved, moves of the family included?",
        "institutional_setting": "May it raise issues about children in institutional "
        "settings?",
        # The review of a child's death
        "stillbirth": "Was it a stillbirth?",
        "late_foetal_loss": "Was it a late foetal loss?",
        "planned_termination": "Was it a lawful termination of pregnancy?",
        "external_causes": "Is the death due to external causes, or could it be?",
        "sudden_unexplained": "Was it sudden, with no apparent cause?",
        "custody_or_detained": "Was the child in custody, or detained under the Mental "
        "Health Act?",
        "may_not_be_natural": "Is it suspected that the death was not natural?",
        "unattended_stillbirth": "Was it a stillbirth with no healthcare professional "
        "present?",
    }
)

_FOLLOWS = (
    ("authority_suspects", YES, "abuse_or_neglect_suspected", YES),
    ("serious_impairment", YES, "seriously_harmed", YES),
    ("long_term_impairment", YES, "seriously_harmed", YES),
    ("physical_impairment", YES, "seriously_harmed", YES),
    ("survived", YES, "died", NO),
    ("survived", YES, "stillbirth", NO),
    ("survived", YES, "late_foetal_loss", NO),
    ("care_leaver_known", YES, "care_leaver", YES),
    ("unattended_stillbirth", YES, "stillbirth", YES),
    ("stillbirth", YES, "died", NO),
    ("late_foetal_loss", YES, "died", NO),
)
FOLLOWS = (*_FOLLOWS, *((b, ~y, a, ~x) for a, x, b, y in _FOLLOWS))


@frozen(field_transformer=checked)
class KnownFact(Shown):
    """An answer to one of the questions, and in what it was given.

    Args:
        fact: The name of the fact.
        answer: Yes or no.
        because: From what it follows, in words; empty if it was given itself.
        given_in: The part of the case in which it was given, or from which it follows.

    Raises:
        KindError: If a part is of the wrong type.
        TextError: If a text breaks the text policy.
    """

    fact: Name
    answer: Answer
    because: Prose = ""
    given_in: Name = ""

    def __str__(self) -> str:
        said = f"{in_words(self.fact)} is {self.answer}"
        return f"{said}, as {self.because}" if self.because else said


@frozen
class Settled:
    """What is known of the facts once all that follows has been drawn.

    Args:
        known: Each fact that is known, by name.
        clashes: The pairs of which one rules out the other.
    """

    known: Mapping[str, KnownFact]
    clashes: tuple[tuple[KnownFact, KnownFact], ...] = ()


def settled(given: Iterable[KnownFact]) -> Settled:
    """Draw everything that follows from what is given, and find what contradicts it."""
    known: dict[str, KnownFact] = {}
    clashes: list[tuple[KnownFact, KnownFact]] = []
    waiting = list(given)
    while waiting:
        one = waiting.pop(0)
        held = known.setdefault(one.fact, one)
        if held is one:
            waiting.extend(_following(one))
        elif held.answer is not one.answer:
            clashes.append((held, one))
    return Settled(MappingProxyType(known), tuple(_distinct(clashes)))


def _following(one: KnownFact) -> Iterator[KnownFact]:
    for fact, answer, then, becomes in FOLLOWS:
        if (fact, answer) == (one.fact, one.answer):
            because = f"{in_words(fact)} is {answer}"
            yield KnownFact(then, becomes, because, one.given_in or one.fact)


def _distinct(
    clashes: Iterable[tuple[KnownFact, KnownFact]],
) -> Iterator[tuple[KnownFact, KnownFact]]:
    """Leave out the mirror image of a clash, which the other part draws as well."""
    seen: set[frozenset[str]] = set()
    for held, one in clashes:
        pair = frozenset({_root(held), _root(one)})
        if pair not in seen:
            seen.add(pair)
            yield held, one


def _root(one: KnownFact) -> str:
    """Name the part of the case from which a fact follows, however indirectly."""
    return one.given_in or one.fact
