"""Whether what a payer pledged and what it paid may be the same money."""

from collections.abc import Callable, Hashable, Iterable, Iterator

from attrs import evolve

from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.stated import Stated
from masa.ground.text import few
from masa.model.funding import Budget
from masa.model.funding_lines import Contribution, amount_in_pounds
from masa.model.line_sums import as_printed
from masa.rules.identities import once
from masa.rules.money_checks import MoneyCheck
from masa.rules.remarks import Severity

__all__ = ["PLEDGED_AND_PAID", "Same", "check_pledges"]

PLEDGED_AND_PAID = "pledged-and-paid"
Same = Callable[[str], Hashable]
Lines = list[Contribution]


def check_pledges(budget: Budget, same: Same = str) -> Iterator[MoneyCheck]:
    """Look for payers whose pledge and payment may be one sum, counted twice.

    It is never decided: what the contributions come to is told both ways. A line that
    is not said to be paid may be a pledge. Lines of two pots, or of two forms, are not
    the same money.

    Args:
        budget: The budget.
        same: Gives the same for two names of one payer.
    """
    found = [(paid, open_) for paid, open_ in _by_payer(budget, same) if open_]
    pledged = [line for _, open_ in found for line in open_]
    once_only = evolve(budget, contributions=_without(budget, pledged)).income_range
    if once_only == budget.income_range:
        return
    names = once(line.payer for paid, _ in found for line in paid)
    lines = [line for paid, open_ in found for line in (*open_, *paid)]
    yield MoneyCheck(
        id=PLEDGED_AND_PAID,
        severity=Severity.WORTH_A_LOOK,
        finding=Finding(
            answer=Answer.UNKNOWN,
            claim="no sum stands both as pledged and as paid",
            needed=tuple(
                f"whether what {name} pledged and what it paid are the same money"
                for name in names
            ),
        ),
        says=f"With a sum that was paid and a sum that was not, or is not said to be: "
        f"{few(_told(*both) for both in found)}. Whether that is the same money is not "
        f"known. If it is, and what was paid is taken, the contributions come to "
        f"{once_only}; if not, to {budget.income_range}.",
        about=names,
        places=once((*(line.at for line in lines), budget.at)),
    )


def _by_payer(budget: Budget, same: Same) -> Iterator[tuple[Lines, Lines]]:
    """Yield what each paid, with what else of it may be the same money."""
    lines: dict[Hashable, Lines] = {}
    for line in budget.contributions:
        lines.setdefault(same(line.payer), []).append(line)
    for of_one in lines.values():
        paid = [line for line in of_one if _is_paid(line)]
        others = [line for line in of_one if not _is_paid(line)]
        open_ = [one for one in others if any(_may_be_one(one, it) for it in paid)]
        yield [one for one in paid if any(_may_be_one(one, it) for it in open_)], open_


def _is_paid(line: Contribution) -> bool:
    return as_printed(line.paid).says(value=True) is Answer.YES


def _may_be_one(one: Contribution, other: Contribution) -> bool:
    return _meet(one.pot, other.pot) and _meet(one.kind, other.kind)


def _meet(one: Stated[object], other: Stated[object]) -> bool:
    """Say whether two facts may be the same: they agree, or one is not told."""
    if not (one.is_stated and other.is_stated):
        return True
    said = [{each.value for each in fact.statements} for fact in (one, other)]
    return not said[0].isdisjoint(said[1])


def _without(budget: Budget, gone: Iterable[Contribution]) -> tuple[Contribution, ...]:
    left_out = set(map(id, gone))
    return tuple(line for line in budget.contributions if id(line) not in left_out)


def _told(paid: Lines, open_: Lines) -> str:
    sums = ", ".join(f"{amount_in_pounds(one.amount)} {_state(one)}" for one in open_)
    done = ", ".join(f"{amount_in_pounds(one.amount)} paid" for one in paid)
    return f"{paid[0].payer} ({sums}; {done})"


def _state(line: Contribution) -> str:
    paid = as_printed(line.paid)
    return "pledged" if paid.says(value=False) is Answer.YES else "not said to be paid"
