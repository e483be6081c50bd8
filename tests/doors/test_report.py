"""The report says what the document says, and is safe to print."""

from pathlib import Path
from typing import Any

import html5lib
import pytest

import masa
from masa.ground.blocks import Table
from masa.rules.duties.catalogue import every_rule, family_of

GOLDEN = Path(__file__).parent / "golden"
TOP = 'id = "x"\ntitle = "X"\n'


def described(text: str = "") -> str:
    return masa.report.describe(masa.loads(TOP + text)).to_text()


@pytest.fixture(scope="module")
def barnet() -> masa.Report:
    return masa.report.describe(masa.examples.load("barnet"))


STRANGE = Path(__file__).parents[1] / "model" / "strange.toml"


@pytest.mark.parametrize("name", [*masa.examples.names(), "strange"])
def test_each_is_as_it_was_last_read_by_a_person(name: str) -> None:
    found = masa.load(STRANGE) if name == "strange" else masa.examples.load(name)
    golden = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert masa.report.describe(found).to_text() == golden


def test_what_the_whole_text_might_say_is_not_called_missing() -> None:
    text = masa.report.describe(masa.examples.load("haringey")).to_text()
    assert "not stated" not in text.partition("What it undertakes")[0]
    assert "No day of publication stands in the text held." in text


class TestBarnet:
    @pytest.mark.parametrize(
        ("name", "layout"),
        [
            ("barnet.md", "to_markdown"),
            ("barnet.html", "to_page"),
        ],
    )
    def test_is_as_it_was_last_read_by_a_person(
        self, barnet: masa.Report, name: str, layout: str
    ) -> None:
        golden = (GOLDEN / name).read_text(encoding="utf-8")
        assert getattr(barnet, layout)() == golden

    @pytest.mark.parametrize(
        "words",
        [
            "£278,600",
            "£265,000",
            "£13,600 left over",
            "£97,000 (to the nearest £1,000)",
            "The printed total is £278,600, and the 11 contributions come to £278,600.",
            "The printed total is £265,000, and the 9 lines of planned spending come",
            "Learning and Review Group: quarterly and when needed (s.7) is at least 4",
            "Learning and Review Group: monthly (s.10) is 12 times a year.",
            "(every 2 months or twice a month) (s.7) is 6 or 24 times a year.",
            "Contributions would be £256,100, £8,900 short of the planned spending.",
            "together they make 100.01 %",
            "20 entries in 6 categories: 13 organisations named, 7 sets described.",
            "No day of publication is stated.",
            "No chair is stated for 9 of the 13 groups",
        ],
    )
    def test_says(self, barnet: masa.Report, words: str) -> None:
        assert words in " ".join(barnet.to_text().split())

    def test_gives_both_chairing_rules(self, barnet: masa.Report) -> None:
        (row,) = [
            row
            for row in barnet.to_records()
            if row.get("group") == "Learning and Review Group (s.7)"
        ]
        assert row["chair"] == (
            "independent (s.7) / independent (s.10); "
            "chosen by Leadership Forum yearly (s.7)"
        )

    def test_gives_the_eleven_shares(self, barnet: masa.Report) -> None:
        rows = [row for row in barnet.to_records() if {"share", "payer"} <= row.keys()]
        shares = [row["share"] for row in rows]
        assert shares == [
            *("69.99 %", "13.46 %", "4.49 %", "4.49 %", "4.49 %", "1.79 %"),
            *("0.36 %", "0.36 %", "0.20 %", "0.20 %", "0.18 %", "", ""),
        ]

    def test_counts_the_seats_of_each_partner(self, barnet: masa.Report) -> None:
        rows = [row for row in barnet.to_records() if "seats at the top" in row]
        assert [row["seats at the top"][0] for row in rows] == ["2", "2", "1"]

    def test_the_page_needs_nothing_but_itself(self, barnet: masa.Report) -> None:
        page = html5lib.HTMLParser(strict=True).parse(barnet.to_page())
        tags = {
            str(element.tag).rpartition("}")[2]
            for element in page.iter()
            if isinstance(element.tag, str)
        }
        assert not tags & {"script", "link", "img", "iframe", "object", "a"}
        page_text = barnet.to_page().replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "http" not in page_text
        assert "svg" in tags


