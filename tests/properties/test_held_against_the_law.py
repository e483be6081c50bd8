"""Holding an arrangement against the law: evidence helps, names do not matter."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.rules.duties.catalogue import every_rule, family_of

some = settings(max_examples=25)
EDITIONS = ("WT2018", "WT2023", "WT2026")
RANK = {"unknown": 0, "not evidenced": 0, "partly": 1, "met": 2}
FULL = masa.stated(masa.Judgement.FULL)


def answer(rule: str, judgement: masa.Judgement, topic: str) -> masa.Commitment:
    return masa.Commitment(topic=topic, items=(rule,), judgement=masa.stated(judgement))


def with_more(one: masa.Arrangement, more: masa.Commitment) -> masa.Arrangement:
    return evolve(one, commitments=(*one.commitments, more))


def ranks(held: masa.Checklist) -> dict[str, int]:
    """Rank each outcome that is called for, worst first."""
    return {one.id: RANK[one.state] for one in held if one.state in RANK}


class TestEvidence:
    """Adding evidence never worsens an outcome; removing it never improves one."""

    @some
    @given(
        strategies.answering_arrangements(),
        st.sampled_from(every_rule()),
        st.sampled_from(masa.Judgement),
        st.sampled_from(EDITIONS),
    )
    def test_more_of_it_never_worsens_an_outcome(
        self,
        one: masa.Arrangement,
        rule: str,
        judgement: masa.Judgement,
        edition: str,
    ) -> None:
        more = with_more(one, answer(rule, judgement, "one thing more"))
        before = ranks(masa.check(one, edition=edition))
        after = ranks(masa.check(more, edition=edition))
        assert before.keys() <= after.keys()  # what is answered is called for
        assert all(after[name] >= rank for name, rank in before.items())

    @some
    @given(strategies.answering_arrangements(), st.data())
    def test_less_of_it_never_improves_an_outcome(
        self, one: masa.Arrangement, data: st.DataObject
    ) -> None:
        edition = data.draw(st.sampled_from(EDITIONS))
        kept = data.draw(st.integers(0, len(one.commitments)))
        less = evolve(one, commitments=one.commitments[:kept])
        before = ranks(masa.check(one, edition=edition))
        after = ranks(masa.check(less, edition=edition))
        assert after.keys() <= before.keys()
        assert all(rank <= before[name] for name, rank in after.items())

    @some
    @given(
        strategies.answering_arrangements(),
        st.sampled_from(every_rule()),
        st.sampled_from(EDITIONS),
    )
    def test_a_full_judgement_leaves_nothing_of_an_item_open(
        self, one: masa.Arrangement, rule: str, edition: str
    ) -> None:
        more = with_more(one, answer(rule, masa.Judgement.FULL, "one thing more"))
        is_of_reports = any(name.startswith("YR") for name in family_of(rule))
        best = "partly" if is_of_reports else "met"  # a promise is no report
        for found in masa.check(more, edition=edition):
            if found.id == rule and not found.is_missed:
                assert found.state in {best, "met", "not applicable"}

    @some
    @given(strategies.answering_arrangements(), st.sampled_from(EDITIONS))
    def test_order_decides_nothing(self, one: masa.Arrangement, edition: str) -> None:
        turned = evolve(one, commitments=one.commitments[::-1])
        before = masa.check(one, edition=edition)
        after = masa.check(turned, edition=edition)
        assert [(found.id, found.state) for found in before] == [
            (found.id, found.state) for found in after
        ]


class TestNames:
    """What bodies are called decides nothing."""

    @some
    @given(strategies.answering_arrangements(), st.sampled_from(EDITIONS))
    def test_the_name_and_title_of_the_whole(
        self, one: masa.Arrangement, edition: str
    ) -> None:
        renamed = evolve(one, name=masa.stated("Another Partnership"))
        assert ranks(masa.check(one, edition=edition)) == ranks(
            masa.check(renamed, edition=edition)
        )


class TestOutcomes:
    """Every outcome can be shown, explained and handed on; none is a bare no."""

    @some
    @given(strategies.checklists())
    def test_add_up(self, held: masa.Checklist) -> None:
        assert sum(held.counts.values()) == len(held)
        for one in held:
            answer = one.finding.answer
            assert (answer is masa.Answer.YES) is (one.state == "met")
            assert (answer is masa.Answer.NO) is one.is_missed
            assert bool(one.to_be_met) is (one.missing != ())
            assert bool(one.missing) is one.state.is_open

    @some
    @given(strategies.preparations())
    def test_every_step_is_in_one_part(self, plan: masa.Preparation) -> None:
        parts = (*plan.serves, *plan.to_change, *plan.new, *plan.to_weigh)
        assert sorted(step.id for step in parts) == sorted(step.id for step in plan)
