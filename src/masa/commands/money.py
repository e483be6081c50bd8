"""The verb about money: allocate."""

import argparse
import csv
from pathlib import Path
from typing import Any

from masa.commands.given import json_argument, pairs, whole_as_json
from masa.ground.documents import Unreadable, decoded, located, parsed
from masa.ground.errors import DocumentError, Fault, UnreadableError
from masa.ground.reports import Report
from masa.ground.shares import AllocationPolicy, TieRule
from masa.ground.text import echo
from masa.model.allocations import allocate

__all__ = ["allocate_command"]

SUCH_AS = "Barnet=195000"
HEAD = ("name", "weight")
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
    command.add_argument("total", metavar="TOTAL", help="in pounds, such as 265000.50")
    command.add_argument(
        "--weights",
        nargs="+",
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
    answer = allocate(
        chosen.total,
        _weights(chosen.weights),
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
        return list(pairs(given, SUCH_AS))
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
        Fault(value.words, remedy=value.remedy, path=(name,))
        for name, value in tree.items()
        if isinstance(value, Unreadable)
    ]
    if faults:
        raise DocumentError(f"{subject} cannot be read", located(faults, text, layout))
    return list(tree.items())


def _from_csv(text: str, subject: str) -> Weights:
    """Read a name and a weight from each row; the first may be ``name,weight``."""
    rows = csv.reader(text.splitlines(), strict=True)
    found: Weights = []
    try:
        for cells in filter(any, rows):
            name, weight = map(str.strip, cells)
            found.append((name, weight))
    except (csv.Error, ValueError) as cause:
        fault = Fault(
            "the row is not a name and a weight",
            remedy=f"write for example {SUCH_AS.replace('=', ',')}",
            line=rows.line_num,
        )
        raise DocumentError(f"{subject} cannot be read", [fault]) from cause
    return found[1:] if found[:1] == [HEAD] else found
