"""Annotations say what a class takes; the same shapes check, read and walk it."""

import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Optional

import pytest
from attrs import field, frozen

from masa.ground.checks import checked
from masa.ground.dates import When
from masa.ground.errors import KindError, TextError
from masa.ground.money import Pounds, to_pounds
from masa.ground.shapes import (
    Facts,
    Leaf,
    Many,
    Maybe,
    Said,
    Shape,
    Value,
    parts,
    shape_of,
    to_choice,
    walk,
    words_of,
)
from masa.ground.sources import Source
from masa.ground.stated import NOT_STATED, Absence, Stated, Statement, stated
from masa.ground.text import Name, Ref, name, prose, ref


class ShirtSize(enum.Enum):
    """A choice."""

    SMALL = "small"
    LARGE = "large"


def shouted(value: str) -> str:
    """Print it in capitals."""
    return value.upper()


@frozen(kw_only=True, field_transformer=checked)
class Badge:
    """A class that is made of one text."""

    text_key: ClassVar[str] = "label"

    label: Name
    worn_by: Ref | None = None


@frozen(kw_only=True, field_transformer=checked)
class Club:
    """A class with a field of each shape."""

    title: Name
    size: ShirtSize = ShirtSize.SMALL
    is_open: bool = True
    members: tuple[Ref, ...] = ()
    badge: Badge | None = None
    founded: When | None = None
    opened: date | None = None
    seats: int = 0
    fee: Stated[Pounds] = field(default=NOT_STATED, metadata={"expected": True})
    chair: Stated[Ref] = field(default=Stated())
    note: Statement[Ref] | None = None
    parent: "Club | None" = None
    motto: str = field(default="none", converter=shouted)
    secret: str = field(default="none", init=False)


def club(**given: Any) -> Club:  # noqa: ANN401 (plain values are taken)
    """Make a club of plain values."""
    return Club(**{"title": "Chess"} | given)


class TestReading:
    @pytest.mark.parametrize(
        ("annotation", "shape"),
        [
            pytest.param(Name, Leaf(str, name), id="a text under a policy"),
            pytest.param(str, Leaf(str, prose), id="a text"),
            pytest.param(Source, Value(Source), id="one of our classes"),
            pytest.param(
                tuple[Ref, ...], Many(Leaf(str, ref, is_ref=True)), id="several"
            ),
            pytest.param(Name | None, Maybe(Leaf(str, name)), id="one or nothing"),
            pytest.param(
                Optional[Source],  # noqa: UP045 (the older form)
                Maybe(Value(Source)),
                id="one or nothing, the older way",
            ),
            pytest.param(Statement[Source], Said(Value(Source)), id="a statement"),
            pytest.param(
                Stated[Pounds],
                Facts(Leaf(Decimal, to_pounds), is_bare=True),
                id="a fact",
            ),
            pytest.param(
                Stated[Ref], Facts(Leaf(str, ref, is_ref=True)), id="a fact that refers"
            ),
        ],
    )
    def test_gives_the_shape(self, annotation: object, shape: Shape) -> None:
        assert shape_of(annotation) == shape

    @pytest.mark.parametrize(
        "annotation",
        [float, bytes, tuple, list[int], int | str, "Source", None, dict[str, int]],
    )
    def test_refuses_what_it_has_no_use_for(self, annotation: object) -> None:
        with pytest.raises(KindError, match="that masa reads"):
            shape_of(annotation)

    def test_knows_a_reference(self) -> None:
        assert shape_of(Ref) == Leaf(str, ref, is_ref=True)
        assert shape_of(Name) == Leaf(str, name, is_ref=False)

    def test_lists_the_parts_that_are_given(self) -> None:
        known = parts(Badge)
        assert list(known) == ["label", "worn_by"]
        assert known["label"].required
        assert (known["worn_by"].required, known["worn_by"].default) == (False, None)

    def test_knows_the_parts_that_are_expected(self) -> None:
        @frozen
        class Sheet:
            fee: Stated[Pounds] = field(default=NOT_STATED, metadata={"expected": 1})
            made: bool = field(default=True, init=False)
            note: Name = "none"

        assert [part.name for part in parts(Sheet).values()] == ["fee", "note"]
        assert [part.expected for part in parts(Sheet).values()] == [True, False]

    def test_says_what_a_class_is_called(self) -> None:
        class SignOff:
            called = "Sign-off"

        assert words_of(ShirtSize) == "shirt size"
        assert words_of(SignOff) == "sign-off"


