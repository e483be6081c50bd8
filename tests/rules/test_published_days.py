"""By which day arrangements are published, published again, and begun."""

import pytest

import masa
from masa import check
from masa.rules.outcomes import Outcome, OutcomeState

MET, PARTLY, NOT_EVIDENCED, NOT_APPLICABLE, UNKNOWN = OutcomeState
TOP = 'id = "x"\ntitle = "X"\n'
AGAIN, BEGUN = "republish-arrangements-by", "implement-arrangements-by-in-guidance"


def outcome(rule: str, text: str, **options: str) -> Outcome:
    return check(masa.loads(TOP + text), **options)[rule]  # type: ignore[arg-type] # days


class TestAgain:
    """Arrangements under the 2023 edition come out by the end of 2024."""

    @pytest.mark.parametrize(
        ("published", "state", "short"),
        [
            ("2024-12-31", MET, ""),
            ("2025-01-01", NOT_EVIDENCED, "the file shows the contrary"),
            ("2023-12-15", MET, ""),
            ("2023-12-14", NOT_EVIDENCED, ""),
            ("December 2023", PARTLY, "perhaps published before the edition"),
            ("2023/2025", PARTLY, "the day that is stated does not settle it"),
            ("2024/2025", PARTLY, "the day that is stated does not settle it"),
        ],
    )
    def test_what_is_older_than_the_edition_shows_nothing(
        self, published: str, state: OutcomeState, short: str
    ) -> None:
        text = f'published = "{published}"\n'
        found = outcome(AGAIN, text, edition="WT2023", on="2025-06-01")
        assert found.state is state
        assert short in "; ".join(found.to_be_met)
        assert found.is_missed is (published == "2025-01-01")

    @pytest.mark.parametrize(
        "text",
        ["", 'published = "2019-06-01"\n', "published = { unknown = true }\n"],
        ids=["no day", "an older day", "a day that is not told"],
    )
    def test_is_not_due_before_its_day(self, text: str) -> None:
        found = outcome(AGAIN, text, edition="WT2023", on="2024-12-31")
        assert found.state is NOT_APPLICABLE
        assert found.why == "it is not due until 31 December 2024"
        late = outcome(AGAIN, text, edition="WT2023", on="2025-01-01")
        assert late.state is NOT_EVIDENCED

    def test_is_asked_by_the_edition_whose_rule_it_is(self) -> None:
        """The area has not moved on, so that it is held against the edition before."""
        text = 'edition = "WT2018"\npublished = "2019-06-01"\n'
        checklist = check(masa.loads(TOP + text), on="2024-03-01")
        assert checklist.edition.id == "WT2018"
        assert checklist[AGAIN].why == "it is not due until 31 December 2024"


class TestBegun:
    """Guidance: three months after publication, and by 29 September 2019."""

    @pytest.mark.parametrize(
        ("published", "begun", "state", "short"),
        [
            ("2019-06-29", "2019-09-29", MET, ""),
            ("2019-06-30", "2019-09-30", NOT_EVIDENCED, "the contrary"),
            ("2019-03-01", "2019-06-01", MET, ""),
            ("2019-03-01", "2019-06-02", NOT_EVIDENCED, "the contrary"),
            ("2019-03-01", "2019-09-29", NOT_EVIDENCED, "the contrary"),
            ("June 2019", "2019-09-29", PARTLY, "the day of publication is not stated"),
            ("June 2019", "2019-09-30", NOT_EVIDENCED, "the contrary"),
            ("2019-06-29", "September 2019", PARTLY, "does not settle it"),
        ],
    )
    def test_by_the_earlier_day(
        self, published: str, begun: str, state: OutcomeState, short: str
    ) -> None:
        text = f'published = "{published}"\nin_force = "{begun}"\n'
        found = outcome(BEGUN, text, edition="WT2018")
        assert found.state is state
        assert short in "; ".join(found.to_be_met)

    def test_is_asked_of_the_first_arrangements_alone(self) -> None:
        found = outcome(BEGUN, 'follows = ["earlier"]\n', edition="WT2018")
        assert found.why == "it is about the first arrangements of an area"

    def test_is_not_due_before_its_day(self) -> None:
        found = outcome(BEGUN, "", edition="WT2018", on="2019-03-01")
        assert found.why == "it is not due until 29 September 2019"
