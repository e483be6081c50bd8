"""More evidence never makes what a file shows of leads and money look worse."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from masa.model.sign_offs import KeyDocument, SignOff
from masa.rules.checklist import Checklist, check
from masa.rules.duties import funding, leadership
from masa.rules.outcomes import Outcome, OutcomeState
from masa.strategies import arrangements

EDITIONS = ("WT2018", "WT2023", "WT2026")
NOW = "2026-11-22"
RANKS = {
    OutcomeState.UNKNOWN: 0,
    OutcomeState.NOT_EVIDENCED: 0,
    OutcomeState.PARTLY: 1,
    OutcomeState.MET: 2,
}
OURS = {rule for one in (*leadership.DUTIES, *funding.DUTIES) for rule in one.rules} | {
    "f-7",
    "f-10",
    "w26-1",
    "w26-3",
}
some = settings(max_examples=30)

Piece = Callable[[masa.Arrangement], masa.Arrangement]
KINDS = tuple(masa.PartnerKind)


def lead(kind: masa.PartnerKind) -> str:
    """Name a lead that no generated arrangement has."""
    return f"~ lead of the {kind.value}"


def delegate(kind: masa.PartnerKind) -> str:
    """Name its delegate."""
    return f"~ delegate of the {kind.value}"


def with_partners(found: masa.Arrangement) -> masa.Arrangement:
    """Add a partner of each kind, with its lead and its delegate."""
    added = tuple(
        masa.SafeguardingPartner(
            name=f"~ {kind.value}",
            kind=kind,
            posts=(masa.Post(name=lead(kind)), masa.Post(name=delegate(kind))),
            lead=masa.stated(lead(kind)),
            delegates=(masa.Statement(value=delegate(kind)),),
        )
        for kind in KINDS
    )
    return evolve(found, partners=(*found.partners, *added))


def with_lines(found: masa.Arrangement) -> masa.Arrangement:
    """Add that each delegate reports and answers to its lead."""
    added = (
        masa.Relation(source=delegate(kind), verb=verb, target=lead(kind))
        for kind in KINDS
        for verb in (masa.Verb.REPORTS_TO, masa.Verb.ACCOUNTABLE_TO)
    )
    return evolve(found, relations=(*found.relations, *added))


def with_sign_offs(found: masa.Arrangement) -> masa.Arrangement:
    """Add that the leads signed off every key document, on a day."""
    by = tuple(masa.Statement(value=lead(kind)) for kind in KINDS)
    day = masa.stated(masa.When.of("2024-05-01"))
    added = (SignOff(document=one, by=by, on=day) for one in KeyDocument)
    return evolve(found, sign_offs=(*found.sign_offs, *added))


def with_budget(found: masa.Arrangement) -> masa.Arrangement:
    """Add a budget of a far year in which each partner pays on a basis."""
    lines = tuple(
        masa.Contribution(
            payer=f"~ {kind.value}",
            amount=masa.stated(Decimal(1)),
            basis=masa.stated("by head count"),
        )
        for kind in KINDS
    )
    added = masa.Budget(
        year=masa.stated(masa.FinancialYear(2090)),
        contributions=lines,
        costs=(masa.CostLine(item="all", amount=masa.stated(Decimal(3))),),
    )
    return evolve(found, budgets=(*found.budgets, added))


def with_scrutineer(found: masa.Arrangement) -> masa.Arrangement:
    """Add an independent scrutineer."""
    post = masa.Post(name="~ scrutineer")
    added = masa.Scrutiny(by=post.name, independent=masa.stated(value=True))
    return evolve(found, posts=(*found.posts, post), scrutiny=(*found.scrutiny, added))


def with_judgements(found: masa.Arrangement) -> masa.Arrangement:
    """Add that a person judged every rule to be met in part."""
    added = masa.Commitment(
        topic="~ judged",
        items=tuple(sorted(OURS)),
        judgement=masa.stated(masa.Judgement.PART),
    )
    return evolve(found, commitments=(*found.commitments, added))


PIECES: tuple[Piece, ...] = (
    with_lines,
    with_sign_offs,
    with_budget,
    with_scrutineer,
    with_judgements,
)


def held(found: masa.Arrangement, edition: str) -> dict[str, Outcome]:
    """Give how each of our rules stands."""
    checklist: Checklist = check(found, edition=edition, on=NOW)
    return {one.id: one for one in checklist if one.id in OURS}


def compare(less: masa.Arrangement, more: masa.Arrangement, edition: str) -> None:
    """Hold that nothing stands worse, and no need is missing that was not."""
    before, after = held(less, edition), held(more, edition)
    assert before.keys() == after.keys()
    for rule, old in before.items():
        new = after[rule]
        if old.state is not OutcomeState.NOT_APPLICABLE:
            assert RANKS[new.state] >= RANKS[old.state], rule
            assert set(new.missing) <= set(old.missing), rule


class TestMoreEvidence:
    """What is added to a file takes nothing away, and what is taken adds nothing."""

    @some
    @given(arrangements(), st.sampled_from(EDITIONS))
    def test_of_partners_never_worsens(
        self, found: masa.Arrangement, edition: str
    ) -> None:
        compare(found, with_partners(found), edition)

    @some
    @given(
        arrangements(),
        st.sampled_from(EDITIONS),
        st.lists(st.sampled_from(PIECES), unique=True),
        st.sampled_from(PIECES),
    )
    def test_of_any_kind_never_worsens(
        self,
        found: masa.Arrangement,
        edition: str,
        first: list[Piece],
        last: Piece,
    ) -> None:
        less = with_partners(found)
        for add in first:
            if add is not last:
                less = add(less)
        compare(less, last(less), edition)

    @some
    @given(
        arrangements(),
        st.sampled_from(EDITIONS),
        st.sampled_from(("commitments", "sign_offs")),
    )
    def test_that_is_taken_away_never_improves(
        self, found: masa.Arrangement, edition: str, kind: str
    ) -> None:
        whole = with_sign_offs(with_partners(found))
        compare(evolve(whole, **{kind: ()}), whole, edition)  # type: ignore[arg-type] # of no such name


class TestNames:
    """What a body is called changes nothing."""

    @pytest.mark.parametrize("edition", EDITIONS)
    @pytest.mark.parametrize("rule", ["posts", "lines", "money"])
    def test_are_not_read(self, edition: str, rule: str) -> None:
        pieces = {"posts": (), "lines": (with_lines,), "money": (with_budget,)}
        empty = masa.Arrangement(id="x", title="X")
        found = with_partners(empty)
        for add in pieces[rule]:
            found = add(found)
        text = masa.dumps(found)
        renamed = masa.loads(text.replace("lead of", "clerk to").replace("~", "Z"))
        states = {one: each.state for one, each in held(found, edition).items()}
        assert states == {
            one: each.state for one, each in held(renamed, edition).items()
        }
