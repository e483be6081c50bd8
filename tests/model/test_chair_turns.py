"""Who chairs a group in a turn or on a day; what would settle it, where it is open."""

from datetime import date

import pytest

import masa
from masa.ground.errors import DateError, KindError, RangeError, UnknownNameError
from masa.ground.logic import Answer

TEXT = """
id = "x"
title = "X"
in_force = "1 January 2019"
chair = "Chief"
posts = [{ name = "Scrutineer" }]
[[partners]]
kind = "local authority"
name = "Council"
posts = ["Chief"]
[[partners]]
kind = "police"
name = "Force"
[[bodies]]
name = "CCG"
ended = "30 June 2022"
[[groups]]
name = "Board"
[groups.chair]
rotates = ["Council", "CCG", "Force"]
in_order = true
turn = "1 year"
start = "1 April 2019"
[[groups]]
name = "Unordered"
chair = { rotates = ["Council", "Force"], turn = "6 months", start = "1 April 2019" }
[[groups]]
name = "Not in order"
chair = { rotates = ["Council", "Force"], in_order = false }
[[groups]]
name = "Open"
chair = { rotates = ["Council", "Force"], in_order = true }
[[groups]]
name = "In April"
[groups.chair]
rotates = ["Council", "Force"]
in_order = true
turn = "2 weeks"
start = "April 2019"
[[groups]]
name = "By April"
[groups.chair]
rotates = ["Council", "Force"]
in_order = true
turn = "1 month"
start = "by April 2019"
[[groups]]
name = "From April"
[groups.chair]
rotates = ["Council", "Force"]
in_order = true
turn = "1 month"
start = "from April 2019"
[[groups]]
name = "Hours"
[groups.chair]
rotates = ["Council", "Force"]
in_order = true
turn = "8 hours"
start = "April 2019"
[[groups]]
name = "Same"
chair = { rotates = ["Council", "Council"] }
[[groups]]
name = "Held"
chair = "CCG"
[[groups]]
name = "Joint"
chair = { jointly = ["Council", "Force"] }
[[groups]]
name = "Drawn"
chair = { drawn_from = ["Board"] }
[[groups]]
name = "Drawn from a post"
chair = { drawn_from = ["Chief"] }
[[groups]]
name = "Described"
chair = { any = "a police officer" }
[[groups]]
name = "Independent"
chair = "independent"
[[groups]]
name = "Elected"
chair = "elected member"
[[groups]]
name = "Each"
chair = "per instance"
[[groups]]
name = "None"
chair = { none = true }
[[groups]]
name = "Untold"
chair = { unknown = "not told" }
[[groups]]
name = "Silent"
[[groups]]
name = "Two ways"
chair = [{ is = "Council", at = "7" }, { is = "Force", at = "10" }]
[[groups]]
name = "Twice"
chair = [{ is = "Council", at = "7" }, { is = "Council", at = "10" }]
[[groups]]
name = "Proposed"
chair = { is = "Council", standing = "proposed" }
[[groups]]
name = "Settled and proposed"
chair = [{ is = "Force" }, { is = "Council", standing = "proposed" }]
[[groups]]
name = "Changed"
chair = [{ is = "Council", until = "2019" }, { is = "Force", since = "2020" }]
[[groups]]
name = "Ended"
chair = "Council"
period = { end = "2019" }
"""

ARRANGEMENT = masa.loads(TEXT)
X = masa.governance(ARRANGEMENT)
BARNET = masa.governance(masa.examples.load("barnet"))
ORDER = "in which order they take turns"
BEGAN = "on which day the first turn began"
THERE = "whether it was there then"
LENGTH = "how long a turn lasts, in days, weeks, months or years"


def told(found: masa.ChairTurn) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    return found.names, str(found.answer), found.needed