class TestChecking:
    @pytest.mark.parametrize(
        ("key", "given", "held"),
        [
            pytest.param("title", "Bridge", "Bridge", id="a text"),
            pytest.param("size", "large", ShirtSize.LARGE, id="the word of a choice"),
            pytest.param("size", ShirtSize.LARGE, ShirtSize.LARGE, id="a choice"),
            pytest.param("is_open", False, False, id="yes or no"),
            pytest.param("seats", 4, 4, id="a whole number"),
            pytest.param("opened", "2019-10-01", date(2019, 10, 1), id="a day"),
            pytest.param("members", ["Ann"], ("Ann",), id="a list"),
            pytest.param("members", iter(["Ann"]), ("Ann",), id="any iterable"),
            pytest.param("badge", None, None, id="nothing where it may be"),
            pytest.param("badge", "Gold", Badge(label="Gold"), id="text by its key"),
            pytest.param(
                "badge", Badge(label="Gold"), Badge(label="Gold"), id="a value"
            ),
            pytest.param(
                "founded", "2019", When.from_text("2019"), id="text that a class reads"
            ),
            pytest.param("chair", "Ann", stated("Ann"), id="a plain value for a fact"),
            pytest.param("chair", stated("Ann"), stated("Ann"), id="a fact"),
            pytest.param(
                "chair", stated(Absence.NONE), stated(Absence.NONE), id="an absence"
            ),
            pytest.param(
                "chair",
                Statement(value="Ann", at=Source("7")),
                stated("Ann", at="7"),
                id="a statement for a fact",
            ),
            pytest.param(
                "note",
                "Ann",
                Statement(value="Ann"),
                id="a plain value for a statement",
            ),
            pytest.param("motto", "win", "WIN", id="a field with its own converter"),
        ],
    )
    def test_takes_what_may_stand_for_a_value(
        self, key: str, given: object, held: object
    ) -> None:
        assert getattr(club(**{key: given}), key) == held

    def test_brings_what_is_stated_into_form(self) -> None:
        whole: Stated[object] = stated(97)
        fee = club(fee=whole | stated("0.5", at="7")).fee
        assert [str(value) for value in fee.values] == ["97.00", "0.50"]
        assert all(isinstance(value, Decimal) for value in fee.values)
        assert fee.statements[1].at == Source("7")

    def test_leaves_a_field_of_its_own_kind_unread(self) -> None:
        assert club(parent=club()).parent == club()

    @pytest.mark.parametrize(
        ("key", "given", "error"),
        [
            pytest.param("title", 7, KindError, id="a number for a name"),
            pytest.param("title", "", TextError, id="an empty name"),
            pytest.param("size", "medium", KindError, id="no such choice"),
            pytest.param("is_open", 1, KindError, id="a number for yes"),
            pytest.param("is_open", "no", KindError, id="a word for no"),
            pytest.param("seats", True, KindError, id="yes for a number"),
            pytest.param("opened", datetime(2019, 1, 1), KindError, id="a time"),  # noqa: DTZ001 (refused)
            pytest.param("members", "Ann", KindError, id="a text for a list"),
            pytest.param("members", 7, KindError, id="a number for a list"),
            pytest.param("members", ["Ann", 7], KindError, id="a wrong item"),
            pytest.param("badge", 7, KindError, id="a number for a value"),
            pytest.param("chair", stated(7), KindError, id="a wrong value in a fact"),
            pytest.param("fee", stated(0.5), KindError, id="a float in a fact"),
            pytest.param("founded", None, None, id="nothing where it may be"),
        ],
    )
    def test_refuses_what_may_not(
        self, key: str, given: object, error: type[Exception] | None
    ) -> None:
        if error is None:
            assert getattr(club(**{key: given}), key) is None
            return
        with pytest.raises(error) as caught:
            club(**{key: given})
        assert str(caught.value).startswith(f"Club.{key}: ")

    def test_names_the_innermost_field(self) -> None:
        with pytest.raises(TextError, match=r"^Badge\.label: "):
            club(badge="")

    def test_a_class_without_text_takes_none(self) -> None:
        shape = Annotated[str, name]

        @frozen(field_transformer=checked)
        class Wrapped:
            inner: Leaf
            label: shape = "none"

        given: dict[str, Any] = {"inner": "text"}
        with pytest.raises(KindError, match="is not a leaf"):
            Wrapped(**given)

    def test_offers_the_choices(self) -> None:
        with pytest.raises(KindError, match="is not a shirt size") as caught:
            to_choice(ShirtSize, "medium")
        assert caught.value.remedy == "write small or large"


