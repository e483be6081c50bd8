"""Blocks as text, Markdown and HTML: the only place where anything is escaped."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from textwrap import wrap

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

__all__ = ["to_html", "to_markdown", "to_page", "to_text"]

WIDTH = 100
CELL = 44
_MARKED = re.compile(r"[\\`*_{}\[\]<>|#&~$]|(?<=:)(?=//)|(?<=www)(?=\.)")
_LEADING = re.compile(r"^(\d*)([-+=.)!:])")
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem;
  padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { border-bottom: 1px solid; margin-top: 2.5rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { font-weight: 600; padding: .3rem 0; text-align: left; }
th, td { border-bottom: 1px solid #8888; padding: .3rem .6rem; text-align: left;
  vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
dt { font-weight: 600; }
figure { margin: 1rem 0; }
figure svg { height: auto; max-width: 100%; }
dd { margin: 0 0 .5rem 1.5rem; }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; }
  h2, h3, caption { break-after: avoid; }
  tr, li, dd { break-inside: avoid; }
}
"""


def to_page(title: str, blocks: Sequence[Block]) -> str:
    """Make one HTML page that needs nothing but itself."""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{to_html(blocks)}</main>\n</body>\n</html>\n"
    )


def to_html(blocks: Iterable[Block]) -> str:
    """Make a fragment of HTML."""
    return "".join(_html(block) for block in blocks)


def _html(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level}>{escape(text)}</h{level}>\n"
        case Paragraph(text):
            return _html_words(text)
        case Bullets(items):
            rows = "".join(f"<li>{_html_lines(item)}</li>\n" for item in items)
            return f"<ul>\n{rows}</ul>\n"
        case Outline(lines):
            return _html_outline(lines)
        case Pairs(rows):
            pairs = "".join(
                f"<dt>{escape(label)}</dt><dd>{_html_lines(value)}</dd>\n"
                for label, value in rows
            )
            return f"<dl>\n{pairs}</dl>\n"
    return _html_table(block) if isinstance(block, Table) else _figure(block)


def _figure(picture: Picture) -> str:
    drawn = picture.of._repr_svg_()
    return f"<figure>\n{drawn}</figure>\n" if drawn else _html_words(picture.words)


def _html_words(text: str) -> str:
    return f"<p>{_html_lines(text)}</p>\n"


def _html_outline(lines: Iterable[tuple[int, str]]) -> str:
    out, before = "", -1
    for depth, line in lines:
        closed = "</li>\n" + "</ul>\n</li>\n" * (before - depth)
        out += "\n<ul>\n" if depth > before else closed
        out += f"<li>{_html_lines(line)}"
        before = depth
    return out.lstrip() + "</li>\n</ul>\n" * (before + 1)


