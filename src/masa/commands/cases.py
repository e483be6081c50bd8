"""The verb about cases: check-case."""

import argparse

from masa import examples
from masa.commands.given import found_case, json_argument, whole_as_json
from masa.ground.reports import Report
from masa.rules.case_checks import check_case

__all__ = ["case_command"]


def case_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that checks a case."""
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
    json_argument(command)
    command.set_defaults(page=_case_page)


def _case_page(chosen: argparse.Namespace) -> Report | str:
    answer = check_case(
        found_case(chosen.case), on=chosen.on, local_authority=chosen.authority
    )
    if chosen.json:
        return whole_as_json(answer.to_json())
    return answer.to_report()
