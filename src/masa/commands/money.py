"""The verb about money: allocate."""

import argparse
import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from masa.commands.given import json_argument, pairs, whole_as_json
from masa.ground.documents import Unreadable, decoded, located, parsed
from masa.ground.errors import DocumentError, Fault, MasaError, UnreadableError
from masa.ground.payers import check_payer
from masa.ground.reports import Report
from masa.ground.shares import AllocationPolicy, TieRule
from masa.ground.text import echo
from masa.model.allocations import allocate

__all__ = ["allocate_command"]

SUCH_AS = "Barnet=195000"
HEADS = {(who, what) for who in ("name", "payer") for what in ("weight", "amount")}
BOUNDS = {
    "floor": "what somebody pays at least",
    "cap": "what somebody pays at most",
    "fixed": "what somebody pays, whatever the weight",
}
Weights = list[tuple[str, Any]]  # what a file holds is checked by `allocate`


def allocate_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that shares a sum."""
    command.description = (
        "Share a sum in proportion to weights, so that the shares add up to the penny, "
        "and say where each unit beyond the whole quotas went, and who tied."
    )
    command.usage = "%(prog)s TOTAL --weights FILE|NAME=WEIGHT ... [options]"
    said = "in pounds, such as 265000.50; it may also stand last"
    command.add_argument("total", nargs="?", metavar="TOTAL", help=said)
    command.add_argument(
        "--weights",
        nargs="+",
        action="extend",
        required=True,
        metavar="FILE|NAME=WEIGHT",
        help="who has what weight, or a TOML, JSON or CSV file that says so",
    )
    _choice(command, "--policy", AllocationPolicy.LARGEST_REMAINDER)
    for name, said in BOUNDS.items():
        _named(command, name, "AMOUNT", said)
    _named(command, "kind", "KIND", "of what kind somebody is; kinds share equally")
    command.add_argument(
        "--unit", default="0.01", help="the smallest amount that is handed out"
    )
    _choice(command, "--ties", TieRule.BY_NAME)
    json_argument(command)
    command.set_defaults(page=_allocate_page)


def _choice(
    command: argparse.ArgumentParser, name: str, usual: AllocationPolicy | TieRule
) -> None:
    choices = [one.value for one in type(usual)]
    said = f"{', '.join(choices)} (by default the first)"
    command.add_argument(name, choices=choices, default=usual.value, help=said)


def _named(command: argparse.ArgumentParser, name: str, value: str, said: str) -> None:
    command.add_argument(
        f"--{name}",
        action="append",
        default=[],
        metavar=f"NAME={value}",
        help=f"{said}; may be given several times",
    )


def _allocate_page(chosen: argparse.Namespace) -> Report | str:
    bounds = {name: dict(pairs(getattr(chosen, name), SUCH_AS)) for name in BOUNDS}
    kinds = dict(pairs(chosen.kind, "Barnet=council"))
    total, weights = chosen.total, chosen.weights
    if total is None and len(weights) > 1:
        *weights, total = weights
    if total is None or "=" in total:
        chosen.refuse("no TOTAL is given: say what sum is shared, in pounds")
    answer = allocate(
        total,
        _weights(weights),
        policy=chosen.policy,
        groups=kinds or None,
        fixed=bounds["fixed"],
        floors=bounds["floor"],
        caps=bounds["cap"],
        unit=chosen.unit,
        ties=chosen.ties,
    )
    return whole_as_json(answer.to_json()) if chosen.json else answer.explain()


def _weights(given: list[str]) -> Weights:
    if len(given) > 1 or "=" in given[0]:
        return list(pairs(given, SUCH_AS, _wrong))
    return _from_file(Path(given[0]))


def _from_file(file: Path) -> Weights:
    """Read a table of names and weights.

    Raises:
        UnreadableError: If the file cannot be opened.
        DocumentError: If it holds anything else.
    """
    try:
        data = file.read_bytes()
    except OSError as cause:
        raise UnreadableError(
            f"{echo(str(file))} cannot be read: {cause.strerror}",
            remedy=f"check the path, or write {SUCH_AS}",
        ) from cause
    subject = echo(str(file))
    text = decoded(data, subject) if data.strip() else ""
    if file.suffix.casefold() == ".csv":
        return _from_csv(text, subject)
    layout = "json" if file.suffix.casefold() == ".json" else "toml"
    tree = parsed(text, layout, subject)
    faults = [
        fault
        for who, weight in tree.items()
        for fault in _wrong(who, weight, path=(who,))
    ]
    if faults:
        raise DocumentError(f"{subject} cannot be read", located(faults, text, layout))
    return list(tree.items())


def _from_csv(text: str, subject: str) -> Weights:
    """Read a name and a weight from each row; the first may say what they are."""
    found: dict[str, str] = {}
    lines: dict[str, int] = {}
    faults: list[Fault] = []
    for line, cells in _rows(text):
        if isinstance(cells, Fault):
            faults.append(cells)
            continue
        who, weight = cells
        if who in found:
            said = f"{echo(who)} stands twice, on lines {lines[who]} and {line}"
            faults.append(Fault(said, remedy="keep one of them", line=line))
        elif found or faults or (who.casefold(), weight.casefold()) not in HEADS:
            found[who], lines[who] = weight, line
            faults += _wrong(who, weight, line=line)
    if faults:
        raise DocumentError(f"{subject} cannot be read", faults)
    return list(found.items())


def _rows(text: str) -> Iterator[tuple[int, list[str] | Fault]]:
    """Yield each row with its line, as two cells or as what is wrong with it."""
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    said = "the row is not a name and a weight"
    remedy = f"write for example {SUCH_AS.replace('=', ',')}"
    try:
        for cells in filter(any, rows):
            if len(cells) == 2:  # noqa: PLR2004 (a pair)
                yield rows.line_num, [*map(str.strip, cells)]
            else:
                yield rows.line_num, Fault(said, remedy=remedy, line=rows.line_num)
    except csv.Error:  # the rest cannot be told apart
        yield rows.line_num, Fault(said, remedy=remedy, line=rows.line_num)


def _wrong(
    who: str, weight: object, *, path: tuple[str, ...] = (), line: int | None = None
) -> Iterator[Fault]:
    """Yield what is wrong with a name and its weight."""
    if isinstance(weight, Unreadable):
        yield Fault(weight.words, remedy=weight.remedy, path=path, line=line)
        return
    try:
        check_payer(who, weight)
    except MasaError as error:
        yield Fault(error.said, remedy=error.remedy, path=path, line=line)
