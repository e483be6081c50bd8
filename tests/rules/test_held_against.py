"""Against which edition, and by the law of which day, an arrangement is held."""

from datetime import date

import pytest

import masa
from masa.rules.held_against import answers_to, held_against

TOP = 'id = "x"\ntitle = "X"\n'
OF_2018 = TOP + 'edition = "WT2018"\n'


def published(day: str, text: str = TOP) -> str:
    return f"{text}published = {day}\n"


def approved(day: str) -> str:
    return f"{TOP}approved = {day}\n"


def held(text: str, **options: object) -> tuple[str, str]:
    given = {"edition": None, "on": None, "commenced": None, **options}
    found = held_against(masa.loads(text), **given)  # type: ignore[arg-type] # any
    return found.edition.id, found.book.on.isoformat()


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        (OF_2018, {}, ("WT2018", "2018-07-04")),
        (TOP + 'edition = "Working Together 2023"', {}, ("WT2023", "2023-12-15")),
        (OF_2018, {"edition": "WT2023"}, ("WT2023", "2023-12-15")),
        (TOP, {"edition": "WT2026"}, ("WT2026", "2026-11-22")),
        (
            published("2019-06-18"),
            {"edition": "WT2018"},
            ("WT2018", "2019-06-18"),
        ),
        (
            TOP + "approved = 2019-05-01",
            {"edition": "WT2018"},
            ("WT2018", "2019-05-01"),
        ),
        (
            TOP + "published = 2017-06-18",
            {"edition": "WT2018"},
            ("WT2018", "2018-07-04"),
        ),
        (
            TOP + "published = 2024-06-18",
            {"edition": "WT2018"},
            ("WT2018", "2023-12-14"),
        ),
        (
            published("2019-06-18"),
            {"edition": "WT2018", "on": "2021-01-01"},
            ("WT2018", "2021-01-01"),
        ),
        (TOP, {"edition": "WT2018", "on": "2025-01-01"}, ("WT2018", "2023-12-14")),
        (published("2035-01-01"), {"edition": "WT2026"}, ("WT2026", "2026-11-22")),
        (published("2099-01-01"), {"edition": "WT2018"}, ("WT2018", "2023-12-14")),
        (TOP, {"on": "2019-01-01"}, ("WT2018", "2019-01-01")),
        (TOP, {"on": "2026-03-17"}, ("WT2023", "2026-03-17")),
        (TOP, {"on": "2026-03-18"}, ("WT2026", "2026-03-18")),
        (OF_2018, {"on": "2026-03-18"}, ("WT2026", "2026-03-18")),
        (
            TOP,
            {"edition": "WT2026", "commenced": {"cwsa-2026/s3": "2027-09-01"}},
            ("WT2026", "2027-09-01"),
        ),
        (
            TOP,
            {"edition": "WT2018", "commenced": {"cwsa-2026/s3": "2027-09-01"}},
            ("WT2018", "2023-12-14"),
        ),
        (
            TOP,
            {
                "edition": "WT2026",
                "on": "2026-11-22",
                "commenced": {"cwsa-2026/s3": "2027-09-01"},
            },
            ("WT2026", "2026-11-22"),
        ),
        (
            TOP,
            {"edition": "WT2026", "commenced": {"cwsa-2026/s3": "2026-09-01"}},
            ("WT2026", "2026-11-22"),
        ),
    ],
)
def test_takes_the_edition_and_a_day_on_which_it_applies(
    text: str, options: dict[str, object], expected: tuple[str, str]
) -> None:
    assert held(text, **options) == expected


class TestTheMoveToTheNextEdition:
    """What was published before 15 December 2023 may be 2018-shaped until 2024 ends."""

    @pytest.mark.parametrize(
        ("first", "on", "edition"),
        [
            ("2019-06-18", "2023-12-14", "WT2018"),
            ("2019-06-18", "2023-12-15", "WT2018"),
            ("2019-06-18", "2024-12-31", "WT2018"),
            ("2019-06-18", "2025-01-01", "WT2023"),
            ("2023-12-14", "2024-06-01", "WT2018"),
            ("2023-12-15", "2024-06-01", "WT2023"),
            ("2024-03-01", "2024-06-01", "WT2023"),
            ("2019-06-18", "2026-04-01", "WT2026"),
        ],
    )
    def test_turns_on_the_day_of_publication(
        self, first: str, on: str, edition: str
    ) -> None:
        assert held(published(first), on=on)[0] == edition

    def test_is_national_where_that_day_is_not_told(self) -> None:
        assert held(TOP, on="2024-06-01")[0] == "WT2023"
        text = TOP + 'published = "2023"\n'
        assert held(text, on="2024-06-01")[0] == "WT2023"  # it may be either

    @pytest.mark.parametrize(
        ("text", "on", "says"),
        [
            (TOP, "2024-06-01", "Whether the arrangement was published before Working"),
            (
                TOP + 'published = "2023"\n',
                "2024-06-01",
                "if it was, Working Together 2018",
            ),
            (
                published("2019-06-18"),
                "2024-06-01",
                "so Working Together 2018 governs it",
            ),
            (published("2024-03-01"), "2024-06-01", ""),
            (TOP, "2023-12-14", ""),
            (TOP, "2025-01-01", ""),
            (published("2019-06-18"), "2025-01-01", ""),
        ],
    )
    def test_says_why_or_that_it_may_be_the_older(
        self, text: str, on: str, says: str
    ) -> None:
        notices = held_against(masa.loads(text), None, on, None).notices
        assert (len(notices), says in "".join(notices)) == (bool(says), True)


