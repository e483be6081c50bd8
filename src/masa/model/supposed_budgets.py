"""Contributions as they would be: without a payer, changed, or read in another way."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from masa.ground.amount_ranges import AmountRange
from masa.ground.errors import MasaError, RangeError, UnknownNameError
from masa.ground.money import MOST, to_pounds
from masa.ground.payers import Asked, known, pairs_of, payers_of
from masa.ground.percents import less
from masa.ground.stated import NOT_STATED, Absence, Stated, Statement, stated
from masa.ground.text import echo, listed
from masa.model.doubts import Footnote
from masa.model.funding_lines import Contribution
from masa.model.line_sums import as_printed

__all__ = [
    "Amount",
    "Changes",
    "amended",
    "before_surplus",
    "changed",
    "spoken_of",
    "without",
]

Amount = Decimal | int | str
Changes = Mapping[str, Amount] | Iterable[tuple[str, Amount]]
Lines = tuple[Contribution, ...]
AMOUNTS = Asked("who would pay what", "sum", "195_000")


def without(lines: Lines, payers: Iterable[str]) -> Lines:
    """Leave out the lines of some payers.

    Raises:
        UnknownNameError: If one of them has none.
    """
    names = _payers(lines)
    gone = {known(payer, names) for payer in payers}
    return tuple(line for line in lines if line.payer not in gone)


def changed(lines: Lines, changes: Changes, amounts: Mapping[str, Amount]) -> Lines:
    """Give some payers another amount.

    Raises:
        UnknownNameError: If one of them has no line.
        RangeError: If somebody is named twice, nobody is, or has several lines.
        AmountError: If an amount is none that anybody pays; it names the payer.
        KindError: If the changes do not say who would pay what, or an amount is a
            float or no amount; it names the payer.
        TextError: If a name breaks the text policy.
    """
    pairs = (*pairs_of(changes, AMOUNTS), *amounts.items())
    if not pairs:
        raise RangeError("nobody is named", remedy="say who would pay what")
    wanted, names = payers_of(pairs, AMOUNTS), _payers(lines)
    for payer in wanted:
        if names.count(known(payer, names)) > 1:
            raise RangeError(
                f"{echo(payer)} pays in several lines",
                remedy="change the lines, with `attrs.evolve`",
            )
    return tuple(
        _paying(line, wanted[line.payer]) if line.payer in wanted else line
        for line in lines
    )


def _paying(line: Contribution, amount: object) -> Contribution:
    try:
        return evolve(line, amount=stated(to_pounds(amount)))
    except MasaError as error:
        error.field = line.payer
        raise


def amended(lines: Lines, footnotes: Sequence[Footnote], reading: str) -> Lines:
    """Give the lines as they are under one reading of a footnote.

    Raises:
        UnknownNameError: If not just one footnote has such a reading, or it
            amends what is not the payer of just one line.
    """
    readings = [r for footnote in footnotes for r in footnote.readings]
    by_id = {r.id: r for r in readings}
    if [r.id for r in readings].count(reading) != 1:
        raise UnknownNameError(
            f"there is not just one reading {echo(reading)} of a footnote",
            remedy=f"the readings are {listed(by_id) or 'none'}",
        )
    amounts = {a.payer: a.amount for a in by_id[reading].amends}
    for payer in amounts:
        if _payers(lines).count(payer) != 1:
            raise UnknownNameError(
                f"{echo(payer)} is not the payer of one line",
                remedy="name the payer as in the table",
            )
    return tuple(
        evolve(line, amount=stated(amounts[line.payer], at=line.at))
        if line.payer in amounts
        else line
        for line in lines
    )


def spoken_of(footnotes: Iterable[Footnote], lines: Lines) -> tuple[Footnote, ...]:
    """Let readings of footnotes amend only the payers that are left."""
    names = set(_payers(lines))
    return tuple(
        evolve(
            note,
            readings=tuple(
                evolve(
                    reading,
                    amends=tuple(one for one in reading.amends if one.payer in names),
                )
                for reading in note.readings
            ),
        )
        for note in footnotes
    )


def before_surplus(
    kept: Stated[Decimal], surplus: AmountRange, holds: Stated[bool]
) -> Stated[Decimal]:
    """Give what is carried forward as it is before the surplus of the year.

    Args:
        kept: What is carried forward, as printed.
        surplus: What the year leaves, as printed.
        holds: Whether that is within what is carried forward. If it is not known, both
            amounts are given; if it is, or may be, and the surplus has no bounds,
            nothing is known.
    """
    held = as_printed(holds)
    if held.is_settled and not held.only:
        return kept
    if surplus.least is None or surplus.most is None:
        return NOT_STATED
    ends = {surplus.least, surplus.most} | (set() if held.is_settled else {Decimal(0)})
    found = tuple(
        _less(one, end, surplus)
        for one in kept.settled or kept.statements
        for end in sorted(ends)
    )
    amounts = Stated(found).values
    return (
        NOT_STATED if any(one.copy_abs() > MOST for one in amounts) else Stated(found)
    )


def _less(
    said: Statement[Decimal], end: Decimal, surplus: AmountRange
) -> Statement[Decimal]:
    """Take a bound of the surplus off, as firmly as both are said; untold stays so."""
    if said.value is Absence.UNKNOWN:
        return said
    amount = said.value if isinstance(said.value, Decimal) else Decimal(0)
    firmly = said.standing
    if said.is_settled and surplus.standings:
        firmly = surplus.standings[0]
    return evolve(
        said,
        value=less(amount, end),
        words=None if end else said.words,
        standing=firmly,
    )


def _payers(lines: Lines) -> list[str]:
    return [line.payer for line in lines]
