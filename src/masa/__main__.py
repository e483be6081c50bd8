"""The command line: ``python -m masa report barnet``. It has no logic of its own."""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from masa.commands.arrangements import (
    asking_command,
    atlas_command,
    compare_command,
    report_command,
)
from masa.commands.cases import case_command
from masa.commands.checks import (
    check_command,
    prepare_command,
    structure_command,
)
from masa.commands.drawing import draw_command
from masa.commands.given import layout_of
from masa.commands.law import deadline_command, law_command, timeline_command
from masa.commands.money import allocate_command
from masa.ground.errors import MasaError, UnreadableError
from masa.ground.reports import Report
from masa.ground.text import did_you_mean, echo
from masa.rules.chronology import chronology
from masa.rules.surveys import survey

__all__ = ["main"]

DONE = 0
UNREADABLE = 2
REPORT_HELP = "describe an arrangement on one page"
DEADLINE_HELP = "say by when something has to be done, and show the working"
TIMELINE_HELP = "give every deadline of a case, and where each stands"
CASE_HELP = "say what is found in a case, what is owed, and what to ask next"
CHECK_HELP = "hold an arrangement against the law and guidance of an edition"
STRUCTURE_HELP = "tell what is worth a look in how an arrangement is made"
PREPARE_HELP = "say what an arrangement needs for another edition"
COMPARE_HELP = "say what two arrangements have in common, and what differs"
ALLOCATE_HELP = "share a sum so that it adds up, and say who gets the odd penny"
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
DRAW_HELP = "draw the groups and who answers to whom, or tell it in words"
ATLAS_HELP = "say which of many arrangements covers an area, and when"
FORMATS = ("text", "markdown", "html")
FORMATS_OF = {
    "timeline": (*FORMATS, "svg", "ics"),
    "draw": ("text", "svg", "mermaid", "dot", "graphml"),
}
FORMAT_HELP = "text, unless -o ends in .md, .html, …"
KIND_HELP = "text, unless -o ends in .svg, .mmd, .dot, .gv or .graphml"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after ``python -m masa``; by default, those of the
            process.

    Returns:
        0 if it was done; 1 if a check found that something which the law requires is
        not shown; 2 if a file could not be read or written, or a name or a
        day means nothing.

    Raises:
        SystemExit: If the words are not a command, or help was asked for.
    """
    chosen, strange = _parser().parse_known_args(arguments)
    if strange:
        _refuse(chosen, strange)
    try:
        chosen.layout = layout_of(chosen)
        page = chosen.page(chosen)
        text = page if isinstance(page, str) else _laid_out(page, chosen.layout)
        _hand_over(text, chosen.output)
    except MasaError as error:
        print(f"masa: {error}", file=sys.stderr)  # noqa: T201 (a command prints)
        return UNREADABLE
    return int(chosen.code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m masa",
        description="English multi-agency safeguarding arrangements.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    report_command(commands.add_parser("report", help=REPORT_HELP))
    for name, said, more, ask in ASKING:
        asking_command(commands.add_parser(name, help=said), more, ask)
    atlas_command(commands.add_parser("atlas", help=ATLAS_HELP))
    compare_command(commands.add_parser("compare", help=COMPARE_HELP))
    check_command(commands.add_parser("check", help=CHECK_HELP))
    prepare_command(commands.add_parser("prepare", help=PREPARE_HELP))
    structure_command(commands.add_parser("structure", help=STRUCTURE_HELP))
    law_command(commands.add_parser("law", help=LAW_HELP))
    deadline_command(commands.add_parser("deadline", help=DEADLINE_HELP))
    timeline_command(commands.add_parser("timeline", help=TIMELINE_HELP))
    case_command(commands.add_parser("check-case", help=CASE_HELP))
    draw_command(commands.add_parser("draw", help=DRAW_HELP))
    allocate_command(commands.add_parser("allocate", help=ALLOCATE_HELP))
    for name, command in commands.choices.items():
        formats = FORMATS_OF.get(name, FORMATS)
        option, said = "--format", FORMAT_HELP
        if name == "draw":
            option, said = "--kind", KIND_HELP
        command.add_argument(option, dest="format", choices=formats, help=said)
        command.add_argument("-o", "--output", metavar="FILE", help="write it there")
        command.set_defaults(formats=formats, option=option, code=DONE)
        command.set_defaults(refuse=command.error, usage=command.format_help)
    return parser


def _refuse(chosen: argparse.Namespace, strange: list[str]) -> None:
    """End with the usage and the first that is strange, or what may be meant by it."""
    known = {*re.findall(r"--[\w-]+", chosen.usage()), *getattr(chosen, "events", ())}
    words = (one.partition("=")[0] for one in strange if one.startswith("-"))
    option = next((one for one in words if one not in known), None)
    if option is None:
        chosen.refuse(f"{echo(strange[0])} is a word too many")
    guess = did_you_mean(option, sorted(known))
    chosen.refuse(f"there is no option {echo(option)}{guess and f'; {guess}'}")


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
