"""How an arrangement is watched: scrutiny, reports, deaths, disagreements, papers."""

from collections.abc import Iterator

from masa.ground.blocks import Block, Heading, Table
from masa.model.arrangement import Arrangement
from masa.model.bodies import Body
from masa.model.commitments import EscalationStage, Policy, Scrutiny, YearlyReport
from masa.model.documents import Placed
from masa.model.partners import DescribedSet, RelevantAgency, SafeguardingPartner
from masa.model.yearly_reports import CopySent, PublishedReport, Reported
from masa.report.lines import (
    NOT_STATED,
    bulleted,
    each_in_short,
    headed,
    in_short,
    labelled,
    listed_after,
    placed,
    placed_within,
)

__all__ = ["child_deaths", "ended", "escalation", "papers", "reports", "scrutiny"]


def scrutiny(arrangement: Arrangement) -> Iterator[Block]:
    """List who scrutinises, how and what."""
    yield from bulleted("Scrutiny", map(_scrutiny, arrangement.scrutiny), level=2)


def _scrutiny(one: Scrutiny) -> str:
    more = [
        *labelled("independent:", one.independent, one),
        *labelled("commissioned by", one.commissioned_by, one),
        *labelled("", one.chosen, one),
        *listed_after("with knowledge of", one.expertise, one),
        *listed_after("looks at", one.covers, one),
        *listed_after("manner:", one.manner, one),
        *labelled("reports", one.reports, one),
    ]
    return headed(placed(one.by, one.at, one.standing), more)


def reports(arrangement: Arrangement) -> Iterator[Block]:
    """List what is said of the report of each year, and the reports of past years."""
    if arrangement.yearly_report:
        yield from _yearly(arrangement.yearly_report)
    if arrangement.reports:
        yield Heading("Yearly reports that were published")
    for one in arrangement.reports:
        yield from bulleted(placed(one.title, one.at, one.standing), _published(one))


def _yearly(one: YearlyReport) -> Iterator[Block]:
    more = [
        f"published: {in_short(one.every, one)}",
        f"scrutinised by: {in_short(one.scrutinised_by, one)}",
        f"where or when: {in_short(one.published, one)}",
        *listed_after("contents:", one.contents, one),
        *listed_after("copies to:", one.copies_to, one),
    ]
    yield from bulleted(placed("Yearly report", one.at, one.standing), more, level=2)


def _published(one: PublishedReport) -> Iterator[str]:
    yield f"period: {in_short(one.period, one)}"
    yield f"published: {in_short(one.published, one)}"
    yield from labelled("where:", one.where, one)
    if one.copies:
        yield f"copies sent to: {'; '.join(_copy(copy, one) for copy in one.copies)}"
    yield from (f"tells of {_told(told, one)}" for told in one.contents)


def _copy(copy: CopySent, owner: Placed) -> str:
    when = labelled("on", copy.on, copy)
    return placed_within(" ".join((copy.to, *when)), copy, owner)


def _told(told: Reported, owner: Placed) -> str:
    said = labelled("", told.says, told)
    return headed(placed_within(told.topic, told, owner), said)


def child_deaths(arrangement: Arrangement) -> Iterator[Block]:
    """List what is said of the child death review arrangements."""
    one = arrangement.child_death_review
    if one is None:
        return
    more = [
        *listed_after("partners:", one.partners, one),
        *listed_after("areas:", one.areas, one),
        *labelled("panel:", one.panel, one),
        *labelled("covers", one.covers, one),
        *listed_after("", one.functions, one),
        *labelled("reports:", one.reports, one),
    ]
    heading = placed("Child death review", one.at, one.standing)
    yield from bulleted(heading, more, level=2)


def escalation(arrangement: Arrangement) -> Iterator[Block]:
    """List the stages by which a disagreement is resolved, in their order."""
    yield from bulleted(
        "Resolving disagreements",
        (f"{n}. {_stage(one)}" for n, one in enumerate(arrangement.escalation, 1)),
        level=2,
    )


def _stage(one: EscalationStage) -> str:
    more = [*labelled("", one.does, one), *labelled("within", one.within, one)]
    return headed(placed(one.who, one.at, one.standing), more)


def papers(arrangement: Arrangement) -> Iterator[Block]:
    """Tabulate policies, and the lists that are printed whole."""
    if arrangement.policies or arrangement.listings:
        yield Heading("Policies and lists")
    if arrangement.policies:
        yield Table(
            caption="Policies, procedures and plans",
            columns=("policy", "made by", "dated", "beneath"),
            rows=tuple(map(_policy, arrangement.policies)),
        )
    if arrangement.listings:
        yield Table(
            caption="Lists that are printed whole",
            columns=("list", "items", "count as printed"),
            rows=tuple(
                (
                    placed(one.topic, one.at, one.standing),
                    str(len(one.items)),
                    in_short(one.count, one),
                )
                for one in arrangement.listings
            ),
            numbers=frozenset({1}),
        )


def _policy(one: Policy) -> tuple[str, ...]:
    under = in_short(one.under, one) if one.under.is_stated else ""
    return (
        placed(one.name, one.at, one.standing),
        in_short(one.origin, one),
        in_short(one.dated, one),
        under,
    )


def ended(arrangement: Arrangement) -> Iterator[Block]:
    """List the bodies that have ended, with what came after them."""
    every = (*arrangement.partners, *arrangement.bodies, *arrangement.relevant_agencies)
    bodies = [one for one in every if not isinstance(one, DescribedSet)]
    ended = (one for one in bodies if any(s.has_value for s in one.ended.settled))
    yield from bulleted("Bodies that have ended", map(_ended, ended), level=2)


def _ended(body: Body | SafeguardingPartner | RelevantAgency) -> str:
    after = each_in_short(body.successors, body) or NOT_STATED
    named = placed(body.name, body.at, body.standing)
    return headed(named, [in_short(body.ended, body), f"after it: {after}"])
