"""The governance graph of any arrangement is drawn without fault.

The checks see the picture alone: no box over another, no line through what is not its
own, no text outside its frame, everything in the key.
"""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import masa
from chart_geometry import faults, seen
from masa.strategies import arrangements

MOST = 80


def made(seed: int, count: int) -> masa.Governance:
    """Make the graph of so many groups, bodies and posts, tied at random."""
    random = Random(seed)  # noqa: S311 (nothing is kept secret)
    names = [
        f"{random.choice(('Board', 'Safeguarding lead', '<b>', '漢字'))} {n}"
        for n in range(count)
    ]
    groups, bodies, posts = [], [], []
    for name in names:
        other = random.choice(names)
        kind = random.randrange(4)
        if kind == 0:
            posts.append(masa.Post(name=name, body=random.choice((None, other))))
        elif kind == 1:
            inside = masa.stated(other) if random.random() < 0.3 else masa.Stated(())
            bodies.append(masa.Body(name=name, part_of=inside))
        else:
            tier = random.randrange(4)
            groups.append(
                masa.Group(
                    name=name,
                    tier=masa.stated(tier) if tier else masa.Stated(()),
                    members=(masa.Seat(holder=other),) * random.randrange(2),
                )
            )
    relations = [
        masa.Relation(
            source=random.choice(names),
            verb=random.choice(list(masa.Verb)),
            target=random.choice(names),
            condition=random.choice((None, None, "if agreed")),
        )
        for _ in range(random.randint(0, count))
    ]
    return masa.governance(
        masa.Arrangement(
            id="made",
            title="An arrangement that was made up",
            groups=tuple(groups),
            bodies=tuple(bodies),
            posts=tuple(posts),
            relations=tuple(relations),
        )
    )


graphs = st.builds(made, st.integers(0, 2**32), st.integers(0, MOST))


class TestDrawings:
    """No overlap, no edge through a foreign box, all labels inside their boxes."""

    @settings(max_examples=200)
    @given(graphs)
    def test_a_whole_is_without_fault(self, graph: masa.Governance) -> None:
        picture = graph.to_svg()
        assert faults(picture) == []
        titles = [thing.title for thing in seen(picture).things]
        declared = [node for node in graph.nodes if node.is_declared]
        for node in declared:
            if node.kind is not masa.NodeKind.COLLECTIVE:
                assert any(title.startswith(node.name) for title in titles)

    @given(graphs, st.data())
    def test_what_is_around_a_node_is_without_fault(
        self, graph: masa.Governance, data: st.DataObject
    ) -> None:
        node = data.draw(st.sampled_from(graph.nodes))
        assert faults(graph.to_svg(around=node.key)) == []

    @settings(max_examples=40)
    @given(graphs, graphs)
    def test_a_comparison_is_without_fault(
        self, before: masa.Governance, after: masa.Governance
    ) -> None:
        assert faults(before.to_svg(compared_with=after)) == []

    @given(arrangements())
    def test_any_arrangement_can_be_drawn(self, arrangement: masa.Arrangement) -> None:
        assert faults(masa.governance(arrangement).to_svg()) == []
