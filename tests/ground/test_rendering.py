"""Blocks as text, Markdown and HTML, with everything escaped in one place."""

import pytest

from masa.ground.blocks import (
    Block,
    Bullets,
    Heading,
    Outline,
    Pairs,
    Paragraph,
    Picture,
    Table,
)
from masa.ground.rendering import to_html, to_markdown, to_page, to_text

WORDS = "lorem " * 40
FEES = Table(
    caption="Fees & dues",
    columns=("payer", "£"),
    rows=(("Barnet | NHS", "195,000"), ("Police", "5")),
    numbers=frozenset({1}),
)


def lines(*blocks: Block) -> list[str]:
    """Print blocks as text and give its lines."""
    return to_text(blocks).splitlines()


OUTLINE = Outline(
    ((0, "a & b"), (1, "1. c\nd"), (2, "e"), (2, "f"), (1, "g"), (0, "h"))
)


class TestText:
    def test_underlines_a_title_and_a_heading(self) -> None:
        assert lines(Heading("Barnet", 1)) == ["Barnet", "======"]
        assert lines(Heading("Groups")) == ["Groups", "------"]

    def test_sets_blocks_apart(self) -> None:
        assert to_text([Paragraph("one"), Paragraph("two")]) == "one\n\ntwo\n"
        assert to_text([]) == ""

    def test_sets_pairs_in_two_columns(self) -> None:
        assert lines(Pairs((("a", "1"), ("long", "2\n3"), ("b", "")))) == [
            "a     1",
            "long  2",
            "      3",
            "b",
        ]
        assert lines(Pairs(())) == []

    def test_hangs_the_lines_of_a_bullet(self) -> None:
        assert lines(Bullets(("one\ntwo", "three"))) == ["- one", "  two", "- three"]

    def test_sets_each_step_of_an_outline_in(self) -> None:
        assert lines(OUTLINE) == [
            "- a & b",
            "  - 1. c",
            "    d",
            "    - e",
            "    - f",
            "  - g",
            "- h",
        ]
        assert lines(Outline(())) == []

    def test_a_blank_line_within_an_item_starts_no_new_one(self) -> None:
        assert lines(Bullets(("one\n\ntwo",))) == ["- one", "", "  two"]
        assert lines(Pairs((("label", "one\n\ntwo"),))) == [
            "label  one",
            "",
            "       two",
        ]

    @pytest.mark.parametrize(
        "block",
        [
            pytest.param(Heading(WORDS.strip()), id="a heading"),
            pytest.param(Paragraph(WORDS), id="a paragraph"),
            pytest.param(Bullets((WORDS,)), id="a bullet"),
            pytest.param(Outline(((0, "a"), (1, WORDS))), id="an outline"),
            pytest.param(Pairs((("label", WORDS),)), id="a pair"),
            pytest.param(
                Table(caption=WORDS, columns=("a",), rows=((WORDS,),)), id="a caption"
            ),
            pytest.param(
                Table(caption="c", columns=("a",) * 4, rows=((WORDS,) * 4,)),
                id="a table of four wide columns",
            ),
        ],
    )
    def test_is_at_most_100_columns_wide(self, block: Block) -> None:
        printed = lines(block)
        assert max(map(len, printed)) <= 100
        assert sum(line.count("lorem") for line in printed) % 40 == 0

    def test_a_long_word_is_left_whole(self) -> None:
        assert lines(Paragraph("x" * 120)) == ["x" * 120]

    def test_sets_numbers_to_the_right(self) -> None:
        assert lines(FEES) == [
            "Fees & dues",
            "",
            "payer               £",
            "------------  -------",
            "Barnet | NHS  195,000",
            "Police              5",
        ]

    def test_wraps_a_cell_and_keeps_its_row_together(self) -> None:
        table = Table(
            caption="c", columns=("a", "b"), rows=((WORDS[:48].strip(), "1"), ("", "2"))
        )
        assert lines(table)[2:] == [
            "a" + " " * 45 + "b",
            "-" * 44 + "  -",
            "lorem lorem lorem lorem lorem lorem lorem".ljust(46) + "1",
            "lorem",
            " " * 46 + "2",
        ]

    def test_narrows_the_widest_columns_and_breaks_no_word(self) -> None:
        row = ("antidisestablishmentarianism " * 3, WORDS, "short", "x" * 40)
        table = Table(caption="c", columns=("a", "b", "c", "d"), rows=(row,))
        printed = lines(table)
        assert max(map(len, printed)) <= 100
        words = " ".join(printed).split()
        assert words.count("antidisestablishmentarianism") == 3
        assert "x" * 40 in words

    def test_a_table_of_words_that_cannot_fit_is_wider(self) -> None:
        table = Table(caption="c", columns=("x" * 40,) * 3, rows=())
        assert lines(table)[2] == "  ".join(["x" * 40] * 3)

    def test_a_column_may_be_empty(self) -> None:
        assert lines(Table(caption="c", columns=("", "a"), rows=())) == [
            "c",
            "",
            "   a",
            "-  -",
        ]


