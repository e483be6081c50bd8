"""The money of a budget, gathered into groups, with the share of each."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from attrs import frozen

from masa.ground.blocks import Block, Table
from masa.ground.errors import KindError, UnknownNameError, UnsettledError
from masa.ground.money import from_pence, in_pounds, to_pence
from masa.ground.payers import known
from masa.ground.shapes import to_choice
from masa.ground.shown import Shown
from masa.ground.text import did_you_mean, echo, in_short, listed
from masa.ground.text import name as checked_name
from masa.model.funding_lines import Contribution, ContributionKind, CostLine, PayerKind
from masa.model.line_sums import ToldLine, as_printed
from masa.model.payer_shares import (
    Rounding,
    check_places,
    percents_together,
    shares_of,
)

__all__ = [
    "FORMS",
    "KINDS",
    "LISTED_NOWHERE",
    "NOT_KNOWN",
    "PAYMENTS",
    "USES",
    "KnowsPayers",
    "MoneyGroup",
    "MoneyGroups",
    "PayerKinds",
    "category_of",
    "form_of",
    "gathered",
    "kind_of",
    "payment_of",
    "use_of",
]

NOT_KNOWN, LISTED_NOWHERE = "not known", "not listed"
REVIEWS, PAY, NON_PAY = "reviews", "pay", "non-pay"
KINDS = tuple(kind.value for kind in PayerKind)
FORMS = tuple(kind.value for kind in ContributionKind)
PAYMENTS = PAID, PLEDGED = "paid", "pledged"
OF_KINDS = ("of what kind a payer is", '{"the ICB": "health", …}')
OF_HEADINGS = ("under what heading a payer is listed", '{"the ICB": "Health", …}')
USES = (PAY, NON_PAY)  # of reviews a table is silent unless a line is for them


class KnowsPayers(Protocol):
    """What can say of a payer what it is, as an `Arrangement` can."""

    def payer_kind(self, payer: str) -> PayerKind | None:
        """Say of what kind a payer is; nothing if that is not known."""

    def payer_category(self, payer: str) -> str | None:
        """Say under what heading a payer is listed; nothing if that is not known."""


PayerKinds = Mapping[str, PayerKind | str] | KnowsPayers


@frozen(kw_only=True)
class MoneyGroup(Shown):
    """Lines of a budget that belong together, with what they come to.

    Args:
        name: What they have in common, such as ``health``; or ``not known``.
        lines: The payers, or what is paid for, each once.
        told: What they come to, in pounds, as far as it is told; of a line that is
            stated in several ways, the least.
        told_percent: The share of that in all lines, rounded; nothing if a line
            anywhere is open.
        open_lines: The lines that may add to it: those of its own that are open, and
            those of which it is not known where they belong.
    """

    name: str
    lines: tuple[str, ...]
    told: Decimal
    told_percent: Decimal | None
    open_lines: tuple[str, ...] = ()

    @property
    def amount(self) -> Decimal:
        """What they come to, in pounds.

        Raises:
            UnsettledError: If a line may add to it; it names the lines.
        """
        self._expect_all()
        return self.told

    @property
    def percent(self) -> Decimal:
        """Their share of all lines, rounded.

        Raises:
            UnsettledError: If a line may add to it, or any line is open.
        """
        self._expect_all()
        if self.told_percent is None:
            raise self._open("a line of another group is open")
        return self.told_percent

    @property
    def in_words(self) -> tuple[str, str]:
        """The amount and the share, as they are, at least so much, or not known."""
        if self.open_lines and not self.told:
            return NOT_KNOWN, NOT_KNOWN
        least = "at least " if self.open_lines else ""
        share = NOT_KNOWN
        if self.told_percent is not None:
            share = f"{least}{self.told_percent} %"
        return f"{least}{in_pounds(self.told)}", share

    def _expect_all(self) -> None:
        if self.open_lines:
            missing = in_short(listed(self.open_lines))
            raise self._open(f"{missing} may add to it")

    def _open(self, why: str) -> UnsettledError:
        error = UnsettledError(
            f"what {self.name} comes to is not known: {why}", remedy="ask `told`"
        )
        error.reason = "not stated"
        return error

    def _pairs(self) -> Iterator[tuple[str, object]]:
        amount, share = self.in_words
        yield "name", self.name
        yield "lines", self.lines
        yield "amount", amount
        yield "share", share

    def __str__(self) -> str:
        amount, share = self.in_words
        return f"{self.name} {amount}" + f" ({share})" * (share != NOT_KNOWN)


@frozen(kw_only=True)
class MoneyGroups(Shown):
    """The money of a budget by group, each with its lines, sum and share.

    Look one up by its name: ``groups["health"].amount``.

    Args:
        by: By what the lines are grouped, such as ``kind of payer``.
        of: What the lines are: ``payers`` or ``planned spending``.
        groups: The groups, in the order in which they are usually told.
        rounding: By largest remainder the shares add up to 100 exactly; half up,
            each is rounded by itself, and they may not.
        tied: Groups of equal claim of which only some could be rounded up; those
            that come first in the alphabet were.
        open_lines: The lines whose amount is open.
    """

    by: str
    of: str
    groups: tuple[MoneyGroup, ...]
    rounding: Rounding
    tied: tuple[str, ...] = ()
    open_lines: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        """What all lines come to, in pounds.

        Raises:
            UnsettledError: If a line is open.
        """
        if self.open_lines:
            error = UnsettledError(
                f"not settled: {in_short(listed(self.open_lines))}",
                remedy="ask each group what is `told`",
            )
            error.reason = "not stated"
            raise error
        return from_pence(self._told())

    def _told(self) -> int:
        return sum(to_pence(group.told) for group in self.groups)

    @property
    def not_known(self) -> tuple[str, ...]:
        """The lines of which it is not known where they belong."""
        return tuple(
            line
            for group in self.groups
            if group.name == NOT_KNOWN
            for line in group.lines
        )

    def __getitem__(self, name: str) -> MoneyGroup:
        """Give the group of a name.

        Raises:
            UnknownNameError: If there is no such group; it suggests the nearest.
        """
        for group in self.groups:
            if group.name == name:
                return group
        names = [group.name for group in self.groups]
        raise UnknownNameError(
            f"there is no group {echo(name)}",
            remedy=did_you_mean(name, names)
            or f"the groups are {in_short(listed(names))}",
        )

    def __iter__(self) -> Iterator[MoneyGroup]:
        return iter(self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each group."""
        return [row for group in self.groups for row in group.to_records()]

    def to_table(self, caption: str) -> Table:
        """Lay the groups out as one table, with what they come to.

        Args:
            caption: What stands above it.
        """
        rows = [(one.name, "; ".join(one.lines), *one.in_words) for one in self.groups]
        percents = [one.told_percent for one in self.groups]
        whole = percents_together(one for one in percents if one is not None)
        least = "at least " if self.open_lines else ""
        share = NOT_KNOWN if None in percents else f"{whole} %"
        told = f"{least}{in_pounds(from_pence(self._told()))}"
        rows.append(("together", "", told, share))
        return Table(
            caption=caption,
            columns=(self.by, self.of, "amount", "share"),
            rows=tuple(rows),
            numbers=frozenset({2, 3}),
        )

    def _blocks(self) -> Sequence[Block]:
        return (self.to_table(f"By {self.by} ({self.rounding.value})"),)

    def __str__(self) -> str:
        return f"by {self.by}: {listed(map(str, self.groups))}"


