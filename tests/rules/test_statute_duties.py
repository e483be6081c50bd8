"""What sections 16E to 16J ask of arrangements themselves."""

import pytest

import masa

WHOLE = 'id = "x"\ntitle = "X"\n'
SOURCE = '[[sources]]\nid = "t"\ntitle = "The text"\ntext = "complete"\n'
PARTNERS = """
[[partners]]
kind = "local authority"
name = "Ayton Council"
[[partners]]
kind = "local authority"
name = "Beeford Council"
[[partners]]
kind = "health"
name = "Wold Clinical Commissioning Group"
[[partners]]
kind = "police"
name = "Wold Police"
[[posts]]
name = "Clerk"
"""


def outcome(item: str, text: str, **options: object) -> masa.Outcome:
    options.setdefault("edition", "WT2018")
    held = masa.check(masa.loads(WHOLE + text), **options)  # type: ignore[arg-type] # any
    return held[item]


def delegates(source: str, target: str, standing: str = "in force") -> str:
    return (
        f'[[relations]]\nsource = "{source}"\nverb = "delegates to"\n'
        f'target = "{target}"\nstanding = "{standing}"\n'
    )


@pytest.mark.parametrize(
    ("text", "state", "why"),
    [
        ("", "not applicable", "no partner is said to act for another"),
        (delegates("Ayton Council", "Clerk"), "not applicable", "no partner is said"),
        (delegates("Ayton Council", "Beeford Council"), "met", ""),
        (delegates("Ayton Council", "Beeford Council", "proposed"), "partly", ""),
        (delegates("Ayton Council", "Wold Police"), "not evidenced", ""),
    ],
    ids=["nobody", "to a post", "like to like", "only planned", "to another kind"],
)
def test_a_partner_acts_only_for_its_like(text: str, state: str, why: str) -> None:
    found = outcome("delegation-between-partners", PARTNERS + text)
    assert found.state == state
    assert found.why.startswith(why)
    assert found.is_missed is (text.count("Wold Police") > 0)
    if found.is_missed:
        assert found.consequence == "more than is allowed"


@pytest.mark.parametrize(
    ("areas", "state"),
    [
        ("", "not applicable"),
        ('area = "Ayton"\n', "not applicable"),
        ('area = ["Ayton", "Beeford"]\n', "not evidenced"),
    ],
)
def test_areas_are_combined_where_there_are_several(areas: str, state: str) -> None:
    assert outcome("combining-areas", areas + PARTNERS).state == state


@pytest.mark.parametrize(
    ("text", "state", "shown"),
    [
        ("", "not evidenced", ()),
        ("published = 2019-06-18\n", "met", ("published 18 June 2019",)),
        (
            'published = { is = "2019-06-18", standing = "proposed" }\n',
            "partly",
            ("published 18 June 2019 (proposed)",),
        ),
        (
            SOURCE + 'kind = "published arrangements"\n',
            "met",
            ("the source held, The text, is what was published",),
        ),
        (SOURCE + 'kind = "minute"\n', "not evidenced", ()),
    ],
    ids=["nothing", "a day", "a day to come", "the text itself", "a minute"],
)
def test_the_arrangements_are_published(
    text: str, state: str, shown: tuple[str, ...]
) -> None:
    found = outcome("ca-2004/s16g.2", text)
    assert found.state == state
    assert found.shown_by == shown


def test_no_memorandum_is_asked_for_before_an_agency_is_designated() -> None:
    days = {"cwsa-2026/s3": "2027-09-01"}
    found = outcome("ca-2004/s16eb.1", "", edition="WT2026", commenced=days)
    assert found.state == "not applicable"
    assert found.why == "no agency is known to be designated for a memorandum"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", ["area", "each-kind", "arrangement"]),
        ('area = "Ayton"\n' + PARTNERS, ["arrangement"]),
        (
            'area = "Ayton"\n' + PARTNERS.replace('kind = "police"', 'kind = "health"'),
            ["each-kind", "arrangement"],
        ),
        (
            'area = { is = "Ayton", standing = "proposed" }\n' + PARTNERS,
            ["area", "arrangement"],
        ),
    ],
    ids=["nothing", "area and partners", "no police", "an area only proposed"],
)
def test_arrangements_are_made_by_a_partner_of_each_kind(
    text: str, missing: list[str]
) -> None:
    found = outcome("ca-2004/s16e.1", text)
    assert [need.id for need in found.missing] == missing