class TestMarkdown:
    @pytest.mark.parametrize(
        ("block", "written"),
        [
            pytest.param(Heading("A # B", 1), "# A \\# B\n", id="a title"),
            pytest.param(Heading("Groups"), "## Groups\n", id="a heading"),
            pytest.param(Paragraph("a\nb"), "a b\n", id="a paragraph on one line"),
            pytest.param(Paragraph("- a"), "\\- a\n", id="a dash is no bullet"),
            pytest.param(Paragraph("12. a"), "12\\. a\n", id="a number is no list"),
            pytest.param(Paragraph("=="), "\\==\n", id="a line is no underlining"),
            pytest.param(Bullets(("a", "+ b")), "- a\n- \\+ b\n", id="bullets"),
            pytest.param(
                OUTLINE,
                "- a \\& b\n  - 1\\. c d\n    - e\n    - f\n  - g\n- h\n",
                id="an outline",
            ),
            pytest.param(Pairs((("a*", "<b>"),)), "- **a\\***: \\<b\\>\n", id="pairs"),
            pytest.param(
                Paragraph("https://x.y www.x.y"),
                "https:\\//x.y www\\.x.y\n",
                id="addresses are no links",
            ),
            pytest.param(
                FEES,
                "**Fees \\& dues**\n\n| payer | £ |\n| --- | ---: |\n"
                "| Barnet \\| NHS | 195,000 |\n| Police | 5 |\n",
                id="a table",
            ),
        ],
    )
    def test_escapes_what_means_something(self, block: Block, written: str) -> None:
        assert to_markdown([block]) == written


class TestHtml:
    @pytest.mark.parametrize(
        ("block", "written"),
        [
            pytest.param(Heading("<A>", 1), "<h1>&lt;A&gt;</h1>\n", id="a title"),
            pytest.param(Heading("A"), "<h2>A</h2>\n", id="a heading"),
            pytest.param(Paragraph("a\n&b"), "<p>a<br>&amp;b</p>\n", id="a paragraph"),
            pytest.param(
                Bullets(("a", "b\nc")),
                "<ul>\n<li>a</li>\n<li>b<br>c</li>\n</ul>\n",
                id="bullets",
            ),
            pytest.param(
                OUTLINE,
                "<ul>\n<li>a &amp; b\n<ul>\n<li>1. c<br>d\n<ul>\n<li>e</li>\n"
                "<li>f</li>\n</ul>\n</li>\n<li>g</li>\n</ul>\n</li>\n<li>h</li>\n"
                "</ul>\n",
                id="an outline",
            ),
            pytest.param(Outline(()), "", id="an outline of nothing"),
            pytest.param(
                Pairs((("<a>", "b\n'c'"),)),
                "<dl>\n<dt>&lt;a&gt;</dt><dd>b<br>&#x27;c&#x27;</dd>\n</dl>\n",
                id="pairs",
            ),
            pytest.param(
                FEES,
                "<table>\n<caption>Fees &amp; dues</caption>\n"
                '<thead><tr><th scope="col">payer</th>'
                '<th scope="col" class="number">£</th></tr></thead>\n<tbody>\n'
                '<tr><td>Barnet | NHS</td><td class="number">195,000</td></tr>\n'
                '<tr><td>Police</td><td class="number">5</td></tr>\n'
                "</tbody>\n</table>\n",
                id="a table with its header cells scoped",
            ),
        ],
    )
    def test_escapes_and_says_what_each_thing_is(
        self, block: Block, written: str
    ) -> None:
        assert to_html([block]) == written

    def test_a_page_needs_nothing_but_itself(self) -> None:
        page = to_page("<Barnet>", [Paragraph("one")])
        assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n')
        assert "<title>&lt;Barnet&gt;</title>" in page
        assert "<main>\n<p>one</p>\n</main>" in page
        assert not any(word in page for word in ("src=", "href=", "url(", "<script"))


class Square:
    """What draws itself."""

    def _repr_svg_(self) -> str | None:
        return "<svg></svg>\n"


class TooLarge:
    """What would, if it were smaller."""

    def _repr_svg_(self) -> str | None:
        return None


class TestPicture:
    """A picture stands in the page, and its words where none can."""

    PICTURE = Picture(of=Square(), words="Drawn in *HTML*.")

    def test_in_html(self) -> None:
        assert to_html([self.PICTURE]) == "<figure>\n<svg></svg>\n</figure>\n"

    def test_what_is_too_large(self) -> None:
        large = Picture(of=TooLarge(), words="Too <large>.")
        assert to_html([large]) == "<p>Too &lt;large&gt;.</p>\n"

    def test_in_words(self) -> None:
        assert to_text([self.PICTURE]) == "Drawn in *HTML*.\n"
        assert to_markdown([self.PICTURE]) == "Drawn in \\*HTML\\*.\n"
