"""Which posts and bodies are in many places: seats, chairs, lines, scrutiny, money."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from masa.ground.blocks import Block, Paragraph, Table
from masa.ground.durations import whole
from masa.ground.errors import RangeError
from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.text import echo, few, listed
from masa.model.arrangement import COLLECTIVES
from masa.model.governance.inquiry import Inquiry
from masa.model.governance.nodes import GovernanceEdge, NodeKind
from masa.model.governance.prefaces import prefaced
from masa.model.governance.rows import row_called
from masa.model.governance.seating import placed
from masa.model.relations import DOWNWARDS, UPWARDS, Verb

__all__ = ["Concentration", "Presence", "concentration_of"]

SHOWN_MOST = 1000


@frozen(kw_only=True, slots=False)  # made by the hundred
class Presence(Shown):
    """Where a body with its posts, or a post, is in the governance, and as what.

    Args:
        name: The body, the post, or the posts that one person holds.
        with_posts: The posts of the body by which it is there.
        seats: The groups on which it sits.
        invited: The groups to which it is invited.
        chairs: What it chairs, alone, in turn or with others, or as vice chair.
        lines: Who reports to it, or is overseen or managed by it.
        scrutinises: What it scrutinises, evaluates or monitors.
        funds: What it funds.
        partner_in: Of several arrangements, the ids of those whose partner it is.
        agency_in: Of several, the ids of those whose relevant agency it is.
        arrangements: The ids of the arrangements in whose governance it is.
        also: Its other names.
        at: Where that is printed.
    """

    name: str
    with_posts: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    scrutinises: tuple[str, ...] = ()
    funds: tuple[str, ...] = ()
    partner_in: tuple[str, ...] = ()
    agency_in: tuple[str, ...] = ()
    arrangements: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    at: tuple[Source, ...] = ()

    @property
    def places(self) -> int:
        """In how many places it is, each of them once for each role."""
        return sum(len(places) for _, places in self.roles)

    @property
    def roles(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What it is there, in words, and where; only the roles that it has."""
        every = (
            ("sits on", self.seats),
            ("is invited to", self.invited),
            ("chairs", self.chairs),
            ("has answering to it", self.lines),
            ("scrutinises", self.scrutinises),
            ("funds", self.funds),
            ("is a partner in", self.partner_in),
            ("is an agency in", self.agency_in),
        )
        return tuple(role for role in every if role[1])

    def __str__(self) -> str:
        roles = listed(f"{words} {listed(places)}" for words, places in self.roles)
        posts = f", with {listed(self.with_posts)}," if self.with_posts else ""
        places = f" ({listed(map(str, self.at))})" if self.at else ""
        return f"{self.name}{posts} {roles}{places}"