HOW = [
    ("Held", ("CCG",), "yes", ()),
    ("Same", ("Council",), "yes", ()),
    ("Joint", ("Council", "Force"), "yes", ()),
    ("Drawn", ("Board",), "unknown", ("which of them chairs it",)),
    ("Drawn from a post", ("Chief",), "yes", ()),
    ("Described", (), "unknown", ("who that is",)),
    ("Independent", (), "unknown", ("who that is",)),
    ("Elected", (), "unknown", ("who that is",)),
    ("Each", (), "unknown", ("of which instance",)),
    ("None", (), "no", ()),
    ("Untold", (), "unknown", ("who chairs it",)),
    ("Silent", (), "unknown", ("who chairs it",)),
    (
        "Two ways",
        ("Council", "Force"),
        "unknown",
        ("which of the statements holds",),
    ),
    ("Twice", ("Council",), "yes", ()),
    ("Proposed", ("Council",), "unknown", ("whether it comes about",)),
    ("Settled and proposed", ("Force",), "yes", ()),
    ("X", ("Chief",), "yes", ()),
    (
        "Not in order",
        ("Council", "Force"),
        "unknown",
        (ORDER, "in which turn, or on which day"),
    ),
]


@pytest.mark.parametrize(("name", "names", "answer", "needed"), HOW)
def test_every_way_to_fill_a_chair(
    name: str, names: tuple[str, ...], answer: str, needed: tuple[str, ...]
) -> None:
    assert told(X.chair(name)) == (names, answer, needed)


TURNS = [
    ("Board", 1, ("Council",), "yes", ()),
    ("Board", 3, ("Force",), "yes", ()),
    ("Board", 4, ("Council",), "yes", ()),
    ("Board", 3_000_000, ("Force",), "yes", ()),
    ("Open", 2, ("Force",), "yes", ()),
    ("Unordered", 1, ("Council", "Force"), "unknown", (ORDER,)),
    ("Not in order", 1, ("Council", "Force"), "unknown", (ORDER,)),
    ("Held", 7, ("CCG",), "yes", ()),
]


@pytest.mark.parametrize(("name", "turn", "names", "answer", "needed"), TURNS)
def test_whose_turn_it_is(
    name: str, turn: int, names: tuple[str, ...], answer: str, needed: tuple[str, ...]
) -> None:
    assert told(X.chair(name, turn=turn)) == (names, answer, needed)


BEFORE = "who chaired it before the first turn"
DAYS = [
    ("Board", "2019-04-01", None, ("Council",), ()),
    ("Board", "2020-03-31", None, ("Council",), ()),
    ("Board", "2020-04-01", None, ("CCG",), ()),
    ("Board", "2021-04-01", None, ("Force",), ()),
    ("Board", "2022-04-01", None, ("Council",), ()),
    ("Board", "2019-03-31", None, (), (BEFORE,)),
    ("Board", "2023-05-01", None, ("CCG",), ("who came after CCG",)),
    ("Board", "2019-07-01", "3 months", ("CCG",), ()),
    ("Board", "2019-04-08", "1 week", ("CCG",), ()),
    ("Open", "2019-07-01", None, ("Council", "Force"), None),
    ("Unordered", "2019-07-01", None, ("Council", "Force"), (ORDER,)),
    ("In April", "2019-04-10", None, ("Council",), (BEGAN,)),
    ("In April", "2019-05-02", None, ("Council", "Force"), (BEGAN,)),
    ("By April", "2019-05-15", None, ("Council", "Force"), (BEGAN,)),
    ("From April", "2019-05-15", None, ("Council", "Force"), (BEGAN,)),
    ("From April", "2019-03-15", None, (), (BEFORE,)),
    ("Hours", "2019-05-02", None, ("Council", "Force"), (LENGTH,)),
    ("Held", "2022-06-30", None, ("CCG",), ()),
    ("Held", "2022-07-01", None, ("CCG",), ("who came after CCG",)),
    ("Changed", "2019-12-31", None, ("Council",), ()),
    ("Changed", "2020-01-01", None, ("Force",), ()),
]


