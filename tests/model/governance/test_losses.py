"""What every route passes, what hangs on one alone, and what goes with somebody."""

from decimal import Decimal

import pytest

import masa

BARNET = masa.governance(masa.examples.load("barnet"))
DORSET = masa.governance(masa.examples.load("pan-dorset"))
TOP = 'id = "toy"\ntitle = "Toy arrangements"\n'
TRUNCATED = '[[sources]]\nid="cut"\ntitle="Cut"\ntext="truncated"\n'
FORUM, QUALITY = "Leadership Forum", "Quality Assurance and Performance Group"


def quoted(words: str) -> str:
    """Give words of a document as a sentence quotes them."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


class TestWhatEveryRoutePasses:
    def test_one_group(self) -> None:
        found = BARNET.must_pass("CDOP")
        assert str(found) == (
            "Every stated route from CDOP to the top passes Learning and Review Group."
        )
        assert found.to_records() == [
            {"name": "Learning and Review Group", "kind": "group", "place": "s.7"}
        ]
        assert found.to_text() == f"{found}\n"

    def test_all_of_a_kind(self) -> None:
        found = BARNET.must_pass("Emergency services", FORUM)
        assert found.names == ("relevant agencies",)
        both = BARNET.must_pass("Education and childcare")
        assert both.names == ()
        assert str(both) == (
            "No one thing is passed by every stated route from Education and childcare "
            "to the top."
        )

    def test_nothing_if_there_is_no_route(self) -> None:
        found = BARNET.must_pass("Ofsted")
        assert not found.has_route
        assert str(found) == "From Ofsted to the top no route is stated."

    def test_only_by_some_kinds(self) -> None:
        assert BARNET.must_pass("CDOP", kinds=["liaises with"]).has_route is False


class TestSinglePoints:
    def test_of_barnet(self) -> None:
        points = BARNET.single_points()
        by_name = {point.node.name: point for point in points}
        assert FORUM not in by_name
        assert set(by_name[QUALITY].names) == set(BARNET.without(QUALITY).names)
        assert str(by_name["deep dive"]) == (
            "Without deep dive, 1 loses its stated route to the top: "
            f"{quoted('professionals, by theme, to a seminar')}."
        )
        losses = [point.loses for point in points]
        assert losses == sorted(losses, reverse=True)
        assert not points.is_cut
        assert "Stated routes to the top hang on each of 12 alone." in str(points)
        assert points.to_records()[0]["name"] == "London Borough of Barnet"
        assert "Single points of failure" in points.to_text()

    def test_a_body_is_spoken_for_by_each_of_its_posts_that_sits_on_a_group(
        self,
    ) -> None:
        """Barnet, section 7: the Council has two seats, the police have one."""
        names = {point.node.name for point in BARNET.single_points()}
        assert "Chief Executive" not in names
        assert "Detective Superintendent, Head of Safeguarding" in names
        assert not BARNET.without("Chief Executive").lost
        council = BARNET.routes("London Borough of Barnet")
        assert {route.names[1] for route in council} == {
            "Chief Executive",
            "Executive Director, Children and Young People",
        }
        by_parts = BARNET.routes("London Borough of Barnet", kinds=["is part of"])
        assert len(by_parts) == 0

    def test_more_than_were_asked_for(self) -> None:
        points = BARNET.single_points(most=2)
        assert len(points) == 2
        assert str(points).startswith(
            "Stated routes to the top hang on each of 2 alone, and there are more."
        )

    def test_one(self) -> None:
        haringey = masa.governance(masa.examples.load("haringey")).single_points()
        assert str(haringey).startswith(
            "Stated routes to the top hang on Assistant Director for Schools and "
            "Learning alone."
        )

    def test_none(self) -> None:
        points = DORSET.single_points()
        said = "Nobody's stated route to the top hangs on one other alone."
        assert str(points) == said
        assert points.to_text() == f"{said}\n"

    def test_very_many(self) -> None:
        groups = "".join(
            f'[[groups]]\nname = "g{number}"\nreports_to = "g{number + 1}"\n'
            for number in range(150)
        )
        graph = masa.governance(masa.loads(f'{TOP}{groups}[[groups]]\nname="g150"\n'))
        first = graph.single_points(most=1).points[0]
        assert first.node.name == "g149"
        assert first.loses == 149
        assert len(first.names) == 100
        assert str(first) == ("Without g149, 149 lose their stated route to the top.")

    @pytest.mark.parametrize(
        ("more", "lost"),
        [
            ("", {"Team", "Club"}),
            ('[[relations]]\nsource="Team"\nverb="feeds"\ntarget="Board"\n', set()),
            ('[[relations]]\nsource="Club"\nverb="feeds"\ntarget="Board"\n', {"Team"}),
        ],
        ids=["all of it", "nobody, if the nearest has a way", "only the nearest"],
    )
    def test_that_a_body_goes_with_its_posts(self, more: str, lost: set[str]) -> None:
        text = (
            '[[groups]]\nname="Board"\ntier=1\nmembers=["Chief","Nurse"]\n'
            '[[bodies]]\nname="Trust"\nposts=["Chief","Nurse"]\n'
            '[[bodies]]\nname="Team"\npart_of="Trust"\n'
            '[[bodies]]\nname="Club"\npart_of="Team"\n'
        )
        graph = masa.governance(masa.loads(TOP + text + more))
        points = {point.node.name: point for point in graph.single_points()}
        assert {*points}.isdisjoint({"Chief", "Nurse"})
        held = points["Trust"].names if "Trust" in points else ()
        assert set(held) == set(graph.without("Trust").names) == lost
        if lost:
            said = str(points["Trust"]).removesuffix(".")
            assert str(graph.without("Trust")).startswith(f"{said}; no contribution")

    def test_that_the_sentence_is_that_of_what_goes(self) -> None:
        for point in BARNET.single_points(most=1000):
            loss = BARNET.without(point.node)
            assert point.lost == loss.lost
            assert str(loss).startswith(str(point).removesuffix("."))

    def test_that_many_together_are_no_single_point(self) -> None:
        kinds = {point.node.kind for point in BARNET.single_points(most=1000)}
        assert masa.NodeKind.COLLECTIVE not in kinds
        assert masa.NodeKind.DESCRIBED_SET not in kinds
        assert "18 lose" in str(BARNET.without("relevant agencies"))

    @pytest.mark.parametrize("most", [0, 1001])
    def test_any_number_of_them(self, most: int) -> None:
        with pytest.raises(masa.RangeError, match="give 1 to 1,000"):
            BARNET.single_points(most=most)


GOES = "in the budget of 2019/20 goes with it"
UNTOLD = (
    "; what Trust would pay in the budget of 2019/20, which is not stated, goes with it"
)
PAID = [
    pytest.param("amount = 50", {}, f"; £50 of £60 {GOES}", id="settled"),
    pytest.param("amount = 0", {}, f"; £0 of £10 {GOES}", id="stated to be nothing"),
    pytest.param("amount = { none = true }", {}, f"; £0 of £10 {GOES}", id="none"),
    pytest.param(
        'amount = { is = 50, standing = "proposed" }',
        {},
        f"; £50 (proposed) {GOES}",
        id="proposed",
    ),
    pytest.param(
        'amount = { is = 50, condition = "if asked" }',
        {},
        f"; £50 (if asked) {GOES}",
        id="on a condition",
    ),
    pytest.param(
        'amount = 50\nstanding = "proposed"',
        {},
        f"; £50 (proposed) {GOES}",
        id="in a proposed line",
    ),
    pytest.param(
        'amount = { is = 50, standing = "proposed" }',
        {"proposed": True},
        f"; £50 of £60 {GOES}",
        id="proposed and given",
    ),
    pytest.param(
        'amount = { is = 50, standing = "proposed" }',
        {"proposed": False},
        "",
        id="proposed and refused",
    ),
    pytest.param(
        'amount = 50\nstanding = "proposed"',
        {"proposed": False},
        "",
        id="in a proposed line that is refused",
    ),
    pytest.param(
        'amount = [50, { is = 60, at = "9" }]',
        {},
        f"; £50 / £60 {GOES}",
        id="stated in two ways",
    ),
    pytest.param('amount = { unknown = "not told" }', {}, UNTOLD, id="not told"),
    pytest.param("", {}, UNTOLD, id="not stated"),
    pytest.param('standing = "proposed"', {}, UNTOLD, id="not stated and proposed"),
]


class TestWithout:
    def test_a_group(self) -> None:
        assert str(BARNET.without(QUALITY)) == (
            f"Without {QUALITY}, 4 lose their stated route to the top: Voluntary, "
            "Community and Faith Sectors Group; Multi-Agency Audit Programme; "
            f"multi-agency training; and {quoted('voluntary sector partners')}."
        )

    def test_the_police_and_their_money(self) -> None:
        loss = BARNET.without("Metropolitan Police")
        assert loss.gone[0].name == "The Chief Officer of the Metropolitan Police"
        (money,) = loss.money
        assert (money.amount, money.of) == (Decimal(5_000), Decimal(278_600))
        assert str(money) == "£5,000 of £278,600 in the budget of 2018/19"
        assert f"; {money} goes with it." in str(loss)
        text = loss.to_text()
        assert "no longer chairs" in text
        assert "Leadership Forum" in text

    def test_a_force_that_pays_in_many_areas(self) -> None:
        atlas = masa.Atlas(
            masa.loads(
                f'id = "a{area}"\ntitle = "A{area}"\n[[bodies]]\nname = "Force"\n'
                'id = "force"\n[[budgets]]\nyear = "2019/20"\n'
                'contributions = [{ payer = "Force", amount = 1_500 }]\n'
            )
            for area in range(10)
        )
        loss = masa.governance(atlas).without("force")
        assert len(loss.money) == 10
        paid = "; ".join(
            f"£1,500 of £1,500 in the budget of 2019/20 [a{area}]" for area in range(8)
        )
        assert str(loss) == (
            "Without force, nobody loses a stated route to the top; "
            f"{paid}; and 2 more go with it."
        )

    def test_the_top(self) -> None:
        loss = BARNET.without(FORUM)
        assert "Cafcass" in loss.names
        assert "MASH Steering Group" not in loss.names  # it had no route before

    def test_nobody(self) -> None:
        loss = BARNET.without("Ofsted")
        assert str(loss) == (
            "Without Ofsted, nobody loses a stated route to the top; no contribution "
            "of it is stated."
        )
        assert "nobody that is stated" in loss.to_text()
        assert loss.to_records() == []

    def test_a_seat(self) -> None:
        lead = "Detective Superintendent, Head of Safeguarding"
        loss = BARNET.without("Metropolitan Police", seat_on=FORUM)
        assert "The Chief Officer of the Metropolitan Police" in loss.names
        assert lead in loss.names
        assert loss.money == ()
        assert str(loss).startswith(
            "Without the seat of Metropolitan Police on Leadership Forum, 6 lose their "
            "stated route to the top:"
        )
        assert "the seat of Metropolitan Police on Leadership Forum" in loss.to_text()

    def test_a_seat_that_another_statement_keeps(self) -> None:
        haringey = masa.governance(masa.examples.load("haringey"))
        loss = haringey.without(
            "Assistant Director for Schools and Learning",
            seat_on="strategic leadership group",
        )
        assert loss.lost == ()  # it feeds the group besides

    def test_a_seat_that_is_not_there(self) -> None:
        with pytest.raises(masa.UnknownNameError, match="sits on Leadership Forum"):
            BARNET.without("Chief Executive", seat_on="Learning and Review Group")
        with pytest.raises(masa.UnknownNameError, match="no group that is stated"):
            BARNET.without("Ofsted", seat_on=FORUM)

    def test_one(self) -> None:
        assert "1 loses its stated route" in str(BARNET.without("deep dive"))

    def test_a_truncated_text(self) -> None:
        text = '[[groups]]\nname="A"\n[[bodies]]\nname="B"\n'
        cut = masa.loads(TOP + TRUNCATED + text)
        assert str(masa.governance(cut).without("B")) == (
            "Without B, nobody loses a stated route to the top in the text held; no "
            "contribution of it is stated in the text held."
        )

    def test_money_that_is_not_stated(self) -> None:
        text = (
            '[[bodies]]\nname="Trust"\n[[bodies]]\nname="Other"\n[[budgets]]\n'
            '[[budgets.contributions]]\npayer="Trust"\namount=10\n'
            '[[budgets.contributions]]\npayer="Trust"\n'
            '[[budgets]]\n[[budgets.contributions]]\npayer="Other"\namount=1\n'
        )
        (money,) = masa.governance(masa.loads(TOP + text)).without("Trust").money
        assert str(money) == (
            "£10 in the budget of an unknown year, and what Trust would pay"
        )
        assert money.of is None

    @pytest.mark.parametrize(("line", "given", "says"), PAID)
    def test_money_that_is_not_settled(
        self, line: str, given: dict[str, bool], says: str
    ) -> None:
        text = (
            '[[bodies]]\nname="Trust"\n[[bodies]]\nname="Other"\n[[budgets]]\n'
            'year="2019/20"\n[[budgets.contributions]]\npayer="Other"\namount=10\n'
            f'[[budgets.contributions]]\npayer="Trust"\n{line}\n[[relations]]\n'
            'source="Other"\nverb="works with"\ntarget="Trust"\nstanding="proposed"\n'
        )
        loss = masa.governance(masa.loads(TOP + text), given=given).without("Trust")
        said = "Without Trust, nobody loses a stated route to the top"
        assert str(loss).endswith(f"{said}{says}.")

    def test_money_that_only_a_relation_tells_of(self) -> None:
        text = (
            '[[bodies]]\nname="Trust"\n[[groups]]\nname="Board"\n[[relations]]\n'
            'source="Trust"\nverb="funds"\ntarget="Board"\n'
        )
        loss = masa.governance(masa.loads(TOP + text)).without("Trust")
        assert not loss.pays_nothing_stated
        assert (
            not masa.governance(masa.loads(TOP + text))
            .without("Board")
            .pays_nothing_stated
        )

    def test_no_money_of_the_police_is_stated_in_dorset(self) -> None:
        loss = DORSET.without("Dorset Police")
        assert str(loss).endswith("; no contribution of it is stated.")
        assert "no contribution of it is stated" in loss.to_text()


def test_of_several_arrangements_each_budget_tells_which() -> None:
    text = (
        'title="T"\n[[bodies]]\nname="Trust"\nid="trust"\n[[budgets]]\n'
        'year="2019/20"\ncontributions=[{ payer = "Trust", amount = 100 }]\n'
    )
    both = masa.Atlas(masa.loads(f'id="{own}"\n{text}') for own in "ab")
    found = masa.governance(both).without("Trust")
    assert [one.budget for one in found.money] == [
        "budget of 2019/20 [a]",
        "budget of 2019/20 [b]",
    ]
