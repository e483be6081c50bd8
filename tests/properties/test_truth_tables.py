"""Every criterion against a reference that tries every way of filling in its facts.

The reference stands below: for each criterion a few lines written from the words of the
law, about facts of which nothing is unknown. Every row of the whole table is compared,
those with unknown facts included.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, cached_property
from itertools import product

import pytest
from attrs import field, frozen

from masa.ground.criteria import Criterion
from masa.ground.findings import Consequence, Finding
from masa.ground.logic import Answer
from masa.model.opening import law
from masa.rules.catalogue import CRITERIA
from masa.rules.judging import LegalTest
from masa.rules.weighings import weighed

HERE, ABROAD = "this authority", "outside England"
TODAY = date(2026, 11, 22)
NO_OR_YES = ("no", "yes")

Facts = dict[str, str]
Definition = Callable[[Facts], bool]


# What the law says, of facts that are all known -----------------------------------


def yes(facts: Facts, *names: str) -> bool:
    """Say whether all of some facts are so."""
    return all(facts[name] == "yes" for name in names)


def some(facts: Facts, *names: str) -> bool:
    """Say whether any of some facts is so."""
    return any(facts[name] == "yes" for name in names)


def serious_case(facts: Facts) -> bool:
    """Children Act 2004, s.16B(9): known or suspected, and death or serious harm."""
    return yes(facts, "abuse_or_neglect_suspected") and some(
        facts, "died", "seriously_harmed"
    )


def serious_harm(facts: Facts) -> bool:
    """Children Act 2004, s.16B(9): it includes impairment, serious *or* long-term."""
    return some(
        facts,
        "serious_impairment",
        "long_term_impairment",
        "physical_impairment",
        "seriously_harmed",
    )


def notifiable_event(facts: Facts) -> bool:
    """Children Act 2004, s.16C(1): (a) in the area, (b) lives there and was abroad."""
    in_area = facts["place"] == HERE
    lives_here_hurt_abroad = (
        facts["normally_resident"] == HERE and facts["place"] == ABROAD
    )
    return (
        yes(facts, "authority_suspects")
        and some(facts, "died", "seriously_harmed")
        and (in_area or lives_here_hurt_abroad)
    )


def looked_after_death(facts: Facts) -> bool:
    """Children Act 1989, Sch 2 para 20(1)(a): a child looked after dies."""
    return yes(facts, "died", "looked_after")


def care_leaver_death(facts: Facts) -> bool:
    """Guidance of 2023: aged up to and including 24, of whose status it is aware."""
    return (
        yes(facts, "died", "care_leaver", "care_leaver_known")
        and facts["age"] == "under 25"
    )


def death_that_must_be_reviewed(facts: Facts) -> bool:
    """Children Act 2004, s.16M(1): of a child normally resident in the area."""
    return yes(facts, "died") and facts["normally_resident"] == HERE


def death_that_may_be_reviewed(facts: Facts) -> bool:
    """Children Act 2004, s.16M(2): in the area, of a child not resident in it."""
    return (
        yes(facts, "died")
        and facts["place"] == HERE
        and facts["normally_resident"] != HERE
    )


def joint_agency_response(facts: Facts) -> bool:
    """Child death review guidance: four kinds of death, and one kind of stillbirth."""
    of_a_kind = some(
        facts,
        "external_causes",
        "sudden_unexplained",
        "custody_or_detained",
        "may_not_be_natural",
    )
    return (yes(facts, "died") and of_a_kind) or yes(facts, "unattended_stillbirth")


def private_fostering(facts: Facts) -> bool:
    """Children Act 1989, s.66, with Sch 8."""
    is_of_age = facts["age"] == "under 16" or (
        facts["age"] == "16 to 17" and yes(facts, "disabled")
    )
    is_close = some(
        facts, "carer_is_parent", "carer_has_responsibility", "carer_is_relative"
    )
    is_brief = not yes(facts, "lasted") and not yes(facts, "intended")
    return (
        is_of_age
        and yes(facts, "accommodated")
        and not is_close
        and not is_brief
        and not some(facts, "looked_after", "exempt")
    )


def designated_officer(facts: Facts) -> bool:
    """Guidance, chapter 2: who works with children, and any of three things."""
    return yes(facts, "works_with_children") and some(facts, "harm", "offence", "risk")


def relevant_agency(facts: Facts) -> bool:
    """Children Act 2004, s.16E(3), with SI 2018/789, reg 18."""
    return yes(facts, "listed", "exercises_functions", "in_england")


def delegation(facts: Facts) -> bool:
    """Children Act 2004, s.16J(3) to (5): like to like, areas combined."""
    is_like = facts["from_kind"] == facts["to_kind"]
    needs_agreement = facts["from_kind"] == "local authority"
    return (
        yes(facts, "same_area", "function")
        and is_like
        and (yes(facts, "combined") or not needs_agreement)
    )


DEFINITIONS: dict[str, Definition] = {
    "serious-case": serious_case,
    "serious-harm": serious_harm,
    "notifiable-event": notifiable_event,
    "looked-after-death": looked_after_death,
    "care-leaver-death": care_leaver_death,
    "child-death-review-duty": death_that_must_be_reviewed,
    "child-death-review-power": death_that_may_be_reviewed,
    "joint-agency-response": joint_agency_response,
    "private-fostering": private_fostering,
    "designated-officer": designated_officer,
    "relevant-agency": relevant_agency,
    "delegation": delegation,
}
VARIANTS: dict[str, Definition] = {
    "with_age": lambda facts: facts["age"] == "under 18",
    "with_termination": lambda facts: facts["planned_termination"] == "no",
}
CHOICES: dict[str, tuple[str, ...]] = {
    "place": (HERE, "another in England", ABROAD),
    "normally_resident": (HERE, "another in England", ABROAD),
    "from_kind": ("local authority", "health", "police"),
    "to_kind": ("local authority", "health", "police"),
}
AGES: dict[str, tuple[str, ...]] = {
    "private-fostering": ("under 16", "16 to 17", "18 or over"),
    "care-leaver-death": ("under 25", "25 or over"),
}
CHILD: tuple[str, ...] = ("under 18", "18 or over")
DAYS: dict[str, date] = {"designated-officer": date(2020, 1, 1)}


# The reference: a table of what every row says --------------------------------------


@frozen(eq=False)
class Table:
    """A definition over every row, each fact known as one of its choices or not at all.

    A row is a number; the digit of a fact that is not known is one past its choices.
    """

    domains: dict[str, tuple[str, ...]]
    holds: Definition
    verdicts: list[Answer] = field(init=False, factory=list)
    decisive: list[frozenset[str]] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        for row in range(len(self)):
            self._add(row)

    def __len__(self) -> int:
        return self._steps[-1]

    @cached_property
    def _steps(self) -> list[int]:
        steps = [1]
        for choices in self.domains.values():
            steps.append(steps[-1] * (len(choices) + 1))
        return steps

    def known(self, row: int) -> Facts:
        """Give what is known in a row."""
        found, rest = {}, row
        for name, choices in self.domains.items():
            rest, digit = divmod(rest, len(choices) + 1)
            if digit < len(choices):
                found[name] = choices[digit]
        return found

    def row(self, known: Facts) -> int:
        """Give the row in which that, and no more, is known."""
        return sum(
            step * (choices.index(known[name]) if name in known else len(choices))
            for step, (name, choices) in zip(
                self._steps[:-1], self.domains.items(), strict=True
            )
        )

    def fillings(self, row: int, known: Facts) -> Iterator[tuple[str, range]]:
        """Yield each unknown fact, with the rows in which it alone is known as well.

        Every such row has a smaller number.
        """
        steps = self._steps
        for step, (name, choices) in zip(steps[:-1], self.domains.items(), strict=True):
            if name not in known:
                yield name, range(row - len(choices) * step, row, step)

    def _add(self, row: int) -> None:
        known = self.known(row)
        fillings = dict(self.fillings(row, known))
        if not fillings:
            self.verdicts.append(Answer.of(self.holds(known)))
            self.decisive.append(frozenset())
            return
        rows = next(iter(fillings.values()))
        said = {self.verdicts[one] for one in rows}
        self.verdicts.append(said.pop() if len(said) == 1 else Answer.UNKNOWN)
        every = frozenset[str]().union(
            *(self.decisive[one] for filled in fillings.values() for one in filled)
        )
        if len(fillings) == 1 and self.verdicts[row] is Answer.UNKNOWN:
            every |= set(fillings)
        self.decisive.append(every)


@cache
def _cases() -> dict[str, tuple[Criterion, Definition]]:
    """Give every criterion, every variant and every factor, with its definition."""
    found: dict[str, tuple[Criterion, Definition]] = {}
    for name, test in CRITERIA.items():
        for chosen in product((False, True), repeat=len(test.asks)):
            words = [
                word for word, is_on in zip(test.asks, chosen, strict=True) if is_on
            ]
            asked = _asked(test, words)
            found[" ".join([name, *words])] = asked, _varied(DEFINITIONS[name], words)
    for number, factor in enumerate(weighed(law(TODAY))):
        found[f"factor {number} {factor.fact}"] = factor, _is_so(factor.fact)
    return found


def _asked(test: LegalTest, words: list[str]) -> Criterion:
    book = law(DAYS.get(test.id, TODAY))
    return test.criterion(book, **dict.fromkeys(words, True))


def _varied(definition: Definition, words: list[str]) -> Definition:
    return lambda facts: (
        definition(facts) and all(VARIANTS[word](facts) for word in words)
    )


def _is_so(fact: str) -> Definition:
    return lambda facts: yes(facts, fact)


@cache
def _table(name: str) -> Table:
    asked, definition = _cases()[name]
    return Table(asked.domains, definition)


def _judged(asked: Criterion, known: Facts) -> Finding:
    """Judge it, giving yes and no as a caller does."""
    facts: dict[str, object] = {
        name: said if asked.domains[name] != NO_OR_YES else said == "yes"
        for name, said in known.items()
    }
    return asked.judge(facts)


@cache
def _every_row(name: str) -> tuple[Finding, ...]:
    asked, table = _cases()[name][0], _table(name)
    return tuple(_judged(asked, table.known(row)) for row in range(len(table)))


each = pytest.mark.parametrize("name", list(_cases()))


class TestWhatIsCompared:
    """Every criterion that masa offers has a definition here."""

    def test_is_every_criterion_every_variant_and_every_factor(self) -> None:
        assert set(DEFINITIONS) == set(CRITERIA)
        words = {word for test in CRITERIA.values() for word in test.asks}
        assert words == set(VARIANTS)
        assert len(_cases()) == 6 + 4 * 2 + 2 * 4 + 13

    @each
    def test_asks_for_facts_with_the_choices_that_the_law_gives(
        self, name: str
    ) -> None:
        asked, _ = _cases()[name]
        ages = AGES.get(name, CHILD)
        assert asked.domains == {
            fact: ages if fact == "age" else CHOICES.get(fact, NO_OR_YES)
            for fact in asked.facts
        }

    @pytest.mark.parametrize(
        ("name", "rows"), [("private-fostering", 4 * 3**9), ("serious-case", 27)]
    )
    def test_is_the_whole_table(self, name: str, rows: int) -> None:
        assert len(_table(name)) == rows


class TestEveryRow:
    """Yes if every way says yes, no if every way says no, else unknown."""

    @each
    def test_is_judged_as_trying_every_way_does(self, name: str) -> None:
        asked, table = _cases()[name][0], _table(name)
        for row, found in enumerate(_every_row(name)):
            known = table.known(row)
            assert found.answer is table.verdicts[row], known
            assert set(found.needed) == table.decisive[row], known
            fillings = dict(table.fillings(row, known))
            assert found.changes == tuple(
                Consequence(fact, choice, table.verdicts[filled])
                for fact in found.needed
                for choice, filled in zip(
                    asked.domains[fact], fillings[fact], strict=True
                )
            ), known

    @each
    def test_is_decided_by_as_few_facts_as_will_do(self, name: str) -> None:
        table = _table(name)
        for row, found in enumerate(_every_row(name)):
            known = table.known(row)
            kept = {fact: known[fact] for fact in found.decided_by}
            if found.answer is Answer.UNKNOWN:
                assert not kept, known
                continue
            assert table.verdicts[table.row(kept)] is found.answer, known
            for fact in kept:
                fewer = {one: said for one, said in kept.items() if one != fact}
                assert table.verdicts[table.row(fewer)] is Answer.UNKNOWN, known

    @each
    def test_is_not_turned_by_learning_a_fact(self, name: str) -> None:
        table = _table(name)
        answers = [found.answer for found in _every_row(name)]
        for row, answer in enumerate(answers):
            if answer is Answer.UNKNOWN:
                continue
            for _, rows in table.fillings(row, table.known(row)):
                assert {answers[one] for one in rows} == {answer}


class TestNoDeadText:
    """For each fact two rows differ in it alone, with different answers."""

    @each
    def test_every_fact_decides_somewhere(self, name: str) -> None:
        asked, table = _cases()[name][0], _table(name)
        decisive = set()
        for way in product(*asked.domains.values()):
            known = dict(zip(asked.domains, way, strict=True))
            for fact, choices in asked.domains.items():
                said = {table.holds(known | {fact: choice}) for choice in choices}
                if len(said) > 1:
                    decisive.add(fact)
        assert decisive == set(asked.facts)

    @pytest.mark.parametrize(
        ("name", "fact", "one", "other"),
        [
            ("private-fostering", "age", "under 16", "16 to 17"),
            ("private-fostering", "age", "16 to 17", "18 or over"),
            ("notifiable-event", "place", HERE, ABROAD),
            ("notifiable-event", "place", ABROAD, "another in England"),
            ("delegation", "from_kind", "health", "police"),
            ("delegation", "from_kind", "local authority", "health"),
        ],
    )
    def test_every_choice_that_the_law_tells_apart_is_told_apart(
        self, name: str, fact: str, one: str, other: str
    ) -> None:
        asked, _ = _cases()[name]
        others = {key: said for key, said in asked.domains.items() if key != fact}
        assert any(
            _judged(asked, known | {fact: one}).answer
            is not _judged(asked, known | {fact: other}).answer
            for way in product(*others.values())
            for known in [dict(zip(others, way, strict=True))]
        )
