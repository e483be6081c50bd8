"""A yearly report is held against what it has to hold, and against its days."""

import pytest

import masa
from masa import Checklist, check
from masa.rules.outcomes import OutcomeState

MET, PARTLY, NOT_EVIDENCED, NOT_APPLICABLE, UNKNOWN = OutcomeState
AREA = 'id = "x"\ntitle = "X"\nat = "1"\nedition = "WT2023"\n'
YEARLY = '[yearly_report]\nevery = "yearly"\n'
REPORT = """
[[reports]]
title     = "Report of 2023/24"
at        = "p.9"
period    = { start = "2023-04-01", end = "2024-03-31" }
published = "2024-09-20"
"""
CONTENTS = (
    *("YR-M1", "YR-M2", "YR-S1", "YR-S2", "YR-S3", "YR-S4", "YR-S5", "YR-S6"),
    *("YR-S7", "YR-S8", "YR-S9", "YR-S10", "YR-S11", "YR-S12", "YR-S13", "YR-S14"),
    *("YR-S15", "f-11", "w26-5", "ca-2004/s16g.7-contents"),
)
NEXT = "2025-01-01"
PANEL, DRAFT = "Child Safeguarding Practice Review Panel", 'standing = "proposed"'
ON_A_REPORT = ("yearly-report-covers", "yearly-report-by", "yearly-report-copies")


def held(text: str, edition: str = "WT2026", on: str | None = None) -> Checklist:
    return check(masa.loads(text), edition=edition, on=on)


def holding(items: str, judgement: str) -> str:
    said = f'[{{ topic = "it", items = ["{items}"], judgement = "{judgement}" }}]'
    return f"{AREA}{REPORT}contents = {said}\n"


class TestContents:
    """What a report tells is weighed by a person, item by item."""

    @pytest.mark.parametrize("item", CONTENTS)
    def test_judged_in_full_is_met(self, item: str) -> None:
        assert held(holding(item, "full"))[item].state is MET

    @pytest.mark.parametrize("item", CONTENTS)
    def test_judged_in_part_is_partly_met(self, item: str) -> None:
        assert held(holding(item, "part"))[item].state is PARTLY

    @pytest.mark.parametrize("item", CONTENTS)
    def test_untold_is_not_evidenced(self, item: str) -> None:
        assert held(AREA + REPORT)[item].state is NOT_EVIDENCED

    @pytest.mark.parametrize("item", [*CONTENTS, *ON_A_REPORT])
    def test_is_not_called_for_without_a_report(self, item: str) -> None:
        found = held(AREA + YEARLY)[item]
        assert found.state is NOT_APPLICABLE
        assert found.why == "no yearly report is recorded in the file"

    def test_a_recorded_answer_stands_without_a_report(self) -> None:
        answer = '[[commitments]]\ntopic = "it"\nitems = ["YR-S4"]\n'
        found = held(f'{AREA}{answer}judgement = "full"\n')
        assert found["YR-S4"].state is PARTLY
        assert "promised, and not reported" in found["YR-S4"].to_be_met[0]
        assert found["YR-S5"].state is NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("said", "also"),
        [
            ("YR-M1/done", "ca-2004/s16g.7-contents"),
            ("YR-M2", "ca-2004/s16g.7-contents"),
            ("ca-2004/s16g.7-contents/effective", "YR-M2"),
            ("YR-S1/impact", "w26-5"),
            ("YR-S10/costs", "YR-S10"),
            ("f-11/allocated", "YR-S10"),
        ],
    )
    def test_what_two_rules_need_is_told_once(self, said: str, also: str) -> None:
        assert held(AREA + REPORT)[also].state is NOT_EVIDENCED
        assert held(holding(said, "full"))[also].state in {MET, PARTLY}

    def test_costs_are_not_needed_where_only_funding_is_asked_for(self) -> None:
        assert held(holding("YR-S10/costs", "full"))["f-11"].state is NOT_EVIDENCED

    def test_of_an_older_report_are_not_those_of_the_last(self) -> None:
        older = holding("YR-M2", "full")
        later = REPORT.replace("2024-09-20", "2025-09-20")
        assert held(older)["YR-M2"].state is MET
        assert held(older + later)["YR-M2"].state is NOT_EVIDENCED


