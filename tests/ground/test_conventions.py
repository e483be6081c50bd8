"""The choices that a text leaves open are those of the statute book."""

from enum import Enum
from typing import Any

import pytest
from attrs import evolve, fields

from masa.ground.conventions import (
    Backward,
    BoundaryInterval,
    Convention,
    CutOff,
    EventDay,
    Landing,
    MonthEnd,
    PeriodsFrom,
    Start,
    Tier,
)
from masa.ground.durations import Unit
from masa.ground.errors import KindError
from masa.ground.law import shelf

USUAL = Convention()
OPTIONS: dict[str, type[Enum]] = {
    "start": Start,
    "backward": Backward,
    "month_end": MonthEnd,
    "landing": Landing,
    "event_day": EventDay,
    "cut_off": CutOff,
    "recurrence": PeriodsFrom,
    "tier": Tier,
    "boundary_interval": BoundaryInterval,
}
UNITS = {
    "as-stated": None,
    "working-days": Unit.WORKING_DAYS,
    "calendar-days": Unit.DAYS,
    "weeks": Unit.WEEKS,
    "months": Unit.MONTHS,
    "years": Unit.YEARS,
    "hours": Unit.HOURS,
}
RULES = {
    "start": "convention-1-start",
    "unit": "convention-2-unit",
    "backward": "convention-3-backward",
    "month_end": "convention-4-month-end",
    "landing": "convention-5-landing",
    "event_day": "convention-6-event-on-non-working-day",
    "calendar": "convention-7-calendar",
    "cut_off": "convention-8-cutoff",
    "recurrence": "convention-9-recurrence",
    "tier": "convention-10-tier",
    "boundary_interval": "convention-11-boundary-interval",
}


def ids(choice: str) -> list[str | None]:
    """Name the options that the statute book has for a choice, in its order."""
    return [item.id for item in shelf.rule(RULES[choice])[-1].items]


def chosen(choice: str, option: object) -> Convention:
    """Make a convention that differs from the usual one in a choice."""
    choices: dict[str, Any] = {choice: option}
    return Convention(**choices)


class TestTheStatuteBook:
    """Its rules ``convention-1`` to ``convention-11``."""

    def test_has_a_rule_for_every_choice_and_no_other(self) -> None:
        numbered = {
            name for name in shelf.rules() if name.startswith("convention-")
        } - {"convention-hours"}
        assert numbered == set(RULES.values())
        assert {a.name for a in fields(Convention)} | {"calendar"} == set(RULES)

    @pytest.mark.parametrize(("choice", "options"), OPTIONS.items(), ids=OPTIONS)
    def test_has_the_same_options_in_the_same_order(
        self, choice: str, options: type[Enum]
    ) -> None:
        assert [option.value for option in options] == ids(choice)

    @pytest.mark.parametrize(("choice", "options"), OPTIONS.items(), ids=OPTIONS)
    def test_names_the_default_first(self, choice: str, options: type[Enum]) -> None:
        assert getattr(USUAL, choice) is next(iter(options))
        assert getattr(USUAL, choice).value == ids(choice)[0]

    def test_has_every_unit_and_takes_the_stated_one_by_default(self) -> None:
        assert list(UNITS) == ids("unit")
        assert set(UNITS.values()) == {None, *Unit}
        assert USUAL.unit is UNITS["as-stated"]

    def test_takes_the_calendar_of_england_by_default(self) -> None:
        first, second = ids("calendar")
        assert first == "england-statutory-and-proclaimed"
        assert second == "supplied-calendar"


