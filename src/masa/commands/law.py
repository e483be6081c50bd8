"""Verbs about the law and its days: law, deadline, timeline."""

import argparse
import re
from collections.abc import Sequence
from datetime import UTC, datetime, time

from masa import ics, law_pages
from masa.commands.given import json_argument, rows_as_json, whole_as_json
from masa.ground.errors import EventError, UnreadableError
from masa.ground.law import shelf
from masa.ground.reports import Report
from masa.model.opening import law
from masa.rules.deadlines import deadline
from masa.rules.timelines import timeline

__all__ = ["deadline_command", "law_command", "timeline_command"]


def law_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that says what the law is."""
    command.description = (
        "Say what the law is on a day: all of it in an overview, one rule, clock, "
        "instrument, difference or checklist by its name, or what changed."
    )
    command.add_argument(
        "name",
        nargs="?",
        metavar="ID",
        help='an id such as "rapid-review", or a citation: "SI 2018/789, reg 16"',
    )
    command.add_argument(
        "--on",
        metavar="DATE",
        help="the day, such as 2026-11-22; by default that of the last look at the law",
    )
    command.add_argument(
        "--since", metavar="DATE", help="say what changed since that day"
    )
    command.set_defaults(page=_law_page)


def _law_page(chosen: argparse.Namespace) -> Report:
    book = law(shelf.coverage().checked if chosen.on is None else chosen.on)
    if chosen.since is not None:
        return law_pages.changes(book, law(chosen.since), chosen.name)
    if chosen.name is not None:
        return law_pages.answer(book, chosen.name)
    return law_pages.overview(book)


def deadline_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that gives a deadline."""
    command.description = (
        "Say by when something has to be done: the day, each day counted or skipped, "
        "every text that asks for it, and every other reading."
    )
    command.add_argument("clock", metavar="CLOCK", help='such as "rapid-review"')
    command.add_argument("--on", metavar="DATE", help="your today")
    command.add_argument("--reading", metavar="ID", help='such as "clear-days"')
    json_argument(command)
    _event_options(command, shelf.event_names())
    command.set_defaults(page=_deadline_page)


def _deadline_page(chosen: argparse.Namespace) -> Report | str:
    events = _events(chosen, shelf.event_names())
    try:
        answer = deadline(
            chosen.clock,
            on=chosen.on,
            reading=chosen.reading,
            **events,  # type: ignore[arg-type] # an event is no book of law
        )
    except EventError as error:
        error.remedy = _PYTHON.sub(_as_option, error.remedy)
        raise
    if chosen.json:
        return whole_as_json(answer.to_json())
    return answer.explain()


_PYTHON = re.compile(r'(\w+)=(?:…|"([\w-]+)")')


def _as_option(word: re.Match[str]) -> str:
    """Write as an option what a call in Python takes by its name."""
    return f"{_option(word[1])} {word[2] or 'DATE'}"


def timeline_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that gives the deadlines of a case."""
    command.description = (
        "Give every deadline that the events of a case start, those that follow from "
        "one another included, and where each stands on a day."
    )
    command.add_argument("--on", metavar="DATE", required=True, help="your today")
    command.add_argument(
        "--pathway",
        metavar="ID",
        default="serious-incident",
        help=f"one of {', '.join(shelf.pathways())}",
    )
    command.add_argument("--case", metavar="REF", help="its reference, in a calendar")
    json_argument(command)
    _event_options(command, shelf.every_event())
    command.set_defaults(page=_timeline_page)


def _timeline_page(chosen: argparse.Namespace) -> Report | str:
    layout = chosen.layout
    if chosen.case is not None and layout != "ics":
        raise UnreadableError(
            f"--case is for a calendar, and this is {layout}",
            remedy="leave it out, or give --format ics",
        )
    events = _events(chosen, shelf.every_event())
    answer = timeline(events, chosen.on, pathway=chosen.pathway)
    if chosen.json:
        return rows_as_json(answer)
    if layout == "svg":
        return answer.to_svg()
    if layout == "ics":
        dated = (one.deadline for one in answer if one.status)
        stamp = datetime.combine(answer.on, time(), UTC)
        return ics.dumps(dated, stamp=stamp, reference=chosen.case, title=str(answer))
    return answer.to_report()


def _event_options(command: argparse.ArgumentParser, names: Sequence[str]) -> None:
    for name in names:
        said = argparse.SUPPRESS
        command.add_argument(_option(name), dest=name, metavar="DATE", help=said)
    command.set_defaults(events=[*map(_option, names)])
    command.epilog = "The day of each event by its name, such as --notified 2026-12-11."


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _events(
    chosen: argparse.Namespace, names: Sequence[str]
) -> dict[str, datetime | str]:
    given = {name: getattr(chosen, name) for name in names}
    return {name: _moment(text) for name, text in given.items() if text is not None}


def _moment(text: str) -> datetime | str:
    """Read a time where one is written; a day is left to the clock to read."""
    try:
        return datetime.fromisoformat(text) if "T" in text else text
    except ValueError:
        return text
