"""What is bundled, by name: real arrangements as published, and a made-up case."""

from importlib.resources import files

from masa.codec import loads, loads_case
from masa.ground.errors import UnknownNameError
from masa.ground.text import did_you_mean, echo, listed
from masa.model.arrangement import Arrangement
from masa.model.cases import Case

__all__ = ["case_names", "case_text", "load", "load_case", "names", "text"]

ARRANGEMENTS, CASES = "arrangements", "cases"


def names() -> tuple[str, ...]:
    """Name every bundled arrangement, in the order of the alphabet."""
    return _names(ARRANGEMENTS)


def case_names() -> tuple[str, ...]:
    """Name every bundled case; each is made up."""
    return _names(CASES)


def _names(kind: str) -> tuple[str, ...]:
    folder = files("masa") / "data" / kind
    return tuple(
        sorted(
            file.name.removesuffix(".toml")
            for file in folder.iterdir()
            if file.name.endswith(".toml")
        )
    )


def text(name: str) -> str:
    """Give the file of a bundled arrangement, as a person wrote it.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    return _text(name, ARRANGEMENTS)


def case_text(name: str) -> str:
    """Give the file of a bundled case.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    return _text(name, CASES)


def _text(name: str, kind: str) -> str:
    known = _names(kind)
    if name not in known:
        raise UnknownNameError(
            f"no {kind.removesuffix('s')} called {echo(name)} is bundled",
            remedy=did_you_mean(str(name), known) or f"there are {listed(known)}",
        )
    file = files("masa") / "data" / kind / f"{name}.toml"
    return file.read_text(encoding="utf-8")


def load(name: str) -> Arrangement:
    """Load a bundled arrangement.

    Args:
        name: One of `names`, such as ``barnet``.

    Raises:
        UnknownNameError: If there is none of that name.

    Example:
        >>> import masa
        >>> print(masa.examples.load("barnet")["Leadership Forum"].meets)
        bi-monthly (every 2 months or twice a month) (s.7)
    """
    return loads(text(name), format="toml")


def load_case(name: str) -> Case:
    """Load a bundled case.

    Args:
        name: One of `case_names`, such as ``first-days``.

    Raises:
        UnknownNameError: If there is none of that name.

    Example:
        >>> import masa
        >>> masa.is_serious_case(masa.examples.load_case("first-days")).answer
        Answer.UNKNOWN
    """
    return loads_case(case_text(name), format="toml")