class TestEditions:
    """The same file, by the 2018, the 2023 and the 2026 edition."""

    @pytest.mark.parametrize(
        ("edition", "items", "force"),
        [("WT2018", 8, "should"), ("WT2023", 16, "should"), ("WT2026", 17, "must")],
    )
    def test_ask_for_more_and_more_strongly(
        self, edition: str, items: int, force: str
    ) -> None:
        found = held(AREA + REPORT, edition)
        assert len([one for one in found if one.id.startswith("YR-")]) == items
        assert found["YR-S1"].force.value == force

    def test_only_the_later_ones_fix_the_year_and_the_day(self) -> None:
        first = {one.id for one in held(AREA + REPORT, "WT2018")}
        assert first.isdisjoint({"yearly-report-covers", "yearly-report-by", "w26-5"})
        assert "yearly-report-copies" in first

    def test_one_group_of_duties_is_asked_for_by_the_beginnings(self) -> None:
        found = check(masa.loads(AREA + REPORT), only=["YR", "yearly-report"])
        assert {one.id[:3] for one in found} == {"YR-", "yea"}


class TestEveryYear:
    """Once in every twelve months: as promised, and as reports came out."""

    @pytest.mark.parametrize(
        ("every", "state"),
        [
            ("yearly", PARTLY),
            ("twice a year", PARTLY),
            ("at least yearly", PARTLY),
            ("yearly and when needed", PARTLY),
            ("bi-annually", PARTLY),
            ("regularly", PARTLY),
            ("termly", PARTLY),
            ("at most yearly", PARTLY),
            ("at least every 2 years", PARTLY),
            ("every 2 years and when needed", PARTLY),
            ("every 2 years", NOT_EVIDENCED),
            ("at most every 2 years", NOT_EVIDENCED),
            ("every 13 months", NOT_EVIDENCED),
        ],
    )
    def test_as_promised(self, every: str, state: OutcomeState) -> None:
        found = held(f'{AREA}[yearly_report]\nevery = "{every}"\n')
        for rule in ("yearly-report-period", "yearly-report-duty-in-guidance"):
            assert found[rule].state is state
            assert found[rule].is_missed is (state is NOT_EVIDENCED)

    def test_a_promise_is_a_part(self) -> None:
        promised = held(AREA + YEARLY)["yearly-report-period"]
        short = "(there in part: promised, and no report is recorded)"
        assert promised.to_be_met[0].endswith(short)
        one = held(AREA + YEARLY + REPORT)["yearly-report-period"]
        short = "(there in part: promised, which is not yet done)"
        assert one.to_be_met[0].endswith(short)

    def test_only_proposed_is_a_part(self) -> None:
        proposed = f'{AREA}[yearly_report]\nevery = "yearly"\nstanding = "proposed"\n'
        assert held(proposed)["yearly-report-period"].state is PARTLY

    def test_a_file_that_says_nothing_shows_nothing(self) -> None:
        found = held(AREA)["yearly-report-period"]
        assert found.state is NOT_EVIDENCED
        assert not found.is_missed
        assert held(AREA + "[yearly_report]\n")["yearly-report-period"] == found

    @pytest.mark.parametrize(
        ("first", "second", "begun", "state", "said"),
        [
            ("2023-09-20", "2024-09-20", "", MET, "no more than 12 months apart"),
            (
                *("2023-09", "2024-09", "", PARTLY),
                "perhaps no more than 12 months apart",
            ),
            (
                *("2023-09-20", "2024-09-21", "", PARTLY),
                "enough only if the periods are counted from a fixed day",
            ),
            (
                *("2023-09-20", "2024-09-28", "2019-09-29", PARTLY),
                "enough only if the periods are counted from a fixed day",
            ),
            (
                *("2023-09-20", "2024-09-29", "2019-09-29", NOT_EVIDENCED),
                "more than 12 months apart",
            ),
            (
                *("2023-09-20", "2025-09-19", "2024-01-01", PARTLY),
                "enough only if the periods are counted from a fixed day",
            ),
            ("2023-09-20", "2025-09-20", "", NOT_EVIDENCED, "12 months apart"),
            ("2023-09-20", "2025-09-20", "2019", NOT_EVIDENCED, "12 months apart"),
        ],
        ids=[
            "to the day twelve months later",
            "days that are not told",
            "a day late, and no fixed day is told",
            "late, and in the next period from the fixed day",
            "late, and a period from the fixed day is empty",
            "late, and the fixed day comes later",
            "so late that some period is empty, whatever the fixed day",
            "so late, and the fixed day is not told to the day",
        ],
    )
    def test_as_reports_came_out(
        self, first: str, second: str, begun: str, state: OutcomeState, said: str
    ) -> None:
        text = self.two(first, second, begun)
        found = held(text, "WT2023", NEXT)["yearly-report-period"]
        assert found.state is state
        assert said in found.shown_by[0]
        assert found.is_missed is (state is NOT_EVIDENCED)

    def two(self, first: str, second: str, begun: str = "", promised: str = "") -> str:
        """Write a file of two reports of which one takes up where the other ends."""
        when = f'in_force = "{begun}"\n' if begun else ""
        older = REPORT.replace("2023-04-01", "2022-04-01")
        older = older.replace("2024-03-31", "2023-03-31")
        reports = (older.replace("2024-09-20", first), REPORT)
        later = reports[1].replace("2024-09-20", second)
        return f"{AREA}{when}{promised}{reports[0]}{later}"

    @pytest.mark.parametrize(
        ("on", "state", "short"),
        [
            ("2025-09-20", MET, ""),
            ("2025-09-21", PARTLY, "(there in part: no later report is recorded)"),
        ],
        ids=["twelve months later to the day", "a day more"],
    )
    def test_until_the_day_of_the_reader(
        self, on: str, state: OutcomeState, short: str
    ) -> None:
        text = self.two("2023-09-20", "2024-09-20")
        found = held(text, "WT2023", on)["yearly-report-period"]
        assert found.state is state
        assert short in "; ".join(found.to_be_met)
        assert not found.is_missed

    def test_a_last_report_of_a_day_not_told_is_a_part(self) -> None:
        text = self.two("2023-09-20", "by 1 October 2024")
        assert held(text, "WT2023", NEXT)["yearly-report-period"].state is PARTLY

    def test_what_came_before_shows_its_time_alone(self) -> None:
        text = self.two("2022-09-20", "2023-09-20") + self.two(
            "2024-09-21", "2025-10-01"
        ).removeprefix(AREA)
        found = held(text, "WT2023", "2025-12-01")["yearly-report-period"]
        assert "there in part: it shows that time alone;" in found.to_be_met[0]

    def test_a_broken_promise_is_shown_beside_its_breach(self) -> None:
        broken = self.two("2023-09-20", "2026-09-21", promised=YEARLY)
        found = held(broken)["yearly-report-period"]
        assert (found.state, found.is_missed) == (PARTLY, True)

    def test_reports_that_may_not_follow_one_another_show_no_gap(self) -> None:
        far = self.two("2019-09-20", "2024-09-20", promised=YEARLY)
        apart = far.replace("2022-04-01", "2018-04-01")
        apart = apart.replace("2023-03-31", "2019-03-31")
        assert held(far)["yearly-report-period"].is_missed
        found = held(apart)["yearly-report-period"]
        assert not found.is_missed
        assert "more than 12 months apart" in found.shown_by[1]
        short = "whether a report came between them is not stated"
        assert f"there in part: {short}" in found.to_be_met[0]

    @pytest.mark.parametrize(
        "period",
        ['{ end = "2023-03-31" }', '{ start = "2022-04-01" }', "{ unknown = true }"],
    )
    def test_nor_do_reports_of_periods_not_told(self, period: str) -> None:
        far = self.two("2019-09-20", "2024-09-20")
        told = '{ start = "2022-04-01", end = "2023-03-31" }'
        other = '{ start = "2023-04-01", end = "2024-03-31" }'
        changed = far.replace(told, period).replace(other, period)
        assert not held(changed)["yearly-report-period"].is_missed

    def test_two_reports_of_one_day_show_nothing(self) -> None:
        same = self.two("2024-09-20", "2024-09-20")
        assert held(same)["yearly-report-period"].state is NOT_EVIDENCED

    def test_days_in_no_sure_order_show_a_part(self) -> None:
        found = held(self.two("2023-09-20", "2010/2023"))["yearly-report-period"]
        assert found.state is PARTLY

    def test_a_report_without_a_day_or_in_draft_is_left_out(self) -> None:
        for other in ("after 2023", "draft"):
            two = self.two("2023-09-20", "2024-09-20")
            draft = two + 'standing = "proposed"\n'
            open_ended = two.replace('"2024-09-20"', '"after 2023"')
            text = draft if other == "draft" else open_ended
            assert held(text)["yearly-report-period"].state is NOT_EVIDENCED


