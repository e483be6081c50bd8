"""What masa hands out, and what importing it costs."""

import importlib
import inspect
import pkgutil
import subprocess
import sys
from enum import EnumMeta
from pathlib import Path

import attrs
import pytest

import masa

NAMES = (Path(__file__).parent / "golden" / "public_names.txt").read_text().split()
SLOW = (
    *("attr", "dateutil", "difflib", "holidays", "hypothesis"),
    *("nanoarrow", "networkx", "numpy"),
)


def test_the_public_names_are_those_of_the_list() -> None:
    assert vars(masa)["__all__"] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_is_there_and_documented(name: str) -> None:
    assert inspect.getdoc(getattr(masa, name))
    assert name in dir(masa)


def test_there_are_no_others() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = masa.nothing  # type: ignore[attr-defined] # on purpose
    assert set(dir(masa)) - set(NAMES) == {"__version__", "columns", "strategies"}


def test_the_stub_shows_the_same_names() -> None:
    stub = (Path(inspect.getfile(masa)).parent / "__init__.pyi").read_text()
    shown = [
        line.split(" as ")[1].rstrip(",") for line in stub.split("\n") if " as " in line
    ]
    assert sorted(shown) == sorted([*NAMES, "columns", "strategies"])


def test_importing_loads_nothing_slow() -> None:
    probe = (
        "import sys; before = set(sys.modules); import masa; "
        "print(*sorted(set(sys.modules) - before))"
    )
    run = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", probe], check=True, capture_output=True, text=True
    )
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert "masa" in loaded
    assert not loaded & set(SLOW)


def modules() -> list[str]:
    found = pkgutil.walk_packages(masa.__path__, "masa.")
    return [module.name for module in found if module.name != "masa.__main__"]


@pytest.mark.parametrize("name", modules())
def test_each_module_says_what_it_offers(name: str) -> None:
    module = importlib.import_module(name)
    assert inspect.getdoc(module)
    if not hasattr(module, "__path__"):
        assert len(module.__all__) == len(set(module.__all__))
        assert all(hasattr(module, public) for public in module.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_no_value_has_room_for_a_child(name: str) -> None:
    kind = getattr(masa, name)
    if not (isinstance(kind, type) and attrs.has(kind)) or isinstance(kind, EnumMeta):
        return
    fields = {field.name for field in attrs.fields(kind)}
    assert not fields & {"child", "surname", "date_of_birth", "born", "nhs_number"}
    assert not any("child_name" in field for field in fields)
