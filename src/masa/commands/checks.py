"""Verbs that hold an arrangement against something: check, prepare, structure."""

import argparse

from masa.commands.given import (
    arrangement_argument,
    found,
    json_argument,
    pairs,
    rows_as_json,
    whole_as_json,
)
from masa.ground.reports import Report
from masa.rules.checklist import check
from masa.rules.preparation import prepare_for
from masa.rules.structure import check_structure

__all__ = ["check_command", "prepare_command", "structure_command"]

MISSING = 1
ON_HELP = "your today; the law is that of this day, or the nearest of the edition"
COMMENCED_HELP = (
    "a section of the 2026 Act to be taken as commenced, with its day; may be given "
    "several times"
)


def check_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that holds an arrangement against law and guidance."""
    command.description = (
        "Hold an arrangement against the law and the guidance of an edition: what the "
        "file shows, where, what is missing, and what would meet it. It ends with 1 "
        "if something that the law requires is not shown in full."
    )
    arrangement_argument(command)
    command.add_argument(
        "--edition",
        metavar="ID",
        help="such as WT2023; by default the one that it answers to, or that of --on",
    )
    command.add_argument("--on", metavar="DATE", help=ON_HELP)
    command.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="ID",
        help="only ids that begin so; may be given several times",
    )
    command.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="ID=REASON",
        help="leave out ids that begin so, for a reason; may be given several times",
    )
    _commenced_argument(command)
    json_argument(command)
    command.set_defaults(page=_check_page)


def _check_page(chosen: argparse.Namespace) -> Report | str:
    answer = check(
        found(chosen.arrangement),
        edition=chosen.edition,
        on=chosen.on,
        only=chosen.only,
        without=dict(pairs(chosen.without, 'P18-S5="there is none in the area"')),
        commenced=_commenced(chosen),
    )
    chosen.code = MISSING if answer.missing_musts else 0
    if chosen.json:
        return whole_as_json(answer.to_json())
    return Report(str(answer), answer.to_blocks())


def prepare_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that prepares an arrangement for another edition."""
    command.description = (
        "Say item by item what an arrangement needs for another edition: what serves "
        "already, what has to change, what is new, by when, and how sure the law is."
    )
    arrangement_argument(command)
    command.usage = "%(prog)s FILE EDITION [options]"
    command.add_argument("edition", metavar="EDITION", help="such as WT2023")
    command.add_argument("--on", metavar="DATE", help=ON_HELP)
    _commenced_argument(command)
    json_argument(command)
    command.set_defaults(page=_prepare_page)


def _prepare_page(chosen: argparse.Namespace) -> Report | str:
    answer = prepare_for(
        found(chosen.arrangement),
        chosen.edition,
        on=chosen.on,
        commenced=_commenced(chosen),
    )
    if chosen.json:
        return whole_as_json(answer.to_json())
    return Report(str(answer), answer.to_blocks())


def structure_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that tells what is worth a look in an arrangement."""
    command.description = (
        "Tell what is worth a look in how an arrangement is made, and where: good "
        "sense, not law, and by what authority, or as advice."
    )
    arrangement_argument(command)
    command.add_argument("--on", metavar="DATE", help="the day for what has ended")
    json_argument(command)
    command.set_defaults(page=_structure_page)


def _structure_page(chosen: argparse.Namespace) -> Report | str:
    answer = check_structure(found(chosen.arrangement), on=chosen.on)
    if chosen.json:
        return rows_as_json(answer)
    return Report(str(answer), answer.to_blocks())


def _commenced_argument(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--commenced",
        action="append",
        default=[],
        metavar="SECTION=DATE",
        help=COMMENCED_HELP,
    )


def _commenced(chosen: argparse.Namespace) -> dict[str, str]:
    return dict(pairs(chosen.commenced, "cwsa-2026/s3=2027-09-01"))