def gathered(  # noqa: PLR0913 (what a grouping is told by)
    lines: Iterable[tuple[ToldLine, str | None]],
    *,
    by: str,
    of: str,
    first: Sequence[str] = (),
    last: str = "",
    places: int = 2,
    rounding: Rounding | str = Rounding.LARGEST_REMAINDER,
) -> MoneyGroups:
    """Gather lines into groups.

    Args:
        lines: What is told of each line, and the group it belongs to, if that is known.
        by: By what they are grouped.
        of: What the lines are.
        first: The groups that are told first, even if nothing belongs to them.
        last: The group that is told last but for what is not known.
        places: To how many decimal places shares are rounded, 0 to 6.
        rounding: ``largest-remainder`` or ``half-up``.

    Raises:
        KindError: If there is no such rounding, or `places` is not a whole number.
        RangeError: If the lines come to nothing, or `places` is not 0 to 6.
    """
    check_places(places)
    pence = dict.fromkeys(first, 0)
    names: dict[str, dict[str, None]] = {group: {} for group in first}
    untold: dict[str, dict[str, None]] = {}
    for line, group in sorted(lines, key=lambda one: (not one[1], one[1] == last)):
        told = group or NOT_KNOWN
        pence[told] = pence.get(told, 0) + line.pence
        names.setdefault(told, {})[line.name] = None
        if line.is_open:
            untold.setdefault(told, {})[line.name] = None
    way, open_lines = to_choice(Rounding, rounding), _names(*untold.values())
    found = None if open_lines else shares_of(pence, places, way)
    homeless = names.get(NOT_KNOWN, {})
    return MoneyGroups(
        by=by,
        of=of,
        groups=tuple(
            MoneyGroup(
                name=group,
                lines=tuple(names[group]),
                told=from_pence(paid),
                told_percent=found[group] if found else None,
                open_lines=_names(
                    untold.get(group, {}), {} if group == NOT_KNOWN else homeless
                ),
            )
            for group, paid in pence.items()
        ),
        rounding=way,
        tied=found.tied if found else (),
        open_lines=open_lines,
    )


