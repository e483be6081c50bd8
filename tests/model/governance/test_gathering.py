"""Everything that a file states of who does what to whom becomes an edge, once."""

import pytest

import masa
from masa import NodeKind, Verb

TOP = """
id = "toy"
title = "Toy arrangements"
name = "Toy Partnership"
"""
PARTNERS = """
[[partners]]
kind = "local authority"
name = "Council"
lead = "Chief Executive"
delegates = ["Director"]
successors = ["New Council"]
[[partners.posts]]
name = "Chief Executive"
[[partners.posts]]
name = "Director"
shared_with = ["Trust"]
provided_by = "Trust"
also_holds = ["Chief Executive"]
[[bodies]]
name = "Trust"
part_of = "NHS"
[[bodies]]
name = "NHS"
outside = "national"
[[bodies]]
name = "New Council"
"""
GROUPS = """
[[groups]]
name = "Board"
tier = 1
[[groups]]
name = "Panel"
"""


def edges(text: str) -> set[tuple[str, str, str]]:
    graph = masa.governance(masa.loads(TOP + text))
    return {(edge.source, edge.verb.value, edge.target) for edge in graph.edges}


EDGES = [
    ("", "Council", "is one of", "safeguarding partners"),
    ("", "Chief Executive", "leads", "Council"),
    ("", "Chief Executive", "delegates to", "Director"),
    ("", "Chief Executive", "is part of", "Council"),
    ("", "Director", "is part of", "Trust"),
    ("", "Trust", "provides", "Director"),
    ("", "Director", "is held together with", "Chief Executive"),
    ("", "New Council", "takes over from", "Council"),
    ("", "Trust", "is part of", "NHS"),
    ('reports_to = "Board"', "Panel", "reports to", "Board"),
    ('owners = ["Council", "Trust"]', "Panel", "is part of", "Trust"),
    ('inside = "Trust"', "Panel", "is part of", "Trust"),
    ('hands_over_to = "Board"', "Panel", "hands over to", "Board"),
    ('instance_of = "Board"', "Panel", "is an instance of", "Board"),
    ('chair = "Director"', "Director", "chairs", "Panel"),
    ('chair = { rotates = ["Council", "Trust"] }', "Trust", "chairs", "Panel"),
    ('chair = { any = "an officer" }', "an officer", "chairs", "Panel"),
    ('vice_chair = "Director"', "Director", "is the vice chair of", "Panel"),
    ('chair_chosen = { by = "Board" }', "Board", "appoints the chair of", "Panel"),
    ('members = ["Trust"]', "Trust", "is a member of", "Panel"),
    ('members = [{ any = "nurses" }]', "nurses", "is a member of", "Panel"),
    (
        'members = [{ holder = "Trust", role = "invited" }]',
        *("Trust", "is invited to", "Panel"),
    ),
    ('invited = ["Trust"]', "Trust", "is invited to", "Panel"),
    (
        'members = [{ chairs_of = ["Board"] }]',
        *("Board", "is represented on", "Panel"),
    ),
    ('invited = [{ chairs_of = ["Board"] }]', "Board", "is invited to", "Panel"),
]


@pytest.mark.parametrize(("line", "source", "verb", "target"), EDGES)
def test_of_partners_bodies_posts_and_groups(
    line: str, source: str, verb: str, target: str
) -> None:
    assert (source, verb, target) in edges(PARTNERS + GROUPS + line)


REST = """
successors = ["New Council"]
predecessors = ["Old Board"]
chair = "Clerk"
area = ["Toyshire"]
[[posts]]
name = "Clerk"
body = "New Council"
[[bodies]]
name = "New Council"
[[bodies]]
name = "Old Board"
[[agencies]]
category = "Health"
named = [{ name = "Hospital", successors = ["New Council"] }]
described = ["clinics"]
[[functions]]
name = "Audit"
reports_to = "New Council"
done_by = "Clerk"
[[escalation]]
who = "Clerk"
[[escalation]]
who = "managers"
[[escalation]]
who = "New Council"
[[scrutiny]]
by = "Clerk"
independent = true
commissioned_by = "New Council"
covers = ["everything", "all"]
[yearly_report]
scrutinised_by = "Clerk"
[child_death_review]
partners = ["Hospital"]
panel = "Old Board"
[[budgets]]
year = "2018/19"
[[budgets.contributions]]
payer = "Hospital"
amount = 12_500
[[budgets.contributions]]
payer = "New Council"
[[budgets]]
[[budgets.contributions]]
payer = "Hospital"
amount = 1
[[relations]]
source = "Hospital"
verb = "liaises with"
target = "the plan"
[[policies]]
name = "Plan"
also = ["the plan"]
[[policies]]
name = "Unused plan"
"""