@pytest.mark.parametrize(("name", "on", "length", "names", "needed"), DAYS)
def test_who_chairs_on_a_day(
    name: str,
    on: str,
    length: str | None,
    names: tuple[str, ...],
    needed: tuple[str, ...] | None,
) -> None:
    if needed is None:
        needed = ("when the first turn began", LENGTH)
    found = X.chair(name, on=on, turn_length=length)
    assert (found.names, found.needed) == (names, needed)
    assert found.answer is (Answer.UNKNOWN if needed else Answer.YES)


def test_a_length_that_is_given_stands_for_what_is_stated() -> None:
    given = masa.Duration.from_text("1 year")
    found = X.chair("Open", on=date(2020, 5, 1), turn_length=given)
    assert found.needed == ("when the first turn began",)
    assert found.when == "on 1 May 2020, if each turn lasts 1 year"


def test_a_turn_of_months_ends_where_the_month_is_short() -> None:
    text = TEXT.replace('start = "1 April 2019"', 'start = "31 January 2019"')
    graph = masa.governance(masa.loads(text))
    for day, name in [
        ("2019-02-27", "Council"),
        ("2019-02-28", "CCG"),
        ("2019-03-30", "CCG"),
        ("2019-03-31", "Force"),
    ]:
        found = graph.chair("Board", on=day, turn_length="1 month")
        assert found.names == (name,), day


def test_no_group_has_a_chair_once_it_has_ended() -> None:
    assert X.chair("Ended", on="2018-12-31").answer is Answer.YES
    assert X.chair("Ended", on="2019-12-31").answer is Answer.UNKNOWN
    found = X.chair("Ended", on="2020-01-01")
    assert str(found) == "Ended, on 1 January 2020, has no chair: it was not there."


WHILE = TEXT.replace("[[partners]]", 'ended = "31 March 2028"\n[[partners]]', 1)
IN_FORCE = [
    pytest.param("Twice", "2018-12-31", "unknown", id="before it was in force"),
    pytest.param("Twice", "2028-03-31", "yes", id="on its last day"),
    pytest.param("Twice", "2028-04-01", "no", id="after it ended"),
    pytest.param(
        "X", "2018-12-31", "unknown", id="of the whole before it was in force"
    ),
    pytest.param("X", "2028-04-01", "no", id="of the whole after it ended"),
]


@pytest.mark.parametrize(("name", "on", "answer"), IN_FORCE)
def test_nobody_surely_chairs_what_was_not_surely_there(
    name: str, on: str, answer: str
) -> None:
    found = masa.governance(masa.loads(WHILE)).chair(name, on=on)
    assert str(found.answer) == answer
    there = (THERE,) * (answer == "unknown")
    assert found.needed == there


def test_where_no_beginning_is_stated_a_day_settles_nothing() -> None:
    text = TEXT.replace('in_force = "1 January 2019"', "")
    found = masa.governance(masa.loads(text)).chair("Twice", on="2020-01-01")
    assert found.answer is Answer.UNKNOWN
    missing = "What is missing: whether it was there then."
    assert str(found).endswith(f"{missing} If so, Council chairs it.")


IN_FORCE_SINCE = 'in_force = "1 January 2019"'
PLANNED_END = 'ended = { is = "31 March 2028", standing = "proposed" }'
SINCE = [
    pytest.param("Board", "2020-05-01", "", ("CCG",), (), id="after turns began"),
    pytest.param("Board", "2019-04-01", "", ("Council",), (), id="as turns begin"),
    pytest.param("Board", "2019-03-31", "", (), (BEFORE, THERE), id="before turns"),
    pytest.param("Changed", "2021-01-01", "", ("Force",), (), id="since a day"),
    pytest.param("Changed", "2019-06-01", "", ("Council",), (THERE,), id="to a day"),
    pytest.param("Open", "2020-01-01", "", ("Council", "Force"), None, id="no day"),
    pytest.param("X", "2020-01-01", "", ("Chief",), (THERE,), id="the whole, undated"),
    pytest.param("Ended", "2019-12-31", "", ("Council",), (THERE,), id="own period"),
    pytest.param(
        "Board", "2028-05-01", PLANNED_END, ("Council",), (THERE,), id="planned end"
    ),
    pytest.param(
        "Board",
        "2020-05-01",
        'in_force = "2025"',
        ("CCG",),
        (THERE,),
        id="in force later",
    ),
]


