"""A part of a governance graph to be looked at: around one node, or of some kinds."""

from datetime import date
from typing import Protocol, TypeVar

import networkx as nx
from attrs import AttrsInstance, evolve

from masa.model.arrangement import Arrangement
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode
from masa.model.governance.ties import Kinds, Ties, Who, verbs_of
from masa.model.relations import Verb

__all__ = ["Graph", "names_in", "selected"]


class Graph(AttrsInstance, Protocol):
    """What a governance graph hands over to whatever writes or draws it."""

    @property
    def title(self) -> str:
        """What it is the governance of."""

    @property
    def nodes(self) -> tuple[GovernanceNode, ...]:
        """The nodes to be shown."""

    @property
    def edges(self) -> tuple[GovernanceEdge, ...]:
        """The edges between them."""

    @property
    def arrangements(self) -> tuple[Arrangement, ...]:
        """The arrangements that they were taken from."""

    @property
    def on(self) -> date | None:
        """The day, if it is of one."""

    @property
    def given(self) -> tuple[tuple[str, bool], ...]:
        """The conditions given as met or not."""

    @property
    def ties(self) -> Ties:
        """The nodes and edges by their keys."""

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Give a fresh graph of networkx."""


G = TypeVar("G", bound=Graph)


def selected(graph: G, *, around: Who | None = None, kinds: Kinds = None) -> G:
    """Leave of a graph only what is asked for; its title says what that is.

    Args:
        graph: The graph.
        around: A node: only it, its neighbours, and the edges between any of these.
        kinds: Only edges of these kinds, and the nodes that have one.

    Raises:
        UnknownNameError: If no node is called so, or several are.
        KindError: If there is no such kind of edge, or a part is of a wrong type.
    """
    verbs, centre = verbs_of(kinds), None if around is None else graph.ties.one(around)
    if verbs is None and centre is None:
        return graph
    edges = [edge for edge in graph.edges if verbs is None or edge.verb in verbs]
    shown = {end for edge in edges for end in (edge.source, edge.target)}
    said = []
    if centre is not None:
        near = [edge for edge in edges if centre in (edge.source, edge.target)]
        shown = {centre}.union(*((edge.source, edge.target) for edge in near))
        said.append(f"around {graph.ties.nodes[centre]}")
    if verbs is not None:
        words = ", ".join(verb.value for verb in Verb if verb in verbs)
        said.append(f"only: {words or 'nothing'}")
    return evolve(  # type: ignore[misc] # every graph is of attrs, whatever its class
        graph,
        title=f"{graph.title} ({'; '.join(said)})",
        nodes=tuple(node for node in graph.nodes if node.key in shown),
        edges=tuple(e for e in edges if e.source in shown and e.target in shown),
    )


def names_in(graph: Graph) -> dict[str, str]:
    """Give what each node is printed as, by its key."""
    return {node.key: graph.ties.label(node.key) for node in graph.nodes}
