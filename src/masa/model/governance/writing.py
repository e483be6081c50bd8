"""A governance graph for other programs, and in words for whoever has no picture."""

import networkx as nx

from masa.ground.networks import Arrow, Box, BoxShape, Network, Stroke
from masa.ground.shown import plain
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode, NodeKind
from masa.model.governance.prefaces import heading_of
from masa.model.governance.views import Graph, names_in
from masa.model.relations import Direction

__all__ = ["graphml_of", "network_of", "plain_edge", "plain_node", "records_of"]

SAID_MOST = 40  # what is longer is for reading, not for a label
_SHAPES = {
    NodeKind.PARTNERSHIP: BoxShape.DOUBLE,
    NodeKind.COLLECTIVE: BoxShape.HEXAGON,
    NodeKind.BODY: BoxShape.ROUNDED,
    NodeKind.POST: BoxShape.PILL,
    NodeKind.GROUP: BoxShape.PLAIN,
    NodeKind.AGENCY: BoxShape.ROUNDED,
    NodeKind.DESCRIBED_SET: BoxShape.HEXAGON,
    NodeKind.OUTSIDE_BODY: BoxShape.ROUNDED,
    NodeKind.FUNCTION: BoxShape.SLANTED,
    NodeKind.AREA: BoxShape.FLAG,
    NodeKind.DOCUMENT: BoxShape.FLAG,
}


def network_of(graph: Graph) -> Network:
    """Make boxes and arrows of every node that has an edge; of all if none has.

    What is said several times in one way is one arrow.
    """
    joined = {end for edge in graph.edges for end in (edge.source, edge.target)}
    shown = [node for node in graph.nodes if node.key in joined] or graph.nodes
    return Network(
        title=heading_of(graph),
        boxes=tuple(map(_box, sorted(shown, key=_height))),
        arrows=tuple(dict.fromkeys(map(_arrow, graph.edges))),
    )


def _height(node: GovernanceNode) -> float:
    return float("inf") if node.stated_tier is None else node.stated_tier


def _box(node: GovernanceNode) -> Box:
    note = [node.kind.value]
    if node.tier is not None:
        note.append(f"tier {node.tier}")
    if node.proposed_tier is not None:
        note.append(f"tier {node.proposed_tier} proposed")
    if node.is_outside:
        note.append("outside the arrangement")
    if not node.standing.is_settled:
        note.append(node.standing.value)
    return Box(
        key=node.key,
        name=node.called,
        note=", ".join(note),
        shape=_SHAPES[node.kind],
        is_dashed=not node.standing.is_settled,
        rank=node.stated_tier,
    )


def _arrow(edge: GovernanceEdge) -> Arrow:
    stroke = Stroke.HEAVY if edge.verb.is_line else Stroke.PLAIN
    said = edge.says if edge.says and len(edge.says) <= SAID_MOST else ""
    standing = "" if edge.standing.is_settled else edge.standing.value
    return Arrow(
        source=edge.source,
        target=edge.target,
        words=edge.verb.value,
        back=edge.verb.seen_back,
        note="; ".join(filter(None, (said, standing, edge.condition))),
        stroke=stroke if edge.is_settled else Stroke.DASHED,
        rises=edge.verb.direction is Direction.UP,
    )


def graphml_of(graph: Graph) -> str:
    """Write a graph as GraphML, each edge under a number of its own."""
    whole = graph.to_networkx()
    numbered: nx.MultiDiGraph[str] = nx.MultiDiGraph(**whole.graph)
    numbered.add_nodes_from(whole.nodes(data=True))
    for number, (source, target, values) in enumerate(whole.edges(data=True), start=1):
        numbered.add_edge(source, target, key=number, **values)
    return "\n".join(nx.generate_graphml(numbered)) + "\n"


def records_of(graph: Graph) -> list[dict[str, str]]:
    """Give one row for each edge."""
    names = names_in(graph)
    return [
        {
            "from": names[edge.source],
            "kind": edge.verb.value,
            "to": names[edge.target],
            "says": edge.says or "",
            "standing": edge.standing.value,
            "condition": edge.condition or "",
            "independent": " / ".join(map(plain, edge.independence.values)),
            "place": edge.place,
        }
        for edge in graph.edges
    ]


def plain_node(node: GovernanceNode) -> dict[str, str | int]:
    """Give what a graph of networkx carries of a node."""
    held: dict[str, str | int] = {
        "name": node.name,
        "kind": node.kind.value,
        "standing": node.standing.value,
    }
    if node.arrangement:
        held["arrangement"] = node.arrangement
    if node.category:
        held["category"] = node.category
    if node.tier is not None:
        held["tier"] = node.tier
    if node.proposed_tier is not None:
        held["proposed_tier"] = node.proposed_tier
    if node.is_outside:
        held["outside"] = "yes"
    if node.at is not None:
        held["place"] = str(node.at)
    return held


def plain_edge(edge: GovernanceEdge) -> dict[str, str | int]:
    """Give what a graph of networkx carries of an edge."""
    held: dict[str, str | int] = {
        "kind": edge.verb.value,
        "standing": edge.standing.value,
    }
    if edge.condition is not None:
        held["condition"] = edge.condition
    if edge.says is not None:
        held["says"] = edge.says
    if edge.independence.values:
        held["independent"] = " / ".join(map(plain, edge.independence.values))
    if edge.at is not None:
        held["place"] = str(edge.at)
    if edge.arrangement:
        held["arrangement"] = edge.arrangement
    held.update(edge.details)
    return held
