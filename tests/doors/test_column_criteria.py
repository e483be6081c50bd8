"""Criteria over columns equal the scalar rule row by row, whatever kind they are."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Any

import dask.dataframe as dd
import duckdb
import nanoarrow as na
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from masa import columns
from masa.columns import values
from masa.columns.answer_tables import answers_to
from masa.ground.criteria import Criterion, all_of, any_of, is_not, is_one_of, is_so
from masa.ground.errors import (
    CoverageError,
    DateError,
    DocumentError,
    KindError,
    MasaError,
    NotInForceError,
    RangeError,
    TextError,
    UnknownNameError,
)
from masa.ground.findings import Finding
from masa.ground.logic import Answer, Fact, WhyUnknown
from masa.model.case_facts import FOLLOWS, QUESTIONS
from masa.model.cases import Case
from masa.model.opening import law
from masa.model.places import Where
from masa.rules import allegations, child_deaths, criteria, fostering
from masa.rules.agencies import DELEGATION_BETWEEN_PARTNERS
from masa.rules.catalogue import criterion

NO_ANSWER = " is not an answer; give True, False, yes, no, unknown or nothing"
ON = "2026-11-24"
THREE = (True, False, None)
PLAIN: Mapping[Answer, bool | None] = {
    Answer.YES: True,
    Answer.NO: False,
    Answer.UNKNOWN: None,
}
Row = Mapping[str, Any]
Rows = Sequence[Any]

SCALAR: dict[str, Callable[..., Finding]] = {
    "is_serious_case": criteria.is_serious_case,
    "is_serious_harm": criteria.is_serious_harm,
    "must_notify": criteria.must_notify,
    "must_notify_looked_after_death": criteria.must_notify_looked_after_death,
    "must_notify_care_leaver_death": criteria.must_notify_care_leaver_death,
    "must_review_death": child_deaths.must_review_death,
    "may_review_death": child_deaths.may_review_death,
    "calls_for_joint_agency_response": child_deaths.calls_for_joint_agency_response,
}
OF_AN_AUTHORITY = ("must_notify", "must_review_death", "may_review_death")
IDS: dict[str, str] = {
    "is_serious_case": "serious-case",
    "is_serious_harm": "serious-harm",
    "must_notify": "notifiable-event",
    "must_notify_looked_after_death": "looked-after-death",
    "must_notify_care_leaver_death": "care-leaver-death",
    "must_review_death": "child-death-review-duty",
    "may_review_death": "child-death-review-power",
    "calls_for_joint_agency_response": "joint-agency-response",
}
MORE = {
    "is_serious_case": ("age",),
    "must_notify": ("age",),
    "must_review_death": ("age", "planned_termination"),
    "may_review_death": ("age", "planned_termination"),
}
PLACES = ("this authority", "another in England", "outside England", "Barnet", None)
VALUES: Mapping[str, Sequence[object]] = {
    "age": (0, 17, 18, 25, 26, None),
    "place": PLACES,
    "normally_resident": (*PLACES, "Camden Council"),
    "local_authority": ("Barnet", "Camden", None),
}


def ask(name: str) -> Callable[..., Any]:
    """Give the rule over columns of a name."""
    found: Callable[..., Any] = getattr(columns, name)
    return found


def rows_of(facts: Iterable[str]) -> list[dict[str, Any]]:
    """Give every row of some facts."""
    names = tuple(facts)
    choices = [VALUES.get(name, THREE) for name in names]
    return [dict(zip(names, row, strict=True)) for row in product(*choices)]


def as_columns(rows: Sequence[Row]) -> dict[str, list[Any]]:
    """Turn rows into columns."""
    return {name: [row[name] for row in rows] for name in rows[0]}


def alone(name: str, row: Row, **asked: Any) -> bool | None:  # noqa: ANN401 (of the rule)
    """Ask the scalar rule about one row."""
    return PLAIN[SCALAR[name](Case(reference="R", **row), **asked).answer]


def plainly(column: Any) -> list[Any]:  # noqa: ANN401 (a column of any kind)
    """Give any column of answers as plain Python values."""
    if isinstance(column, na.Array):
        return list(column.to_pylist())
    if isinstance(column, pd.Series):
        assert column.dtype == "boolean"
        return [None if one is pd.NA else bool(one) for one in column]
    if isinstance(column, np.ndarray):
        assert column.dtype == object
    return list(column)


class TestEqualToTheScalarRule:
    """Each row is what the scalar rule says of a case of the same facts."""

    @pytest.mark.parametrize("name", SCALAR)
    def test_of_every_row(self, name: str) -> None:
        facts = dict.fromkeys((*criterion(IDS[name]).facts, *MORE.get(name, ())))
        rows = [row for row in rows_of(facts) if is_possible(row)]
        found = ask(name)(as_columns(rows), on=ON)
        assert found == [alone(name, row, on=ON) for row in rows]
        assert {True, False, None} == set(found)

    @pytest.mark.parametrize("name", OF_AN_AUTHORITY)
    @pytest.mark.parametrize("asker", [None, "Barnet", "Camden"])
    def test_as_an_authority_sees_it(self, name: str, asker: str | None) -> None:
        asked = {"local_authority": asker, "on": ON}
        facts = ("local_authority", "place", "normally_resident", "died")
        others = ("authority_suspects", "abuse_or_neglect_suspected")
        rows = rows_of((*facts, *others) if name == "must_notify" else facts)
        rows = [row for row in rows if is_possible(row)]
        assert ask(name)(as_columns(rows), **asked) == [
            alone(name, row, **asked) for row in rows
        ]

    @pytest.mark.parametrize("asker", ["Barnet", "Camden"])
    def test_of_what_another_authority_suspects(self, asker: str) -> None:
        for fact in ("authority_suspects", "abuse_or_neglect_suspected"):
            rows = rows_of(("local_authority", fact))
            always = {"died": True, "place": asker}
            facts = {**as_columns(rows), **always}
            found = columns.must_notify(facts, local_authority=asker, on=ON)
            assert found == [
                alone("must_notify", {**row, **always}, local_authority=asker, on=ON)
                for row in rows
            ]

    @pytest.mark.parametrize("name", ["is_serious_case", "must_notify"])
    def test_a_fact_that_has_no_column_is_unknown(self, name: str) -> None:
        for fact in ("died", "survived", "age", "recurrent_themes"):
            rows = rows_of([fact])
            found = ask(name)(as_columns(rows), on=ON)
            assert found == [alone(name, row, on=ON) for row in rows]

    @pytest.mark.parametrize(
        ("name", "on"),
        [
            ("is_serious_case", None),
            ("is_serious_case", "2019-01-01"),
            ("is_serious_harm", "2019-01-01"),
        ],
    )
    def test_by_the_law_of_a_day(self, name: str, on: str | None) -> None:
        rows = [row for row in rows_of(criterion(IDS[name]).facts) if is_possible(row)]
        expected = [alone(name, row, on=on) for row in rows]
        assert ask(name)(as_columns(rows), on=on) == expected
        if on is not None:
            assert ask(name)(as_columns(rows), law=law(on)) == expected

    def test_of_private_fostering(self) -> None:
        facts = {
            "age": (15, 16, 18, None),
            "disabled": THREE,
            "accommodated": THREE,
            "carer_is_parent": THREE,
            "carer_is_relative": THREE,
            "days": (27, 28, None),
            "intended": THREE,
            "looked_after": THREE,
        }
        rows: list[dict[str, Any]] = [
            dict(zip(facts, row, strict=True)) for row in product(*facts.values())
        ]
        always: dict[str, Any] = {"carer_has_responsibility": False, "exempt": False}
        found = columns.is_privately_fostered({**as_columns(rows), **always}, on=ON)
        assert found == [
            PLAIN[fostering.is_privately_fostered(on=ON, **row, **always).answer]
            for row in rows
        ]

    def test_of_allegations(self) -> None:
        rows = rows_of(("works_with_children", "harm", "offence", "risk"))
        found = columns.is_for_designated_officer(as_columns(rows), on=ON)
        assert found == [
            PLAIN[allegations.is_for_designated_officer(on=ON, **row).answer]
            for row in rows
        ]

    def test_of_any_criterion(self) -> None:
        asked = DELEGATION_BETWEEN_PARTNERS.criterion(law(ON))
        choices = [
            THREE if len(one) == 2 else (*one, None) for one in asked.domains.values()
        ]
        rows = [dict(zip(asked.facts, row, strict=True)) for row in product(*choices)]
        found = columns.judge(asked, as_columns(rows))
        assert found == [PLAIN[asked.judge(row).answer] for row in rows]

    def test_of_many_rows_block_by_block(self) -> None:
        rows = rows_of(criterion("serious-case").facts)
        once = columns.is_serious_case(as_columns(rows))
        many = {
            name: np.array(held * 10_000, object)
            for name, held in as_columns(rows).items()
        }
        assert columns.is_serious_case(many).tolist() == once * 10_000


def is_possible(row: Row) -> bool:
    """Say whether there can be a case of such facts."""
    try:
        Case(reference="R", **row)
    except DocumentError:
        return False
    return True


FAMILIES = (
    ("authority_suspects", "abuse_or_neglect_suspected"),
    (
        "seriously_harmed",
        "serious_impairment",
        "long_term_impairment",
        "physical_impairment",
    ),
    ("died", "survived", "stillbirth", "unattended_stillbirth", "late_foetal_loss"),
    ("care_leaver", "care_leaver_known"),
)


class TestWhatFollows:
    """What one fact says of another is drawn as `Case` draws it."""

    def test_every_fact_that_bears_on_another_is_tried(self) -> None:
        bearing = {fact for one in FOLLOWS for fact in (one[0], one[2])}
        assert bearing == {fact for family in FAMILIES for fact in family}

    @pytest.mark.parametrize("family", FAMILIES, ids=" ".join)
    @pytest.mark.parametrize("name", SCALAR)
    def test_within_a_family(self, name: str, family: tuple[str, ...]) -> None:
        rows = [row for row in rows_of(family) if is_possible(row)]
        found = ask(name)(as_columns(rows), on=ON)
        assert found == [alone(name, row, on=ON) for row in rows]

    @pytest.mark.parametrize("family", FAMILIES, ids=" ".join)
    def test_a_row_that_cannot_be_so_is_refused(self, family: tuple[str, ...]) -> None:
        for row in rows_of(family):
            held = {name: [None, one, None] for name, one in row.items()}
            if is_possible(row):
                assert len(columns.is_serious_harm(held)) == 3
                continue
            with pytest.raises(DocumentError) as ours:
                columns.is_serious_harm(held)
            with pytest.raises(DocumentError) as theirs:
                Case(reference="1", **row)
            assert ours.value.said == f"row 1: {theirs.value.said}"
            assert [*map(str, ours.value.faults)] == [*map(str, theirs.value.faults)]

    def test_the_error_names_the_rows_and_says_why(self) -> None:
        facts = {"died": [True, True, None, True], "survived": [None, True, True, True]}
        with pytest.raises(DocumentError) as caught:
            columns.is_serious_case(facts)
        assert str(caught.value) == (
            "rows 1, 3: the case 1 cannot be so: 1 fault\n"
            "  died: survived is yes; but survived is no, as died is yes; "
            "check which of them is so"
        )

    def test_the_rows_of_all_families_are_named(self) -> None:
        facts = {
            "care_leaver": [False, None, False],
            "care_leaver_known": [True, None, True],
            "died": [None, True, True],
            "survived": [None, True, True],
        }
        with pytest.raises(DocumentError, match=r"^rows 0, 1, 2: the case 0 "):
            columns.is_serious_case(facts)


def words(rows: Rows, unknown: str | None = "unknown") -> list[Any]:
    """Say answers in words."""
    return [{True: "yes", False: "no", None: unknown}[one] for one in rows]


def with_missing(rows: Rows, missing: object) -> list[Any]:
    """Put something else in the place of nothing."""
    return [missing if one is None else one for one in rows]


def as_chunks(rows: Rows) -> Any:  # noqa: ANN401 (a column of any kind)
    half = len(rows) // 2
    return pa.chunked_array(
        [as_slice(rows[:half]), pa.array([], pa.bool_()), as_slice(rows[half:])]
    )


def as_slice(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    """Give an array that begins within a byte of its bits."""
    return pa.array([None, True, None] * 5 + list(rows), pa.bool_()).slice(15)


def as_objects(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    return np.array([*rows, None], object)[:-1]


partitioned: Any = dd.from_pandas  # it has no types
ARROW: Any = "arrow"  # DuckDB names its own types for these
SPECIAL: Any = "special"


def as_dictionary(rows: Rows) -> Any:  # noqa: ANN401 (as above)
    """Give two chunks, each with a dictionary of its own."""
    return pa.chunked_array(
        [
            pa.array(words(half, None), pa.string()).dictionary_encode()
            for half in (rows[:2], rows[2:])
        ],
        pa.dictionary(pa.int32(), pa.string()),
    )


KINDS: dict[str, Callable[[Rows], Any]] = {
    "a list": list,
    "a tuple": tuple,
    "a list of answers": lambda rows: [Answer.of(one) for one in rows],
    "a list of words": words,
    "a list of words and nothing": lambda rows: words(rows, None),
    "a list with NaN": lambda rows: with_missing(rows, float("nan")),
    "a list of NumPy": lambda rows: [
        one if one is None else np.bool_(one) for one in rows
    ],
    "an array of objects": as_objects,
    "an array of objects with NA": lambda rows: as_objects(with_missing(rows, pd.NA)),
    "a strided array": lambda rows: np.repeat(as_objects(rows), 2)[::2],
    "an array of words": lambda rows: np.array(words(rows), "U7"),
    "a masked array": lambda rows: np.ma.array(
        with_missing(rows, missing=True), bool, mask=[one is None for one in rows]
    ),
    "a series of objects": lambda rows: pd.Series(list(rows), dtype=object),
    "a series of pandas": lambda rows: pd.Series(list(rows), dtype="boolean"),
    "a series of Arrow": lambda rows: pd.Series(
        list(rows), dtype=pd.ArrowDtype(pa.bool_())
    ),
    "a series of words": lambda rows: pd.Series(words(rows, None), dtype="string"),
    "a series of categories": lambda rows: pd.Series(words(rows), dtype="category"),
    "a series of Polars": lambda rows: pl.Series(rows, dtype=pl.Boolean),
    "words of Polars": lambda rows: pl.Series(words(rows, None), dtype=pl.String),
    "categories of Polars": lambda rows: pl.Series(
        words(rows, None), dtype=pl.Categorical
    ),
    "an Arrow array": lambda rows: pa.array(rows, pa.bool_()),
    "an Arrow slice": as_slice,
    "Arrow chunks": as_chunks,
    "an Arrow table": lambda rows: pa.table({"any": as_chunks(rows)}),
    "Arrow words": lambda rows: pa.array(words(rows, None), pa.string()),
    "long Arrow words": lambda rows: pa.array(
        ["yes", *words(rows)], pa.large_string()
    ).slice(1),
    "an Arrow dictionary": as_dictionary,
}


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    ROWS = (True, False, None, True)

    def test_gives_the_answers(self, kind: str) -> None:
        found = columns.is_serious_harm({"seriously_harmed": KINDS[kind](self.ROWS)})
        assert plainly(found) == [*self.ROWS]

    def test_may_be_empty(self, kind: str) -> None:
        empty = {"died": KINDS[kind]([]), "survived": KINDS[kind]([])}
        assert plainly(columns.is_serious_case(empty)) == []

    def test_may_be_wholly_unknown(self, kind: str) -> None:
        unknown = {"seriously_harmed": KINDS[kind]([None, None])}
        assert plainly(columns.is_serious_harm(unknown)) == [None, None]

    def test_stands_beside_others(self, kind: str) -> None:
        facts = {"died": KINDS[kind](self.ROWS), "looked_after": [True] * 4}
        found = columns.must_notify_looked_after_death(facts)
        assert plainly(found) == [*self.ROWS]
        facts = {"looked_after": True, "died": KINDS[kind](self.ROWS)}
        assert plainly(columns.must_notify_looked_after_death(facts)) == [*self.ROWS]


NUMBERS: dict[str, Callable[[Sequence[int | None]], Any]] = {
    "a list": list,
    "an array of objects": as_objects,
    "an array of floats": lambda rows: np.array(rows, float),
    "a masked array": lambda rows: np.ma.array(
        with_missing(rows, 5), np.int16, mask=[one is None for one in rows]
    ),
    "a series of floats": lambda rows: pd.Series(rows, dtype=float),
    "a series of numbers": lambda rows: pd.Series(rows, dtype="Int64"),
    "a series of Polars": lambda rows: pl.Series(rows, dtype=pl.Int8),
    "Arrow numbers": lambda rows: pa.array(rows, pa.uint16()),
    "Arrow floats": lambda rows: pa.array(rows, pa.float64()),
    "an Arrow slice": lambda rows: pa.array([3, None, *rows], pa.int64()).slice(2),
}


class TestNumbers:
    """Ages and days are whole numbers, and missing where they are not known."""

    AGES = (17, None, 18, 0, 10**12)
    EXPECTED = (True, True, False, True, False)

    @pytest.mark.parametrize("kind", NUMBERS)
    def test_of_every_kind(self, kind: str) -> None:
        ages = self.AGES[:4]
        facts = {
            "age": NUMBERS[kind](ages),
            "abuse_or_neglect_suspected": True,
            "died": True,
        }
        assert plainly(columns.is_serious_case(facts)) == [*self.EXPECTED[:4]]

    @pytest.mark.parametrize("kind", NUMBERS)
    def test_may_be_empty(self, kind: str) -> None:
        assert plainly(columns.is_serious_case({"age": NUMBERS[kind]([])})) == []

    @pytest.mark.parametrize(
        "ages", [[*AGES], np.array([17, 17, 18, 0, 10**12]), np.array([*AGES], float)]
    )
    def test_may_be_large(self, ages: object) -> None:
        facts = {"age": ages, "abuse_or_neglect_suspected": True, "died": True}
        assert plainly(columns.is_serious_case(facts)) == [*self.EXPECTED]

    @pytest.mark.parametrize(
        ("ages", "error", "said"),
        [
            ([5, -1, None, -1], RangeError, r"^rows 1, 3: -1 is out of range"),
            (np.array([5, -1]), RangeError, r"^row 1: -1 is out of range"),
            (np.array([2.0, np.nan, 2.5]), KindError, r"^row 2: 2.5 is not a whole"),
            (np.array([np.inf, 2.0]), KindError, r"^row 0: inf is not a whole"),
            ([17.0], KindError, r"^row 0: 17.0 is not a whole number"),
            ([17, True, 1], KindError, r"^row 1: True is not a whole number"),
            (["17"], KindError, r'^row 0: "17" is not a whole number; write digits'),
            (
                np.array([True, True]),
                KindError,
                r"^rows 0, 1: True is not a whole number",
            ),
            (pa.array(["x"]), KindError, r'^row 0: "x" is not a whole number'),
        ],
    )
    def test_of_another_kind_are_refused(
        self, ages: object, error: type[MasaError], said: str
    ) -> None:
        for ask_ in (columns.is_serious_case, columns.is_serious_harm):
            with pytest.raises(error, match=said):
                ask_({"age": ages})

    def test_are_no_answers(self) -> None:
        for ones in ([1, 0], np.array([1, 0]), np.array([1.0]), pa.array([1])):
            with pytest.raises(KindError, match=r"^rows? 0.*: 1 is not an answer"):
                columns.is_serious_case({"died": ones})


class TestPlaces:
    ROWS = ("this authority", "Barnet Council", "Camden", "outside England", None)
    EXPECTED = (True, True, False, False, None)

    @pytest.mark.parametrize(
        "kind",
        [
            list,
            as_objects,
            lambda rows: [Where(rows[0]), *rows[1:-1], "unknown"],
            lambda rows: pd.Series(rows, dtype="str"),
            lambda rows: pd.Series(rows, dtype="category"),
            pl.Series,
            lambda rows: pl.Series(rows, dtype=pl.Categorical),
            pa.array,
            lambda rows: pa.array(rows, pa.large_string()),
            lambda rows: pa.array(rows, pa.string_view()),
            lambda rows: pa.array([None, *rows], pa.string_view()).slice(1),
            lambda rows: pa.array(rows).dictionary_encode(),
        ],
    )
    def test_of_every_kind(self, kind: Callable[[Rows], Any]) -> None:
        found = columns.must_review_death(
            {"died": [True] * 5, "normally_resident": kind(self.ROWS)},
            local_authority="Barnet",
        )
        assert plainly(found) == [*self.EXPECTED]

    def test_may_be_very_many(self) -> None:
        """Polars keeps so much text in many pieces of memory."""
        places = pl.Series(self.ROWS * 60_000)
        frame = pl.DataFrame(
            {"died": [True] * len(places), "normally_resident": places}
        )
        found = columns.must_review_death(frame, local_authority="Barnet")
        assert plainly(found) == [*self.EXPECTED] * 60_000

    def test_cannot_be_views_in_a_part_of_a_struct(self) -> None:
        views = pa.array([*self.ROWS] * 9, pa.string_view())
        coded = pa.DictionaryArray.from_arrays(pa.array([0, 1, 2]), views)
        for held in (views, coded):
            part = pa.StructArray.from_arrays([held], ["place"]).slice(1)
            with pytest.raises(KindError, match="give the columns one by one"):
                columns.must_review_death(part)

    def test_of_an_authority_that_is_none_are_refused(self) -> None:
        for fact in ("place", "normally_resident", "local_authority"):
            with pytest.raises(UnknownNameError) as caught:
                columns.must_notify({fact: ["Barnet", None, "Barnett", "Camdn"]})
            assert str(caught.value).startswith(
                'rows 2, 3: "Barnett" is no local authority in England'
            )
            assert str(caught.value).endswith('did you mean "Barnet"?')

    @pytest.mark.parametrize(
        ("place", "error", "said"),
        [
            ([None, True], KindError, r"^row 1: True is not (a place|text)"),
            (["Barnet", ""], TextError, r"^row 1: a name is empty"),
            (5, KindError, r"^5 is not (a place|text)"),
        ],
    )
    def test_of_another_kind_are_refused(
        self, place: object, error: type[MasaError], said: str
    ) -> None:
        for fact in ("place", "local_authority"):
            with pytest.raises(error, match=said):
                columns.is_serious_case({"died": [None] * 2, fact: place})


FACTS = {
    "abuse_or_neglect_suspected": (True, None, True),
    "died": (False, True, True),
    "seriously_harmed": (False, None, None),
}
EXPECTED = [False, None, True]

FRAMES: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "a mapping": dict,
    "of pandas": pd.DataFrame,
    "of pandas with types": lambda held: pd.DataFrame(held).convert_dtypes(),
    "of Polars": pl.DataFrame,
    "an Arrow table": pa.table,
    "a sliced table": lambda held: pa.table(
        {name: [None, *rows] for name, rows in held.items()}
    ).slice(1),
    "a record batch": pa.record_batch,
    "a struct": lambda held: pa.table(held).to_struct_array(),
    "a sliced struct": lambda held: pa.StructArray.from_arrays(
        [pa.array([None, *rows]) for rows in held.values()], list(held)
    ).slice(1),
}


@pytest.mark.parametrize("kind", FRAMES)
class TestFrames:
    def test_give_the_answers(self, kind: str) -> None:
        assert plainly(columns.is_serious_case(FRAMES[kind](FACTS))) == EXPECTED

    def test_may_hold_other_columns_unless_they_are_a_mapping(self, kind: str) -> None:
        frame = FRAMES[kind]({**FACTS, "names": ["A", "B", "C"]})
        if kind == "a mapping":
            with pytest.raises(UnknownNameError):
                columns.is_serious_case(frame)
        else:
            assert plainly(columns.is_serious_case(frame)) == EXPECTED

    def test_need_a_column_of_a_fact(self, kind: str) -> None:
        with pytest.raises(KindError, match="no column of a fact of a case"):
            columns.is_serious_case(
                FRAMES[kind]({"names": ["A"]} if kind != "a mapping" else {})
            )


class TestKindGivenBack:
    def test_is_a_list(self) -> None:
        assert columns.is_serious_case(FACTS) == EXPECTED
        assert type(columns.is_serious_case(FACTS)) is list

    def test_is_that_of_the_first_column(self) -> None:
        found = columns.is_serious_case({**FACTS, "died": np.array(FACTS["died"])})
        assert type(found) is list
        found = columns.is_serious_case(
            {"died": np.array(FACTS["died"]), "age": [5] * 3}
        )
        assert isinstance(found, np.ndarray)

    def test_keeps_the_index_of_pandas(self) -> None:
        frame = pd.DataFrame(FACTS, index=["a", "b", "c"]).iloc[::-1]
        found = columns.is_serious_case(frame)
        assert list(found.index) == ["c", "b", "a"]
        assert found.dtype == "boolean"
        assert plainly(found) == EXPECTED[::-1]

    def test_is_read_by_every_arrow_library(self) -> None:
        for kind in (pa.table, pl.DataFrame):
            found = columns.is_serious_case(kind(FACTS))
            assert pl.Series(found).to_list() == EXPECTED
            assert pl.Series(found).dtype == pl.Boolean
            answers = pa.chunked_array(found)
            answers.validate(full=True)
            assert answers.type == pa.bool_()
            assert answers.null_count == 1
            assert answers.to_pylist() == EXPECTED

    def test_leaves_what_was_given_alone(self) -> None:
        died = np.array([True, False])
        columns.is_serious_case({"died": died})[:] = None
        assert died.tolist() == [True, False]

    def test_one_value_stands_for_all_rows(self) -> None:
        died = [True, False, None]
        so: list[object] = [True, np.True_, "yes", Answer.YES]
        unknown: list[object] = [None, "unknown", Answer.UNKNOWN, float("nan"), pd.NA]
        expected = [died] * len(so) + [[None, False, None]] * len(unknown)
        for one, answered in zip(so + unknown, expected, strict=True):
            facts = {"looked_after": one, "died": died}
            assert columns.must_notify_looked_after_death(facts) == answered


LARGE = all_of("all are so", *(is_so(f"f{one}", "it is so") for one in range(15)))
COLOURS = ("red", "green", "blue")


class TestAnyCriterion:
    ASKED = any_of(
        "it is",
        all_of("both", is_so("one", "it is"), is_not("not", is_so("other", "it is"))),
        is_one_of("colour", "it is warm", choices=COLOURS, among=COLOURS[:1]),
    )

    def test_choices_are_words(self) -> None:
        rows = [
            {"one": one, "other": other, "colour": colour}
            for one, other, colour in product(THREE, THREE, (*COLOURS, None))
        ]
        found = columns.judge(self.ASKED, as_columns(rows))
        assert found == [PLAIN[self.ASKED.judge(row).answer] for row in rows]

    def test_of_no_facts_at_all(self) -> None:
        with pytest.raises(KindError, match="no column of a fact of this criterion"):
            columns.judge(all_of("nothing is asked"), {})

    def test_of_twelve_facts_keeps_a_table(self) -> None:
        twelve = all_of("all", *(is_so(f"f{one}", "it is so") for one in range(12)))
        assert answers_to(twelve).states.size == 3**12
        assert answers_to(twelve) is answers_to(twelve)

    @pytest.mark.parametrize(
        ("asked", "facts", "error", "said"),
        [
            (
                "serious-case",
                FACTS,
                KindError,
                '"serious-case" is no criterion; make it: masa.criterion',
            ),
            (
                LARGE,
                {"f0": [True]},
                RangeError,
                (
                    "a criterion of 15 facts is too large for columns; "
                    "divide it into parts of at most 5,000,000 states"
                ),
            ),
            (
                ASKED,
                {"colour": ["red", "pink"]},
                KindError,
                'row 1: "pink" is none of its choices; give red, green or blue',
            ),
            (
                ASKED,
                {"color": ["red"]},
                UnknownNameError,
                '"color" is no fact of this criterion; did you mean "colour"?',
            ),
            (
                ASKED,
                {"one": [Fact(answer=True)]},
                KindError,
                f"row 0: {Fact(answer=True)!r}" + NO_ANSWER,
            ),
        ],
    )
    def test_refuses(
        self,
        asked: Any,  # noqa: ANN401 (that is the question)
        facts: Any,  # noqa: ANN401 (as above)
        error: type[MasaError],
        said: str,
    ) -> None:
        with pytest.raises(error) as caught:
            columns.judge(asked, facts)
        assert str(caught.value) == said


class TestRefusals:
    @pytest.mark.parametrize(
        ("facts", "error", "said"),
        [
            (
                {"setting": [True]},
                UnknownNameError,
                '"setting" is no fact of a case; leave it out',
            ),
            (
                {"seriously_harmd": [True]},
                UnknownNameError,
                (
                    '"seriously_harmd" is no fact of a case; '
                    'did you mean "seriously_harmed"?'
                ),
            ),
            ({5: [True]}, UnknownNameError, "5 is no fact of a case; leave it out"),
            (
                {"reference": ["7"], "died": [True]},
                UnknownNameError,
                '"reference" is no fact of a case; leave it out',
            ),
            (
                {"died": [True, "maybe", "maybe"]},
                KindError,
                'rows 1, 2: "maybe"' + NO_ANSWER,
            ),
            (
                {"died": ["maybe"] * 9},
                KindError,
                'rows 0, 1, 2, 3, 4 and 4 more: "maybe"' + NO_ANSWER,
            ),
            (
                {"died": [True, []]},
                KindError,
                "row 1: [] is not an answer; give True, False, an Answer or nothing",
            ),
            (
                {"died": [Fact(why=WhyUnknown.WITHHELD)]},
                KindError,
                f"row 0: {Fact(why=WhyUnknown.WITHHELD)!r}" + NO_ANSWER,
            ),
            (
                {"died": [True], "survived": "maybe"},
                KindError,
                '"maybe"' + NO_ANSWER,
            ),
            (
                {"died": True},
                KindError,
                (
                    "it has no column of a fact of a case; "
                    "call each column by the name of its fact"
                ),
            ),
            (
                {"died": [True], "survived": [None, None]},
                RangeError,
                "the columns have 1 and 2 rows; give columns of one length",
            ),
            (
                {
                    "died": pd.Series([True], index=[1]),
                    "survived": pd.Series([None], index=[2]),
                },
                RangeError,
                (
                    "the series have two indexes, and rows are taken in their order; "
                    "bring them to one index, or give .to_numpy() of each"
                ),
            ),
            ({"died": iter([])}, KindError, None),
            (
                {"died": np.zeros((2, 2), bool)},
                KindError,
                "an array of 2 dimensions is no column; " + values.ADVICE,
            ),
            (
                {"died": np.array(["2026-01-05"], "datetime64[D]")},
                KindError,
                '"datetime64[D]" is no type of facts; ' + values.ADVICE,
            ),
            ({"died": pa.array([b"yes"])}, KindError, None),
            (
                {"died": pa.table({"a": [True], "b": [True]})},
                KindError,
                "a table of 2 columns is no column; select one",
            ),
            (
                pa.array([True]),
                KindError,
                "a column alone is no table; name it: {name: column}",
            ),
            (pd.Series([True], name="died"), KindError, None),
            ([{"died": True}], KindError, None),
            (
                pa.StructArray.from_arrays(
                    [pa.array([True])], ["died"], mask=pa.array([True])
                ),
                KindError,
                "a table with null rows is no column; give the column",
            ),
            (
                pa.table([[True], [False]], ["died", "died"]),
                KindError,
                "two columns are called died; leave one out",
            ),
            (
                pd.DataFrame([[True, False]], columns=["died", "died"]),
                KindError,
                "two columns are called died; leave one out",
            ),
            (
                partitioned(pd.DataFrame({"died": [True]}), npartitions=1),
                KindError,
                (
                    "a column that is not yet computed cannot be read; "
                    "give a function of its parts to `map_partitions`"
                ),
            ),
            ({"died": partitioned(pd.Series([True]), npartitions=1)}, KindError, None),
            (pl.LazyFrame({"died": [True]}), KindError, None),
        ],
    )
    def test_of_facts(
        self,
        facts: Any,  # noqa: ANN401 (that is the question)
        error: type[MasaError],
        said: str | None,
    ) -> None:
        with pytest.raises(error) as caught:
            columns.is_serious_case(facts)
        assert said is None or str(caught.value) == said

    def test_of_numbers_that_are_all_missing_is_none(self) -> None:
        facts = {"seriously_harmed": np.array([np.nan, np.nan])}
        assert plainly(columns.is_serious_harm(facts)) == [None, None]

    def test_of_a_frame_wholly_unknown_is_none(self) -> None:
        assert (
            plainly(columns.is_serious_case(pa.table({"died": pa.nulls(2)})))
            == [None] * 2
        )

    @pytest.mark.parametrize(
        ("asked", "error"),
        [
            ({"on": "1990-01-01"}, CoverageError),
            ({"on": "2026-02-30"}, DateError),
            ({"on": 5}, KindError),
            ({"law": "2026-01-01"}, KindError),
            ({"on": "2016-01-01"}, NotInForceError),
        ],
    )
    def test_of_the_law(self, asked: Any, error: type[MasaError]) -> None:  # noqa: ANN401 (that is the question)
        with pytest.raises(error):
            columns.is_serious_case(FACTS, **asked)
        with pytest.raises(error):
            criteria.is_serious_case(Case(reference="R"), **asked)

    def test_of_who_asks(self) -> None:
        with pytest.raises(UnknownNameError, match="did you mean"):
            columns.must_notify({"died": [True]}, local_authority="Barnett")

    @pytest.mark.parametrize(
        "ask_", [columns.is_privately_fostered, columns.is_for_designated_officer]
    )
    def test_of_what_is_no_case(self, ask_: Callable[..., Any]) -> None:
        with pytest.raises(UnknownNameError, match="is no fact of this criterion"):
            ask_({"lasted": [True]})
        with pytest.raises(KindError, match="no book of law"):
            ask_({"harm": [True]}, law="2026-01-01")

    def test_of_negative_days(self) -> None:
        with pytest.raises(RangeError, match=r"^row 1: -5 is out of range"):
            columns.is_privately_fostered({"days": [5, -5]})


FACT_NAMES = sorted(QUESTIONS)
answers = st.sampled_from(THREE)
columns_of = {name: st.sampled_from(held) for name, held in VALUES.items()}


@st.composite
def tables(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw possible cases of some facts."""
    names = draw(
        st.lists(st.sampled_from([*FACT_NAMES, *VALUES]), min_size=1, unique=True)
    )
    rows = draw(
        st.lists(
            st.fixed_dictionaries(
                {name: columns_of.get(name, answers) for name in names}
            ),
            min_size=1,
        )
    )
    return [row for row in rows if is_possible(row)] or [dict.fromkeys(names)]


