"""More evidence never makes an outcome worse, and less never makes it better."""

from collections.abc import Callable
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa import OutcomeState, strategies
from masa.rules.duties import child_deaths, scrutiny, structural, yearly_report
from masa.rules.duties.catalogue import family_of

some = settings(max_examples=30)
MODULES = (child_deaths, scrutiny, structural, yearly_report)
RULES = [rule for one in MODULES for each in one.DUTIES for rule in each.rules]
EDITIONS = st.sampled_from(["WT2018", "WT2023", "WT2026"])
PARTNERS, TODAY = "safeguarding partners", "2026-11-22"
YES, FULL = masa.stated(True), masa.stated(masa.Judgement.FULL)  # noqa: FBT003 (a value stated)
RANKS = {OutcomeState.MET: 2, OutcomeState.PARTLY: 1}


def ranks(arrangement: masa.Arrangement, edition: str) -> dict[str, int]:
    """Give how far each duty is met, of those that are called for."""
    return {
        one.id: RANKS.get(one.state, 0)
        for one in masa.check(arrangement, edition=edition, on=TODAY)
        if one.id in RULES and one.state is not OutcomeState.NOT_APPLICABLE
    }


def none_is_worse(before: dict[str, int], after: dict[str, int]) -> bool:
    return all(after.get(rule, rank) >= rank for rule, rank in before.items())


def said(arrangement: masa.Arrangement, rule: str) -> masa.Arrangement:
    """Add something that was judged in full to answer a rule."""
    more = masa.Commitment(topic="more", items=(rule,), judgement=FULL)
    return evolve(arrangement, commitments=(*arrangement.commitments, more))


def reported(arrangement: masa.Arrangement, rule: str) -> masa.Arrangement:
    """Let every yearly report tell something, judged in full to answer a rule."""
    more = masa.Reported(topic="more", items=(rule,), judgement=FULL)
    reports = (
        evolve(one, contents=(*one.contents, more)) for one in arrangement.reports
    )
    return evolve(arrangement, reports=tuple(reports))


def copied(arrangement: masa.Arrangement, _: str) -> masa.Arrangement:
    """Let a copy of every yearly report go to the Panel, on a day not told."""
    more = masa.CopySent(to="Child Safeguarding Practice Review Panel")
    reports = (evolve(one, copies=(*one.copies, more)) for one in arrangement.reports)
    return evolve(arrangement, reports=tuple(reports))


def scrutinised(arrangement: masa.Arrangement, rule: str) -> masa.Arrangement:
    more = masa.Scrutiny(by=PARTNERS, independent=YES, reports=masa.stated(rule))
    return evolve(arrangement, scrutiny=(*arrangement.scrutiny, more))


def reviewed(arrangement: masa.Arrangement, rule: str) -> masa.Arrangement:
    """Tell more of the child death reviews, where there are any."""
    held = arrangement.child_death_review
    if held is None:
        return arrangement
    more = evolve(held, reports=held.reports | masa.stated(rule))
    return evolve(arrangement, child_death_review=more)


def placed(arrangement: masa.Arrangement, _: str) -> masa.Arrangement:
    """Say of every agency that it falls under the first paragraph of the Schedule."""

    def all_of(agencies: Any) -> tuple[Any, ...]:  # noqa: ANN401 (two kinds)
        paragraph = masa.stated(1)
        return tuple(
            evolve(one, schedule_paragraph=one.schedule_paragraph | paragraph)
            for one in agencies
        )

    lists = (
        evolve(one, named=all_of(one.named), described=all_of(one.described))
        for one in arrangement.agencies
    )
    return evolve(arrangement, agencies=tuple(lists))


def signed(arrangement: masa.Arrangement, _: str) -> masa.Arrangement:
    more = [masa.SignOff(document=one) for one in masa.KeyDocument]
    return evolve(arrangement, sign_offs=(*arrangement.sign_offs, *more))


More = Callable[[masa.Arrangement, str], masa.Arrangement]
EVIDENCE: tuple[More, ...] = (
    *(said, reported, copied, scrutinised, reviewed, placed, signed),
)


class TestEvidence:
    """Adding evidence never worsens an outcome, and taking it away improves none."""

    @some
    @given(
        strategies.arrangements(),
        st.sampled_from(EVIDENCE),
        st.sampled_from(RULES),
        EDITIONS,
    )
    def test_added_never_makes_an_outcome_worse(
        self, one: masa.Arrangement, more: More, rule: str, edition: str
    ) -> None:
        assert none_is_worse(ranks(one, edition), ranks(more(one, rule), edition))

    @some
    @given(strategies.arrangements(), EDITIONS)
    def test_taken_away_never_makes_an_outcome_better(
        self, one: masa.Arrangement, edition: str
    ) -> None:
        silent = evolve(
            one,
            commitments=(),
            reports=tuple(evolve(each, contents=()) for each in one.reports),
        )
        assert none_is_worse(ranks(silent, edition), ranks(one, edition))

    @some
    @given(strategies.arrangements(), st.sampled_from(RULES), EDITIONS)
    def test_that_answers_a_rule_in_full_meets_it_unless_the_contrary_is_shown(
        self, one: masa.Arrangement, rule: str, edition: str
    ) -> None:
        of_reports = any(name.startswith("YR") for name in family_of(rule))
        best = OutcomeState.PARTLY if of_reports else OutcomeState.MET  # a promise
        for outcome in masa.check(said(one, rule), edition=edition, on=TODAY):
            if outcome.id == rule and not outcome.is_missed:
                met = (best, OutcomeState.MET, OutcomeState.NOT_APPLICABLE)
                assert outcome.state in met