@pytest.mark.parametrize(("name", "on", "dates", "names", "needed"), SINCE)
def test_a_group_is_there_from_when_somebody_is_stated_to_chair_it(
    name: str,
    on: str,
    dates: str,
    names: tuple[str, ...],
    needed: tuple[str, ...] | None,
) -> None:
    if needed is None:
        needed = ("when the first turn began", LENGTH, THERE)
    found = masa.governance(masa.loads(TEXT.replace(IN_FORCE_SINCE, dates))).chair(
        name, on=on
    )
    assert found.names == names
    assert [one for one in found.needed if "came after" not in one] == list(needed)


def test_turns_that_are_only_proposed_make_no_group_be_there() -> None:
    proposed = TEXT.replace(IN_FORCE_SINCE, "").replace(
        '{ is = "Force", since = "2020" }',
        '{ is = "Force", since = "2020", standing = "proposed" }',
    )
    found = masa.governance(masa.loads(proposed)).chair("Changed", on="2021-01-01")
    assert found.needed == ("whether it comes about", THERE)


def test_a_group_of_two_areas_is_there_while_one_of_them_lasts() -> None:
    text = 'id="{0}"\ntitle="{0}"\nin_force="1 May 2019"\nposts=["Chief {0}"]\n{1}\n'
    text += '[[groups]]\nid="joint"\nname="Joint"\nchair="Chief {0}"'
    areas = [text.format("a", 'ended="2020"'), text.format("b", "")]
    graph = masa.governance(masa.Atlas(map(masa.loads, areas)))
    assert graph.chair("Joint", on="2020-06-01").answer is Answer.UNKNOWN
    assert graph.chair("Joint", on="2021-01-01").names == ("Chief b",)
    assert graph.chair("Joint", on="2021-01-01").answer is Answer.YES


def test_who_chooses_the_chair_is_told_where_the_chair_is_silent() -> None:
    """Barnet 7: the forum chooses the chairs of the sub-groups every year."""
    found = BARNET.chair("Quality Assurance and Performance Group")
    assert found.chosen == ("Leadership Forum, yearly (s.7)",)
    assert str(found) == (
        "Who chairs Quality Assurance and Performance Group is not stated. The chair "
        "is chosen by Leadership Forum, yearly (s.7)."
    )
    assert "who chooses the chair" in found.to_text()
    assert found.to_records()[0]["chosen by"] == "Leadership Forum, yearly (s.7)"
    choice = '{ is = { by = "Chief" }, standing = "proposed" }'
    silent = 'name = "Silent"'
    proposed = TEXT.replace(silent, f"{silent}\nchair_chosen = {choice}")
    told = masa.governance(masa.loads(proposed)).chair("Silent")
    assert told.chosen == ("Chief, proposed",)


CHOSEN = """
id = "x"
title = "X"
in_force = "2019"
[[bodies]]
name = "CCG"
ended = "30 June 2020"
[[bodies]]
name = "ICB"
[[groups]]
name = "Board"
chair = { is = "CCG", until = "30 June 2020" }
[[groups.chair_chosen]]
is = { by = "CCG" }
until = "30 June 2020"
at = "2"
[[groups.chair_chosen]]
is = { by = "ICB", every = "yearly" }
since = "1 July 2020"
condition = "if it is needed"
[[groups]]
name = "Panel"
chair = "CCG"
chair_chosen = { unknown = "not told" }
[[relations]]
source = "ICB"
verb = "appoints the chair of"
target = "Panel"
at = "3"
"""
CHOICE = "ICB, yearly, if it is needed"