class TestAnyRows:
    """Children Act 2004, ss.16B, 16C and 16M, over any table of cases."""

    @given(
        rows=tables(),
        name=st.sampled_from(sorted(SCALAR)),
        asker=st.sampled_from([None, "Barnet", "Camden"]),
        kinds=st.lists(st.sampled_from(sorted(KINDS)), min_size=1),
    )
    def test_equal_the_scalar_rule(
        self, rows: list[dict[str, Any]], name: str, asker: str | None, kinds: list[str]
    ) -> None:
        asked: dict[str, Any] = {"on": ON}
        if name in OF_AN_AUTHORITY:
            asked["local_authority"] = asker
        held = as_columns(rows)
        facts = {
            fact: column if fact in VALUES else KINDS[kinds[place % len(kinds)]](column)
            for place, (fact, column) in enumerate(held.items())
        }
        expected = [alone(name, row, **asked) for row in rows]
        assert plainly(ask(name)(facts, **asked)) == expected
        assert plainly(ask(name)(pa.table(held), **asked)) == expected

    @given(
        facts=st.dictionaries(
            st.sampled_from(FACT_NAMES),
            st.lists(answers, min_size=5, max_size=5),
            min_size=1,
        )
    )
    def test_refuse_what_a_case_refuses(
        self, facts: dict[str, list[bool | None]]
    ) -> None:
        rows = [
            {name: column[row] for name, column in facts.items()} for row in range(5)
        ]
        wrong = [number for number, row in enumerate(rows) if not is_possible(row)]
        if not wrong:
            assert len(columns.is_serious_case(facts)) == 5
            return
        with pytest.raises(DocumentError) as caught:
            columns.is_serious_case(facts)
        numbers = ", ".join(map(str, wrong))
        rows_said = f"row{'s' if len(wrong) > 1 else ''} {numbers}: "
        assert caught.value.said.startswith(f"{rows_said}the case {wrong[0]} ")


