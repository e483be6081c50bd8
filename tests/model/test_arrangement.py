"""An arrangement: names that must mean something, and looking things up by them."""

import pytest
from attrs import evolve

from masa.ground.errors import DocumentError, UnknownNameError
from masa.ground.sources import Source
from masa.ground.stated import Absence, Standing, Statement, stated
from masa.model.arrangement import Arrangement
from masa.model.bodies import Area, Body, Post, Reach
from masa.model.chairing import Chairing
from masa.model.documents import Collective, Document
from masa.model.frequencies import Frequency
from masa.model.groups import Group, Seat
from masa.model.partners import (
    AgencyCategory,
    DescribedSet,
    PartnerKind,
    RelevantAgency,
    SafeguardingPartner,
)
from masa.model.relations import Relation, Verb

CCG = SafeguardingPartner(
    name="Barnet Clinical Commissioning Group",
    kind=PartnerKind.HEALTH,
    also=(Statement(value="Barnet CCG"), Statement(value=Absence.NONE)),
    posts=(Post(name="Chief Operating Officer"),),
)
POLICE = SafeguardingPartner(
    name="Metropolitan Police", kind=PartnerKind.POLICE, id="england/met-police"
)
NURSERY = RelevantAgency(name="St Mary's Nursery")
SCHOOLS = DescribedSet(name="all schools")
FORUM = Group(name="Leadership Forum")
NORTH = Group(name="Locality Group", id="north")
SOUTH = Group(name="Locality Group", id="south")
BARNET = Arrangement(
    id="barnet",
    title="Barnet Arrangements",
    name=stated("Barnet Partnership"),
    also=(Statement(value="BSCP"), Statement(value=Absence.UNKNOWN)),
    area=(Area(name="London Borough of Barnet"),),
    partners=(CCG, POLICE),
    agencies=(
        AgencyCategory(category="Childcare", named=(NURSERY,)),
        AgencyCategory(category="Education", described=(SCHOOLS,)),
    ),
    bodies=(Body(name="CLCH", posts=(Post(name="Safeguarding Lead"),)),),
    groups=(FORUM, NORTH, SOUTH),
    relations=(
        Relation(source="north", verb=Verb.REPORTS_TO, target="Leadership Forum"),
        Relation(source="BSCP", verb=Verb.ENGAGES, target="relevant agencies"),
    ),
)

TABLES = """
Safeguarding partners

kind    body                                 lead
------  -----------------------------------  ----------
health  Barnet Clinical Commissioning Group  not stated
police  Metropolitan Police                  not stated

Groups of the partnership

group             chair                    meets
----------------  -----------------------  ----------
Leadership Forum  Chief Operating Officer  monthly
Locality Group    not stated               not stated
Locality Group    not stated               not stated
"""


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("barnet", BARNET),
        ("Barnet Arrangements", BARNET),
        ("Barnet Partnership", BARNET),
        ("BSCP", BARNET),
        ("Barnet CCG", CCG),
        ("england/met-police", POLICE),
        ("Chief Operating Officer", CCG.posts[0]),
        ("Safeguarding Lead", BARNET.bodies[0].posts[0]),
        ("St Mary's Nursery", NURSERY),
        ("all schools", SCHOOLS),
        ("Leadership Forum", FORUM),
        ("south", SOUTH),
    ],
)
def test_a_thing_is_found_by_name_other_name_and_id(name: str, thing: object) -> None:
    assert name in BARNET
    assert BARNET[name] == thing


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("safeguarding partners", (CCG.name, POLICE.name)),
        ("relevant agencies", (NURSERY.name, SCHOOLS.name)),
    ],
)
def test_a_name_of_the_law_gives_all_who_act_under_it(
    name: str, members: tuple[str, ...]
) -> None:
    assert name in BARNET
    assert BARNET[name] == Collective(name=name, members=members)
    assert str(BARNET[name]) == f"{name}: {' and '.join(members)}"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Leadership Form", 'did you mean "Leadership Forum"?'),
        ("Ofsted", 'nothing is called "Ofsted"; declare it'),
        ("Locality Group", '"Locality Group" is the name of 2 things'),
        ("Absence.NONE", "nothing is called"),
        ("London Borough of Barnet", "nothing is called"),
    ],
)
def test_a_name_that_means_nothing_or_several_things_is_refused(
    name: str, said: str
) -> None:
    assert name not in BARNET
    with pytest.raises(UnknownNameError) as caught:
        BARNET[name]
    assert said in str(caught.value)


def test_an_agency_stands_in_its_category() -> None:
    assert BARNET.category_of("St Mary's Nursery") == "Childcare"
    assert BARNET.category_of("all schools") == "Education"
    assert BARNET.relevant_agencies == (NURSERY, SCHOOLS)
    with pytest.raises(UnknownNameError, match="not listed as a relevant agency"):
        BARNET.category_of("CLCH")