def _names(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def kind_of(
    line: Contribution, kinds: PayerKinds | None, payers: Collection[str]
) -> str | None:
    """Say of what kind a payer is: as the line says, or else as is told beside it.

    Raises:
        KindError: If what is told beside it tells nothing of payers, or of no kind.
        UnknownNameError: If it names nobody among the payers.
    """
    if kinds is None or isinstance(kinds, Mapping):
        told = _told(line.payer, kinds or {}, payers)
        found = told if told is None else to_choice(PayerKind, told)
    else:
        asked = _asked(kinds, OF_KINDS)
        found = None if line.payer_kind else asked.payer_kind(line.payer)
    kind = line.payer_kind or found
    return kind.value if kind else None


def category_of(
    line: Contribution,
    categories: Mapping[str, str] | KnowsPayers | None,
    payers: Collection[str],
) -> str | None:
    """Say under what heading a payer is listed, as is told beside the line.

    Raises:
        KindError: If what is told beside it tells nothing of payers.
        TextError: If a heading breaks the text policy.
        UnknownNameError: If it names nobody among the payers.
    """
    if categories is None or isinstance(categories, Mapping):
        told = _told(line.payer, categories or {}, payers)
        return told if told is None else checked_name(told)
    asked = _asked(categories, OF_HEADINGS)
    return asked.payer_category(line.payer)


def _told(
    payer: str, told: Mapping[str, object], payers: Collection[str]
) -> object | None:
    for one in told:
        known(one, payers)
    return told.get(payer)


def _asked(teller: KnowsPayers, of: tuple[str, str]) -> KnowsPayers:
    what, like = of
    if not hasattr(teller, "payer_kind"):
        raise KindError(
            f"{echo(teller)} does not say {what}",
            remedy=f"give the arrangement, or {like}",
        )
    return teller


def form_of(line: Contribution) -> str | None:
    """Say in what form a contribution comes, if that is settled as printed."""
    kind = as_printed(line.kind)
    return kind.only.value if kind.is_settled else None


def payment_of(line: Contribution) -> str | None:
    """Say whether a contribution was paid or is only pledged, if that is settled."""
    paid = as_printed(line.paid)
    if not paid.is_settled:
        return None
    return PAID if paid.only else PLEDGED


def use_of(line: CostLine) -> str | None:
    """Say whether a line is for reviews, is pay or is not, if that is settled."""
    for_reviews, pay = as_printed(line.for_reviews), as_printed(line.pay)
    if for_reviews.is_settled and for_reviews.only:
        return REVIEWS
    if not pay.is_settled:
        return None
    return PAY if pay.only else NON_PAY
