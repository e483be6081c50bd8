"""Rules by which the cost is shared: what each pays, in what order, as one value."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from attrs import evolve, field, frozen

from masa.ground.checks import checked
from masa.ground.errors import AmountError, KindError, MasaError, RangeError
from masa.ground.money import PENNY, in_pounds, to_pounds
from masa.ground.payers import (
    WEIGHTS,
    Asked,
    each_kind,
    kinds_of,
    known,
    payers_of,
    whole_weights,
)
from masa.ground.shapes import to_choice
from masa.ground.shares import TIE_RULES, TieRule
from masa.ground.shown import Shown, plain
from masa.ground.text import Name, echo, few, in_short, listed, name

__all__ = ["FundingRule"]

Amounts = Mapping[str, int | Decimal | str] | Iterable[tuple[str, int | Decimal | str]]
Kinds = Mapping[str, str] | Mapping[str, Iterable[str]] | Iterable[tuple[str, str]]
FIXED, FLOOR, CAP = "a fixed sum", "a floor", "a cap"
ASKED = {
    "fixed": Asked("who pays what fixed sum", "fixed sum", "195_000"),
    "weights": WEIGHTS,
    "kinds": Asked("who is of what kind", "kind", '"council"'),
    "floors": Asked("who has what floor", "floor", "195_000"),
    "caps": Asked("who has what cap", "cap", "195_000"),
}
NOTHING_SHARED = "fixed sums only"
BY_BODY, BY_KIND, BY_WEIGHT = "equal by body", "equal by kind", "by weight"
WITHIN = "equal by kind, within a kind by weight"
TIES = TIE_RULES | {TieRule.REFUSE: "refused"}


def _to_payers(given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise KindError(
            f"{echo(given)} is not a list of payers",
            remedy="put them in a list, even one alone",
        )
    return tuple(payers_of([(payer, None) for payer in given]))


def _to_fixed(given: Amounts) -> tuple[tuple[str, Decimal], ...]:
    return _to_amounts("fixed", given)


def _to_floors(given: Amounts) -> tuple[tuple[str, Decimal], ...]:
    return _to_amounts("floors", given)


def _to_caps(given: Amounts) -> tuple[tuple[str, Decimal], ...]:
    return _to_amounts("caps", given)


def _to_amounts(part: str, given: Amounts) -> tuple[tuple[str, Decimal], ...]:
    named = _named(part, given)
    return tuple(sorted((who, _pounds(who, amount)) for who, amount in named))


def _pounds(who: str, amount: object) -> Decimal:
    try:
        return to_pounds(amount)
    except MasaError as error:
        error.field = who
        raise


def _to_weights(given: Amounts) -> tuple[tuple[str, int | Decimal], ...]:
    weights = dict(sorted(_named("weights", given)))
    if weights:
        whole_weights(weights, list(weights.values()))  # checks each of them
    return tuple((who, _exactly(weight)) for who, weight in weights.items())


def _exactly(weight: object) -> int | Decimal:
    return weight if isinstance(weight, int) else Decimal(str(weight))


def _to_kinds(given: Kinds) -> tuple[tuple[str, str], ...]:
    groups = given if isinstance(given, Mapping) else dict(_named("kinds", given))
    kinds: dict[str, list[str]] = {}
    for payer, kind in each_kind(groups):
        kinds.setdefault(name(kind), []).append(name(payer))
    payers = dict.fromkeys(chain.from_iterable(kinds.values()))
    return tuple(sorted(zip(payers, kinds_of(payers, kinds), strict=True)))


def _to_tie_rule(given: TieRule | str) -> TieRule:
    return to_choice(TieRule, given)


def _named(part: str, given: object) -> Iterable[tuple[str, object]]:
    if isinstance(given, Mapping | tuple | list) and not given:
        return ()
    try:
        return payers_of(given, ASKED[part]).items()  # type: ignore[arg-type] # which checks what it is
    except MasaError as error:
        error.field = f"FundingRule.{part}"
        raise


@frozen(kw_only=True, field_transformer=checked)
class FundingRule(Shown):
    """A rule that says what each body pays of any total; the law gives none.

    Its parts work in this order. Whoever has a fixed sum pays that, and no more. The
    others share the rest: by weight if there are weights, else all the same. If
    there are kinds, every kind gets the same, however many bodies are of it. Floors
    and caps are kept within the sharing: what one is spared falls on the others. What
    fixed sums and caps leave over falls on the residual payer; without one, nobody
    pays it.

    Equal by body and equal by kind are different rules; `basis` says which it is.

    Args:
        payers: Everybody who pays, by name.
        fixed: What some pay, whatever the total, by name.
        weights: The weight of each who shares, by name; to share by weight. Those of
            others do not count.
        kinds: The payers of each kind, or the kind of each payer; to share equally by
            kind. Those of payers who do not share do not count.
        floors: What some who share pay at least.
        caps: What some who share pay at most.
        residual: Who pays what fixed sums and caps leave over. Everybody else needs a
            fixed sum or a cap then, for else nothing is ever left over.
        unit: The smallest amount in which the rest is shared, in pounds.
        ties: Who comes first among equal claims to the last unit.

    Raises:
        AmountError: If an amount is negative, not a number, finer than a penny, or a
            floor or a cap is finer than the unit.
        KindError: If a part is of the wrong type, such as a float.
        RangeError: If nobody or somebody twice is named, a payer has parts that
            exclude one another, a weight or a kind is missing, or all weights are
            zero.
        TextError: If a name breaks the text policy.
        UnknownNameError: If a part is for somebody who is not among the payers.

    Example:
        >>> rule = FundingRule(
        ...     payers=["Ayton", "Beeford", "ICB", "Police"],
        ...     kinds={"council": ["Ayton", "Beeford"], "health": ["ICB"]},
        ...     fixed={"Police": 5_000},
        ... )
        >>> print(rule)
        fixed sums first, then equal by kind
    """

    payers: tuple[str, ...] = field(converter=_to_payers)
    fixed: tuple[tuple[str, Decimal], ...] = field(default=(), converter=_to_fixed)
    weights: tuple[tuple[str, int | Decimal], ...] = field(
        default=(), converter=_to_weights
    )
    kinds: tuple[tuple[str, str], ...] = field(default=(), converter=_to_kinds)
    floors: tuple[tuple[str, Decimal], ...] = field(default=(), converter=_to_floors)
    caps: tuple[tuple[str, Decimal], ...] = field(default=(), converter=_to_caps)
    residual: Name | None = None
    unit: Decimal = field(default=PENNY, converter=to_pounds)
    ties: TieRule = field(default=TieRule.BY_NAME, converter=_to_tie_rule)

    def __attrs_post_init__(self) -> None:
        if not self.unit:
            raise AmountError("the unit is nothing", remedy="give a penny or more")
        for payer in self._everybody():
            known(payer, self.payers)
        for payer in self.payers:
            self._check(payer, dict(self._parts_of(payer)))
        if self.residual:
            self._check_that_something_is_left(self.residual)
        self._check_sharers()

    @property
    def sharers(self) -> tuple[str, ...]:
        """Who shares what the fixed sums leave, in the order given."""
        apart = {*dict(self.fixed), self.residual}
        return tuple(payer for payer in self.payers if payer not in apart)

    @property
    def basis(self) -> str:
        """How the rest is shared, in words.

        ``equal by body`` gives every payer the same, ``equal by kind`` every kind.
        """
        if not self.sharers:
            return NOTHING_SHARED
        if self.kinds:
            return WITHIN if self.weights else BY_KIND
        return BY_WEIGHT if self.weights else BY_BODY

    def without(self, *payers: str) -> "FundingRule":
        """Give the rule for the others, if some leave.

        Args:
            payers: Who leaves.

        Raises:
            UnknownNameError: If somebody is not among the payers.
            RangeError: If nobody is left, or nobody with a weight.
        """
        gone = {known(payer, self.payers) for payer in payers}
        if gone >= set(self.payers):
            raise RangeError("nobody is left to pay", remedy="let somebody stay")
        return evolve(
            self,
            payers=[payer for payer in self.payers if payer not in gone],
            fixed=[row for row in self.fixed if row[0] not in gone],
            weights=[row for row in self.weights if row[0] not in gone],
            kinds=[row for row in self.kinds if row[0] not in gone],
            floors=[row for row in self.floors if row[0] not in gone],
            caps=[row for row in self.caps if row[0] not in gone],
            residual=None if self.residual in gone else self.residual,
        )

    def _everybody(self) -> Iterator[str]:
        """Yield everybody for whom there is a part."""
        for rows in (self.fixed, self.floors, self.caps, self.weights, self.kinds):
            yield from (row[0] for row in rows)
        if self.residual is not None:
            yield self.residual

    def _parts_of(self, payer: str) -> Iterator[tuple[str, Decimal]]:
        for what, rows in ((FIXED, self.fixed), (FLOOR, self.floors), (CAP, self.caps)):
            yield from ((what, amount) for who, amount in rows if who == payer)

    def _check(self, payer: str, parts: Mapping[str, Decimal]) -> None:
        """Check that the parts of one payer can all be kept."""
        if payer == self.residual and parts:
            raise RangeError(
                f"{echo(payer)} pays what is left over, and has {listed(parts)} too",
                remedy="leave one of them out",
            )
        if FIXED in parts and len(parts) > 1:
            raise RangeError(
                f"{echo(payer)} has {listed(parts)}",
                remedy="a fixed sum needs neither floor nor cap",
            )
        low = parts.get(FLOOR, Decimal(0))
        if low > parts.get(CAP, low):
            raise RangeError(
                f"the floor of {echo(payer)}, {in_pounds(low)}, is above the cap",
                remedy="give a floor that is not above it",
            )
        for what in parts.keys() - {FIXED}:
            if Fraction(parts[what]) % Fraction(self.unit):
                raise AmountError(
                    f"{what} of {echo(payer)}, {in_pounds(parts[what])}, is finer than "
                    f"the unit of {in_pounds(self.unit)}",
                    remedy="give a multiple of the unit, or a smaller unit",
                )

    def _check_that_something_is_left(self, residual: str) -> None:
        capped = dict(self.caps)
        open_ = [payer for payer in self.sharers if payer not in capped]
        if open_:
            raise RangeError(
                f"nothing is ever left over for {echo(residual)}: neither a fixed sum "
                f"nor a cap is given for {in_short(listed(open_))}",
                remedy="give everybody else one, or no residual payer",
            )

    def _check_sharers(self) -> None:
        for what, rows in (("weight", self.weights), ("kind", self.kinds)):
            named = {row[0] for row in rows}
            without = [payer for payer in self.sharers if payer not in named]
            if rows and without:
                raise RangeError(
                    f"no {what} is given for {in_short(listed(without))}",
                    remedy=f"give everybody who shares a {what}",
                )
        weights = dict(self.weights)
        if weights and self.sharers:
            whole_weights(self.sharers, [weights[payer] for payer in self.sharers])

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "payers", few(self.payers)
        for label, rows in (
            ("fixed sums", self.fixed),
            ("at least", self.floors),
            ("at most", self.caps),
        ):
            if rows:
                yield label, few(f"{who} {in_pounds(amount)}" for who, amount in rows)
        yield "the rest", self.basis
        if self.weights:
            yield (
                "weights",
                few(f"{who} {plain(Decimal(size))}" for who, size in self.weights),
            )
        if self.kinds:
            yield "kinds", few(f"{who}: {kind}" for who, kind in self.kinds)
        if self.residual:
            yield "what is left over", f"{self.residual} pays it"
        yield "unit", in_pounds(self.unit)
        yield "ties", TIES[self.ties]

    def __str__(self) -> str:
        first = "fixed sums first, then " if self.fixed and self.sharers else ""
        held = [
            what
            for what, rows in (("floors", self.floors), ("caps", self.caps))
            if rows
        ]
        within = f", with {listed(held)}" if held else ""
        last = f"; {self.residual} pays what is left over" if self.residual else ""
        return f"{first}{self.basis}{within}{last}"
