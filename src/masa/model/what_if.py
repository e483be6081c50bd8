"""What if: a rule is applied to a budget or a sum, it grows, or somebody leaves."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction

from masa.ground.errors import AmountError, KindError, RangeError
from masa.ground.money import in_pounds, to_pounds
from masa.ground.payers import known
from masa.ground.percents import EXACT, added, less
from masa.ground.shown import plain
from masa.ground.stated import NOT_STATED, Stated, stated
from masa.ground.text import echo, few
from masa.model.allocations import Allocation, allocate
from masa.model.funding import Budget
from masa.model.funding_rules import FundingRule
from masa.model.funding_scenarios import FundingScenario
from masa.model.line_sums import amount_of
from masa.model.scenario_lines import NO_LINE, FundingLine
from masa.model.share_holds import CAP, FLOOR, held_by

__all__ = ["Money", "fund", "paid_today", "who_leave"]

Money = Budget | int | Decimal | str
ZERO = Decimal("0.00")
AS_TODAY, LEAVES, NOT_NAMED = "as today", "leaves", "not named in the rule"
FIXED, LEFT_OVER = "fixed sum", "what is left over"


def fund(
    money: Money,
    rule: FundingRule | None = None,
    *,
    total: int | Decimal | str | None = None,
    leaving: str | Iterable[str] = (),
) -> FundingScenario:
    """Say who would pay what: by a rule, of another total, or if somebody leaves.

    If somebody leaves, the others carry that share as the rule has it. Without a rule
    the gap stays open, and is told: whether the others fill it is for them to agree.

    Args:
        money: The budget of today, which the result is compared with, or a plain sum
            in pounds.
        rule: Who is to pay what; without one, whoever stays pays as today.
        total: What is to be paid; unless given, what is paid today.
        leaving: Who leaves, by name.

    Raises:
        AllocationError: If the fixed sums and floors are more than the total, or a tie
            is refused.
        AmountError: If an amount is negative, not a number, or finer than the unit.
        KindError: If a part is of the wrong type.
        RangeError: If nobody is left, two totals are given, or neither a budget nor a
            rule says who pays.
        UnknownNameError: If somebody who leaves is not among the payers.
        UnsettledError: If it is not settled what is paid today, and no total is given
            or there is no rule; it names the lines.

    Example:
        >>> rule = FundingRule(payers=["Ayton", "ICB", "Police"], fixed={"Police": 50})
        >>> print(*fund(300, rule).shares.values())
        125.00 125.00 50.00
        >>> print(fund(300, rule, leaving="ICB")["Ayton"])
        Ayton pays £250 (equal share); today: not stated; difference: not known
    """
    if rule is not None and not isinstance(rule, FundingRule):
        raise KindError(
            f"{echo(rule)} is not a rule", remedy="make a FundingRule of it"
        )
    whole = _total(money, total)
    today = paid_today(money) if isinstance(money, Budget) else {}
    payers = dict.fromkeys((*today, *(rule.payers if rule else ())))
    gone = tuple(dict.fromkeys(known(payer, payers) for payer in who_leave(leaving)))
    if rule is None:
        amounts, shared = _as_today(money, gone), None
        whys = dict.fromkeys(amounts, AS_TODAY)
    else:
        rule = rule.without(*(payer for payer in gone if payer in rule.payers))
        amounts, shared = _applied(rule, whole)
        held = {} if shared is None else _holds(rule, whole, shared)
        whys = {payer: _why(rule, payer, held) for payer in amounts}
    whys |= dict.fromkeys(gone, LEAVES)
    unnamed = NO_LINE if today else NOT_STATED
    lines = (
        FundingLine(
            payer=payer,
            today=today.get(payer, unnamed),
            amount=amounts.get(payer, ZERO),
            why=whys.get(payer, NOT_NAMED),
        )
        for payer in payers
    )
    return FundingScenario(
        total=whole, lines=tuple(lines), rule=rule, leaving=gone, allocation=shared
    )


def who_leave(leaving: str | Iterable[str]) -> tuple[str, ...]:
    """Give who leaves as names, not yet checked.

    Raises:
        KindError: If it is neither a name nor several.
    """
    if isinstance(leaving, str):
        return (leaving,)
    if not isinstance(leaving, Iterable):
        raise KindError(
            f"{echo(leaving)} does not say who leaves",
            remedy="give a name, or a list of names; an empty one if nobody leaves",
        )
    return tuple(leaving)


def paid_today(budget: Budget) -> dict[str, Stated[Decimal]]:
    """Give what each pays by a budget; somebody with several lines pays them together.

    A proposal stays one unless lines are added up, which goes by what is printed. It
    is not stated what somebody pays if one of several lines is open.
    """
    lines: dict[str, list[Stated[Decimal]]] = {}
    for line in budget.contributions:
        lines.setdefault(line.payer, []).append(line.amount)
    return {payer: _together(amounts) for payer, amounts in lines.items()}


def _together(amounts: list[Stated[Decimal]]) -> Stated[Decimal]:
    if len(amounts) == 1:
        return amounts[0]
    told = [amount_of(amount) for amount in amounts]
    if not all(amount.is_settled for amount in told):
        return NOT_STATED
    return stated(added(amount.only for amount in told))


def _total(money: Money, total: int | Decimal | str | None) -> Decimal:
    if isinstance(money, Budget):
        return _income(money) if total is None else to_pounds(total)
    if total is not None:
        raise RangeError(
            f"two totals are given: {echo(money)} and {echo(total)}",
            remedy="give a budget and a total, or a sum alone",
        )
    return to_pounds(money)


def _income(budget: Budget) -> Decimal:
    with localcontext(EXACT):
        return budget.income


def _as_today(money: Money, gone: Iterable[str]) -> dict[str, Decimal]:
    """Let everybody who stays pay as today.

    Raises:
        RangeError: If there is no budget of today, or nobody stays.
        UnsettledError: If an amount is not settled; it names the lines.
    """
    if not isinstance(money, Budget):
        raise RangeError(
            "nothing says who pays the sum", remedy="give a rule, or a budget"
        )
    _income(money)  # says which lines are not settled
    staying = {
        payer: amount_of(amount).only
        for payer, amount in paid_today(money).items()
        if payer not in set(gone)
    }
    if not staying:
        raise RangeError("nobody is left to pay", remedy="let somebody stay")
    return staying


def _applied(
    rule: FundingRule, total: Decimal
) -> tuple[dict[str, Decimal], Allocation | None]:
    """Give what each pays by a rule, and how the rest was shared."""
    fixed, lows = dict(rule.fixed), dict(rule.fixed) | dict(rule.floors)
    if added(lows.values()) > total:  # refused, with the fewest that are too much
        allocate(total, dict.fromkeys(lows, 1), fixed=fixed, floors=dict(rule.floors))
    left = less(total, added(fixed.values()))
    shared = _shared(rule, left) if rule.sharers else None
    shares = dict(shared.shares) if shared else {}
    amounts = {
        payer: fixed.get(payer, shares.get(payer, ZERO)) for payer in rule.payers
    }
    if rule.residual is not None:
        amounts[rule.residual] = less(left, added(shares.values()))
    return amounts, shared


def _shared(rule: FundingRule, left: Decimal) -> Allocation:
    """Share what the fixed sums leave, as far as the caps reach.

    Raises:
        AmountError: If that is finer than the unit; it names the fixed sums.
        AllocationError: If a tie is refused.
    """
    weights = dict(rule.weights) or dict.fromkeys(rule.sharers, 1)
    weights = {payer: weights[payer] for payer in rule.sharers}
    kinds = dict(rule.kinds)
    caps, floors = dict(rule.caps), dict(rule.floors)
    most = [
        caps.get(payer, left) if weight else floors.get(payer, ZERO)
        for payer, weight in weights.items()
    ]
    reach = min(left, added(most))
    if rule.fixed and Fraction(reach) % Fraction(rule.unit):
        raise _too_fine(rule, left)
    return allocate(
        reach,
        weights,
        groups={payer: kinds[payer] for payer in weights} if kinds else None,
        floors=floors,
        caps=caps,
        unit=rule.unit,
        ties=rule.ties,
    )


def _holds(rule: FundingRule, total: Decimal, shared: Allocation) -> dict[str, str]:
    """Say who is held by a floor or a cap: everybody, where the caps do not reach."""
    if shared.total < less(total, added(dict(rule.fixed).values())):
        weights = zip(shared.payers, shared.weights, strict=True)
        return {payer: CAP if weight else FLOOR for payer, weight in weights}
    return held_by(shared)


def _too_fine(rule: FundingRule, left: Decimal) -> AmountError:
    fixed = few(f"{echo(who)} {in_pounds(amount)}" for who, amount in rule.fixed)
    total = added([left, *dict(rule.fixed).values()])
    return AmountError(
        f"{in_pounds(total)} less what is fixed ({fixed}) leaves {in_pounds(left)}, "
        f"which is finer than the unit of {in_pounds(rule.unit)}",
        remedy="change a fixed sum or the total, or give a smaller unit",
    )


def _why(rule: FundingRule, payer: str, held: Mapping[str, str]) -> str:
    """Say why somebody pays an amount."""
    if payer in dict(rule.fixed):
        return FIXED
    if payer == rule.residual:
        return LEFT_OVER
    for what, bounds in ((FLOOR, dict(rule.floors)), (CAP, dict(rule.caps))):
        if payer in bounds and held.get(payer) == what:
            return f"at the {what} of {in_pounds(bounds[payer])}"
    return ", ".join(_shares_by(rule, payer))


def _shares_by(rule: FundingRule, payer: str) -> Iterator[str]:
    kind, weight = dict(rule.kinds).get(payer), dict(rule.weights).get(payer)
    if kind is not None:
        yield f"share of the kind {kind}"
    if weight is not None:
        yield f"weight {plain(Decimal(weight))}"
    if kind is None and weight is None:
        yield "equal share"
