"""What several verbs need: a file by its name, and a page as JSON."""

import argparse
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from masa import codec, examples
from masa.ground.errors import DocumentError, Fault, UnreadableError
from masa.ground.shown import Shown
from masa.ground.text import echo, listed
from masa.model.arrangement import Arrangement
from masa.model.cases import Case

__all__ = [
    "arrangement_argument",
    "found",
    "found_case",
    "json_argument",
    "layout_of",
    "pairs",
    "rows_as_json",
    "whole_as_json",
]

_SUFFIXES = {
    "": "text",
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".ics": "ics",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".graphml": "graphml",
}


def arrangement_argument(command: argparse.ArgumentParser) -> None:
    """Let a verb take an arrangement, before its options or after them."""
    command.usage = "%(prog)s FILE [options]"
    command.add_argument(
        "arrangement",
        metavar="FILE",
        help=f"a TOML or JSON file, or a bundled one: {', '.join(examples.names())}",
    )


def json_argument(command: argparse.ArgumentParser) -> None:
    """Let a verb give its answer as JSON."""
    command.add_argument("--json", action="store_true", help="as JSON")


def layout_of(chosen: argparse.Namespace) -> str:
    """Give the format that is asked for, by name or by the name of the file.

    Raises:
        UnreadableError: If two formats are asked for, or the name of the file promises
            what the verb does not write.
    """
    is_json = getattr(chosen, "json", False)
    if chosen.format is not None:
        if is_json:
            raise UnreadableError(
                f"--json and {chosen.option} stand together", remedy="give one of them"
            )
        return str(chosen.format)
    if is_json:
        return "json"
    ending = Path(chosen.output or "").suffix.casefold()
    ending = ending if re.search("[a-z]", ending) else ""  # as in "report 1.2"
    layout = _SUFFIXES.get(ending, "")
    if layout not in chosen.formats:
        raise UnreadableError(
            f"{echo(chosen.output)} cannot be written: this command makes no {ending}",
            remedy=_other_than(ending, chosen),
        )
    return layout


def _other_than(ending: str, chosen: argparse.Namespace) -> str:
    """Say how the name of a file may end, or what to give to have it so named."""
    if ending == ".json" and hasattr(chosen, "json"):
        return "give --json as well"
    usual = {layout: end for end, layout in reversed(_SUFFIXES.items()) if end}
    endings = [usual[layout] for layout in chosen.formats]
    return f"end it in {listed(endings, 'or')}, or give {chosen.option}"


def no_fault(_name: str, _value: str) -> Iterable[Fault]:
    """Find nothing wrong with a name and a value."""
    return ()


def pairs(
    given: list[str],
    such_as: str,
    wrong: Callable[[str, str], Iterable[Fault]] = no_fault,
) -> list[tuple[str, str]]:
    """Split words such as ``P18-S5=a reason``.

    Args:
        given: The words.
        such_as: One of them as it should be.
        wrong: What is wrong with a name and its value.

    Raises:
        Fault: If one has no equals sign, or nothing on a side of it, a name is given
            twice, or a pair is wrong.
        DocumentError: If there are several such faults.
    """
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for word in given:
        name, value = map(str.strip, word.partition("=")[::2])
        if not (name and value):
            said, remedy = f"{echo(word)} is no pair", f"write for example {such_as}"
            faults.append(Fault(said, remedy=remedy))
        elif name in found:
            said = f"{echo(name)} is given twice"
            faults.append(Fault(said, remedy="give each name once"))
        else:
            found[name] = value
            faults += wrong(name, value)
    if len(faults) > 1:
        raise DocumentError("what is given cannot be read", faults)
    if faults:
        raise faults[0]
    return list(found.items())


def rows_as_json(answer: Shown) -> str:
    """Write the rows of an answer as JSON."""
    return whole_as_json(answer.to_records())


def whole_as_json(values: object) -> str:
    """Write plain values as JSON."""
    return f"{json.dumps(values, ensure_ascii=False, indent=2)}\n"


def found(name: str) -> Arrangement:
    """Load an arrangement: a bundled one, or a file whose ending may be left out.

    Raises:
        MasaError: If there is none, or it cannot be read.
    """
    if name in examples.names():
        return examples.load(name)
    file = _file(name)
    return codec.load(file) if file else examples.load(name)


def found_case(name: str) -> Case:
    """Load a case, likewise.

    Raises:
        MasaError: If there is none, or it cannot be read.
    """
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
