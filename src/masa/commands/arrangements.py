"""Verbs about arrangements: report, survey, dates, atlas, compare."""

import argparse
from collections.abc import Callable

from masa import examples, report
from masa.commands.given import (
    arrangement_argument,
    found,
    json_argument,
    rows_as_json,
)
from masa.ground.errors import EventError
from masa.ground.reports import Report
from masa.ground.shown import Shown
from masa.model.arrangement import Arrangement
from masa.model.atlas import Atlas
from masa.rules.chronology import Chronology
from masa.rules.comparison import compare
from masa.rules.surveys import Survey

__all__ = ["asking_command", "atlas_command", "compare_command", "report_command"]


def report_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that describes an arrangement."""
    command.description = (
        "Describe an arrangement: partners, groups, agencies, money, what is not "
        "stated and what contradicts itself."
    )
    arrangement_argument(command)
    command.set_defaults(page=_report_page)


def _report_page(chosen: argparse.Namespace) -> Report:
    return report.describe(found(chosen.arrangement))


def asking_command(
    command: argparse.ArgumentParser,
    description: str,
    ask: Callable[[Arrangement], Survey | Chronology],
) -> None:
    """Make a verb that asks one thing of an arrangement."""

    def page(chosen: argparse.Namespace) -> Report | str:
        answer = ask(found(chosen.arrangement))
        if chosen.json:
            return rows_as_json(answer)
        return Report(answer.title, answer.to_blocks())

    command.description = description
    arrangement_argument(command)
    json_argument(command)
    command.set_defaults(page=page)


def atlas_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that says which arrangement covers an area."""
    command.description = (
        "Put arrangements into one table; or say which of them covers an area on a "
        "day, or from one day to another, with gaps and overlaps."
    )
    command.add_argument(
        "arrangements",
        nargs="*",
        metavar="FILE",
        help="TOML or JSON files, or bundled ones; by default, every bundled one",
    )
    command.add_argument("--area", metavar="NAME", help='such as "Dorset"')
    command.add_argument("--on", metavar="DATE", help="the day")
    command.add_argument("--from", dest="start", metavar="DATE", help="the first day")
    command.add_argument("--to", dest="end", metavar="DATE", help="the last day")
    json_argument(command)
    command.set_defaults(page=_atlas_page)


def _atlas_page(chosen: argparse.Namespace) -> Report | str:
    atlas = Atlas(map(found, chosen.arrangements or examples.names()))
    answer = _asked_of(atlas, chosen)
    return (
        rows_as_json(answer) if chosen.json else Report(str(answer), answer.to_blocks())
    )


def _asked_of(atlas: Atlas, chosen: argparse.Namespace) -> Shown:
    days = (chosen.on, chosen.start, chosen.end)
    match chosen.area, *(day is not None for day in days):
        case None, False, False, False:
            return atlas
        case str(area), True, False, False:
            return atlas.covering(area, on=chosen.on)
        case str(area), False, True, True:
            return atlas.spans(area, start=chosen.start, end=chosen.end)
    raise EventError(
        "an area is asked for on one day, or from one day to another",
        remedy="give --area with --on, or with --from and --to",
    )


def compare_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that compares two arrangements."""
    command.description = (
        "Compare two arrangements: two editions of one, or those of two areas. What "
        "is in both, what changed, what only one has, and what cannot be told."
    )
    for name in ("before", "after"):
        command.add_argument(
            name, metavar=name.upper(), help="a TOML or JSON file, or a bundled one"
        )
    command.add_argument(
        "--same-as",
        nargs=2,
        action="append",
        default=[],
        metavar="NAME",
        help="two names that mean the same, one of each; may be given several times",
    )
    json_argument(command)
    command.set_defaults(page=_compare_page)


def _compare_page(chosen: argparse.Namespace) -> Report | str:
    before, after = found(chosen.before), found(chosen.after)
    answer = compare(before, after, same_as=[tuple(pair) for pair in chosen.same_as])
    return rows_as_json(answer) if chosen.json else answer.to_report()
