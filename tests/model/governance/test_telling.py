"""A governance graph in words: whoever has no picture misses nothing."""

import pytest

import masa

ARRANGEMENT = masa.loads("""
id = "testham"
title = "Testham"
sources = [{ id = "minute", title = "A minute", text = "truncated" }]
partners = [
  { name = "Council", kind = "local authority", at = "1", posts = ["Director"] },
  { name = "ICB", kind = "health", standing = "proposed" },
]
relations = [
  { source = "Scrutineer", verb = "scrutinises", target = "Board", says = "yearly", \
independence = true, at = "4" },
  { source = "Panel", verb = "reports to", target = "Board", condition = "if asked" },
  { source = "Panel", verb = "reports to", target = "Board", condition = "if asked" },
  { source = "Auditor", verb = "takes part in", target = "Panel" },
]
functions = [{ name = "audit", tier = 2, reports_to = ["Board"] }]

[[bodies]]
name = "Auditor"

[[posts]]
name = "Scrutineer"

[[groups]]
name = "Board"
tier = 1
at = "2"
chair = { rotates = ["Council", "ICB"], at = "2" }
meets = [
  { is = "monthly", until = "2025-03-31" },
  { is = "quarterly", since = "2025-04-01" },
]
members = [
  { any = "a head teacher", standing = "proposed" },
  { chairs_of = ["Panel"] },
  "Director",
  "Council",
  "ICB",
]
invited = ["Auditor"]

[[groups]]
name = "Panel"
standing = "agreed"
chair = { is = "independent", standing = "proposed" }
meets = { is = "yearly", condition = "if asked" }

[[groups]]
name = "Forum"
outside = "regional"
tier = 2

[[groups]]
name = "Network"
outside = "national"
""")


def told(**asked: object) -> str:
    return masa.governance(ARRANGEMENT, **asked).to_text()  # type: ignore[arg-type]


def section(text: str, heading: str) -> list[str]:
    """Give the lines below a heading, up to the next one."""
    lines = text.splitlines()
    start = lines.index(heading) + 3
    rules = [n for n, line in enumerate(lines) if n > start and set(line) == {"-"}]
    end = rules[0] - 1 if rules else len(lines)
    return [line for line in lines[start:end] if line]


WHOLE = told()
MONTHLY = "monthly (s.2; until 31 March 2025)"
UNTOLD = "not in the text held"
PREFACE = """\
Who answers to whom, who sits where, who pays and who scrutinises, as far as it is \
stated. Brackets
say where, and how firmly: what is not marked is said without reserve.""".splitlines()


def test_begins_with_what_it_is_of_and_how_to_read_it() -> None:
    assert WHOLE.splitlines()[:5] == [
        "Testham",
        "=======",
        "",
        *PREFACE,
    ]


def test_tells_of_a_group_its_chair_its_frequency_and_its_members_by_kind() -> None:
    assert section(WHOLE, "Tier 1") == [
        "- Board (group; s.2)",
        "  - chair: rotates between Council and ICB (s.2)",
        f"  - meets: {MONTHLY} / quarterly (s.2; since 1 April 2025)",
        "  - members (bodies): Council; ICB",
        "  - members (posts): Director",
        "  - members (described, not named): a head teacher (proposed)",
        "  - represented (groups): Panel",
        "  - invited (bodies): Auditor",
    ]


def test_tells_of_functions_beside_the_groups() -> None:
    assert section(WHOLE, "Tier 2") == ["- audit (function)", "  - reports to Board"]


def test_groups_without_a_tier_and_outside_groups_come_last() -> None:
    assert section(WHOLE, "Groups and functions of no settled tier") == [
        "- Panel (group; agreed)",
        "  - chair: independent (proposed)",
        "  - meets: yearly (agreed; if asked)",
        "  - reports to Board (if asked)",
        "  - taking part (bodies): Auditor",
    ]
    assert section(WHOLE, "Groups outside the arrangement, at tier 2") == [
        "- Forum (group)",
        "  - chair: not in the text held",
        "  - meets: not in the text held",
    ]
    assert section(WHOLE, "Groups outside the arrangement")[0] == "- Network (group)"


def test_names_everybody_else_by_kind() -> None:
    assert section(WHOLE, "Who and what else") == [
        "- partnerships",
        "  - Testham",
        "- all together",
        "  - safeguarding partners",
        "  - relevant agencies",
        "- bodies",
        "  - Council (local authority; s.1)",
        "  - ICB (health; proposed)",
        "  - Auditor",
        "- posts",
        "  - Director (s.1)",
        "  - Scrutineer",
        "- described, not named",
        "  - a head teacher (s.2; proposed)",
    ]