@pytest.mark.parametrize(
    ("source", "verb", "target"),
    [
        ("New Council", "takes over from", "Toy Partnership"),
        ("Toy Partnership", "takes over from", "Old Board"),
        ("Clerk", "chairs", "Toy Partnership"),
        ("Toy Partnership", "covers", "Toyshire (area)"),
        ("Clerk", "is part of", "New Council"),
        ("Hospital", "is one of", "relevant agencies"),
        ("clinics", "is one of", "relevant agencies"),
        ("New Council", "takes over from", "Hospital"),
        ("Audit", "reports to", "New Council"),
        ("Clerk", "is responsible for", "Audit"),
        ("Clerk", "escalates to", "New Council"),
        ("Clerk", "scrutinises", "Toy Partnership"),
        ("New Council", "commissions", "Clerk"),
        ("Hospital", "is responsible for", "Old Board"),
        ("Hospital", "funds", "Toy Partnership"),
        ("Hospital", "liaises with", "Plan"),
    ],
)
def test_of_the_whole(source: str, verb: str, target: str) -> None:
    assert (source, verb, target) in edges(REST)


def test_that_an_edge_carries_what_is_said_of_it() -> None:
    graph = masa.governance(masa.loads(TOP + REST))
    says = {
        edge.says for edge in graph.edges if edge.verb in (Verb.FUNDS, Verb.SCRUTINISES)
    }
    assert says == {
        "everything; all",
        "the yearly report",
        "£12,500 in 2018/19",
        "not stated in 2018/19",
        "£1",
    }
    assert graph["Plan"].kind is NodeKind.DOCUMENT
    assert "Unused plan" not in graph


CONDITIONAL = """
[[groups]]
name = "Board"
reports_to = { is = "Panel", at = "7", standing = "conditional", condition = "if so" }
members = [{ holder = "Panel", condition = "when asked", at = "8" }]
[[groups]]
name = "Panel"
at = "9"
standing = "proposed"
"""


def test_that_standing_condition_and_place_are_kept() -> None:
    graph = masa.governance(masa.loads(TOP + CONDITIONAL))
    reports, member = graph.edges
    assert str(reports) == "Board reports to Panel (s.7; conditional; if so)"
    assert str(member) == "Panel is a member of Board (s.8; when asked)"
    assert not reports.is_settled
    assert not member.is_settled
    assert graph["Panel"].standing is masa.Standing.PROPOSED
    assert str(graph["Panel"].at) == "s.9"
    assert str(graph["Panel"]) == "Panel"


def test_that_an_edge_without_notes_is_a_plain_sentence() -> None:
    graph = masa.governance(masa.loads(TOP + GROUPS + 'reports_to = "Board"'))
    assert str(graph.edges[0]) == "Panel reports to Board"


@pytest.mark.parametrize(
    "line",
    [
        "chair = { none = true }",
        'chair_chosen = { unknown = "not said" }',
        'reports_to = [{ unknown = "not said" }]',
        'chair = "independent"',
    ],
)
def test_that_what_names_nobody_makes_no_edge(line: str) -> None:
    assert edges(GROUPS + line) == set()


DATED = """
[[bodies]]
name = "Gone"
ended = "1 March 2019"
[[bodies]]
name = "Standing"
[[partners]]
kind = "police"
name = "Force"
body = "Gone"
[[posts]]
name = "Officer"
body = "Gone"
[[agencies]]
category = "Health"
named = [{ name = "Clinic", existed = "1 January 2025" }]
[[sets]]
name = "Everybody"
[[teams]]
name = "Team"
[[groups]]
name = "Past Group"
period = { end = "1 March 2019" }
members = ["Standing"]
[[groups]]
name = "Group"
reports_to = [{ is = "Standing", since = "1 January 2020" }]
chair = [{ is = "Standing", until = "31 December 2019" }]
chair_chosen = [{ is = { by = "Standing" }, until = "31 December 2019" }]
"""


def test_that_what_surely_was_not_there_on_the_day_is_left_out() -> None:
    arrangement = masa.loads(TOP + DATED)
    later = masa.governance(arrangement, on="2021-01-01")
    assert [edge.verb.value for edge in later.edges] == ["reports to"]
    assert {"Everybody", "Team"} <= {node.name for node in later.nodes}
    gone = {"Force", "Officer", "Past Group", "Clinic"}
    assert not gone & {node.name for node in later.nodes}
    assert later.on is not None
    assert str(later).startswith("Toy arrangements (as of 1 January 2021): ")
    whole = masa.governance(arrangement)
    assert gone <= {node.name for node in whole.nodes}
    verbs = {
        edge.verb.value for edge in masa.governance(arrangement, on="2019-12-31").edges
    }
    assert {"chairs", "appoints the chair of"} <= verbs
    assert "reports to" not in verbs


