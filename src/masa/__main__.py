"""The command line: ``python -m masa report barnet``. It has no logic of its own."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from masa import codec, examples, ics, law_pages, report
from masa.ground.errors import EventError, MasaError, UnreadableError
from masa.ground.law import shelf
from masa.ground.reports import Report
from masa.ground.shown import Shown
from masa.ground.text import echo
from masa.model.arrangement import Arrangement
from masa.model.atlas import Atlas
from masa.model.cases import Case
from masa.model.opening import law
from masa.rules.case_checks import check_case
from masa.rules.chronology import Chronology, chronology
from masa.rules.comparison import compare
from masa.rules.deadlines import deadline
from masa.rules.surveys import Survey, survey
from masa.rules.timelines import timeline

__all__ = ["main"]

DONE = 0
UNREADABLE = 2
REPORT_HELP = "describe an arrangement on one page"
DEADLINE_HELP = "say by when something has to be done, and show the working"
TIMELINE_HELP = "give every deadline of a case, and where each stands"
CASE_HELP = "say what is found in a case, what is owed, and what to ask next"
COMPARE_HELP = "say what two arrangements have in common, and what differs"
LAW_HELP = "say what the law is on a day"
SURVEY_HELP = "say what an arrangement states, what it does not, and what is in doubt"
DATES_HELP = "give every date that an arrangement prints, in order"
SURVEYS = (
    "Say of every fact whether it is stated, stated as none, not settled yet, stated "
    "in several ways, not told, not stated, or not in the text held."
)
DATES = (
    "Give every date that an arrangement prints, in order: what it is the date of, how "
    "firmly it stands, and whether the day is a working day."
)
ASKING = (
    ("survey", SURVEY_HELP, SURVEYS, survey),
    ("dates", DATES_HELP, DATES, chronology),
)
ATLAS_HELP = "say which of many arrangements covers an area, and when"
FORMATS = ("text", "markdown", "html")
_SUFFIXES = {
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".ics": "ics",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after ``python -m masa``; by default, those of the
            process.

    Returns:
        0 if it was done; 2 if a file could not be read or written, or a name or a
        day means nothing.

    Raises:
        SystemExit: If the words are not a command, or help was asked for.
    """
    chosen = _parser().parse_args(arguments)
    try:
        page = chosen.page(chosen)
        layout = _layout(chosen)
        text = page if isinstance(page, str) else _laid_out(page, layout)
        _hand_over(text, chosen.output)
    except MasaError as error:
        print(f"masa: {error}", file=sys.stderr)  # noqa: T201 (a command prints)
        return UNREADABLE
    return DONE


def _layout(chosen: argparse.Namespace) -> str:
    """Give the format that is asked for, by name or by the name of the file."""
    layout = chosen.format or _SUFFIXES.get(
        Path(chosen.output or "").suffix.casefold(), "text"
    )
    if layout not in chosen.formats:
        raise UnreadableError(
            f"{echo(chosen.output)} cannot be written: this command has no {layout}",
            remedy=f"it has {', '.join(chosen.formats)}",
        )
    return str(layout)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m masa",
        description="English multi-agency safeguarding arrangements.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _report_command(commands.add_parser("report", help=REPORT_HELP))
    for name, said, more, ask in ASKING:
        _asking_command(commands.add_parser(name, help=said), more, ask)
    _atlas_command(commands.add_parser("atlas", help=ATLAS_HELP))
    _compare_command(commands.add_parser("compare", help=COMPARE_HELP))
    _law_command(commands.add_parser("law", help=LAW_HELP))
    _deadline_command(commands.add_parser("deadline", help=DEADLINE_HELP))
    _timeline_command(commands.add_parser("timeline", help=TIMELINE_HELP))
    _case_command(commands.add_parser("check-case", help=CASE_HELP))
    for name, command in commands.choices.items():
        formats = (*FORMATS, "svg", "ics") if name == "timeline" else FORMATS
        command.add_argument(
            "--format", choices=formats, help="text, unless -o ends in .md, .html, …"
        )
        command.add_argument("-o", "--output", metavar="FILE", help="write it there")
        command.set_defaults(formats=formats)
    return parser


def _report_command(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Describe an arrangement: partners, groups, agencies, money, what is not "
        "stated and what contradicts itself."
    )
    _arrangement_argument(command)
    command.set_defaults(page=_report_page)


def _arrangement_argument(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "arrangement",
        metavar="FILE",
        help=f"a TOML or JSON file, or a bundled one: {', '.join(examples.names())}",
    )


def _report_page(chosen: argparse.Namespace) -> Report:
    return report.describe(_found(chosen.arrangement))


def _asking_command(
    command: argparse.ArgumentParser,
    description: str,
    ask: Callable[[Arrangement], Survey | Chronology],
) -> None:
    """Make the command that asks one thing of an arrangement."""

    def page(chosen: argparse.Namespace) -> Report | str:
        found = ask(_found(chosen.arrangement))
        if chosen.json:
            return _as_json(found)
        return Report(found.title, found.to_blocks())

    command.description = description
    _arrangement_argument(command)
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(page=page)


