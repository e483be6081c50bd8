"""Whatever a name holds is shown as itself, and never means anything."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from masa.ground.blocks import (
    Block,
    Bullets,
    Heading,
    Outline,
    Pairs,
    Paragraph,
    Table,
)
from masa.ground.rendering import to_html, to_markdown, to_page, to_text

HOSTILE = [
    "<script>alert(1)</script>",
    "<b",
    "</td>",
    "<!--",
    "|",
    "\\",
    "\\|",
    "`",
    "``` x",
    "[x](y)",
    "![x](y)",
    "[x]: y",
    "<https://x.y>",
    "&lt;",
    "&amp;",
    "&#60;",
    "*a*",
    "**",
    "_a_",
    "__",
    "~~a~~",
    "- a",
    "+ a",
    "-",
    "---",
    "===",
    "1. a",
    "2) a",
    "1234567890. a",
    "# a",
    "#",
    "> a",
    ": a",
    "!",
    "www.x.y",
    "https://x.y",
    "a@b.c",
    "$x$",
    "{x}`y`",
    '"',
    "'",
    "é漢🏠",
    "a b",
]
pieces = st.sampled_from(HOSTILE) | st.text("ab<>&|*_`[]()#!~$\\-+.=: 1", max_size=6)
hostile = (
    st.lists(pieces, min_size=1, max_size=4)
    .flatmap(lambda many: st.sampled_from(["", " "]).map(lambda gap: gap.join(many)))
    .map(str.strip)
    .filter(bool)
)
several_lines = st.lists(hostile, min_size=1, max_size=3).map("\n".join)
COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def parsed(block: Block) -> list[Token]:
    """Parse a block as Markdown."""
    return COMMONMARK.parse(to_markdown([block]))


def kinds(tokens: list[Token]) -> list[str]:
    """Name the tokens, those within lines included, texts left out."""
    return [
        token.type
        for outer in tokens
        for token in (outer.children if outer.children is not None else [outer])
        if token.type != "text"
    ]


def texts(tokens: list[Token]) -> list[str]:
    """Give the text of every line."""
    return [
        "".join(child.content for child in token.children)
        for token in tokens
        if token.children is not None
    ]


def on_one_line(text: str) -> str:
    """Put a text on one line, as Markdown does."""
    return text.replace("\n", " ")


class Reader(HTMLParser):
    """Collects the tags and the texts between them; a break is a newline."""

    def __init__(self, source: str) -> None:
        """Read the source."""
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.text = ""
        self.strange: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {name for name, _ in attrs}
        if tag == "br":
            self.text += "\n"
        else:
            self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.strange.append(data)

    def handle_decl(self, decl: str) -> None:
        self.strange.append(decl)

    def handle_pi(self, data: str) -> None:
        self.strange.append(data)


class TestMarkdown:
    """Markdown that shows every character of the data as itself."""

    @given(hostile, st.integers(1, 6))
    def test_a_heading(self, text: str, level: int) -> None:
        tokens = parsed(Heading(text, level))
        assert kinds(tokens) == ["heading_open", "heading_close"]
        assert tokens[0].tag == f"h{level}"
        assert texts(tokens) == [text]

    @given(several_lines)
    @example("- a")
    @example("1. a")
    @example("    a")
    def test_a_paragraph(self, text: str) -> None:
        tokens = parsed(Paragraph(text.strip()))
        assert kinds(tokens) == ["paragraph_open", "paragraph_close"]
        assert texts(tokens) == [on_one_line(text.strip())]

    @given(st.lists(several_lines, min_size=1, max_size=3))
    def test_bullets(self, items: list[str]) -> None:
        tokens = parsed(Bullets(tuple(items)))
        item = [
            "list_item_open",
            "paragraph_open",
            "paragraph_close",
            "list_item_close",
        ]
        assert kinds(tokens) == [
            "bullet_list_open",
            *item * len(items),
            "bullet_list_close",
        ]
        assert texts(tokens) == list(map(on_one_line, items))

    @given(st.lists(several_lines, min_size=3, max_size=3))
    def test_an_outline(self, items: list[str]) -> None:
        one, below, two = items
        tokens = parsed(Outline(((0, one), (1, below), (0, two))))
        nested = [kind for kind in kinds(tokens) if "paragraph" not in kind]
        assert nested == [
            *("bullet_list_open", "list_item_open"),
            *("bullet_list_open", "list_item_open"),
            *("list_item_close", "bullet_list_close"),
            *("list_item_close", "list_item_open"),
            *("list_item_close", "bullet_list_close"),
        ]
        assert texts(tokens) == list(map(on_one_line, items))

    @given(st.lists(st.tuples(hostile, several_lines), min_size=1, max_size=3))
    def test_pairs(self, rows: list[tuple[str, str]]) -> None:
        tokens = parsed(Pairs(tuple(rows)))
        assert kinds(tokens).count("strong_open") == len(rows)
        assert set(kinds(tokens)) == {
            "bullet_list_open",
            "bullet_list_close",
            "list_item_open",
            "list_item_close",
            "paragraph_open",
            "paragraph_close",
            "strong_open",
            "strong_close",
        }
        shown = [line for label, value in rows for line in self.pair(label, value)]
        assert texts(tokens) == shown

    @staticmethod
    def pair(label: str, value: str) -> list[str]:
        lines = [line.strip() for line in value.split("\n") if line.strip()]
        if len(lines) > 1:
            return [f"{label}:", *lines]
        return [f"{label}: {on_one_line(value)}"]

    @given(hostile, st.lists(st.tuples(several_lines, hostile), min_size=1, max_size=3))
    def test_a_table(self, caption: str, rows: list[tuple[str, str]]) -> None:
        head, *body = rows
        table = Table(caption=caption, columns=head, rows=tuple(body))
        tokens = parsed(table)
        cells = [on_one_line(cell) for row in rows for cell in row]
        assert texts(tokens) == [caption, *cells]
        allowed = {"paragraph", "strong", "table", "thead", "tbody", "tr", "th", "td"}
        assert {kind.rpartition("_")[0] for kind in kinds(tokens)} <= allowed
        assert kinds(tokens).count("table_open") == 1
        assert kinds(tokens).count("strong_open") == 1
        assert kinds(tokens).count("tr_open") == len(rows)

    @given(several_lines)
    def test_an_address_is_broken_before_a_linkifier_sees_it(self, text: str) -> None:
        written = to_markdown([Paragraph(text)])
        assert "://" not in written
        assert "www." not in written


HTML: list[tuple[Callable[[str], Block], list[str]]] = [
    (Paragraph, ["p"]),
    (lambda text: Bullets((text,)), ["ul", "li"]),
    (lambda text: Outline(((0, "a"), (1, text))), ["ul", "li"] * 2),
    (lambda text: Pairs((("label", text),)), ["dl", "dt", "dd"]),
    (
        lambda text: Table(caption="c", columns=("a",), rows=((text,),)),
        ["table", "caption", "thead", "tr", "th", "tbody", "tr", "td"],
    ),
    (
        lambda text: Table(caption="c", columns=(text,), rows=()),
        ["table", "caption", "thead", "tr", "th", "tbody"],
    ),
]


class TestHtml:
    """One escape function, and an element whitelist."""

    @given(several_lines, st.sampled_from(HTML))
    def test_gives_the_text_back_and_no_tag_but_ours(
        self, text: str, case: tuple[Callable[[str], Block], list[str]]
    ) -> None:
        make, tags = case
        read = Reader(to_html([make(text)]))
        assert read.tags == tags
        assert not read.strange
        assert read.names <= {"scope", "class"}
        assert text in read.text

    @given(hostile)
    def test_also_where_there_is_one_line(self, text: str) -> None:
        read = Reader(
            to_html(
                [
                    Heading(text),
                    Pairs(((text, "value"),)),
                    Table(caption=text, columns=("a",), rows=()),
                ]
            )
        )
        assert read.tags == [
            "h2",
            *("dl", "dt", "dd"),
            *("table", "caption", "thead", "tr", "th", "tbody"),
        ]
        assert read.text.count(text) >= 3

    @given(hostile)
    def test_the_title_of_a_page(self, text: str) -> None:
        page = to_page(text, [])
        title = page[page.index("<title>") : page.index("</title>") + 8]
        assert Reader(title).text == text
        assert Reader(title).tags == ["title"]


words = st.text("abcdé.-<", min_size=1, max_size=14)
running = st.lists(words, min_size=1, max_size=60).map(" ".join)


def _words(text: str) -> list[str]:
    return sorted(
        word for word in re.split(r"\s+", text) if word and not set(word) <= {"-"}
    )


class TestText:
    """Plain text is at most 100 columns wide where words allow."""

    @given(running)
    def test_running_text_is_wrapped_and_loses_no_word(self, text: str) -> None:
        for block in (
            Heading(text),
            Paragraph(text),
            Bullets((text, text)),
            Pairs((("label", text),)),
        ):
            printed = to_text([block])
            assert max(map(len, printed.splitlines())) <= 100
        assert to_text([Paragraph(text)]).split() == text.split()
        assert to_text([Pairs((("label", text),))]).split() == ["label", *text.split()]

    @given(st.data(), st.integers(1, 6))
    def test_a_table_fits_and_loses_no_word(
        self, data: st.DataObject, columns: int
    ) -> None:
        row = st.tuples(*[running] * columns)
        rows = data.draw(st.lists(row, min_size=1, max_size=3))
        table = Table(caption="Fees", columns=rows[0], rows=tuple(rows[1:]))
        printed = to_text([table])
        assert max(map(len, printed.splitlines())) <= 100
        cells = " ".join(cell for row in rows for cell in row)
        assert _words(printed) == _words(f"Fees {cells}")