SAME = """
[[partners]]
kind = "police"
name = "Force"
body = "Constabulary"
[[bodies]]
name = "Constabulary"
also = ["Old Constabulary"]
[[agencies]]
category = "Police"
named = [{ name = "Police of Toyshire", body = "Constabulary" }]
[[bodies]]
name = "Blue Lamp"
[[bodies]]
name = "Red Lamp"
[[bodies]]
name = "Perhaps"
[[groups]]
name = "Lamp Group"
members = ["Red Lamp"]
[[same_as]]
one = "Blue Lamp"
other = "Red Lamp"
same = "yes"
[[same_as]]
one = "Blue Lamp"
other = "Perhaps"
"""


def test_that_what_is_one_thing_is_one_node() -> None:
    graph = masa.governance(masa.loads(TOP + SAME))
    assert graph["Constabulary"] is graph["Police of Toyshire"] is graph["Force"]
    assert graph["Old Constabulary"] is graph["Force"]
    assert graph["Red Lamp"] is graph["Blue Lamp"]
    assert graph["Perhaps"] is not graph["Blue Lamp"]
    assert ("Blue Lamp", "is a member of", "Lamp Group") in edges(SAME)


def test_that_merging_with_what_is_gone_leaves_nothing_behind() -> None:
    ended = SAME.replace(
        '"Red Lamp"\n[[bodies]]', '"Red Lamp"\nended = "2018"\n[[bodies]]'
    )
    graph = masa.governance(masa.loads(TOP + ended), on="2020-01-01")
    assert "Blue Lamp" in graph
    assert "Red Lamp" not in graph


def test_that_those_who_act_together_stay_when_they_have_another_name() -> None:
    text = (
        '[[sets]]\nname="the three"\n[[same_as]]\none="the three"\n'
        'other="safeguarding partners"\nsame="yes"\n'
    )
    graph = masa.governance(masa.loads(TOP + text))
    assert graph["the three"] is graph["safeguarding partners"]
    assert graph["the three"].kind is NodeKind.COLLECTIVE


TWINS = """
[[groups]]
name = "Panel"
id = "north-panel"
[[groups]]
name = "Panel"
id = "south-panel"
reports_to = "north-panel"
[[bodies]]
name = "education"
[[groups]]
name = "Forum"
members = [{ any = "education" }, { any = "Forum" }]
"""


def test_that_namesakes_are_known_by_their_ids() -> None:
    graph = masa.governance(masa.loads(TOP + TWINS))
    assert ("south-panel", "reports to", "north-panel") in edges(TWINS)
    assert graph["north-panel"].name == "Panel"
    with pytest.raises(masa.UnknownNameError, match=r'key .* such as "north-panel"'):
        graph["Panel"]


def test_that_a_name_that_cannot_be_told_apart_needs_the_node() -> None:
    text = '[[bodies]]\nname="A"\nalso=["B"]\n[[groups]]\nname="B"\nalso=["A"]\n'
    graph = masa.governance(masa.loads(TOP + text))
    with pytest.raises(masa.UnknownNameError, match="give one of the nodes itself"):
        graph.answers_to("A")
    node = next(node for node in graph.nodes if node.name == "B")
    assert len(graph.answers_to(node)) == 0


def test_that_a_description_is_never_taken_for_a_name() -> None:
    graph = masa.governance(masa.loads(TOP + TWINS))
    assert graph["education"].kind is NodeKind.BODY
    assert graph["education'"].kind is NodeKind.DESCRIBED_SET
    assert not graph["education'"].is_declared


def test_that_collectives_as_bodies_are_no_body() -> None:
    text = '[[partners]]\nkind="health"\nname="Health"\nbody="safeguarding partners"\n'
    graph = masa.governance(masa.loads(TOP + text))
    assert graph["Health"] is not graph["safeguarding partners"]


TIE = '[[relations]]\nsource="Panel"\nverb="scrutinises"\ntarget="Board"\n{}\n'


@pytest.mark.parametrize(
    ("one", "other", "many"),
    [
        ('at="2"', 'at="2"', 1),
        ('at="2"', 'at="3"', 2),
        ('at="2"', 'at="2"\nsays="yearly"', 2),
        ('at="2"', 'at="2"\ncondition="if asked"', 2),
        ('at="2"', 'at="2"\nstanding="proposed"', 2),
        ('at="2"\nindependence=true', 'at="2"\nindependence=true', 1),
        ('at="2"\nindependence=true', 'at="2"\nindependence=false', 1),
    ],
)
def test_that_what_one_place_says_twice_is_one_edge(
    one: str, other: str, many: int
) -> None:
    text = GROUPS + TIE.format(one) + TIE.format(other)
    found = masa.governance(masa.loads(TOP + text)).edges
    ties = [edge for edge in found if edge.verb is Verb.SCRUTINISES]
    assert len(ties) == many
    told = {value for edge in ties for value in edge.independence.values}
    assert told == {"true" in line for line in (one, other) if "indep" in line}