class TestTheSource:
    @pytest.mark.parametrize(("choice", "rule"), RULES.items(), ids=RULES)
    def test_of_a_choice_is_its_rule(self, choice: str, rule: str) -> None:
        assert USUAL.source_of(choice) is shelf.rule(rule)[-1]
        assert USUAL.source_of(choice).id == rule

    @pytest.mark.parametrize(
        ("choice", "cited"),
        [
            ("start", "Lester v Garland (1808)"),
            ("month_end", "Dodds v Walker [1981] 1 WLR 1027"),
            ("landing", "Convention of masa"),
        ],
    )
    def test_is_a_case_where_there_is_one(self, choice: str, cited: str) -> None:
        assert str(USUAL.source_of(choice).source) == cited

    def test_is_the_same_whatever_is_chosen(self) -> None:
        included = Convention(start=Start.INCLUDED)
        assert included.source_of("start") is USUAL.source_of("start")

    @pytest.mark.parametrize("choice", ["begin", "", "convention-1-start", None, 1])
    def test_of_no_choice_is_refused(self, choice: object) -> None:
        with pytest.raises(KindError, match=r"is no choice|is not text"):
            USUAL.source_of(choice)  # type: ignore[arg-type] # that is the question


class TestChoosing:
    @pytest.mark.parametrize(
        ("choice", "option"),
        [(choice, option) for choice, kind in OPTIONS.items() for option in kind],
    )
    def test_takes_an_option_or_its_words(self, choice: str, option: Enum) -> None:
        assert getattr(chosen(choice, option), choice) is option
        assert getattr(chosen(choice, option.value), choice) is option

    @pytest.mark.parametrize("unit", Unit, ids=lambda unit: str(unit.value))
    def test_takes_a_unit_or_its_word(self, unit: Unit) -> None:
        assert chosen("unit", unit).unit is unit
        assert chosen("unit", unit.value).unit is unit

    @pytest.mark.parametrize("choice", [*OPTIONS, "unit"])
    @pytest.mark.parametrize(
        "option",
        [
            pytest.param("sometimes", id="no such word"),
            pytest.param("", id="an empty word"),
            pytest.param(True, id="true"),
            pytest.param(0, id="a number"),
            pytest.param(shelf.Coverage, id="something else"),
        ],
    )
    def test_refuses_what_is_no_option(self, choice: str, option: object) -> None:
        with pytest.raises(KindError) as caught:
            chosen(choice, option)
        assert caught.value.field == f"Convention.{choice}"

    @pytest.mark.parametrize("choice", OPTIONS)
    def test_refuses_nothing_at_all(self, choice: str) -> None:
        with pytest.raises(KindError):
            chosen(choice, None)

    def test_refuses_the_option_of_another_choice(self) -> None:
        with pytest.raises(KindError):
            chosen("start", Backward.CLEAR_DAYS)

    def test_names_the_options_that_there_are(self) -> None:
        with pytest.raises(KindError, match="write ordinary or clear-days"):
            chosen("backward", "clear")

    def test_makes_values_that_are_equal_by_what_they_choose(self) -> None:
        clear = Convention(backward=Backward.CLEAR_DAYS)
        assert clear == evolve(USUAL, backward=Backward.CLEAR_DAYS) != USUAL
        assert len({clear, evolve(clear), USUAL, Convention()}) == 2


class TestShowing:
    def test_the_usual_convention_says_so(self) -> None:
        assert str(USUAL) == "the usual convention"
        assert USUAL.to_records() == [{}]

    def test_another_says_what_it_chooses(self) -> None:
        convention = Convention(
            start=Start.INCLUDED,
            unit=Unit.WORKING_DAYS,
            event_day=EventDay.NEXT_WORKING_DAY,
        )
        assert str(convention) == (
            "start: include-event-day; unit: working days; "
            "event day: treat-as-next-working-day"
        )
        assert convention.to_records() == [
            {
                "start": "include-event-day",
                "unit": "working days",
                "event day": "treat-as-next-working-day",
            }
        ]

    @pytest.mark.parametrize("kind", OPTIONS.values(), ids=OPTIONS)
    def test_an_option_is_shown_as_it_is_written(self, kind: type[Enum]) -> None:
        for option in kind:
            assert repr(option) == f"{kind.__name__}.{option.name}"
