"""A place is an area as the law asks for it, and lies elsewhere for each who asks."""

import pytest

from masa.ground.errors import FactError, KindError, TextError
from masa.ground.logic import WhyUnknown
from masa.model.cases import Case
from masa.model.places import Place, Where

HERE, ELSEWHERE, OUTSIDE = Where
UNKNOWN = Place()


class TestPlace:
    @pytest.mark.parametrize(
        ("value", "where", "authority"),
        [
            ("this authority", HERE, None),
            ("another in England", ELSEWHERE, None),
            ("outside England", OUTSIDE, None),
            (HERE, HERE, None),
            (OUTSIDE, OUTSIDE, None),
            ("Camden", None, "Camden"),
            ("unknown", None, None),
            (None, None, None),
        ],
    )
    def test_is_where_it_lies_or_an_authority(
        self, value: str | Where | None, where: Where | None, authority: str | None
    ) -> None:
        for place in (Place(value), Place.of(value)):
            assert place.where is where
            assert place.authority == authority

    def test_says_why_it_is_unknown(self) -> None:
        place = Place(None, why=WhyUnknown.WITHHELD)
        assert str(place) == "unknown: withheld"
        assert str(UNKNOWN) == "unknown"
        assert str(Place("Camden")) == "Camden"

    @pytest.mark.parametrize("value", ["Camden", "this authority", OUTSIDE])
    def test_that_is_known_has_no_reason_for_not_being_known(
        self, value: str | Where
    ) -> None:
        with pytest.raises(FactError, match="cannot be withheld"):
            Place(value, why=WhyUnknown.WITHHELD)

    def test_keeps_where_it_is_recorded(self) -> None:
        place = Place("Camden", source="police log p.3")  # type: ignore[arg-type] # on purpose
        assert str(place.source) == "police log p.3"

    @pytest.mark.parametrize(
        ("value", "error"),
        [(3, KindError), (True, KindError), ("", TextError), (" Camden", TextError)],
    )
    def test_refuses_what_is_no_place(
        self, value: object, error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            Place.of(value)


# Whose case it is, what is given as the place, who asks, and where it lies for them.
SEEN = [
    ("Barnet", "this authority", None, HERE),
    ("Barnet", "this authority", "Barnet", HERE),
    ("Barnet", "this authority", "Camden", ELSEWHERE),
    ("Barnet", "another in England", None, ELSEWHERE),
    ("Barnet", "another in England", "Barnet", ELSEWHERE),
    ("Barnet", "another in England", "Camden", None),
    ("Barnet", "outside England", None, OUTSIDE),
    ("Barnet", "outside England", "Camden", OUTSIDE),
    ("Barnet", "Camden", None, ELSEWHERE),
    ("Barnet", "Camden", "Camden", HERE),
    ("Barnet", "Barnet", None, HERE),
    ("Barnet", "London Borough of Barnet", None, HERE),
    ("Barnet", "Barnet", "Camden", ELSEWHERE),
    ("Barnet", "Brent", "Camden", ELSEWHERE),
    ("Barnet", None, None, None),
    ("Barnet", None, "Camden", None),
    (None, "this authority", None, HERE),
    (None, "this authority", "Camden", HERE),
    (None, "another in England", None, ELSEWHERE),
    (None, "outside England", "Camden", OUTSIDE),
    (None, "Camden", None, None),
    (None, "Camden", "Camden", HERE),
    (None, "Barnet", "Camden", ELSEWHERE),
    (None, None, None, None),
]


class TestSeen:
    @pytest.mark.parametrize(("own", "place", "asks", "where"), SEEN)
    def test_from_each_authority(
        self, own: str | None, place: str | None, asks: str | None, where: Where | None
    ) -> None:
        case = Case(reference="R-1", local_authority=own, place=place)
        asker = None if asks is None else case.authority(asks).id
        assert case.seen("place", asker) is where
        other = Case(reference="R-1", local_authority=own, normally_resident=place)
        assert other.seen("normally_resident", asker) is where
        assert other.seen("place", asker) is None
