"""The bundled arrangements, by name: real ones, as they were published."""

from importlib.resources import files

from masa.codec import loads
from masa.ground.errors import UnknownNameError
from masa.ground.text import did_you_mean, echo, listed
from masa.model.arrangement import Arrangement

__all__ = ["load", "names", "text"]


def names() -> tuple[str, ...]:
    """Name every bundled arrangement, in the order of the alphabet."""
    folder = files("masa") / "data" / "arrangements"
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
    known = names()
    if name not in known:
        raise UnknownNameError(
            f"no arrangement called {echo(name)} is bundled",
            remedy=did_you_mean(str(name), known) or f"there are {listed(known)}",
        )
    file = files("masa") / "data" / "arrangements" / f"{name}.toml"
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
