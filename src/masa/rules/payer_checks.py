"""What is worth a look in who pays: who is listed, and who is of what kind."""

from collections.abc import Iterable, Iterator, Sequence

from masa.ground.citations import Citation
from masa.ground.findings import Finding
from masa.ground.law import shelf
from masa.ground.logic import Answer
from masa.ground.money import in_pounds
from masa.ground.percents import in_per_cent
from masa.ground.sources import Source
from masa.ground.stated import Absence
from masa.ground.text import few
from masa.model.arrangement import Arrangement
from masa.model.documents import Collective
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, amount_in_pounds
from masa.model.line_sums import sum_of_lines
from masa.model.partners import DescribedSet, RelevantAgency
from masa.rules.identities import Identities, once
from masa.rules.money_checks import MoneyCheck
from masa.rules.money_remarks import not_listed
from masa.rules.remarks import Severity
from masa.rules.schedule_remarks import NOT_LISTED, is_perhaps_omitted

__all__ = ["PAYER_CHECKS", "check_payers"]

LISTED, KINDS, SCHEDULE = "payers-listed", "payer-kinds", "payers-in-the-schedule"
PAYER_CHECKS = (LISTED, KINDS, SCHEDULE)


def check_payers(budget: Budget, arrangement: Arrangement) -> Iterator[MoneyCheck]:
    """Look for payers that are not listed, of two kinds, or perhaps no agency in law.

    Raises:
        UnknownNameError: If a payer is not named in the arrangement.
    """
    yield from _unlisted(budget, arrangement)
    yield from _kinds(budget, arrangement)
    yield from _outside_the_schedule(budget, arrangement)


def _unlisted(budget: Budget, arrangement: Arrangement) -> Iterator[MoneyCheck]:
    known = Identities(arrangement)
    single = [
        line
        for line in budget.contributions
        if not isinstance(known.thing(line.payer), Arrangement | Collective)
    ]
    found = not_listed(known, single)
    if not found or not arrangement.relevant_agencies:
        return
    is_cut = arrangement.is_truncated is Answer.YES
    answer = Answer.UNKNOWN if is_cut else Answer.NO
    yield MoneyCheck(
        id=LISTED,
        severity=Severity.WORTH_A_LOOK,
        finding=Finding(
            answer=answer,
            claim="every payer is a partner or on the list of relevant agencies",
            needed=("the whole list of relevant agencies",) if is_cut else (),
        ),
        says="Neither among the partners nor on the list of relevant agencies"
        f"{' as far as it is held' if is_cut else ''}: {_with_amounts(found)}"
        f"{_together(found, budget)}. Perhaps they are listed under another name.",
        about=once(line.payer for line in found),
        places=_places(found, budget),
    )


def _with_amounts(lines: Iterable[Contribution]) -> str:
    said = (f"{line.payer} ({amount_in_pounds(line.amount)})" for line in lines)
    return few(said)


def _together(lines: Sequence[Contribution], budget: Budget) -> str:
    """Say what several lines come to, and their share, where that is known."""
    if not budget.has_shares:
        return ""
    these = sum_of_lines((line.payer, line.amount) for line in lines)
    percent = in_per_cent(these, budget.income, budget.share_places)
    whole = f"; together {in_pounds(these)}" if len(lines) > 1 else ""
    return f"{whole}, which is {percent} % of the contributions"


def _places(lines: Iterable[Contribution], budget: Budget) -> tuple[Source, ...]:
    return once((*(line.at for line in lines), budget.at))


def _kinds(budget: Budget, arrangement: Arrangement) -> Iterator[MoneyCheck]:
    for line in budget.contributions:
        told, found = line.payer_kind, arrangement.payer_kind(line.payer)
        if told and found and told is not found:
            yield MoneyCheck(
                id=KINDS,
                severity=Severity.WORTH_A_LOOK,
                finding=Finding(answer=Answer.NO, claim=f"{line.payer} is of one kind"),
                says=f"{line.payer} is given as {told.value} in the budget, and as "
                f"{found.value} in the rest of the file.",
                about=(line.payer,),
                places=_places([line], budget),
            )


def _outside_the_schedule(
    budget: Budget, arrangement: Arrangement
) -> Iterator[MoneyCheck]:
    things = [(line, arrangement[line.payer]) for line in budget.contributions]
    listed_ones = [
        (line, thing)
        for line, thing in things
        if isinstance(thing, RelevantAgency | DescribedSet)
        and thing in arrangement.relevant_agencies
    ]
    surely = [line for line, thing in listed_ones if _is_outside(thing)]
    perhaps = [line for line, thing in listed_ones if is_perhaps_omitted(thing)]
    if surely:
        said = "On the list of relevant agencies, and in no paragraph of the Schedule"
        yield _outside(budget, surely, Answer.NO, said)
    if perhaps:
        said = (
            "On the list of relevant agencies, and perhaps of a kind that is in no "
            "paragraph of the Schedule"
        )
        yield _outside(budget, perhaps, Answer.UNKNOWN, said)


def _is_outside(agency: RelevantAgency | DescribedSet) -> bool:
    return agency.schedule_paragraph.says(Absence.NONE) is Answer.YES


def _outside(
    budget: Budget, lines: Sequence[Contribution], answer: Answer, said: str
) -> MoneyCheck:
    is_open = answer is Answer.UNKNOWN
    return MoneyCheck(
        id=SCHEDULE,
        severity=Severity.NOTE,
        finding=Finding(
            answer=answer,
            claim="every payer on the list is a relevant agency in law",
            basis=_cited(),
            needed=("the paragraph of the Schedule of each",) if is_open else (),
        ),
        says=f"{said}: {_with_amounts(lines)}{_together(lines, budget)}. "
        f"{_power(is_open)}",
        about=once(line.payer for line in lines),
        places=_places(lines, budget),
    )


def _power(is_open: bool) -> str:  # noqa: FBT001 (of one caller)
    """Say what that means for whether they may pay."""
    so = "If so, section" if is_open else "Section"
    return f"{so} 16I gives no power to pay here; another Act may."


def _cited() -> tuple[Citation, ...]:
    return once(version.citation for version in shelf.rule(NOT_LISTED))