class TestAnyArrangement:
    def test_of_which_nothing_is_known_is_described(self) -> None:
        text = described()
        for words in (
            "No partner is named.",
            "No group of the partnership is described.",
            "No relevant agency is listed.",
            "No safeguarding partner is stated.",
            "Nothing was found.",
        ):
            assert words in text

    def test_of_which_all_is_known_says_so(self) -> None:
        text = described(
            'name = "N"\narea = "A"\nedition = "WT2018"\napproved = "2019"\n'
            'published = "2019"\nin_force = "2019"\n'
            '[[partners]]\nkind = "police"\nname = "P"\nlead = "P"\n'
            '[[agencies]]\ncategory = "C"\nnamed = ["Q"]\n'
            '[[groups]]\nname = "G"\ntier = 1\nchair = "P"\nmeets = "monthly"\n'
            'members = ["P"]\nremit = ["all"]\n'
        )
        assert "Nothing that was looked for." in text
        assert "1: P" in text

    def test_says_of_a_proposed_report_what_of_it_is_firmer(self) -> None:
        text = " ".join(
            described(
                '[[reports]]\ntitle = "R"\nat = "1"\nstanding = "proposed"\n'
                'published = { is = "2025", standing = "in force" }\n'
                'contents = ["one", { topic = "two", says = "So.", at = "2" }]\n'
                'copies = [{ to = "P", standing = "agreed" }, { to = "Q", at = "3", '
                'standing = "conditional", on = "2026" }]\n'
            ).split()
        )
        for words in (
            "R (s.1; proposed)",
            "published: 2025 (in force)",
            "copies sent to: P; Q on 2026 (s.3; conditional)",
            "tells of one",
            "tells of two (s.2): So.",
        ):
            assert words in text

    def test_says_nothing_of_teams_reports_and_sign_offs_that_are_not_there(
        self,
    ) -> None:
        text = described()
        for words in (
            "chair",
            "teams",
            "signed off",
            "departed from",
            "were published",
        ):
            assert words not in text.partition("What is not stated")[0]

    def test_says_what_is_only_conditional(self) -> None:
        text = described(
            '[[milestones]]\nwhat = "it starts"\nstanding = "conditional"\n'
            'condition = "once agreed"\nat = "4"\n'
            '[[policies]]\nname = "P"\nstanding = "proposed"\n'
        )
        assert "It starts (conditional; once agreed; s.4)" in text
        assert "P (proposed)" in text

    def test_counts_a_seat_under_any_name_of_its_holder(self) -> None:
        text = described(
            '[[partners]]\nkind = "police"\nname = "P"\nalso = ["the force"]\n'
            'posts = [{ name = "Chief Executive", id = "p/ce" }]\n'
            '[[partners]]\nkind = "health"\nname = "Q"\n'
            'posts = [{ name = "Chief Executive", id = "q/ce" }]\n'
            '[[groups]]\nname = "G"\ntier = 1\n'
            'members = ["p/ce", "q/ce", "the force"]\n'
        )
        assert "2: Chief Executive (p/ce) and the force" in text
        assert "1: Chief Executive (q/ce)" in text

    def test_prints_an_id_only_where_two_share_a_name(self) -> None:
        text = described(
            '[[partners]]\nkind = "police"\nid = "england/p"\nname = "P"\n'
            '[[groups]]\nname = "G"\nmembers = ["england/p"]\n'
        )
        assert "england/p" not in text

    def test_reckons_no_reading_that_two_footnotes_share(self) -> None:
        text = described(
            'bodies = ["A"]\n[[budgets]]\nyear = "2018/19"\n'
            "contributions = [{ payer = 'A', amount = 5 }]\n"
            "costs = [{ item = 'i', amount = 4 }]\n"
            + '[[budgets.footnotes]]\nsays = "f"\n'
            'readings = [{ id = "a", says = "so" }]\n' * 2
        )
        assert text.count("Reading a. so") == 2
        assert "What that comes to cannot be reckoned" in " ".join(text.split())

    def test_marks_what_is_only_proposed(self) -> None:
        text = described(
            '[[partners]]\nkind = "police"\nname = "P"\nstanding = "proposed"\n'
            '[[groups]]\nname = "G"\n'
            'meets = { is = "bi-monthly", standing = "proposed" }\n'
            'complete = { is = true, standing = "proposed" }\n'
            'members = ["P", { any = "v", standing = "can be explored", at = "2" }]\n'
        )
        assert "P (proposed)" in text
        assert "v (s.2; can be explored)" in text
        assert "nobody else" not in text
        assert "times a year" not in text

    def test_says_nothing_of_a_balance_where_a_table_is_missing(self) -> None:
        text = described(
            '[[bodies]]\nname = "A"\n[[budgets]]\ncosts_total = 7\n'
            'contributions = [{ payer = "A", amount = 5 }]\n'
        )
        assert "left over" not in text
        assert "cannot be told; not settled: the lines." in " ".join(text.split())

    def test_keeps_both_of_two_printed_amounts(self) -> None:
        text = described(
            '[[bodies]]\nname = "A"\n[[budgets]]\nat = "9"\n'
            'contributions = [{ payer = "A", amount = [5, { is = 6, at = "10" }] }]\n'
        )
        assert "£5 (s.9) / £6 (s.10)" in text

    def test_describes_only_an_arrangement(self) -> None:
        with pytest.raises(masa.KindError, match='"barnet" is not an arrangement'):
            masa.report.describe("barnet")  # type: ignore[arg-type] # that is the point

    def test_has_a_short_repr(self) -> None:
        report = masa.report.describe(masa.loads(TOP))
        assert repr(report) == f"<Report on 'X': {len(report.blocks)} blocks>"

    def test_leaves_the_line_upwards_of_the_top_alone(self) -> None:
        text = described('[[groups]]\nname = "G"\ntier = 1\n')
        assert "No line of reporting" not in text
        assert "No chair is stated for 1 of the 1 group: G." in text

    @pytest.mark.parametrize(
        ("budget", "words"),
        [
            pytest.param(
                'contributions = [{ payer = "A" }]',
                "not known",
                id="an amount is not stated",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 0 }]',
                "not known",
                id="nothing is paid",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5 }]\ncontributed_total = 6',
                "The printed total is £6 and the 1 contribution comes to £5: they "
                "differ by £1.",
                id="the total is wrong",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5 }]\n'
                "costs = [{ item = 'B', amount = 7 }]",
                "£2 short",
                id="more is spent than comes in",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5 }]\n'
                "contributed_total = [5, 6]",
                "Whether the 1 contribution adds up to the printed total cannot be "
                "told; not settled: the printed total.",
                id="two totals are printed",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5 }]',
                "together they make 100.00 %.",
                id="the shares add up by themselves",
            ),
            pytest.param(
                "carried_forward = -5",
                "Carried forward: a deficit of £5.",
                id="a deficit is carried",
            ),
            pytest.param(
                "carried_forward = [-5_000, 6_000]",
                "Carried forward: -£5,000 / £6,000: -£5,000 to £6,000.",
                id="a deficit or not",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5, kind = "cash" }, '
                '{ payer = "B", amount = 0, kind = "in kind" }]',
                "Contributions: £5. Worth a look",
                id="nothing in kind is told by its form alone",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5_000 }]\n'
                "costs = [{ item = 'B', amount = 4_000 }]\n"
                "to_nearest = { unknown = 'no word of it' }",
                "Contributions: £5,000 as printed, and at least £0, not counting how "
                "far A is rounded.",
                id="how far the amounts are rounded is not known",
            ),
            pytest.param("at = '9'", "Money: budget of an unknown year", id="no year"),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5, kind = "in kind" }]',
                "Of these £5 is in kind, from A.",
                id="what is in kind pays no bill",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 0 }]\n'
                "costs = [{ item = 'B', amount = 0 }]",
                "Contributions less planned spending: £0 left over.",
                id="nothing is paid and nothing spent",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5_000 }]\n'
                "costs = [{ item = 'B', amount = 4_000 }]\nto_nearest = 1_000",
                "Contributions less planned spending: £1,000 left over as printed, and "
                "£0 to £2,000 left over within rounding.",
                id="amounts to the nearest thousand",
            ),
            pytest.param(
                "carried_forward = { is = 97_000, words = '97k' }\n"
                "carried_forward_to_nearest = 1_000",
                'Carried forward: £97,000 (to the nearest £1,000), printed "97k": '
                "£96,500 to £97,500. - How long that would last cannot be reckoned "
                "(not settled: the lines).",
                id="what is carried forward is rounded",
            ),
            pytest.param(
                "costs = [{ item = 'B', amount = 4, pay = true }, "
                "{ item = 'C', amount = 4, pay = true, full_time_equivalent = '0.5' }]",
                "Posts that are paid for: 0.5 full-time equivalent, not counting B.",
                id="how much of a post is not told of every line",
            ),
            pytest.param(
                "standing = 'proposed'\n"
                "costs = [{ item = 'B', amount = 4, pay = true }, "
                "{ item = 'C', amount = 4, pay = true, full_time_equivalent = '0.5' }]",
                "Posts that are paid for: 0.5 full-time equivalent, not counting B.",
                id="the posts of a draft are told as printed",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 5, pot = "core", '
                'paid = true, basis = "agreed" }]',
                "payer listed as pot paid basis amount share",
                id="what is told of a line has a column",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 1 }, '
                '{ payer = "B", amount = 1 }, { payer = "C", amount = 5 }]',
                "make 100.01 %. For shares that make 100.00 %, print B with 14.28 %: A "
                "and B have the same claim, and the alphabet decides between them.",
                id="the rounded shares do not add up",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 60, pot = "core" }, '
                '{ payer = "A", amount = 10, pot = "reviews" }, '
                '{ payer = "B", amount = 30 }]',
                "A not known core £60 60.00 % A not known reviews £10 10.00 % B not "
                "known not stated £30 30.00 % together £100 Each share is rounded by "
                "itself; together they make 100.00 %.",
                id="each line has its own share",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 60_000 }, '
                '{ payer = "B", amount = 30_000 }, { payer = "C", amount = 9_000 }]\n'
                "to_nearest = 1_000",
                "The amounts are to the nearest £1,000, so that sums are known within "
                "bounds only; shares are given to whole per cent, about as fine as "
                "that allows.",
                id="how far the amounts are rounded is told first",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 60_000 }, '
                '{ payer = "B", amount = 30_000 }, { payer = "C", amount = 9_000 }]\n'
                "to_nearest = [{ is = 100, at = '1' }, { is = 1_000, at = '2' }]",
                "How far the amounts are rounded is told in 2 ways (to the nearest "
                "£100 / to the nearest £1,000); the coarsest is taken here, so that "
                "sums are known within bounds only; shares are given to whole per "
                "cent, about as fine as that allows.",
                id="two ways of rounding are told first",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 60_000 }]\n'
                "to_nearest = [{ is = 1, at = '1' }, { none = true, at = '2' }]",
                "How far the amounts are rounded is told in 2 ways (to the nearest "
                "£1 / not); the coarsest is taken here, so that sums are known within",
                id="rounded or not is told first",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 9_000 }]\n'
                'costs = [{ item = "B", amount = 2_000_000 }, '
                '{ item = "C", amount = 1_000_000 }]\nto_nearest = 1_000',
                "shares are given to whole per cent or 1 decimal place, about as fine "
                "as that allows.",
                id="each table has shares as fine as its own amounts allow",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 9_000 }]\n'
                'costs = [{ item = "B", amount = 2_000_000 }, '
                '{ item = "C", amount = 1_000_000 }]\nto_nearest = 1_000',
                "B £2,000,000 66.7 % C £1,000,000 33.3 %",
                id="and its shares are printed so",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 600_000 }, '
                '{ payer = "B", amount = 400_000 }]\nto_nearest = 1_000',
                "shares are given to 1 decimal place, about",
                id="of a large sum a share is finer",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 60_000 }]\n'
                "costs = [{ item = 'B', amount = [1, 2] }]\nto_nearest = 1_000",
                "Contributions: £60,000 as printed, and £59,500 to £60,500 within "
                "rounding. - Planned spending: £0 to £502. - Contributions less "
                "planned "
                "spending: £58,998 to £60,500 left over.",
                id="a line in two amounts has no plain sum",
            ),
            pytest.param(
                'standing = "proposed"\ncontributions = [{ payer = "A", amount = 6 }, '
                '{ payer = "B", amount = { is = 4, standing = "agreed" } }]',
                "This budget does not hold yet (proposed). Its sums are those of the "
                "figures as printed. Contributions (proposed)",
                id="a draft is told as one",
            ),
            pytest.param(
                'standing = "proposed"\ncontributions = [{ payer = "A", amount = 6 }, '
                '{ payer = "B", amount = { is = 4, standing = "agreed" } }]\n'
                "contributed_total = 10",
                "A not known £6 60.00 % B not known £4 40.00 % together £10 "
                "total, as "
                "printed £10 Each",
                id="a draft adds up",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 6 }, '
                '{ payer = "B", amount = { is = 4, standing = "proposed" } }]',
                "B not known £4 (proposed) 40.00 %",
                id="a line of another standing than the whole",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 6 }, '
                '{ payer = "B", amount = { none = true } }]',
                "B not known none 0.00 % together £6",
                id="none is nothing paid",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 6, kind = "cash" }, '
                '{ payer = "B", kind = "in kind" }]',
                "- Contributions: at least £6, not counting B. - How much of these is "
                "in kind, from B, is not known.",
                id="what is in kind has no value",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 6, payer_kind = "health" }, '
                '{ payer = "B", amount = 4 }]',
                "health A at least £6 at least 60.00 % police not known not known "
                "other not known not known not known B £4 40.00 % together "
                "£10 100.00 % It is not known to which group to count B, so that each "
                "other group comes to so much at least.",
                id="while a kind is not known each pays so much at least",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 6, payer_kind = "health" }, '
                '{ payer = "B", payer_kind = "health" }]',
                "health A; B at least £6 not known",
                id="a kind pays so much at least",
            ),
            pytest.param("", "No contribution, no spending and nothing", id="nothing"),
            pytest.param(
                'says = "It is of the old board."\nat = "9"',
                "It is of the old board.",
                id="whose money it is",
            ),
            pytest.param(
                'footnotes = [{ says = "f", refers_to = "A" }, { says = "g" }]',
                "Footnote: f It refers to A. Footnote: g What it refers to is "
                "not told.",
                id="what a footnote refers to",
            ),
            pytest.param(
                'footnotes = [{ says = "It is less.", refers_to = { unknown = "no '
                'line is marked" } }]',
                "- It is less, what it refers to: no line is marked",
                id="a footnote in the list of what is not told",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 6 }]\n'
                'footnotes = [{ says = "f", readings = [{ id = "a", says = "Less.", '
                'amends = [{ payer = "A", amount = 5 }] }] }]',
                "Less. Contributions would be £5.",
                id="a reading where no spending is printed",
            ),
            pytest.param(
                'contributions = [{ payer = "A", amount = 6 }]\n'
                "costs = [{ item = 'B', amount = 6 }]\ncarried_forward = 3\n"
                "carried_forward_holds_surplus = true",
                "spending: £0 left over. - Carried forward: £3. - How long that lasts "
                "at the rate of the planned spending: 6.00 months (£3, 50.00 % of",
                id="a reserve of one reading",
            ),
        ],
    )
    def test_says_of_money_what_is_so(self, budget: str, words: str) -> None:
        bodies = "".join(f'[[bodies]]\nname = "{name}"\n' for name in "ABC")
        text = described(f"{bodies}[[budgets]]\n{budget}\n")
        assert words in " ".join(text.split())

    @pytest.mark.parametrize(
        ("payer", "words"),
        [
            pytest.param("Police", "partner: police", id="a partner"),
            pytest.param("Force", "partner: police", id="the body of a partner"),
            pytest.param("Fire Body", "Fire", id="the body of an agency"),
            pytest.param(
                "safeguarding partners", "safeguarding partners", id="all partners"
            ),
            pytest.param("relevant agencies", "relevant agencies", id="all agencies"),
            pytest.param("Stranger", "not listed", id="nobody of the list"),
        ],
    )
    def test_lists_a_payer_as_its_category_does(self, payer: str, words: str) -> None:
        text = f"""
        partners = [{{ kind = "police", name = "Police", body = "Force" }}]
        bodies = ["Force", "Fire Body", "Stranger"]
        [[agencies]]
        category = "Fire"
        named = [{{ name = "Brigade", body = "Fire Body" }}]
        [[sources]]
        id = "s"
        title = "S"
        text = "complete"
        [[budgets]]
        contributions = [{{ payer = "{payer}", amount = 5 }}]
        """
        told = " ".join(described(text).split())
        assert f"{payer} {words} £5 100.00 %" in told
        cut = " ".join(described(text.replace('"complete"', '"truncated"')).split())
        known = "not known" if words == "not listed" else words
        assert f"{payer} {known} £5 100.00 %" in cut

    def test_escapes_what_a_hostile_document_holds(self) -> None:
        hostile = masa.loads(
            TOP + '[[groups]]\nname = "<script>alert(1)</script> | [x](y) `"\n'
        )
        report = masa.report.describe(hostile)
        assert "<script" not in report.to_page()
        assert "&lt;script&gt;" in report.to_page()
        assert "\\<script\\>" in report.to_markdown()

    def test_prints_as_its_text(self) -> None:
        report = masa.report.describe(masa.loads(TOP))
        assert str(report) == report.to_text()
        assert report._repr_html_() == report.to_html()

    def test_gives_every_row_of_every_table(self, barnet: masa.Report) -> None:
        tables: list[Any] = [b for b in barnet.blocks if isinstance(b, Table)]
        assert len(barnet.to_records()) == sum(len(table.rows) for table in tables)


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("", "item amount share"),
        (", heading = 'Pay'", "item heading amount share"),
        (", full_time_equivalent = 1", "item full-time equivalent amount share"),
    ],
)
def test_planned_spending_has_no_column_of_which_nothing_is_told(
    line: str, columns: str
) -> None:
    text = (
        f"[[budgets]]\ncosts = [{{ item = 'A', amount = 5{line} }}, {{ item = 'B' }}]"
    )
    rows = [" ".join(row.split()) for row in described(text).splitlines()]
    assert columns in rows


