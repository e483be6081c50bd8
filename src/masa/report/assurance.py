"""How an arrangement is watched: scrutiny, reports, deaths, disagreements, papers."""

from collections.abc import Iterable, Iterator

from masa.ground.blocks import Block, Heading, Table
from masa.ground.stated import Statement
from masa.model.arrangement import Arrangement
from masa.model.bodies import Body
from masa.model.commitments import EscalationStage, Policy, Scrutiny
from masa.model.documents import Placed
from masa.model.partners import DescribedSet, RelevantAgency, SafeguardingPartner
from masa.report.lines import (
    NOT_STATED,
    bulleted,
    each_in_short,
    in_short,
    labelled,
    placed,
)

__all__ = ["child_deaths", "ended", "escalation", "papers", "reports", "scrutiny"]


def _line(head: str, of: Placed, more: Iterable[str]) -> str:
    """Print a thing with its place, and after a colon what is said of it."""
    tail = "; ".join(more)
    named = placed(head, of.at, of.standing)
    return f"{named}: {tail}" if tail else named


def _all(label: str, items: tuple[Statement[object], ...], of: Placed) -> list[str]:
    return [f"{label} {each_in_short(items, of)}".strip()] if items else []


def scrutiny(arrangement: Arrangement) -> Iterator[Block]:
    """List who scrutinises, how and what."""
    yield from bulleted("Scrutiny", map(_scrutiny, arrangement.scrutiny), level=2)


def _scrutiny(one: Scrutiny) -> str:
    more = [
        *labelled("independent:", one.independent, one),
        *labelled("commissioned by", one.commissioned_by, one),
        *labelled("", one.chosen, one),
        *_all("with knowledge of", one.expertise, one),
        *_all("looks at", one.covers, one),
        *_all("manner:", one.manner, one),
        *labelled("reports", one.reports, one),
    ]
    return _line(one.by, one, more)


def reports(arrangement: Arrangement) -> Iterator[Block]:
    """List what is said of the report of each year."""
    one = arrangement.yearly_report
    if one is None:
        return
    more = [
        f"published: {in_short(one.every, one)}",
        f"scrutinised by: {in_short(one.scrutinised_by, one)}",
        f"where or when: {in_short(one.published, one)}",
        *_all("contents:", one.contents, one),
        *_all("copies to:", one.copies_to, one),
    ]
    yield from bulleted(placed("Yearly report", one.at, one.standing), more, level=2)


def child_deaths(arrangement: Arrangement) -> Iterator[Block]:
    """List what is said of the child death review arrangements."""
    one = arrangement.child_death_review
    if one is None:
        return
    more = [
        *_all("partners:", one.partners, one),
        *_all("areas:", one.areas, one),
        *labelled("panel:", one.panel, one),
        *labelled("covers", one.covers, one),
        *_all("", one.functions, one),
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
    return _line(one.who, one, more)


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
    return _line(body.name, body, [in_short(body.ended, body), f"after it: {after}"])