@pytest.mark.parametrize(
    ("of", "on", "chosen"),
    [
        pytest.param(None, None, ("CCG (s.2)", CHOICE), id="on any day"),
        pytest.param(None, "2019-06-01", ("CCG (s.2)",), id="on an early day"),
        pytest.param(None, "2021-01-01", (CHOICE,), id="on a late day"),
        pytest.param("2019-06-01", "2021-01-01", (CHOICE,), id="later than the graph"),
        pytest.param("2021-01-01", "2019-06-01", ("CCG (s.2)",), id="and before it"),
    ],
)
def test_who_chooses_the_chair_is_told_as_of_the_day(
    of: str | None, on: str | None, chosen: tuple[str, ...]
) -> None:
    graph = masa.governance(masa.loads(CHOSEN), on=of)
    assert graph.chair("Board", on=on).chosen == chosen
    assert graph.chair("Panel", on=on).chosen == ("ICB (s.3)",)


def test_who_chooses_the_chair_is_told_as_it_is_given() -> None:
    met = masa.governance(masa.loads(CHOSEN), given={"if it is needed": True})
    assert met.chair("Board").chosen == ("CCG (s.2)", "ICB, yearly")
    unmet = masa.governance(masa.loads(CHOSEN), given={"if it is needed": False})
    assert unmet.chair("Board").chosen == ("CCG (s.2)",)


def test_a_chair_that_has_ended_is_named_in_the_graph_of_a_later_day() -> None:
    found = masa.governance(masa.loads(CHOSEN), on="2021-01-01").chair("Panel")
    assert found.names == ("CCG",)
    assert found.needed == ("who came after CCG",)


def test_the_day_is_told_also_of_a_chair_that_is_not_stated_then() -> None:
    graph = masa.governance(masa.loads(CHOSEN), on="2021-01-01")
    assert str(graph.chair("Board")) == (
        "Who chairs Board on 1 January 2021 is not stated. "
        f"The chair is chosen by {CHOICE}."
    )
    assert str(graph.chair("Panel", turn=1)) == (
        "As of 1 January 2021: CCG chairs Panel in turn 1. The chair is chosen by ICB "
        "(s.3)."
    )


def test_the_day_of_the_graph_is_meant_unless_a_turn_or_another_day_is() -> None:
    graph = masa.governance(ARRANGEMENT, on="2020-05-01")
    assert graph.chair("Board").names == ("CCG",)
    assert graph.chair("Board", turn=1).names == ("Council",)
    assert graph.chair("Board", on="2019-05-01").names == ("Council",)


def test_what_is_given_settles_a_proposal() -> None:
    yes = masa.governance(ARRANGEMENT, given={"proposed": True})
    assert yes.chair("Proposed").answer is Answer.YES
    both = yes.chair("Settled and proposed")
    assert both.needed == ("which of the statements holds",)
    no = masa.governance(ARRANGEMENT, given={"proposed": False})
    assert no.chair("Proposed").needed == ("who chairs it",)


def test_barnet_does_not_print_the_order_of_the_turns() -> None:
    """Barnet 7: the chair rotates between the three; length and order not stated."""
    found = BARNET.chair("Leadership Forum", turn=1)
    assert found.answer is Answer.UNKNOWN
    assert found.names == (
        "London Borough of Barnet",
        "Barnet Clinical Commissioning Group",
        "The Chief Officer of the Metropolitan Police",
    )
    assert found.needed == (ORDER,)
    assert str(found) == (
        "Who chairs Leadership Forum in turn 1 is not settled. What is stated: rotates "
        "between London Borough of Barnet, Barnet Clinical Commissioning Group and "
        f"Metropolitan Police (s.7). What is missing: {ORDER}."
    )
    day = BARNET.chair("Leadership Forum", on="2019-10-01", turn_length="1 year")
    assert day.needed == (ORDER, "when the first turn began", THERE)


