"""The verb that draws an arrangement, or tells its structure in words: draw."""

import argparse
from pathlib import Path

import masa
from masa.commands.given import arrangement_argument, found, layout_of
from masa.ground.errors import UnreadableError
from masa.ground.text import echo

__all__ = ["draw_command"]

_ENDINGS = ("", ".txt", ".svg", ".mmd", ".mermaid", ".dot", ".gv", ".graphml")


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
    layout = _layout(chosen)
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


def _layout(chosen: argparse.Namespace) -> str:
    """Give the kind of drawing; a name may not promise a picture that it is not.

    Raises:
        UnreadableError: If the name of the file ends like something else.
    """
    ending = Path(chosen.output or "").suffix.casefold()
    if chosen.format is None and ending not in _ENDINGS:
        raise UnreadableError(
            f"{echo(chosen.output)} cannot be written: a drawing is not {ending}",
            remedy="end it in .svg, .mmd, .dot, .txt or .graphml, or give --kind",
        )
    return layout_of(chosen)