class TestRefusals:
    """Nothing is guessed: an edition that is not told, or asks nothing, is an error."""

    @pytest.mark.parametrize(
        "text",
        [TOP, TOP + 'edition = ["WT2018", { is = "WT2023", at = "9" }]'],
        ids=["not stated", "stated in two ways"],
    )
    def test_of_no_settled_edition(self, text: str) -> None:
        with pytest.raises(masa.UnsettledError, match='give `edition`, such as "WT'):
            held(text)

    def test_of_an_edition_before_there_were_such_arrangements(self) -> None:
        with pytest.raises(
            masa.NotInForceError, match="write WT2018, WT2023 or WT2026"
        ):
            held(TOP, edition="WT2015")
        with pytest.raises(masa.NotInForceError, match='"WT2015" asks for no'):
            held(TOP, on="2016-01-01")

    def test_of_what_is_no_edition(self) -> None:
        with pytest.raises(masa.NotInForceError, match='"CA2004" asks for no'):
            held(TOP, edition="CA2004")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OF_2018, "tells no day of publication; the law taken is that of 4 July 2018"),
        (
            published("2024-06-18", OF_2018),
            "is of 18 June 2024; the law taken is that of 14 December 2023",
        ),
    ],
)
def test_says_which_law_it_takes_and_why(text: str, said: str) -> None:
    (notice,) = held_against(masa.loads(text), None, None, None).notices
    assert notice == f"The arrangement {said}, under Working Together 2018."


def test_says_nothing_where_the_arrangement_tells_its_day() -> None:
    arrangement = masa.loads(published("2019-06-18", OF_2018))
    assert held_against(arrangement, None, None, None).notices == ()


def test_says_that_another_day_was_asked_for() -> None:
    found = held_against(masa.loads(OF_2018), None, "2025-01-01", None)
    assert found.edition.id == "WT2023"
    found = held_against(masa.loads(OF_2018), "WT2018", "2025-01-01", None)
    (notice,) = found.notices
    assert notice.startswith("You ask on 1 January 2025; the law taken is that of 14 ")


@pytest.mark.parametrize(
    "options",
    [
        {"on": "2030-01-01"},
        {"edition": "WT2026", "on": "2030-01-01"},
        {"edition": "WT2026", "commenced": {"cwsa-2026/s3": "2030-01-01"}},
    ],
)
def test_says_that_the_law_to_come_is_not_known(options: dict[str, object]) -> None:
    given = {"edition": None, "on": None, "commenced": None, **options}
    found = held_against(masa.loads(TOP), **given)  # type: ignore[arg-type] # any
    assert found.notices[-1] == (
        "The law was last looked at on 22 November 2026; what changes until 1 January "
        "2030 is not known."
    )


def test_the_readers_day_is_that_given_or_of_the_last_look_at_the_law() -> None:
    arrangement = masa.loads(OF_2018)
    assert held_against(arrangement, None, None, None).on == date(2026, 11, 22)
    assert held_against(arrangement, "WT2018", "2025-01-01", None).on == date(
        2025, 1, 1
    )


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        (TOP, None),
        (OF_2018, "WT2018"),
        (TOP + 'edition = "Working Together 2023"', "WT2023"),
        (TOP + 'edition = "WT2015"', None),
        (TOP + 'edition = "something else"', None),
        (TOP + 'edition = { is = "WT2018", standing = "proposed" }', None),
    ],
)
def test_an_arrangement_answers_to_the_edition_that_it_names(
    text: str, edition: str | None
) -> None:
    found = answers_to(masa.loads(text))
    assert (found and found.id) == edition