def test_barnet_says_twice_that_a_chair_is_independent() -> None:
    """Barnet 7 and 10: the Learning and Review Group is independently chaired."""
    found = BARNET.chair("Learning and Review Group")
    assert list(map(str, found.at)) == ["s.7", "s.10"]
    assert found.says == ("independent",)
    assert found.needed == ("who that is",)


SAYS = {
    "Held": "CCG chairs Held.",
    "Joint": "Council and Force chair Joint together.",
    "Twice": "Council chairs Twice (s.7 and s.10).",
    "None": "None has no chair: none.",
    "Silent": "Who chairs Silent is not stated.",
    "Described": "Who chairs Described is not settled. What is stated: a police "
    "officer. What is missing: who that is.",
    "Proposed": "Who chairs Proposed is not settled. What is stated: Council "
    "(proposed). What is missing: whether it comes about. If so, Council chairs it.",
    "Changed": "Who chairs Changed is not settled. What is stated: Council (until "
    "2019) / Force (since 2020). What is missing: on which day.",
    "Two ways": "Who chairs Two ways is not settled. What is stated: Council / Force "
    "(s.7 and s.10). What is missing: which of the statements holds.",
}


@pytest.mark.parametrize("name", SAYS)
def test_who_chairs_is_told_in_a_sentence(name: str) -> None:
    assert str(X.chair(name)) == SAYS[name]


def test_a_turn_is_told_in_a_sentence() -> None:
    assert str(X.chair("Board", turn=2)) == "CCG chairs Board in turn 2."


def test_blocks_and_records() -> None:
    found = BARNET.chair("Leadership Forum", turn=1)
    assert "what would settle it" in found.to_text()
    assert [one["who"] for one in found.to_records()] == list(found.names)
    assert X.chair("Silent").to_records() == [
        {
            "group": "Silent",
            "when": "",
            "who": "",
            "answer": "unknown",
            "as stated": "",
            "needed": "who chairs it",
            "chosen by": "",
            "place": "",
        }
    ]


def test_silence_says_less_where_the_text_breaks_off() -> None:
    graph = masa.governance(masa.examples.load("haringey"))
    assert str(graph.chair("strategic leadership group")) == (
        "Who chairs strategic leadership group is not stated in the text held."
    )


def test_a_partnership_may_be_silent_or_say_that_it_has_no_chair() -> None:
    assert BARNET.chair("BSCP").needed == ("who chairs it",)
    none = masa.loads('id = "x"\ntitle = "X"\nchair = { none = true }')
    assert masa.governance(none).chair("X").answer is Answer.NO


def test_nothing_is_called_missing_of_what_misses_nothing() -> None:
    said = masa.ChairTurn(group="Board", says=("Council", "ICB"))
    told = "Who chairs Board is not settled. What is stated: Council / ICB."
    assert str(said) == told


def test_what_cannot_be_asked_is_refused() -> None:
    with pytest.raises(RangeError, match="a turn and a day are both given"):
        X.chair("Board", turn=1, on="2019-04-01")
    with pytest.raises(RangeError, match="turns are counted from 1"):
        X.chair("Board", turn=0)
    with pytest.raises(RangeError, match="no turn lasts 8 hours"):
        X.chair("Board", on="2019-04-01", turn_length="8 hours")
    with pytest.raises(RangeError, match="no turn lasts 0 days"):
        X.chair("Board", on="2019-04-01", turn_length="0 days")
    with pytest.raises(KindError, match="not a duration"):
        X.chair("Board", turn_length=3)  # type: ignore[arg-type] # on purpose
    with pytest.raises(KindError, match='"Council" is a body, which nobody chairs'):
        X.chair("Council")
    with pytest.raises(DateError):
        X.chair("Board", on="2019-02-30")
    with pytest.raises(UnknownNameError, match='did you mean "Leadership Forum"'):
        BARNET.chair("Leadership Forun")