def test_every_edge_is_a_sentence_with_its_place_and_standing() -> None:
    reports = "reports to: gives account of its work"
    assert section(WHOLE, reports) == [
        "- audit reports to Board.",
        "- Panel reports to Board (if asked).",
    ]
    scrutinises = "scrutinises: judges the work of, from outside it"
    assert section(WHOLE, scrutinises) == [
        "- Scrutineer scrutinises Board: yearly (s.4; independent of it: yes)."
    ]
    quoted = (
        "\N{LEFT DOUBLE QUOTATION MARK}a head teacher\N{RIGHT DOUBLE QUOTATION MARK}"
    )
    assert f"- {quoted} is a member of Board (s.2; proposed)." in WHOLE.splitlines()
    assert "- Council is one of the safeguarding partners (s.1)." in WHOLE.splitlines()


def test_on_a_day_leaves_out_what_did_not_hold_then() -> None:
    text = told(on="2024-01-01")
    assert "As on 1 January 2024: what surely was not there then is left out." in text
    assert f"  - meets: {MONTHLY}" in text.splitlines()


@pytest.mark.parametrize(
    ("given", "says", "lines"),
    [
        pytest.param(
            {"proposed": False},
            "It is given that this does not come about: proposed.",
            [f"  - chair: {UNTOLD}", "  - meets: yearly (agreed; if asked)"],
            id="what is proposed does not come about",
        ),
        pytest.param(
            {"if asked": False},
            "It is given that this does not come about: if asked.",
            ["  - chair: independent (proposed)", f"  - meets: {UNTOLD}"],
            id="a condition is not met",
        ),
        pytest.param(
            {"if asked": True},
            "It is given that this comes about: if asked.",
            ["  - chair: independent (proposed)", "  - meets: yearly (agreed)"],
            id="a condition is met",
        ),
    ],
)
def test_says_what_is_given(
    given: dict[str, bool], says: str, lines: list[str]
) -> None:
    text = told(given=given)
    assert says in text
    panel = section(text, "Groups and functions of no settled tier")
    assert panel[1:3] == lines


def test_a_part_keeps_the_chair_and_the_frequency() -> None:
    text = masa.governance(ARRANGEMENT).to_text(kinds=["reports to"])
    assert text.startswith("Testham (only: reports to)\n")
    assert section(text, "Tier 1")[1].startswith("  - chair: rotates between")
    assert "Who and what else" not in text


def test_says_that_nothing_is_stated() -> None:
    text = masa.governance(ARRANGEMENT).to_text(kinds=[])
    assert text.endswith("Nothing is stated here of what one does to another.\n")


def test_of_two_with_one_name_the_key_is_told_too() -> None:
    groups = [masa.Group(name="Panel", id=one) for one in ("north", "south")]
    text = masa.governance(
        masa.Arrangement(id="a", title="A", groups=tuple(groups))
    ).to_text()
    assert "- Panel [north] (group)" in text.splitlines()
    assert "- Panel [south] (group)" in text.splitlines()


def test_of_an_atlas_each_group_has_what_its_own_arrangement_says() -> None:
    several = [
        masa.Arrangement(
            id=one,
            title=one.title(),
            groups=(masa.Group(name="Board", meets=masa.stated(meets)),),
        )
        for one, meets in (
            ("north", masa.Frequency.from_text("monthly")),
            ("south", masa.Frequency.from_text("yearly")),
        )
    ]
    text = masa.governance(masa.Atlas(several)).to_text()
    lines = section(text, "Groups and functions of no settled tier")
    assert lines == [
        "- Board [north] (group)",
        "  - chair: not stated",
        "  - meets: monthly",
        "- Board [south] (group)",
        "  - chair: not stated",
        "  - meets: yearly",
    ]
    part = masa.governance(masa.Atlas(several)).to_text(around="south: Board")
    assert section(part, "Groups and functions of no settled tier")[0] == (
        "- Board [south] (group)"
    )
    assert "monthly" not in part


def test_markdown_and_html_come_of_the_same_description() -> None:
    found = masa.governance(ARRANGEMENT)
    assert "\n- Board (group; s.2)\n  - chair: rotates" in found.to_markdown()
    assert "<h2>Tier 1</h2>\n<ul>\n<li>Board (group; s.2)\n<ul>" in found.to_html()


def test_says_of_whom_only_the_chair_is_invited() -> None:
    """Barnet 7: the chairs of the sub-groups come to specific meetings."""
    told = masa.governance(masa.examples.load("barnet")).to_text()
    wanted = "Learning and Review Group (by its chair; to specific meetings)"
    assert f"- invited (groups): {wanted}" in told


def test_counts_of_thousands_are_parted_by_commas() -> None:
    groups = "".join(
        f'[[groups]]\nname = "g{n}"\ntier = 1\nmembers = [{{ holder = "P" }}]\n'
        for n in range(1010)
    )
    whole = masa.loads(f'id = "x"\ntitle = "X"\nposts = [{{ name = "P" }}]\n{groups}')
    graph = masa.governance(whole)
    assert str(graph) == "X: 1,014 nodes, 1,010 edges"
    assert str(graph.tiers()).startswith("X states 1 tier: 1,010 groups on tier 1")
    assert "meetings of 1,010 groups" in str(graph.meetings())
