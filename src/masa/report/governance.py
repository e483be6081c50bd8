"""Who answers to whom, and by which way each is heard at the top."""

from collections.abc import Iterator

from masa.ground.blocks import Block, Bullets, Heading, Paragraph, Picture, Table
from masa.ground.text import few
from masa.model.arrangement import Arrangement
from masa.model.governance.building import governance
from masa.model.governance.graph import Governance
from masa.model.governance.nodes import GovernanceNode, NodeKind

__all__ = ["answering"]

POINTS_MOST = 5
IN_WORDS = "The picture of it stands in the page in HTML, and `masa draw` makes it."
_AGENCIES = (NodeKind.AGENCY, NodeKind.DESCRIBED_SET)
_HEARD = (NodeKind.GROUP, NodeKind.FUNCTION, NodeKind.DESCRIBED_SET)


def answering(arrangement: Arrangement) -> Iterator[Block]:
    """Lay out the top, the shortest way of each to it, and what hangs on one alone."""
    graph = governance(arrangement)
    heard = [(called, graph.routes(node)) for called, node in _asked(graph)]
    rows = tuple(
        (called, f"{len(routes)}{' or more' if routes.is_cut else ''}", str(shortest))
        for called, routes in heard
        if (shortest := routes.shortest) is not None
    )
    silent = [called for called, routes in heard if not len(routes)]
    yield Heading("Who answers to whom")
    yield Paragraph(f"At the top: {few(graph.top)}. {graph.unconnected()}")
    yield Picture(of=graph, words=IN_WORDS)
    if len(graph.circles()):
        yield Paragraph(str(graph.circles()))
    if rows:
        columns = ("who", "routes stated", "the shortest")
        caption = "How each is heard at the top"
        yield Table(caption=caption, columns=columns, rows=rows, numbers=frozenset({1}))
    if silent:
        names = "; ".join(silent)
        yield Paragraph(f"A route to it is {arrangement.silence} for these: {names}.")
    points = graph.single_points(most=POINTS_MOST)
    if len(points):
        yield Paragraph("What hangs on one alone:")
        yield Bullets(tuple(map(str, points)))


def _asked(graph: Governance) -> Iterator[tuple[str, GovernanceNode]]:
    """Yield one agency of each heading, and whatever else may have to be heard."""
    headings: set[str] = set()
    for node in graph.nodes:
        if node.kind in _AGENCIES and node.category:
            if node.category not in headings:
                headings.add(node.category)
                yield node.category, node
        elif _is_to_be_heard(node) and node.key not in graph.ties.top:
            yield node.called, node


def _is_to_be_heard(node: GovernanceNode) -> bool:
    is_own = node.is_declared and not node.is_outside
    return node.kind in _HEARD and is_own and not node.category