@st.composite
def any_criteria(draw: st.DrawFn) -> Criterion:
    """Draw a criterion of a few facts, some of which are one of three things."""
    leaves = st.one_of(
        st.sampled_from("abcd").map(lambda name: is_so(name, "it is so")),
        st.tuples(st.sampled_from("xy"), st.sets(st.sampled_from(COLOURS))).map(
            lambda one: is_one_of(one[0], "it is", choices=COLOURS, among=one[1])
        ),
    )
    trees = st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda parts: all_of("all", *parts)),
            st.lists(inner, max_size=3).map(lambda parts: any_of("any", *parts)),
            inner.map(lambda part: is_not("not", part)),
        ),
        max_leaves=8,
    )
    return draw(trees.filter(lambda one: bool(one.facts)))


class TestAnyCriterionOfAnyFacts:
    @given(asked=any_criteria())
    def test_equals_the_scalar_judgement(self, asked: Criterion) -> None:
        choices = [
            THREE if len(one) == 2 else (*one, None) for one in asked.domains.values()
        ]
        rows = [dict(zip(asked.facts, row, strict=True)) for row in product(*choices)]
        expected = [PLAIN[asked.judge(row).answer] for row in rows]
        assert columns.judge(asked, as_columns(rows)) == expected


class TestEngines:
    """Each engine runs it as a plain function over its batches."""

    def test_polars(self) -> None:
        frame = pl.DataFrame({"id": [1, 2, 3], **FACTS})
        found = frame.with_columns(serious=pl.Series(columns.is_serious_case(frame)))
        assert found["serious"].to_list() == EXPECTED
        lazy = frame.lazy().with_columns(
            pl.struct(*FACTS)
            .map_batches(
                lambda facts: pl.Series(columns.is_serious_case(facts.struct.unnest())),
                return_dtype=pl.Boolean,
            )
            .alias("serious")
        )
        assert lazy.collect()["serious"].to_list() == EXPECTED

    def test_duckdb_as_a_relation(self) -> None:
        cases = pa.table(FACTS)
        relation = duckdb.sql("select 1 as id, * from cases")
        assert plainly(columns.is_serious_case(relation)) == EXPECTED
        assert cases.num_rows == len(EXPECTED)

    def test_duckdb_as_a_function(self) -> None:
        connection = duckdb.connect()
        connection.create_function(
            "is_serious_case",
            lambda one, two, three: pa.chunked_array(
                columns.is_serious_case(
                    dict(zip(FACTS, (one, two, three), strict=True))
                )
            ),
            ["BOOLEAN"] * 3,
            "BOOLEAN",
            type=ARROW,
            null_handling=SPECIAL,
        )
        cases = pa.table(FACTS)
        query = f"select is_serious_case({', '.join(FACTS)}) from cases"  # noqa: S608 (names of our own)
        assert [row[0] for row in connection.sql(query).fetchall()] == EXPECTED
        assert cases.num_rows == len(EXPECTED)

    def test_dask(self) -> None:
        frame = pd.DataFrame({name: list(held) * 4 for name, held in FACTS.items()})
        parts = partitioned(frame.convert_dtypes(), npartitions=3)
        found = parts.map_partitions(
            columns.is_serious_case, meta=("serious", "boolean")
        ).compute()
        assert plainly(found) == EXPECTED * 4

    def test_pandas(self) -> None:
        frame = pd.DataFrame(FACTS).iloc[::-1]
        frame["serious"] = columns.is_serious_case(frame)
        assert plainly(frame.sort_index()["serious"]) == EXPECTED


def test_without_arrow_the_rest_works() -> None:
    probe = (
        "import sys; sys.modules['nanoarrow'] = None\n"
        "from masa import columns\n"
        "print(columns.is_serious_harm({'seriously_harmed': [True, None]}))"
    )
    run = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", probe], check=True, capture_output=True, text=True
    )
    assert run.stdout == "[True, None]\n"