def test_partners_are_found_by_their_kind() -> None:
    assert BARNET.partners_of(PartnerKind.HEALTH) == (CCG,)
    assert BARNET.partners_of(PartnerKind.LOCAL_AUTHORITY) == ()


def test_its_facts_come_with_their_paths() -> None:
    facts = dict(BARNET.facts())
    assert facts["name",] == stated("Barnet Partnership")
    assert all(fact.statements for fact in facts.values())


def _barnet_with(*groups: Group) -> Arrangement:
    return Arrangement(id="barnet", title="Barnet Arrangements", groups=groups)


@pytest.mark.parametrize(
    ("groups", "faults"),
    [
        (
            [Group(name="A", members=(Seat(holder="B"), Seat(holder="C")))],
            ['groups[0].members[0].holder: nothing is called "B"', 'called "C"'],
        ),
        ([Group(name="A"), Group(name="A", id="a")], ['the name "A" stands at']),
        ([Group(name="A", id="a"), Group(name="B", id="a")], ['the id "a" stands at']),
        ([Group(name="A", id="barnet")], ["stands at the top and groups[0]"]),
    ],
    ids=["undeclared", "one name and one id", "one id twice", "the id of the whole"],
)
def test_every_unsound_name_is_reported_at_once(
    groups: list[Group], faults: list[str]
) -> None:
    with pytest.raises(DocumentError, match="is not sound") as caught:
        _barnet_with(*groups)
    assert len(caught.value.faults) == len(faults)
    assert all(fault in str(caught.value) for fault in faults)


def test_every_place_is_in_one_of_its_sources_or_in_none_that_is_named() -> None:
    plan = Document(id="plan", title="The plan")
    elsewhere = Source("9", document="minutes")
    group = Group(
        name="A",
        at=Source("2", document="plam"),
        meets=stated(Frequency.from_text("monthly"), at=elsewhere),
        reports_to=(Statement(value="A", at=Source("9", document="notes")),),
    )
    held = evolve(_barnet_with(), sources=(plan,), at=Source("1", document="plan"))
    assert held.at == Source("1", document="plan")
    with pytest.raises(DocumentError) as caught:
        evolve(held, groups=(group, Group(name="B", at=elsewhere)))
    declare = "declare it under `sources`"
    assert [str(fault) for fault in caught.value.faults] == [
        'groups[0].at: no source has the id "plam"; did you mean "plan"?',
        f'groups[1].at: no source has the id "minutes"; {declare}',
        f'groups[0].reports_to[0].at: no source has the id "notes"; {declare}',
    ]


def test_no_two_of_its_sources_have_one_id() -> None:
    plan, other = Document(id="plan", title="A"), Document(id="other", title="B")
    with pytest.raises(DocumentError) as caught:
        evolve(_barnet_with(), sources=(plan, other, plan))
    assert [str(fault) for fault in caught.value.faults] == [
        'sources[2].id: the id "plan" stands at sources[0] too; ids are unique'
    ]


def test_it_is_shown_as_a_summary() -> None:
    assert str(BARNET) == "Barnet Arrangements"
    assert repr(BARNET) == (
        "<Arrangement 'barnet': 2 partners, 3 groups, 2 relevant agencies>"
    )
    shown = BARNET.to_records()[0]
    assert shown["groups"] == "3 of its own"
    assert shown["budgets"] == "not stated"
    assert _barnet_with().to_records()[0]["area"] == "not stated"


def test_its_page_has_a_row_for_each_partner_and_each_group_of_its_own() -> None:
    meets = stated(Frequency.from_text("monthly"))
    chair = stated(Chairing.from_text("Chief Operating Officer"))
    chaired = evolve(FORUM, chair=chair, meets=meets)
    beside = Group(name="Police Board", outside=stated(Reach.OTHER_BOARD))
    page = evolve(BARNET, groups=(chaired, NORTH, SOUTH, beside)).to_text()
    assert "\ngroups             3 of its own, 1 beside it\n" in page
    assert page.endswith(TABLES)


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing.IN_FORCE, None),
        (Standing.AGREED, None),
        (Standing.PROPOSED, "proposed"),
        (Standing.CONDITIONAL, "conditional"),
    ],
)
def test_its_summary_says_where_the_whole_is_not_settled(
    standing: Standing, said: str | None
) -> None:
    shown = evolve(BARNET, standing=standing).to_records()[0]
    assert shown.get("standing of the whole") == said


def test_a_document_is_called_by_its_title() -> None:
    assert str(Document(id="plan", title="The plan")) == "The plan"


def test_every_mention_is_given_with_its_path() -> None:
    below = Group(
        name="H", reports_to=(Statement(value="G"),), members=(Seat(holder="G"),)
    )
    arrangement = Arrangement(id="x", title="X", groups=(Group(name="G"), below))
    assert list(arrangement.mentions()) == [
        (("groups", 1, "members", 0, "holder"), "G"),
        (("groups", 1, "reports_to", 0), "G"),
    ]