def _atlas_command(command: argparse.ArgumentParser) -> None:
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
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(page=_atlas_page)


def _atlas_page(chosen: argparse.Namespace) -> Report | str:
    atlas = Atlas(map(_found, chosen.arrangements or examples.names()))
    found = _asked_of(atlas, chosen)
    return _as_json(found) if chosen.json else Report(str(found), found.to_blocks())


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


def _as_json(found: Shown) -> str:
    return f"{json.dumps(found.to_records(), ensure_ascii=False, indent=2)}\n"


def _compare_command(command: argparse.ArgumentParser) -> None:
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
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(page=_compare_page)


def _compare_page(chosen: argparse.Namespace) -> Report | str:
    before, after = _found(chosen.before), _found(chosen.after)
    found = compare(before, after, same_as=[tuple(pair) for pair in chosen.same_as])
    return _as_json(found) if chosen.json else found.to_report()


def _law_command(command: argparse.ArgumentParser) -> None:
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


def _deadline_command(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Say by when something has to be done: the day, each day counted or skipped, "
        "every text that asks for it, and every other reading."
    )
    command.add_argument("clock", metavar="CLOCK", help='such as "rapid-review"')
    command.add_argument("--on", metavar="DATE", help="your today")
    command.add_argument("--reading", metavar="ID", help='such as "clear-days"')
    command.add_argument("--json", action="store_true", help="as JSON")
    _event_options(command, shelf.event_names())
    command.set_defaults(page=_deadline_page)


def _deadline_page(chosen: argparse.Namespace) -> Report | str:
    events = _events(chosen, shelf.event_names())
    found = deadline(
        chosen.clock,
        on=chosen.on,
        reading=chosen.reading,
        **events,  # type: ignore[arg-type] # an event is no book of law
    )
    if chosen.json:
        text = json.dumps(found.to_json(), ensure_ascii=False, indent=2)
        return f"{text}\n"
    return found.explain()


def _timeline_command(command: argparse.ArgumentParser) -> None:
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
    command.add_argument("--json", action="store_true", help="as JSON")
    _event_options(command, shelf.every_event())
    command.set_defaults(page=_timeline_page)


def _timeline_page(chosen: argparse.Namespace) -> Report | str:
    events = _events(chosen, shelf.every_event())
    found = timeline(events, chosen.on, pathway=chosen.pathway)
    layout = _layout(chosen)
    if chosen.json:
        return _as_json(found)
    if layout == "svg":
        return found.to_svg()
    if layout == "ics":
        dated = (one.deadline for one in found if one.status)
        stamp = datetime.combine(found.on, time(), UTC)
        return ics.dumps(dated, stamp=stamp, reference=chosen.case, title=str(found))
    return found.to_report()


def _case_command(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Say of a case whether it is serious, who must be told and by when, what is "
        "owed, and what to ask next, in the order that settles the most."
    )
    command.add_argument(
        "case",
        metavar="FILE",
        help="a TOML or JSON file, or a bundled one: "
        f"{', '.join(examples.case_names())}",
    )
    command.add_argument("--on", metavar="DATE", help="your today")
    command.add_argument(
        "--authority", metavar="NAME", help="who asks, if not the authority of the case"
    )
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(page=_case_page)


def _case_page(chosen: argparse.Namespace) -> Report | str:
    found = check_case(
        _found_case(chosen.case), on=chosen.on, local_authority=chosen.authority
    )
    if chosen.json:
        return f"{json.dumps(found.to_json(), ensure_ascii=False, indent=2)}\n"
    return found.to_report()


def _event_options(command: argparse.ArgumentParser, names: Sequence[str]) -> None:
    for name in names:
        option = f"--{name.replace('_', '-')}"
        command.add_argument(option, dest=name, metavar="DATE", help=argparse.SUPPRESS)
    command.epilog = "The day of each event by its name, such as --notified 2026-12-11."


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


def _found(name: str) -> Arrangement:
    if name in examples.names():
        return examples.load(name)
    file = _file(name)
    return codec.load(file) if file else examples.load(name)


def _found_case(name: str) -> Case:
    if name in examples.case_names():
        return examples.load_case(name)
    file = _file(name)
    return codec.load_case(file) if file else examples.load_case(name)


def _file(name: str) -> Path | None:
    """Give the file that is meant, whose ending may be left out."""
    file = Path(name)
    if file.suffix or file.exists():
        return file
    endings = (file.with_name(f"{file.name}{suffix}") for suffix in (".toml", ".json"))
    return next((one for one in endings if one.exists()), None)


def _laid_out(page: Report, layout: str) -> str:
    if layout == "html":
        return page.to_page()
    return page.to_markdown() if layout == "markdown" else page.to_text()


def _hand_over(text: str, output: str | None) -> None:
    if output is None:
        encoding = sys.stdout.encoding or "utf-8"  # a terminal may lack the pound sign
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        return
    try:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as cause:
        raise UnreadableError(
            f"{echo(output)} cannot be written: {cause.strerror}",
            remedy="check the path",
        ) from cause


if __name__ == "__main__":
    sys.exit(main())
