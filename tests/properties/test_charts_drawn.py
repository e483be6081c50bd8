"""A chart is drawn without fault, whatever stands in it and whatever it joins."""

from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from chart_geometry import faults, seen
from masa.ground.chart_painting import painted
from masa.ground.charts import (
    Band,
    Box,
    Card,
    Chart,
    Head,
    Kind,
    Link,
    Outline,
    Pill,
    Sign,
)

MOST = 80
KINDS = (
    Kind(words="reports to"),
    Kind(words="oversees", width=2.5),
    Kind(words="is a member of", head=Head.RING, width=1),
    Kind(words="chairs", head=Head.DISC),
    Kind(words="informs", head=Head.LINES, dashes="4 3"),
    Kind(words="scrutinises", head=Head.OPEN, dashes="8 4"),
    Kind(words="liaises with", head=Head.NONE, dashes="2 4"),
)
SIGNS = (Sign(mark="?", words="proposed", dashes="1 4"), Sign(mark="+", words="new"))
WORDS = ("Board", "Learning", "and", "Panel", "漢字漢字", "<b>&", "Wimm" * 9, "🏠", "")


class Maker:
    """Makes charts from a seed, so that a large one is as likely as a small one."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 (nothing is kept secret)

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(0, 9)))

    def blocks(self, count: int) -> Iterator[Card | Box]:
        """Make cards and boxes, with so many things in them altogether."""
        keys = iter(range(count))
        for key in keys:
            more = tuple(self.words() for _ in range(self.random.randint(0, 5)))
            look = self.random.choice(list(Outline))
            if self.random.random() < 0.5:
                yield Card(
                    key=f"{key}",
                    title=self.words(),
                    lines=more[1:],
                    marks=more[:1],
                    outline=look,
                )
                continue
            named = zip(more, keys, strict=False)
            pills = tuple(Pill(key=f"{n}", title=title) for title, n in named)
            yield Box(key=f"{key}", title=self.words(), pills=pills, outline=look)

    def chart(self, count: int, lines: int) -> Chart:
        waiting = tuple(self.blocks(count))
        bands = []
        while waiting:
            size = self.random.randint(0, 9)
            bands.append(Band(label=self.words(), blocks=waiting[:size]))
            waiting = waiting[size:]
        return Chart(
            title=self.words(),
            bands=tuple(bands),
            links=tuple(self.link(count) for _ in range(lines if count else 0)),
            notes=(self.words(),),
        )

    def link(self, count: int) -> Link:
        return Link(
            source=f"{self.random.randrange(count)}",
            target=f"{self.random.randrange(count)}",
            kind=self.random.choice(KINDS),
            sign=self.random.choice([None, None, *SIGNS]),
        )


charts = st.builds(
    lambda seed, count, lines: Maker(seed).chart(count, lines),
    st.integers(0, 2**32),
    st.integers(0, MOST),
    st.integers(0, MOST),
)


class TestCharts:
    """No overlap, no line through what is not its own, no text outside its frame."""

    @settings(max_examples=200)
    @given(charts, st.sampled_from([480, 1600, 2400, None]))
    def test_nothing_is_wrong_with_it(self, chart: Chart, width: int | None) -> None:
        if width is None:
            picture = painted(chart, landscape=True)
        else:
            picture = painted(chart, width=width)
        assert faults(picture) == []
        drawing, names = seen(picture), chart.titles
        assert sorted(thing.title for thing in drawing.things) == sorted(names.values())
        assert [drawing.ends(line) for line in drawing.lines] == [
            (names[link.source], names[link.target]) for link in chart.links
        ]

    @given(charts)
    def test_equal_charts_give_equal_bytes(self, chart: Chart) -> None:
        assert painted(chart) == painted(chart)