def test_holds_nothing_against_an_arrangement_of_no_edition() -> None:
    bare = masa.loads('id = "x"\ntitle = "X"\nescalation = [{ who = "A" }]\n')
    text = masa.report.describe(bare).to_text()
    assert "Held against" not in text
    assert "Worth a look" not in text  # but for mere notes


def test_names_no_requirement_where_none_is_missing() -> None:
    musts = [
        rule for rule in every_rule() if not any("YR" in it for it in family_of(rule))
    ]
    answers = "".join(
        f'[[commitments]]\ntopic = "t{place}"\nitems = ["{rule}"]\njudgement = "full"\n'
        for place, rule in enumerate(musts)
    )
    bare = 'id = "x"\ntitle = "X"\nedition = "WT2018"\n'
    text = masa.report.describe(masa.loads(bare + answers)).to_text()
    assert "Held against Working Together 2018" in text
    assert "Required by law, and not shown in full" not in text


def test_a_circle_of_reporting_is_told() -> None:
    groups = '[[groups]]\nname="A"\nreports_to="B"\n[[groups]]\nname="B"\n'
    text = described(f'{groups}reports_to="A"\n')
    assert "Lines of reporting go in a circle. A reports to B" in text


def test_what_is_too_large_to_draw_is_not_drawn() -> None:
    groups = "".join(f'[[groups]]\nname = "g{number}"\n' for number in range(401))
    page = masa.report.describe(masa.loads(TOP + groups)).to_page()
    assert "<svg" not in page
    assert "<svg" in masa.report.describe(masa.loads(TOP)).to_page()


def test_no_name_of_whose_kind_is_not_known_is_cut() -> None:
    names = [f"a payer of a long name {place}" for place in range(4)]
    bodies = "".join(f'[[bodies]]\nname = "{name}"\n' for name in ("A", *names))
    paid = "".join(f', {{ payer = "{name}", amount = 4 }}' for name in names)
    lines = f'{{ payer = "A", amount = 6, payer_kind = "health" }}{paid}'
    text = f'id = "x"\ntitle = "X"\n{bodies}[[budgets]]\ncontributions = [{lines}]\n'
    told = masa.report.describe(masa.loads(text)).to_text()
    said = f"which group to count {', '.join(names[:3])} and {names[3]}, so that"
    assert said in " ".join(told.split())
