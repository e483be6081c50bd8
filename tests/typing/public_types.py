"""Type-checked and never run: the public types say what the docs claim."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import assert_type

import masa


def an_arrangement_is_loaded() -> masa.Arrangement:
    arrangement = masa.examples.load("barnet")
    assert_type(arrangement.title, str)
    assert_type(arrangement.in_force, masa.Stated[masa.When])
    assert_type(arrangement.groups, tuple[masa.Group, ...])
    assert_type(masa.loads("", format="toml"), masa.Arrangement)
    assert_type(masa.dumps(arrangement), str)
    return arrangement


def a_fact_keeps_its_type(group: masa.Group) -> None:
    assert_type(group.meets.only, masa.Frequency)
    assert_type(group.meets.values, tuple[masa.Frequency, ...])
    assert_type(group.meets.conflict, masa.Answer)
    assert_type(group.tier.only, int)
    assert_type(masa.stated(1, at="7"), masa.Stated[int])
    assert_type(masa.stated(1) | masa.stated("x"), masa.Stated[int | str])


def money_is_decimal(budget: masa.Budget) -> Iterator[Decimal]:
    assert_type(budget.income, Decimal)
    shares = budget.shares()
    assert_type(shares, masa.Shares)
    for share in shares:
        assert_type(share, masa.Share)
        yield share.percent


def a_rule_says_who_pays(budget: masa.Budget) -> masa.FundingRule:
    rule = masa.FundingRule(
        payers=["A", "B", "C"],
        fixed={"A": 5_000},
        weights={"B": "17.5", "C": "3"},
        kinds={"council": ["A", "B"], "health": ["C"]},
        unit=1,
        ties="by-name",
    )
    found = masa.fund(budget, rule, total=300_000, leaving="C")
    assert_type(found, masa.FundingScenario)
    assert_type(found.gap, Decimal)
    assert_type(found["A"].difference, masa.Stated[Decimal])
    assert_type(masa.fund_years("1.50", rule, growth="2.5", years=3), masa.FundingYears)
    return rule


def a_comparison_is_an_answer(when: masa.When) -> masa.Answer:
    assert_type(when.on_or_before(date(2019, 10, 1)), masa.Answer)
    return ~when.after(when) & masa.Answer.YES


def a_group_is_made(seat: masa.Seat) -> masa.Group:
    return masa.Group(name="Forum", tier=masa.stated(1, at="7"), members=(seat,))


def the_law_is_typed() -> masa.Provision:
    book = masa.law("2026-11-22", commenced={"cwsa-2026/s2": date(2027, 9, 1)})
    assert_type(book, masa.StatuteBook)
    assert_type(book.edition, masa.Instrument)
    assert_type(book.regime, masa.Regime)
    assert_type(book.clock("rapid-review"), masa.Clock)
    assert_type(book.compare(masa.law(date(2019, 6, 29))), masa.LawChanges)
    assert_type(masa.clocks("2026-11-22"), masa.ClockCatalogue)
    assert_type(book["rapid-review-within"].length, masa.Duration | None)
    return book["rapid-review-within"]


def two_are_compared(one: masa.Arrangement) -> masa.FieldDifference:
    found = masa.compare(one, one, same_as=[("LBB", "Barnet Council")])
    assert_type(found, masa.Comparison)
    assert_type(found["LBB"], masa.ComparedThing)
    assert_type(found["LBB"].by, masa.MatchBy | None)
    assert_type(found.of(masa.Group), tuple[masa.ComparedThing, ...])
    assert_type(found.amounts[0].difference, Decimal | None)
    return found["LBB"].differences[0]


def a_report_is_text(arrangement: masa.Arrangement) -> str:
    assert_type(masa.report.describe(arrangement), masa.Report)
    return masa.report.describe(arrangement).to_page()


def a_calendar_is_text(due: masa.Deadline, met: masa.Meeting, at: datetime) -> str:
    assert_type(met.start, date)
    assert_type(met.end, date | None)
    return assert_type(masa.ics.dumps([due, met], stamp=at, reference="A-1"), str)


def a_sum_is_shared() -> masa.Tie | None:
    shared = masa.allocate(
        "97.50",
        {"Ayton": 1, "Beeford": 2},
        groups={"council": ["Ayton", "Beeford"]},
        caps={"Ayton": 50},
        policy=masa.AllocationPolicy.WEBSTER,
    )
    assert_type(shared, masa.Allocation)
    assert_type(shared["Ayton"], Decimal)
    assert_type(shared.left_over, Decimal)
    assert_type(shared.explain(), masa.Report)
    return next(iter(shared.ties), None)
