"""Errors keep their parts, their place and their built-in parent."""

import copy
import pickle
from collections.abc import Callable

import pytest

from masa.ground import errors
from masa.ground.errors import (
    AllocationError,
    AmountError,
    CoverageError,
    DateError,
    DocumentError,
    EventError,
    FactError,
    Fault,
    KindError,
    MasaError,
    NotInForceError,
    NotQuantifiedError,
    RangeError,
    TextError,
    TruthError,
    UnitError,
    UnknownNameError,
    UnreadableError,
    UnsettledError,
)

PARENTS: dict[type[MasaError], type[Exception]] = {
    MasaError: Exception,
    TextError: ValueError,
    KindError: TypeError,
    RangeError: ValueError,
    AllocationError: ValueError,
    AmountError: ValueError,
    DateError: ValueError,
    UnitError: TypeError,
    FactError: ValueError,
    TruthError: TypeError,
    UnknownNameError: KeyError,
    UnsettledError: LookupError,
    CoverageError: LookupError,
    NotInForceError: LookupError,
    NotQuantifiedError: LookupError,
    EventError: ValueError,
    UnreadableError: OSError,
}
KINDS = [pytest.param(kind, id=kind.__name__) for kind in PARENTS]


def _pickled(error: MasaError) -> MasaError:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 (made by this test)
    assert isinstance(again, MasaError)
    return again


Copy = Callable[[MasaError], MasaError]
COPIES = [
    pytest.param(_pickled, id="pickled"),
    pytest.param(copy.copy, id="copied"),
    pytest.param(copy.deepcopy, id="copied deeply"),
]
FIRST = Fault(
    "it is no date", remedy="write a day", path=("groups", 1, "start"), line=7
)
SECOND = Fault("it is empty")


class TestEveryKind:
    def test_each_public_error_is_in_the_table_of_parents(self) -> None:
        assert {kind.__name__ for kind in PARENTS} == set(errors.__all__) - {
            "DocumentError",
            "Fault",
        }

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_caught_by_its_built_in_parent(self, kind: type[MasaError]) -> None:
        with pytest.raises(PARENTS[kind], match="wrong"):
            raise kind("it is wrong")

    @pytest.mark.parametrize("copied", COPIES)
    @pytest.mark.parametrize("kind", KINDS)
    def test_keeps_its_parts(self, kind: type[MasaError], copied: Copy) -> None:
        again = copied(kind("it is wrong", remedy="put it right", field="Body.name"))
        assert type(again) is kind
        assert (again.said, again.remedy, again.field) == (
            "it is wrong",
            "put it right",
            "Body.name",
        )
        assert str(again) == "Body.name: it is wrong; put it right"

    @pytest.mark.parametrize("kind", KINDS)
    def test_says_no_more_than_it_was_told(self, kind: type[MasaError]) -> None:
        assert str(kind("it is wrong")) == "it is wrong"
        assert str(kind("it is wrong", remedy="stop")) == "it is wrong; stop"
        assert str(kind("it is wrong", field="Body.name")) == "Body.name: it is wrong"

    @pytest.mark.parametrize("copied", COPIES)
    def test_an_unsettled_error_keeps_its_reason(self, copied: Copy) -> None:
        error = UnsettledError("the sources differ")
        assert error.reason == ""
        error.reason = "contradiction"
        again = copied(error)
        assert isinstance(again, UnsettledError)
        assert again.reason == "contradiction"


class TestFault:
    @pytest.mark.parametrize(
        ("path", "line", "where"),
        [
            pytest.param((), None, "", id="nowhere"),
            pytest.param((), 3, "line 3", id="a line alone"),
            pytest.param(("title",), None, "title", id="a key alone"),
            pytest.param(("title",), 1, "title (line 1)", id="a key and its line"),
            pytest.param(
                ("groups", 1, "meets", 0),
                None,
                "groups[1].meets[0]",
                id="keys and positions",
            ),
            pytest.param((0, "name"), None, "[0].name", id="a position first"),
        ],
    )
    def test_names_its_place(
        self, path: tuple[str | int, ...], line: int | None, where: str
    ) -> None:
        fault = Fault("it is wrong", remedy="stop", path=path, line=line)
        assert fault.where == where
        assert str(fault) == (f"{where}: " if where else "") + "it is wrong; stop"

    def test_is_a_value_error(self) -> None:
        assert issubclass(Fault, ValueError)

    @pytest.mark.parametrize("copied", COPIES)
    def test_keeps_its_place(self, copied: Copy) -> None:
        again = copied(FIRST)
        assert isinstance(again, Fault)
        assert (again.path, again.line) == (FIRST.path, FIRST.line)
        assert str(again) == "groups[1].start (line 7): it is no date; write a day"


class TestDocumentError:
    def test_lists_every_fault_with_its_place(self) -> None:
        assert str(DocumentError("barnet.toml", [FIRST, SECOND])) == (
            "barnet.toml: 2 faults\n"
            "  groups[1].start (line 7): it is no date; write a day\n"
            "  it is empty"
        )

    def test_counts_one_fault_in_the_singular(self) -> None:
        assert str(DocumentError("barnet.toml", [SECOND])).startswith(
            "barnet.toml: 1 fault\n"
        )

    def test_is_a_value_error_and_a_group(self) -> None:
        error = DocumentError("barnet.toml", [FIRST, SECOND])
        assert isinstance(error, ValueError)
        assert isinstance(error, MasaError)
        assert error.exceptions == error.faults == (FIRST, SECOND)

    @pytest.mark.parametrize("copied", COPIES)
    def test_keeps_its_faults(self, copied: Copy) -> None:
        error = DocumentError("barnet.toml", [FIRST, SECOND])
        again = copied(error)
        assert isinstance(again, DocumentError)
        assert str(again) == str(error)
        assert again.faults[0].path == FIRST.path

    def test_splits_into_errors_of_the_same_kind(self) -> None:
        error = DocumentError("barnet.toml", [FIRST, SECOND])
        inside, outside = error.split(
            lambda fault: isinstance(fault, Fault) and fault.line == 7
        )
        assert isinstance(inside, DocumentError)
        assert isinstance(outside, DocumentError)
        assert inside.faults == (FIRST,)
        assert outside.faults == (SECOND,)
        assert str(outside) == "barnet.toml: 1 fault\n  it is empty"

    def test_is_taken_apart_by_except_star(self) -> None:
        caught: list[object] = []
        try:
            raise DocumentError("barnet.toml", [FIRST, SECOND])
        except* Fault as group:
            caught.append(group)
        assert isinstance(caught[0], DocumentError)
        assert caught[0].faults == (FIRST, SECOND)
