"""A decision table says of a criterion no more and no less than the criterion does."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

import masa
from masa.ground.criteria import Criterion, all_of, any_of, is_not, is_one_of, is_so
from masa.ground.decision_tables import DecisionRow, DecisionTable, decision_table
from masa.ground.errors import FactError, KindError, NotInForceError, UnknownNameError
from masa.ground.law import shelf
from masa.ground.logic import Answer, Fact

GOLDEN = Path(__file__).parent / "golden"
NO, UNKNOWN, YES = Answer.NO, Answer.UNKNOWN, Answer.YES
A, B, C = (is_so(name, f"{name} is so") for name in "abc")
PLACES = ("here", "there", "abroad")


def place(*among: str) -> Criterion:
    return is_one_of("place", "it is there", choices=PLACES, among=among)


SMALL = {
    "one fact": A,
    "not so": is_not("it is not so", A),
    "a thing or its contrary": any_of("either", A, is_not("not a", A)),
    "a thing and its contrary": all_of("both", A, is_not("not a", A)),
    "two of three": any_of(
        "two", all_of("1", A, B), all_of("2", B, C), all_of("3", A, C)
    ),
    "one choice": place("here"),
    "two choices": place("here", "abroad"),
    "anywhere": place(*PLACES),
    "nowhere": place(),
    "a choice and a fact": any_of("it", all_of("1", A, place("here")), place("abroad")),
    "the same in two ways": any_of(
        "it", all_of("1", A, B), all_of("2", is_not("not a", A), C)
    ),
}
CRITERIA = {
    **SMALL,
    **{
        name: masa.criterion(name, on="2020-01-01")
        for name in masa.criteria()
        if name != "care-leaver-death"
    },
    "care-leaver-death": masa.criterion("care-leaver-death", on="2024-01-01"),
}
each = pytest.mark.parametrize("name", list(CRITERIA))
Given = dict[str, str]


def answer(asked: Criterion, given: Given) -> Answer:
    facts: dict[str, object] = {
        fact: said if len(asked.domains[fact]) > 2 or "age" in fact else said == "yes"
        for fact, said in given.items()
    }
    return asked.judge(facts).answer


def ways(table: DecisionTable, row: DecisionRow) -> Iterator[Given]:
    """Give everything that a row stands for: one choice of each fact that it names."""
    named = {
        fact: chosen
        for fact, chosen in zip(table.facts, row.known, strict=True)
        if chosen
    }
    for way in product(*named.values()):
        yield dict(zip(named, way, strict=True))


class TestRows:
    @each
    def test_settle_it_and_would_not_with_one_fact_fewer(self, name: str) -> None:
        asked = CRITERIA[name]
        table = decision_table(asked)
        for row in table.rows:
            for given in ways(table, row):
                assert answer(asked, given) is row.answer
                for fact in given:
                    fewer = {one: said for one, said in given.items() if one != fact}
                    assert answer(asked, fewer) is UNKNOWN

    @each
    def test_are_there_for_everything_that_settles_it(self, name: str) -> None:
        asked = CRITERIA[name]
        table = decision_table(asked)
        choices = [(None, *one) for one in asked.domains.values()]
        rows = list(product(*choices))
        for known in rows[:: 1 + len(rows) // 5_000]:
            given = {
                fact: said
                for fact, said in zip(asked.domains, known, strict=True)
                if said is not None
            }
            fits = {
                row.answer
                for row in table.rows
                if all(
                    not chosen or given.get(fact) in chosen
                    for fact, chosen in zip(table.facts, row.known, strict=True)
                )
            }
            found = answer(asked, given)
            assert fits == (set() if found is UNKNOWN else {found})

    @each
    def test_are_each_there_once_the_yeses_first(self, name: str) -> None:
        table = decision_table(CRITERIA[name])
        said = [row.answer for row in table.rows]
        assert said == sorted(said, key=[YES, NO].index)
        whole = [str(given) for row in table.rows for given in ways(table, row)]
        assert len(whole) == len(set(whole))

    @pytest.mark.parametrize(
        ("name", "rows"),
        [
            ("one fact", ["yes -> yes", "no -> no"]),
            ("not so", ["no -> yes", "yes -> no"]),
            ("a thing or its contrary", [" -> yes"]),
            ("a thing and its contrary", [" -> no"]),
            ("one choice", ["here -> yes", "there or abroad -> no"]),
            ("two choices", ["here or abroad -> yes", "there -> no"]),
            ("anywhere", [" -> yes"]),
            ("nowhere", [" -> no"]),
            (
                "a choice and a fact",
                [
                    "|abroad -> yes",
                    "yes|here -> yes",
                    "|there -> no",
                    "no|here -> no",
                ],
            ),
            (
                "the same in two ways",
                [
                    "|yes|yes -> yes",
                    "no||yes -> yes",
                    "yes|yes| -> yes",
                    "|no|no -> no",
                    "no||no -> no",
                    "yes|no| -> no",
                ],
            ),
        ],
    )
    def test_of_small_criteria(self, name: str, rows: list[str]) -> None:
        table = decision_table(SMALL[name])
        found = [
            f"{'|'.join(list(row.values())[:-1])} -> {row['answer']}"
            for row in table.to_records()
        ]
        assert sorted(found) == sorted(rows)


class TestShowing:
    @pytest.mark.parametrize("layout", ["txt", "md"])
    def test_reads_as_the_golden_file(self, layout: str) -> None:
        table = masa.decision_table("notifiable-event", on="2026-11-22")
        made = {"txt": table.to_text, "md": table.to_markdown}[layout]()
        golden = (GOLDEN / f"notifiable-event.{layout}").read_text(encoding="utf-8")
        assert made == golden

    def test_of_no_law_and_no_day_says_so(self) -> None:
        table = decision_table(A)
        assert "No text." in table.to_text()
        assert str(table) == "A is so"
        assert repr(table) == "<DecisionTable of 'a is so': 2 rows>"
        assert table.on is None

    def test_names_its_law_and_day(self) -> None:
        table = masa.decision_table("serious-case", on="2020-01-01")
        assert "Children Act 2004, s.16B(9), as in force on 1 January 2020." in (
            table.to_text()
        )
        assert table.facts == ("abuse_or_neglect_suspected", "died", "seriously_harmed")


class TestByName:
    def test_names_every_criterion_in_the_order_of_the_law(self) -> None:
        assert masa.criteria() == (
            "serious-case",
            "serious-harm",
            "notifiable-event",
            "looked-after-death",
            "care-leaver-death",
            "child-death-review-duty",
            "child-death-review-power",
            "joint-agency-response",
            "private-fostering",
            "designated-officer",
            "relevant-agency",
            "delegation",
        )

    @pytest.mark.parametrize("name", ["serious-case", "delegation"])
    def test_gives_the_table_of_the_criterion(self, name: str) -> None:
        asked = masa.criterion(name)
        assert masa.decision_table(name) == decision_table(asked)
        assert asked.on == shelf.coverage().checked

    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("serius-case", 'did you mean "serious-case"?'),
            ("zzz", "there are serious-case, serious-harm"),
        ],
    )
    def test_refuses_a_name_that_it_does_not_know(self, name: str, says: str) -> None:
        for give in (masa.criterion, masa.decision_table):
            with pytest.raises(UnknownNameError) as caught:
                give(name)
            assert says in str(caught.value)

    def test_refuses_what_is_no_name(self) -> None:
        with pytest.raises(KindError):
            masa.criterion(7)  # type: ignore[arg-type] # on purpose

    def test_takes_a_book_instead_of_a_day(self) -> None:
        book = masa.law("2020-01-01")
        assert masa.criterion("serious-case", law=book).on == book.on
        with pytest.raises(NotInForceError):
            masa.criterion("care-leaver-death", law=book)


class TestCriteriaOfChoices:
    def test_are_judged_on_words_and_on_choices(self) -> None:
        asked = masa.criterion("notifiable-event")
        for given in ("outside England", masa.Where.OUTSIDE):
            assert asked.judge({"place": given}).needed == (
                "authority_suspects",
                "died",
                "seriously_harmed",
                "normally_resident",
            )
        assert asked.judge({"place": None}).needed == asked.facts

    @pytest.mark.parametrize("value", ["Wales", True, 3])
    def test_refuse_what_is_none_of_them(self, value: object) -> None:
        with pytest.raises(KindError) as caught:
            place("here").judge({"place": value})
        assert "is none of its choices" in str(caught.value)
        assert caught.value.remedy == "give here, there or abroad"

    def test_cannot_claim_what_is_not_offered(self) -> None:
        with pytest.raises(FactError) as caught:
            place("here", "nowhere")
        assert caught.value.said == '"place" cannot be "here" or "nowhere"'
        assert caught.value.remedy == "it is here, there or abroad"

    def test_ask_for_a_fact_with_the_same_choices_everywhere(self) -> None:
        other = is_so("place", "there is a place")
        both = all_of("both", place("here"), other)
        with pytest.raises(FactError, match="is asked for with two sets of choices"):
            both.judge()

    def test_take_facts_of_two_choices_in_every_form(self) -> None:
        for given in (True, YES, Fact(YES)):
            assert A.judge({"a": given}).answer is YES
        young = is_one_of("age", "young", choices=("under 25", "over"), among=["over"])
        assert young.judge({"age": "over"}).answer is YES


class TestKept:
    def test_judging_forgets_after_many_and_answers_the_same(self) -> None:
        facts = [is_so(f"f{n}", "so") for n in range(13)]
        asked = any_of("any", *facts)
        for way in product((False, True), repeat=13):
            known: dict[str, object] = {f"f{n}": one for n, one in enumerate(way)}
            assert asked.judge(known).answer is Answer.of(any(way))
