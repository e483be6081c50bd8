"""Contributions as they would be: without a payer, changed, or read in another way."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from masa.ground.errors import MasaError, RangeError, UnknownNameError
from masa.ground.money import to_pounds
from masa.ground.payers import Asked, known, pairs_of, payers_of
from masa.ground.stated import stated
from masa.ground.text import echo, listed
from masa.model.doubts import Footnote
from masa.model.funding_lines import Contribution

__all__ = ["Amount", "Changes", "amended", "changed", "spoken_of", "without"]

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


def _payers(lines: Lines) -> list[str]:
    return [line.payer for line in lines]
