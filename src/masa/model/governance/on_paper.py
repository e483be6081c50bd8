"""A governance graph on paper: for other programs, in words, and as a picture."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Self

import networkx as nx
from attrs import frozen

from masa.ground.blocks import Block
from masa.ground.dot import to_dot
from masa.ground.errors import KindError, RangeError
from masa.ground.logic import Answer
from masa.ground.mermaid import to_mermaid
from masa.ground.shown import Shown
from masa.ground.text import echo
from masa.model.arrangement import Arrangement
from masa.model.governance.drawing import Picture, drawn
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceEdge, GovernanceNode
from masa.model.governance.prefaces import heading_of
from masa.model.governance.telling import blocks_of
from masa.model.governance.ties import Kinds, Ties, Who
from masa.model.governance.views import selected
from masa.model.governance.writing import (
    graphml_of,
    network_of,
    plain_edge,
    plain_node,
    records_of,
)

__all__ = ["GovernanceOnPaper"]


@frozen(kw_only=True, repr=False)
class GovernanceOnPaper(Shown):
    """The nodes and edges of a governance graph, and every way to write them down.

    What they are, and what can be asked of them, is told of `Governance`.
    """

    title: str
    nodes: tuple[GovernanceNode, ...]
    edges: tuple[GovernanceEdge, ...]
    arrangements: tuple[Arrangement, ...]
    on: date | None = None
    given: tuple[tuple[str, bool], ...] = ()

    @cached_property
    def ties(self) -> Ties:
        """The nodes and edges by their keys, and the ways along them."""
        nodes = {node.key: node for node in self.nodes}
        return Ties(self.arrangements, nodes, self.edges)

    @cached_property
    def _inquiry(self) -> Inquiry:
        return Inquiry(self.ties, self.on, dict(self.given), self._so_far)

    @cached_property
    def _answers(self) -> dict[object, object]:
        return {}

    @cached_property
    def _so_far(self) -> str:
        is_cut = any(one.is_truncated is Answer.YES for one in self.arrangements)
        return " in the text held" if is_cut else ""

    def __getitem__(self, name: str) -> GovernanceNode:
        """Give the node that carries a name, or has it as its key.

        Raises:
            KindError: If it is not text.
            UnknownNameError: If no node is called so, or several are.
        """
        return self.ties.nodes[self.ties.one(name)]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and len(self.ties.carriers(name)) == 1

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Give a fresh graph of networkx, to be analysed or changed at will.

        Nodes and edges carry text and whole numbers only, and what is not stated is
        left out, so that every writer of networkx takes them. (That of Pajek files
        writes text alone, and warns of each number that it leaves out.)
        """
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=heading_of(self))
        graph.add_nodes_from((node.key, plain_node(node)) for node in self.nodes)
        edges = ((edge.source, edge.target, plain_edge(edge)) for edge in self.edges)
        graph.add_edges_from(edges)
        return graph

    def to_mermaid(self, *, around: Who | None = None, kinds: Kinds = None) -> str:
        """Write it as a flowchart of Mermaid: whoever does something to another.

        Args:
            around: Only this node, its neighbours and the edges between any of these.
            kinds: Only these kinds of edges, as `Verb` or in words.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        return to_mermaid(network_of(selected(self, around=around, kinds=kinds)))

    def to_dot(self, *, around: Who | None = None, kinds: Kinds = None) -> str:
        """Write it in the DOT language of Graphviz; what is left out, as there.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        return to_dot(network_of(selected(self, around=around, kinds=kinds)))

    def to_graphml(self, *, around: Who | None = None, kinds: Kinds = None) -> str:
        """Write it as GraphML, with all that `to_networkx` gives of it.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        return graphml_of(selected(self, around=around, kinds=kinds))

    def to_text(self, *, around: Who | None = None, kinds: Kinds = None) -> str:
        """Tell it in words that need no picture, at most 100 columns wide.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind of edge, or a part is of a wrong type.
        """
        return Shown.to_text(selected(self, around=around, kinds=kinds))

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each edge."""
        return records_of(self)

    def _blocks(self) -> Sequence[Block]:
        return blocks_of(self)

    def to_svg(
        self,
        *,
        around: Who | None = None,
        kinds: Kinds = None,
        compared_with: Self | None = None,
        landscape: bool = False,
    ) -> str:
        """Draw it, as one SVG picture that needs nothing else.

        The picture of the whole shows everybody, but not who is only described and has
        no line there. Where more than 60 lines would run, it has those that reach a
        group of the arrangement, its work or the whole, and says below what is left
        out.

        Args:
            around: Only what touches this node, by name; a body with its posts and
                parts.
            kinds: Only these kinds of edges, and whom they join.
            compared_with: What came after it: what is new and what is gone is marked.
            landscape: Whether it has the proportions of a sheet of A4 on its side.

        Raises:
            UnknownNameError: If no node is called so, or several are.
            KindError: If there is no such kind, or a part is of the wrong type.
            RangeError: If there is more to draw than one picture holds.
        """
        title, own = heading_of(self), self._inquiry
        picture = Picture(title=title, ties=self.ties, inquiries=(own,))
        if compared_with is not None:
            later = self._other(compared_with)
            title = heading_of(self, later)
            picture = Picture.of_both(title, own, later._inquiry)  # noqa: SLF001 (one of us)
        return drawn(picture, around=around, kinds=kinds, landscape=landscape)

    def _repr_svg_(self) -> str | None:
        try:
            return self.to_svg()
        except RangeError:  # a notebook then shows the words
            return None

    def _repr_html_(self) -> str:
        return self._repr_svg_() or self.to_html()

    def _other(self, given: object) -> Self:
        if isinstance(given, type(self)):
            return given
        remedy = "make one with `masa.governance`"
        raise KindError(f"{echo(given)} is no governance", remedy=remedy)

    def __str__(self) -> str:
        size = f"{len(self.nodes):,} nodes, {len(self.edges):,} edges"
        return f"{heading_of(self)}: {size}"

    def __repr__(self) -> str:
        return f"<Governance of {self}>"
