"""The verb that draws an arrangement, or tells its structure in words: draw."""

import argparse

import masa
from masa.commands.given import arrangement_argument, found
from masa.ground.errors import UnreadableError

__all__ = ["draw_command"]


def draw_command(command: argparse.ArgumentParser) -> None:
    """Make the verb that draws an arrangement."""
    command.description = (
        "Draw an arrangement: its groups, who answers to whom, who sits where, who "
        "scrutinises and who pays; as a picture, in words, or for another program."
    )
    arrangement_argument(command)
    command.add_argument(
        "--around", metavar="NAME", help="only this and whatever it has to do with"
    )
    command.add_argument(
        "--only",
        action="append",
        metavar="KIND",
        help='only this kind, such as "reports to"; may be given several times',
    )
    command.add_argument(
        "--on", metavar="DATE", help="without what surely was not there on this day"
    )
    command.add_argument(
        "--landscape",
        action="store_true",
        help="a picture for a page of A4, lengthwise",
    )
    command.set_defaults(page=_drawn)


def _drawn(chosen: argparse.Namespace) -> str:
    layout = chosen.layout
    if chosen.landscape and layout != "svg":
        raise UnreadableError(
            f"--landscape is for a picture, and this is {layout}",
            remedy="leave it out, or give --kind svg",
        )
    graph = masa.governance(found(chosen.arrangement), on=chosen.on)
    around, kinds = chosen.around, chosen.only
    if layout == "svg":
        return graph.to_svg(around=around, kinds=kinds, landscape=chosen.landscape)
    write = {
        "mermaid": graph.to_mermaid,
        "dot": graph.to_dot,
        "graphml": graph.to_graphml,
    }.get(layout, graph.to_text)
    return write(around=around, kinds=kinds)