@frozen(kw_only=True, field_transformer=checked)
class Team:
    """A class that refers to others in every way."""

    captain: Ref
    members: tuple[Ref, ...] = ()
    badge: Badge | None = None
    coach: Stated[Ref] = field(default=Stated())
    note: Statement[Ref] | None = None


class TestWalking:
    @pytest.mark.parametrize(
        ("given", "found"),
        [
            pytest.param({}, [("captain",)], id="one alone"),
            pytest.param(
                {"members": ["Ann", "Bob"]},
                [("captain",), ("members", 0), ("members", 1)],
                id="several by their positions",
            ),
            pytest.param(
                {"badge": Badge(label="Gold", worn_by="Ann")},
                [("captain",), ("badge", "worn_by")],
                id="within another value",
            ),
            pytest.param(
                {"coach": "Ann"}, [("captain",), ("coach",)], id="one statement"
            ),
            pytest.param(
                {"coach": stated("Ann") | stated("Bob")},
                [("captain",), ("coach", 0), ("coach", 1)],
                id="several statements by their positions",
            ),
            pytest.param(
                {"coach": stated(Absence.NONE)}, [("captain",)], id="not in an absence"
            ),
            pytest.param({"note": "Ann"}, [("captain",), ("note",)], id="a statement"),
            pytest.param(
                {"note": Statement(value=Absence.NONE)},
                [("captain",)],
                id="not in a statement of absence",
            ),
        ],
    )
    def test_finds_every_reference(
        self, given: dict[str, Any], found: list[tuple[str | int, ...]]
    ) -> None:
        team = Team(captain="Zoe", **given)
        refs = [
            (path, value)
            for shape, value, path in walk(Value(Team), team)
            if isinstance(shape, Leaf)
        ]
        assert [path for path, _ in refs] == found
        assert {str(value) for _, value in refs} <= {"Zoe", "Ann", "Bob"}

    def test_yields_the_values_and_the_facts_too(self) -> None:
        team = Team(captain="Zoe", badge=Badge(label="Gold"), coach=stated("Ann"))
        walked = {path: shape for shape, _, path in walk(Value(Team), team)}
        assert walked[()] == Value(Team)
        assert walked["badge",] == Value(Badge)
        assert list(walk(Facts(Leaf(str, ref)), NOT_STATED, ("coach",))) == [
            (Facts(Leaf(str, ref)), NOT_STATED, ("coach",))
        ]

    def test_passes_over_a_text_that_refers_to_nothing(self) -> None:
        assert list(walk(shape_of(Name), "Ann")) == []
        assert list(walk(shape_of(Ref), "Ann")) == [(shape_of(Ref), "Ann", ())]
