"""Preparing for another edition: what serves, what has to change, what is new."""

from pathlib import Path

import pytest

import masa

BARNET = masa.examples.load("barnet")
TOP = 'id = "x"\ntitle = "X"\nedition = "WT2018"\n'
COMMENCED = {"cwsa-2026/s2": "2027-09-01", "cwsa-2026/s3": "2027-10-01"}


@pytest.fixture(scope="module")
def for_2023() -> masa.Preparation:
    return masa.prepare_for(BARNET, "WT2023")


@pytest.fixture(scope="module")
def for_2026() -> masa.Preparation:
    return masa.prepare_for(BARNET, "WT2026", commenced=COMMENCED)


class TestFrom2018To2023:
    """Barnet's arrangements of 2019, prepared for the edition of 2023."""

    @pytest.mark.parametrize(
        ("item", "readiness", "before", "adds"),
        [
            ("P23-M1", "serves already", "P18-M1", []),
            ("P23-S2", "serves already", "P18-S2", []),
            ("P23-S3", "has to change", "P18-S3", []),
            ("P23-S1", "has to change", "P18-S1", ["leads", "delegates", "chair"]),
            ("P23-S4", "has to change", "P18-S4", ["strategic", "operational"]),
            ("P23-S6", "serves already", "P18-S6", ["sharing"]),
            ("ca-2004/s16f.1-a", "to be weighed", "ca-2004/s16f.1-a", []),
            ("P23-S8", "has to change", "P18-S8", ["budget", "signed-off"]),
            ("P23-S11", "has to change", "P18-S11", ["signed-off"]),
            ("republish-arrangements-by", "new", None, ["day"]),
        ],
    )
    def test_tells_what_each_item_needs(
        self,
        for_2023: masa.Preparation,
        item: str,
        readiness: str,
        before: str | None,
        adds: list[str],
    ) -> None:
        step = for_2023[item]
        assert step.readiness == readiness
        assert (before in step.before) if before else (step.before == ())
        assert [need.id for need in step.adds] == adds

    def test_has_the_day_by_which_areas_had_to_publish_again(
        self, for_2023: masa.Preparation
    ) -> None:
        step = for_2023["P23-S1"]
        assert step.by == "31 December 2024 (Working Together 2023)"
        assert str(step.due) == "2024-12-31"

    def test_says_first_how_sure_the_law_is(self, for_2023: masa.Preparation) -> None:
        assert for_2023["P23-S1"].how_sure == "recalled, not verified"
        assert for_2023["P23-S13"].how_sure == "restated"
        assert for_2023["ca-2004/s16e.1"].how_sure == "read"
        for row in for_2023.to_records():
            assert next(iter(row)) == "how sure the law is"

    def test_what_the_act_asks_is_in_force_already(
        self, for_2023: masa.Preparation
    ) -> None:
        step = for_2023["ca-2004/s16g.3"]
        assert (step.by, step.due) == ("in force already", None)

    def test_leaves_nothing_out_and_holds_nothing_twice(
        self, for_2023: masa.Preparation
    ) -> None:
        parts = (*for_2023.serves, *for_2023.to_change)
        parts += (*for_2023.new, *for_2023.to_weigh)
        assert sorted(step.id for step in parts) == sorted(step.id for step in for_2023)
        assert len(parts) == len(for_2023)

    def test_what_serves_has_nothing_to_do(self, for_2023: masa.Preparation) -> None:
        for step in for_2023:
            assert bool(step.to_do) is (step.readiness != "serves already")

    def test_prints_the_three_parts(self, for_2023: masa.Preparation) -> None:
        text = for_2023.to_text()
        assert "From Working Together 2018 to Working Together 2023." in text
        captions = ("Has to change: should", "New: should", "Serves already")
        for caption in (
            *captions,
            "Is mentioned, and to be weighed by a reader: must",
        ):
            assert f"\n{caption}\n---" in text
        assert str(for_2023["P23-S1"]) == (
            "P23-S1, who the partners are: has to change; 31 December 2024 (Working "
            "Together 2023)"
        )
        assert repr(for_2023["P23-S1"]) == "<PreparationStep 'P23-S1': has to change>"
        assert repr(for_2023).startswith("<Preparation of 'Barnet Multi-Agency")

    def test_is_plain_values_too(self, for_2023: masa.Preparation) -> None:
        values = for_2023.to_json()
        assert (values["before"], values["edition"]) == ("WT2018", "WT2023")
        steps = {
            step["outcome"]["id"]: step
            for step in values["steps"]  # type: ignore[attr-defined] # a list
        }
        assert steps["P23-S11"]["due"] == "2024-12-31"
        assert steps["ca-2004/s16g.3"]["due"] is None
        assert steps["P23-S11"]["before"] == ["P18-S11"]