@frozen(kw_only=True)
class Concentration(Shown):
    """The posts and bodies that are in most places, those in most first.

    Places are counted and not weighed: to chair a forum and to be invited to one are
    a place each. Of several arrangements, to be a partner or an agency in one is a
    place too.

    Args:
        title: Of which governance.
        bodies: The bodies, each with its posts.
        posts: The posts; those that one person holds are taken together.
        of_bodies: How many bodies have a place at all.
        of_posts: How many posts have.
        in_most: Who has as many places as anybody: bodies, and posts that are in none
            of these; if that is not given, those of the rows above.
        so_far: What is said of silence, if the text of the document breaks off.
        under: Under what it holds: a day, what is given, the kinds of edges.
    """

    title: str
    bodies: tuple[Presence, ...] = ()
    posts: tuple[Presence, ...] = ()
    of_bodies: int = 0
    of_posts: int = 0
    in_most: tuple[str, ...] = ()
    so_far: str = ""
    under: str = ""

    def __iter__(self) -> Iterator[Presence]:
        return iter((*self.bodies, *self.posts))

    def __len__(self) -> int:
        return len((*self.bodies, *self.posts))

    def __getitem__(self, name: str) -> Presence:
        """Give the row of a body, or else of a post, by any of its names.

        Raises:
            KindError: If the name is not text.
            UnknownNameError: If there is none, or several have it as another name.
        """
        is_cut = len(self.bodies) < self.of_bodies or len(self.posts) < self.of_posts
        remedy = "ask for more rows, with a larger `most`" * is_cut
        return row_called(
            name,
            (*self.bodies, *self.posts),
            lambda one: (one.name, *one.also),
            remedy or "look at `bodies` and `posts`",
        )

    @property
    def at(self) -> tuple[Source, ...]:
        """The places where it is printed, each once."""
        return placed(at for one in (*self.bodies, *self.posts) for at in one.at)

    def to_records(self) -> list[dict[str, str]]:
        """Give one row for each place of each body and post."""
        kinds = [("body", one) for one in self.bodies]
        kinds += [("post", one) for one in self.posts]
        return [
            {"kind": kind, "name": one.name, "role": words, "place": place}
            for kind, one in kinds
            for words, places in one.roles
            for place in places
        ]

    def _blocks(self) -> Sequence[Block]:
        tables = [
            Table(
                caption=caption,
                columns=(*_COLUMNS, *(_AREAS if self._is_of_several else ())),
                rows=tuple((*_row(r), *self._areas(r)) for r in rows),
                numbers=frozenset(range(1, len(_COLUMNS) + len(_AREAS))),
            )
            for caption, rows in (
                ("Bodies, with their posts", self.bodies),
                ("Posts", self.posts),
            )
            if rows
        ]
        return (Paragraph(f"{self}"), *tables)

    @property
    def _is_of_several(self) -> bool:
        return any(one.partner_in or one.agency_in for one in self.bodies)

    def _areas(self, one: Presence) -> tuple[str, ...]:
        numbers = len(one.partner_in), len(one.agency_in)
        return tuple(map(str, numbers)) if self._is_of_several else ()

    def __str__(self) -> str:
        return prefaced(self.under, self._said())

    def _said(self) -> str:
        rows = (*self.bodies, *self.posts)
        if not rows:
            return f"Nobody has a place in {self.title} that is stated{self.so_far}."
        most = max(one.places for one in rows)
        first = self.in_most or [one.name for one in rows if one.places == most]
        have = "has" if len(first) == 1 else "have"
        many = f"{most} place{'' if most == 1 else 's'}"
        return (
            f"Of {_many(self.of_bodies, 'body', 'bodies')} and "
            f"{_many(self.of_posts, 'post', 'posts')} with a place in {self.title}, "
            f"{few(first)} {have} most: {many}.{self._widest()}"
        )

    def _widest(self) -> str:
        """Say who of these is a partner in most of several arrangements."""
        many = max((len(one.partner_in) for one in self.bodies), default=0)
        if many < 2:  # noqa: PLR2004 (one is not many)
            return ""
        equal = [one.name for one in self.bodies if len(one.partner_in) == many]
        partner = "is a partner" if len(equal) == 1 else "are partners"
        return f" {few(equal)} {partner} in {many} arrangements."


def _many(number: int, one: str, several: str) -> str:
    return f"{number or 'no'} {one if number == 1 else several}"


_COLUMNS = (
    *("who", "places", "seats", "invited", "chairs", "lines", "scrutiny", "funds"),
    "arrangements",
)
_AREAS = ("partner in", "agency in")


def _row(one: Presence) -> tuple[str, ...]:
    numbers = (
        one.places,
        *map(len, (one.seats, one.invited, one.chairs, one.lines)),
        *map(len, (one.scrutinises, one.funds, one.arrangements)),
    )
    return one.name, *map(str, numbers)


# ------------------------------------------------------------------ from the graph


