"""The command line: ``python -m masa report barnet``. It has no logic of its own."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from masa import codec, examples, report
from masa.ground.errors import MasaError, UnreadableError
from masa.ground.text import echo
from masa.model.arrangement import Arrangement

__all__ = ["main"]

DONE = 0
UNREADABLE = 2
FORMATS = ("text", "markdown", "html")
_SUFFIXES = {".md": "markdown", ".html": "html", ".htm": "html"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after ``python -m masa``; by default, those of the
            process.

    Returns:
        0 if it was done, 2 if a file could not be read or written.

    Raises:
        SystemExit: If the words are not a command, or help was asked for.
    """
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        arrangement = _found(chosen.arrangement)
        text = _laid_out(arrangement, chosen.format or _format_of(chosen.output))
        _hand_over(text, chosen.output)
    except MasaError as error:
        print(f"masa: {error}", file=sys.stderr)  # noqa: T201 (a command prints)
        return UNREADABLE
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m masa",
        description="English multi-agency safeguarding arrangements.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser(
        "report",
        help="describe an arrangement on one page",
        description="Describe an arrangement: partners, groups, agencies, money, "
        "what is not stated and what contradicts itself.",
    )
    command.add_argument(
        "arrangement",
        metavar="FILE",
        help=f"a TOML or JSON file, or a bundled one: {', '.join(examples.names())}",
    )
    command.add_argument(
        "--format", choices=FORMATS, help="text, unless -o ends in .md or .html"
    )
    command.add_argument("-o", "--output", metavar="FILE", help="write it there")
    return parser


def _found(name: str) -> Arrangement:
    if name in examples.names():
        return examples.load(name)
    if not Path(name).suffix and not Path(name).exists():
        return examples.load(name)
    return codec.load(name)


def _format_of(output: str | None) -> str:
    return _SUFFIXES.get(Path(output or "").suffix.casefold(), "text")


def _laid_out(arrangement: Arrangement, layout: str) -> str:
    described = report.describe(arrangement)
    if layout == "html":
        return described.to_page()
    return described.to_markdown() if layout == "markdown" else described.to_text()


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