class TestFor2026:
    """The edition of 2026, and the sections of the Act if they commence on a day."""

    @pytest.mark.parametrize(
        ("item", "by"),
        [
            ("P23-S1", "no day is known (Working Together 2026)"),
            ("P26-1", "no day is known (Working Together 2026)"),
            ("P26-5", "1 October 2027, if commenced then"),
            ("ca-2004/s16ea.1", "1 October 2027, if commenced then"),
            ("ca-2004/s16e.1", "1 September 2027, if commenced then"),
        ],
    )
    def test_has_a_day_only_where_one_is_known(
        self, for_2026: masa.Preparation, item: str, by: str
    ) -> None:
        assert for_2026[item].by == by

    def test_teams_are_new(self, for_2026: masa.Preparation) -> None:
        step = for_2026["P26-5"]
        assert step.readiness == "new"
        assert len(step.to_do) == len(step.outcome.rule.needs)

    def test_designated_agencies_change_what_served(
        self, for_2026: masa.Preparation
    ) -> None:
        step = for_2026["ca-2004/s16e.1"]
        assert step.readiness == "has to change"
        assert [need.id for need in step.adds] == ["designated"]

    def test_without_commencement_neither_is_told(self) -> None:
        plan = masa.prepare_for(BARNET, "WT2026")
        assert "P26-5" not in [step.id for step in plan]
        assert plan["ca-2004/s16e.1"].adds == ()

    def test_what_was_carried_over_is_called_so(
        self, for_2026: masa.Preparation
    ) -> None:
        assert "carried over" in for_2026["P23-S1"].how_sure


class TestLookingUp:
    """A step by the id of its item."""

    def test_in_any_case(self, for_2023: masa.Preparation) -> None:
        assert for_2023["p23-s1"] is for_2023["P23-S1"]

    def test_refuses_what_is_no_step(self, for_2023: masa.Preparation) -> None:
        with pytest.raises(masa.UnknownNameError, match='did you mean "P23-S1'):
            for_2023["P23-S111"]
        with pytest.raises(masa.UnknownNameError, match="look at its `steps`"):
            for_2023["quite another thing"]


def test_an_arrangement_of_no_edition_is_taken_to_be_of_the_one_before() -> None:
    arrangement = masa.loads('id = "x"\ntitle = "X"\n')
    assert masa.prepare_for(arrangement, "WT2023").before.id == "WT2018"
    assert masa.prepare_for(arrangement, "WT2026").before.id == "WT2023"


def test_nothing_was_asked_before_there_were_such_arrangements() -> None:
    plan = masa.prepare_for(masa.loads('id = "x"\ntitle = "X"\n'), "WT2018")
    assert plan.before.id == "WT2015"
    assert plan.to_change == plan.serves == ()


def test_the_edition_that_it_answers_changes_nothing_but_what_is_missing() -> None:
    plan = masa.prepare_for(BARNET, "WT2018")
    assert plan.new == ()
    assert all(step.adds == () for step in plan)


def test_contents_of_a_report_that_is_not_held_are_told_where_they_are_new() -> None:
    plan = masa.prepare_for(masa.loads(TOP), "WT2023")
    ids = [step.id for step in plan if step.id.startswith("YR")]
    assert "YR-S7" in ids
    assert "YR-M1" not in ids
    step = plan["YR-S7"]
    assert step.readiness == "new"
    assert step.by == "the yearly report on a year under the edition"
    assert step.to_do == tuple(need.says for need in step.outcome.rule.needs)


def test_says_against_which_edition_what_is_new_is_told() -> None:
    plan = masa.prepare_for(masa.loads('id = "x"\ntitle = "X"\n'), "WT2023")
    assert plan.notices[0].startswith("The arrangement does not settle to which")
    assert plan.notices[0].endswith("is told against Working Together 2018.")


def test_an_arrangement_that_says_nothing_serves_nothing_already() -> None:
    text = masa.prepare_for(masa.loads(TOP), "WT2023").to_text()
    assert "\nNew: should\n" in text
    assert "Nothing is left to do" not in text


def test_nobody_has_to_do_what_is_only_allowed_or_stated() -> None:
    plan = masa.prepare_for(BARNET, "WT2023")
    assert not any(step.outcome.is_free for step in plan)


def test_refuses_what_check_refuses() -> None:
    with pytest.raises(masa.NotInForceError):
        masa.prepare_for(BARNET, "WT2015")
    with pytest.raises(masa.KindError):
        masa.prepare_for("barnet", "WT2023")  # type: ignore[arg-type] # on purpose


def test_barnet_is_prepared_as_ever() -> None:
    days = dict.fromkeys(COMMENCED, "2027-09-01")
    plans = (
        masa.prepare_for(BARNET, "WT2023"),
        masa.prepare_for(BARNET, "WT2026", commenced=days),
    )
    golden = Path(__file__).parent / "golden" / "prepared.txt"
    pages = "\n".join(plan.to_text() for plan in plans)
    assert pages == golden.read_text(encoding="utf-8")