def _html_table(table: Table) -> str:
    def cells(row: tuple[str, ...], tag: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        return "".join(
            f"<{tag}{scope}{_number_class(place in table.numbers)}>"
            f"{_html_lines(cell)}</{tag}>"
            for place, cell in enumerate(row)
        )

    rows = "".join(f"<tr>{cells(row, 'td')}</tr>\n" for row in table.rows)
    return (
        f"<table>\n<caption>{escape(table.caption)}</caption>\n"
        f"<thead><tr>{cells(table.columns, 'th')}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _number_class(is_number: bool) -> str:  # noqa: FBT001 (private, one caller)
    return ' class="number"' if is_number else ""


def _html_lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def to_markdown(blocks: Iterable[Block]) -> str:
    """Make Markdown that shows every character of the data as itself."""
    return "\n".join(_markdown(block) for block in blocks)


def _markdown(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_md(text)}\n"
        case Paragraph(text=words) | Picture(words=words):
            return f"{_md_start(words)}\n"
        case Bullets(items):
            return "".join(f"- {_md_start(item)}\n" for item in items)
        case Outline(lines):
            return "".join(f"{'  ' * n}- {_md_start(line)}\n" for n, line in lines)
        case Pairs(rows):
            return "".join(_markdown_pair(label, value) for label, value in rows)
    return _markdown_table(block)


def _markdown_pair(label: str, value: str) -> str:
    """Put a value of several lines below its label, a line each."""
    lines = [line.strip() for line in value.split("\n") if line.strip()]
    if len(lines) < 2:  # noqa: PLR2004 (one line needs no list)
        return f"- **{_md(label)}**: {_md(value)}\n"
    below = "".join(f"  - {_md_start(line)}\n" for line in lines)
    return f"- **{_md(label)}**:\n{below}"


def _markdown_table(table: Table) -> str:
    rule = [
        "---:" if n in table.numbers else "---" for n, _ in enumerate(table.columns)
    ]
    lines = [map(_md, table.columns), rule, *(map(_md, row) for row in table.rows)]
    body = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return f"**{_md(table.caption)}**\n\n{body}"


def _md(text: str) -> str:
    return _MARKED.sub(lambda found: "\\" + found.group(), " ".join(text.split("\n")))


def _md_start(text: str) -> str:
    return _LEADING.sub(r"\1\\\2", _md(text))


def to_text(blocks: Iterable[Block]) -> str:
    """Make plain text, at most 100 columns wide where words allow."""
    return "\n".join(_text(block) for block in blocks)


def _text(block: Block) -> str:
    match block:
        case Heading(text, level):
            rule = "=" if level == 1 else "-"
            return f"{_wrapped(text)}{rule * min(len(text), WIDTH)}\n"
        case Paragraph(text=words) | Picture(words=words):
            return _wrapped(words)
        case Bullets(items):
            return "".join(_wrapped(item, first="- ", later="  ") for item in items)
        case Outline(lines):
            return "".join(
                _wrapped(line, first=f"{'  ' * n}- ", later="  " * (n + 1))
                for n, line in lines
            )
        case Pairs(rows):
            widest = max((len(label) for label, _ in rows), default=0)
            return "".join(
                _wrapped(value, first=f"{label:<{widest}}  ", later=" " * (widest + 2))
                for label, value in rows
            )
    return _text_table(block)


def _wrapped(text: str, *, first: str = "", later: str = "") -> str:
    out: list[str] = []
    for line in text.split("\n"):
        start = later if out else first
        out += wrap(
            line,
            WIDTH,
            initial_indent=start,
            subsequent_indent=later,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [start.rstrip()]
    return "\n".join(out) + "\n"


def _text_table(table: Table) -> str:
    columns = list(zip(table.columns, *table.rows, strict=True))
    widths = _widths(columns)
    rule = "  ".join("-" * width for width in widths)
    lines = [*_text_row(table.columns, widths, table), rule]
    for row in table.rows:
        lines += _text_row(row, widths, table)
    body = "".join(f"{line.rstrip()}\n" for line in lines)
    return f"{_wrapped(table.caption)}\n{body}"


def _widths(columns: Iterable[tuple[str, ...]]) -> list[int]:
    """Narrow the widest columns until the table fits, but none below its words."""
    widths, least = [], []
    for column in columns:
        widths.append(min(max((1, *map(len, column))), CELL))
        words = " ".join(column).split()
        least.append(min(max((1, *map(len, words))), CELL))
    while sum(widths) + 2 * (len(widths) - 1) > WIDTH and widths != least:
        wider = [place for place, width in enumerate(widths) if width > least[place]]
        widths[max(wider, key=widths.__getitem__)] -= 1
    return widths


def _text_row(row: tuple[str, ...], widths: list[int], table: Table) -> list[str]:
    cells = [
        wrap(cell, width, break_on_hyphens=False) or [""]
        for cell, width in zip(row, widths, strict=True)
    ]
    tallest = max(len(cell) for cell in cells)
    return [
        "  ".join(
            f"{part:>{width}}" if place in table.numbers else f"{part:<{width}}"
            for place, (part, width) in enumerate(
                (cell[height] if height < len(cell) else "", width)
                for cell, width in zip(cells, widths, strict=True)
            )
        )
        for height in range(tallest)
    ]