@pytest.mark.parametrize(
    ("counts", "many"), [(("3", "3"), 1), (("3", "2"), 2)], ids=["alike", "differing"]
)
def test_that_seats_of_two_numbers_stay_two(counts: tuple[str, str], many: int) -> None:
    seats = ", ".join(f'{{ holder = "Trust", count = {one} }}' for one in counts)
    text = f'{PARTNERS}[[groups]]\nname = "Board"\nmembers = [{seats}]\n'
    found = masa.governance(masa.loads(TOP + text)).edges
    assert sum(edge.verb is Verb.MEMBER_OF for edge in found) == many


CHANGED = (
    '[{{ is = "{}", until = "2019-12-31" }}, {{ is = "{}", since = "2020-01-01" }}]'
)
TRUSTS = CHANGED.format("Old", "New")
IN_TURN = {
    "a part": f'[[bodies]]\nname = "X"\npart_of = {TRUSTS}',
    "a lead": f'[[partners]]\nname = "X"\nkind = "police"\nlead = {TRUSTS}',
    "a delegate": f'[[partners]]\nname = "X"\nkind = "police"\ndelegates = {TRUSTS}',
    "a successor": f'[[bodies]]\nname = "X"\nsuccessors = {TRUSTS}',
    "who provides a post": f'[[posts]]\nname = "X"\nprovided_by = {TRUSTS}',
    "who shares a post": f'[[posts]]\nname = "X"\nshared_with = {TRUSTS}',
    "whom work reports to": f'[[functions]]\nname = "X"\nreports_to = {TRUSTS}',
    "who does work": f'[[functions]]\nname = "X"\ndone_by = {TRUSTS}',
    "who commissions": f'[[scrutiny]]\nby = "Both"\ncommissioned_by = {TRUSTS}',
    "who reads the report": f"[yearly_report]\nscrutinised_by = {TRUSTS}",
    "who chairs the whole": f"chair = {TRUSTS}",
    "the earlier one": f"predecessors = {TRUSTS}",
    "the later one": f"successors = {TRUSTS}",
    "who reviews deaths": f'[child_death_review]\npanel="Both"\npartners = {TRUSTS}',
    "where deaths are reviewed": (
        f'[child_death_review]\npartners=["Both"]\npanel = {TRUSTS}'
    ),
}
BODIES = 'bodies=[{name="Old"},{name="New"},{name="Both"}]\n'


@pytest.mark.parametrize("text", IN_TURN.values(), ids=IN_TURN)
@pytest.mark.parametrize(("on", "held"), [("2019-06-01", "Old"), ("2021-06-01", "New")])
def test_that_what_is_over_is_left_out_on_the_day(
    text: str, on: str, held: str
) -> None:
    head = TOP + BODIES if not text.startswith("[[bodies") else TOP
    if text.startswith("[[bodies"):
        text += "".join(f'\n[[bodies]]\nname="{one}"' for one in ("Old", "New", "Both"))
    found = masa.governance(masa.loads(f"{head}{text}\n"), on=on).edges
    named = {key for edge in found for key in (edge.source, edge.target)}
    assert named & {"Old", "New"} == {held}


@pytest.mark.parametrize(("on", "told"), [("2019-06-01", True), ("2021-06-01", False)])
def test_that_independence_is_that_of_the_day(on: str, told: bool) -> None:  # noqa: FBT001 (what is expected)
    dated = (
        '[{ is = true, until = "2019-12-31" }, { is = false, since = "2020-01-01" }]'
    )
    text = BODIES + f'[[scrutiny]]\nby = "Both"\nindependent = {dated}\n'
    (one,) = masa.governance(masa.loads(TOP + text), on=on).scrutiny()
    assert one.independence.values == (told,)


def test_a_body_in_another_by_two_places_counts_once() -> None:
    text = (
        '[[partners]]\nkind = "health"\nname = "Board"\n'
        '[[bodies]]\nname = "Trust"\n'
        'part_of = [{ is = "Board", at = "1" }, { is = "Board", at = "2" }]\n'
        '[[groups]]\nname = "Forum"\nmembers = ["Trust"]\n'
    )
    graph = masa.governance(masa.loads('id = "toy"\ntitle = "Toy"\n' + text))
    assert [str(edge.at) for edge in graph.edges if edge.target == "Board"] == [
        "s.1",
        "s.2",
    ]
    assert list(graph.seats("Forum").by_kind) == ["health"]