class TestDays:
    """What a report covers, when it came out, and when copies went."""

    @pytest.mark.parametrize(
        ("period", "state"),
        [
            ('{ start = "2023-04-01", end = "2024-03-31" }', MET),
            ('{ start = "2023-01-01", end = "2023-12-31" }', NOT_EVIDENCED),
            ('{ start = "2023-04-01", end = "2025-03-31" }', NOT_EVIDENCED),
            ('{ start = "2200-04-01", end = "2200-12-31" }', NOT_EVIDENCED),
            ('{ start = "April 2023", end = "March 2024" }', PARTLY),
            ('{ start = "2023-04-01" }', PARTLY),
            ('{ end = "2024-03-31" }', PARTLY),
            ('{ start = "by 1 April 2023", end = "2024-03-31" }', PARTLY),
            ('{ start = "after 31 March 2023", end = "after March 2024" }', PARTLY),
            ("{ unknown = true }", NOT_EVIDENCED),
            (
                f'{{ is = {{ start = "2023-04-01", end = "2024-03-31" }}, {DRAFT} }}',
                PARTLY,
            ),
        ],
        ids=[
            *("a financial year", "a calendar year", "two years", "the last year"),
            *("months only", "no end", "no beginning", "an open beginning"),
            *("an open end", "not told", "only proposed"),
        ],
    )
    def test_what_it_covers(self, period: str, state: OutcomeState) -> None:
        told = '{ start = "2023-04-01", end = "2024-03-31" }'
        found = held(AREA + REPORT.replace(told, period))["yearly-report-covers"]
        assert found.state is state

    @pytest.mark.parametrize(
        ("published", "state"),
        [
            ("2024-09-30", MET),
            ("2024-10-01", NOT_EVIDENCED),
            ("September 2024", MET),
            ("October 2024", NOT_EVIDENCED),
            ("2024", PARTLY),
            ("after August 2024", PARTLY),
        ],
    )
    def test_when_it_came_out(self, published: str, state: OutcomeState) -> None:
        text = AREA + REPORT.replace("2024-09-20", published)
        found = held(text)["yearly-report-by"]
        assert found.state is state
        assert "the last day is 30 September 2024" in found.shown_by[0]

    def test_of_which_year_it_tells_decides_its_day(self) -> None:
        told = 'period    = { start = "2023-04-01", end = "2024-03-31" }'
        found = held(AREA + REPORT.replace(told, ""))["yearly-report-by"]
        assert found.shown_by == ("published 20 September 2024 (p.9)",)
        short = "there in part: what is stated does not settle it"
        assert found.to_be_met[0].endswith(f"that the report covers ({short})")

    def test_sources_that_differ_on_the_year_leave_it_open(self) -> None:
        twice = (
            'period = [{ start = "2023-04-01", end = "2024-03-31" }, '
            '{ start = "2022-04-01", end = "2023-03-31" }]'
        )
        told = 'period    = { start = "2023-04-01", end = "2024-03-31" }'
        found = held(AREA + REPORT.replace(told, twice))["yearly-report-by"]
        assert found.state is PARTLY

    @pytest.mark.parametrize(
        ("copies", "state", "is_missed"),
        [
            (["2024-09-27", "2024-09-27"], MET, False),
            (["2024-09-27", None], PARTLY, False),
            (["2024-09-27", "2024-09-28"], PARTLY, True),
            (["2024-09-28", "2024-09-28"], NOT_EVIDENCED, True),
            (["September 2024", "September 2024"], PARTLY, False),
            (["", ""], PARTLY, False),
            ([None, None], NOT_EVIDENCED, False),
        ],
        ids=[
            *("both on the last day", "one only", "one a day late", "both late"),
            *("on days not told", "without a day", "none"),
        ],
    )
    def test_when_copies_went(
        self, copies: list[str | None], state: OutcomeState, *, is_missed: bool
    ) -> None:
        found = held(AREA + REPORT + self.sent(copies))["yearly-report-copies"]
        assert (found.state, found.is_missed) == (state, is_missed)

    def sent(self, days: list[str | None]) -> str:
        """Write to whom copies went: not always as the law writes the name."""
        to = (PANEL, "FOUNDATIONS")
        rows = [
            f'{{ to = "{name}"' + (f', on = "{day}" }}' if day else " }")
            for name, day in zip(to, days, strict=True)
            if day is not None
        ]
        return f"copies = [{', '.join(rows)}]\n"

    def test_a_copy_in_time_makes_up_for_a_late_one(self) -> None:
        late, in_time = ("2024-10-28", "2024-09-21")
        rows = [self.sent([day, day])[10:-2] for day in (late, in_time)]
        text = f"{AREA}{REPORT}copies = [{', '.join(rows)}]\n"
        assert held(text)["yearly-report-copies"].state is MET

    def test_a_copy_to_anybody_else_is_a_mention(self) -> None:
        other = 'copies = [{ to = "the Mayor", on = "2024-09-21" }]\n'
        found = held(AREA + REPORT + other)["yearly-report-copies"]
        assert found.state is PARTLY
        said = "a copy to the Mayor, who is not known to be meant (p.9)"
        assert found.shown_by == (said,)
        assert len(found.missing) == len(found.needs)

    @pytest.mark.parametrize("edition", ["WT2018", "WT2023", "WT2026"])
    @pytest.mark.parametrize(
        ("panel", "centre"),
        [
            ("the Panel", "What Works Centre"),
            ("The Child Safeguarding Practice Review Panel", "Foundations"),
            ("National Child Safeguarding Practice Review Panel", "foundations"),
            ("panel", "What Works Centre for Children's Social Care"),
            ("Panel", "Foundations (the What Works Centre for families)"),
        ],
    )
    def test_a_recipient_is_known_by_each_of_its_names(
        self, panel: str, centre: str, edition: str
    ) -> None:
        sent = self.sent(["2024-09-21", "2024-09-21"])
        text = sent.replace("FOUNDATIONS", centre).replace(PANEL, panel)
        found = held(AREA + REPORT + text, edition)["yearly-report-copies"]
        assert found.state is MET

    @pytest.mark.parametrize("name", ["Child Death Overview Panel", "New Foundation"])
    def test_a_name_that_shares_a_word_is_another(self, name: str) -> None:
        sent = f'copies = [{{ to = "{name}", on = "2024-09-21" }}]\n'
        found = held(AREA + REPORT + sent)["yearly-report-copies"]
        assert len(found.missing) == len(found.needs)

    def test_what_is_printed_of_a_late_copy(self) -> None:
        text = AREA + REPORT + self.sent(["2024-09-28", "2024-09-21"])
        found = held(text)["yearly-report-copies"]
        assert str(found) == (
            "yearly-report-copies, copies of the report: partly: the file shows the "
            "contrary (should). That copies of the report went out in time is not "
            "shown."
        )
        last_day = "the last day is 27 September 2024 (p.9)"
        assert found.shown_by == (
            f"a copy to {PANEL}: 28 September 2024; {last_day}",
            f"a copy to FOUNDATIONS: 21 September 2024; {last_day}",
        )


class TestWhereItIsFound:
    """Where the report is found: as the arrangements say, and as it came out."""

    def test_is_not_shown_by_silence(self) -> None:
        assert held(AREA)["yearly-report-where"].state is NOT_EVIDENCED

    def test_a_promise_may_say_no_more_than_when(self) -> None:
        promise = '[yearly_report]\npublished = "in the autumn"\n'
        found = held(AREA + promise)["yearly-report-where"]
        assert found.state is PARTLY
        assert found.shown_by == ("to be published: in the autumn (s.1)",)

    def test_a_report_says_where_and_a_person_how_easily(self) -> None:
        found_at = f'{AREA}{REPORT}where = "on our website"\n'
        weighed = 'contents = [{ topic = "it", items = ["%s"], judgement = "full" }]\n'
        easily = found_at + weighed % "yearly-report-where/available"
        both = found_at + weighed % "also-expected-2018/recommendations"
        assert held(found_at)["yearly-report-where"].state is PARTLY
        assert held(easily)["yearly-report-where"].state is MET
        assert held(both, "WT2018")["also-expected-2018"].state is MET
