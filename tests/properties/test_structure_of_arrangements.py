"""Any arrangement can be remarked upon, whatever its bodies are called."""

from typing import Any

from attrs import evolve
from hypothesis import given, settings

import masa
from masa.ground.logic import Answer
from masa.ground.names import is_named
from masa.ground.shapes import (
    Facts,
    Leaf,
    Many,
    Maybe,
    Said,
    Shape,
    Value,
    parts,
    walk,
)
from masa.ground.stated import Stated
from masa.strategies import arrangements

some = settings(max_examples=60)
WORDED = {  # told by the words of names, and not by who is who
    *("agency-never-met", "agency-perhaps-not-in-schedule", "no-dispute-procedure"),
    "no-education-at-top",
    *("no-line-for-reviews", "no-line-for-scrutiny", "no-voluntary-sector-at-top"),
}


def _names(arrangement: masa.Arrangement) -> set[str]:
    """Give every name that something in it carries."""
    found = {arrangement.title, *arrangement.name.values}
    for shape, thing, _ in walk(Value(masa.Arrangement), arrangement):
        if isinstance(shape, Value) and is_named(shape.kind):
            found |= set(Stated(getattr(thing, "also", ())).values)
            found |= {str(getattr(thing, "name", ""))}
    return found


def _renamed(shape: Shape, value: Any, new: dict[str, str]) -> Any:  # noqa: ANN401 (the shape says what)
    """Give a value with every name in it exchanged, wherever it is used."""
    result = value
    match shape:
        case Leaf():
            result = new.get(value, value)
        case Many(of):
            result = tuple(_renamed(of, item, new) for item in value)
        case Maybe(of) if value is not None:
            result = _renamed(of, value, new)
        case Said(of) if not isinstance(value.value, masa.Absence):
            result = evolve(value, value=_renamed(of, value.value, new))
        case Facts(of):
            result = Stated(_renamed(Said(of), one, new) for one in value.statements)
        case Value():
            changed = {
                key: _renamed(part.shape, getattr(value, key), new)
                for key, part in parts(type(value)).items()
                if _holds_names(type(value), key, is_plain=part.is_plain)
            }
            result = evolve(value, **changed)
    return result


def _holds_names(kind: type, key: str, *, is_plain: bool) -> bool:
    if kind is masa.EscalationStage:
        return key == "who"
    is_called = is_named(kind) and key in {"name", "title", "also"}
    return is_called or not is_plain


class TestRemarks:
    """What is remarked upon is who does what, and not what it is called."""

    @some
    @given(arrangements())
    def test_are_made_of_any_arrangement(self, arrangement: masa.Arrangement) -> None:
        found = masa.check_structure(arrangement)
        assert found.to_text()
        cut = arrangement.is_truncated is Answer.YES
        silence = "not stated" if cut else "not in the text held"
        kept = [
            r.says for r in found if r.id.startswith(("group-without", "no-budget"))
        ]
        assert not any(f" is {silence}" in said.partition(":")[0] for said in kept)

    @some
    @given(arrangements())
    def test_do_not_depend_on_names(self, arrangement: masa.Arrangement) -> None:
        names = sorted(_names(arrangement))
        new = {name: f"N{number}" for number, name in enumerate(names)}
        renamed = _renamed(Value(masa.Arrangement), arrangement, new)
        before, after = (
            [one.id for one in masa.check_structure(each) if one.id not in WORDED]
            for each in (arrangement, renamed)
        )
        assert before == after

    @some
    @given(arrangements())
    def test_are_made_in_the_order_of_the_checks(
        self, arrangement: masa.Arrangement
    ) -> None:
        found = masa.check_structure(arrangement)
        places = [found.looked_for.index(one.id) for one in found]
        assert places == sorted(places)
        assert [one for id_ in found.looked_for for one in found[id_]] == [*found]