Hit = tuple[tuple[str, str], str, GovernanceEdge]  # as what, where, by whom, by what
Rows = dict[str, list[Hit]]
_ROLES = {
    Verb.MEMBER_OF: "seats",
    Verb.INVITED_TO: "invited",
    Verb.CHAIRS: "chairs",
    Verb.VICE_CHAIRS: "chairs",
    Verb.SCRUTINISES: "scrutinises",
    Verb.EVALUATES: "scrutinises",
    Verb.MONITORS: "scrutinises",
    Verb.FUNDS: "funds",
} | dict.fromkeys((*UPWARDS, *DOWNWARDS), "lines")
_UP = frozenset(UPWARDS)
_POST, _ONE_OF = NodeKind.POST, Verb.ONE_OF  # Enum is slow to find them by name
_AREA_ROLES = dict(zip(COLLECTIVES, ("partner_in", "agency_in"), strict=True))
_OF_AREAS = frozenset(_AREA_ROLES.values())


def concentration_of(inquiry: Inquiry, title: str, most: int) -> Concentration:
    """Count in how many places each body and each post is."""
    if not 1 <= whole(most) <= SHOWN_MOST:
        raise RangeError(
            f"{echo(most)} rows cannot be shown", remedy=f"give 1 to {SHOWN_MOST:,}"
        )
    bodies, posts = _found(inquiry)
    of_bodies, of_posts = _many_places(bodies), _many_places(posts)
    return Concentration(
        title=title,
        bodies=_ranked(inquiry, bodies, of_bodies, most),
        posts=_ranked(inquiry, posts, of_posts, most),
        of_bodies=len(bodies),
        of_posts=len(posts),
        in_most=inquiry.labels(_in_most(inquiry, of_bodies, of_posts)),
        so_far=inquiry.so_far,
    )


def _found(inquiry: Inquiry) -> tuple[Rows, Rows]:
    """Find every place, for each body with its posts, and for each post."""
    bodies: Rows = defaultdict(list)
    posts: Rows = defaultdict(list)
    persons, nodes = inquiry.persons, inquiry.ties.nodes
    is_of_several = len(inquiry.ties.arrangements) > 1
    for edge in inquiry.ties.edges:
        role = _ROLES.get(edge.verb)
        if is_of_several and edge.verb is _ONE_OF:
            role = _AREA_ROLES.get(nodes[edge.target].name)
        if role is None:
            continue
        who, where = edge.source, edge.target
        if edge.verb in _UP:
            who, where = where, who
        hit = (role, where), who, edge
        if nodes[who].kind is _POST:
            posts[persons.get(who, who)].append(hit)
        for body in inquiry.sure_bodies(who):
            bodies[body].append(hit)
    return bodies, posts


def _many_places(rows: Rows) -> dict[str, int]:
    return {key: len({place for place, _, _ in hits}) for key, hits in rows.items()}


def _in_most(
    inquiry: Inquiry, of_bodies: dict[str, int], of_posts: dict[str, int]
) -> list[str]:
    """Give those in most places; a post is told with its body if that is one."""
    most = max((*of_bodies.values(), *of_posts.values()), default=0)
    first = [key for key, many in of_bodies.items() if many == most]
    told = set(first)
    return first + [
        key
        for key, many in of_posts.items()
        if many == most and not told.intersection(inquiry.sure_bodies(key))
    ]


def _ranked(
    inquiry: Inquiry, rows: Rows, many: dict[str, int], most: int
) -> tuple[Presence, ...]:
    ranked = sorted(rows, key=lambda key: -many[key])
    return tuple(_presence(inquiry, key, rows[key]) for key in ranked[:most])


def _presence(inquiry: Inquiry, key: str, hits: list[Hit]) -> Presence:
    nodes, label = inquiry.ties.nodes, inquiry.label
    roles: dict[str, dict[str, None]] = {}
    posts: dict[str, None] = {}
    homes: dict[str, None] = {}
    at: list[Source | None] = []
    for (role, where), who, edge in hits:
        at.append(edge.at)
        if who != key and nodes[who].kind is _POST:
            posts[label(who)] = None
        place = nodes[where].arrangement if role in _OF_AREAS else label(where)
        roles.setdefault(role, {})[place] = None
        for home in inquiry.homes(where):
            homes[home] = None
    return Presence(
        name=label(key),
        with_posts=tuple(posts),
        arrangements=tuple(homes),
        also=inquiry.also(key),
        at=placed(at),
        **{role: tuple(places) for role, places in roles.items()},
    )
