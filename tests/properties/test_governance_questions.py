"""What a governance graph answers holds in every way the unknown may turn out."""

from datetime import date, timedelta
from itertools import product

from attrs import evolve
from dateutil.relativedelta import relativedelta
from hypothesis import given, reject
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.ground.logic import Answer
from masa.ground.quantities import Count
from masa.ground.shown import Shown
from masa.model.governance.counting import either, or_none, smoothed, total
from masa.model.governance.majorities import majorities_of
from masa.model.governance.seating import seats_in

OPEN_BY = 3
small = st.integers(0, 4)
counts = st.one_of(
    small.map(Count.exactly),
    st.lists(small, min_size=1, max_size=3).map(lambda many: Count.one_of(*many)),
    st.builds(lambda low, more: Count(low, low + more), small, small),
    small.map(Count),
    st.builds(Count.unknown, st.sampled_from(["police", "schools"])),
)


def completions(count: Count) -> list[int]:
    """Give the numbers that it can be; an open end is followed a little way."""
    if count.readings:
        return list(count.readings)
    most = count.least + OPEN_BY if count.most is None else count.most
    return list(range(count.least, most + 1))


def admits(count: Count, number: int) -> bool:
    """Say whether it can be this number."""
    if count.readings:
        return number in count.readings
    return number >= count.least and (count.most is None or number <= count.most)


class TestNumbersWithinBounds:
    """Sums and choices of counts allow whatever their parts allow."""

    @given(st.lists(counts, max_size=4))
    def test_a_long_sum_is_what_adding_one_by_one_gives(
        self, parts: list[Count]
    ) -> None:
        found = total(parts)
        added = sum(parts, start=Count.exactly(0))
        assert (found.least, found.most) == (added.least, added.most)
        assert found.not_stated == added.not_stated
        for numbers in product(*map(completions, parts)):
            assert admits(found, sum(numbers))

    @given(st.lists(counts, min_size=1, max_size=4))
    def test_one_of_several_allows_each(self, parts: list[Count]) -> None:
        for allowed in (either(parts), smoothed(either(parts))):
            assert all(admits(allowed, n) for one in parts for n in completions(one))
        assert all(admits(or_none(one), 0) for one in parts)

    def test_beyond_what_can_be_counted_it_is_open(self) -> None:
        huge = total([Count.exactly(10**12), Count.exactly(1)])
        assert (huge.least, huge.most) == (10**12, None)


labels = st.lists(st.sampled_from(["a", "b", "c"]), max_size=2, unique=True).map(tuple)
rows = st.lists(
    st.builds(
        masa.SeatHeld,
        holder=st.just("x"),
        group=st.just("g"),
        bodies=labels,
        kinds=labels,
        count=counts,
        is_invited=st.booleans(),
    ),
    max_size=4,
).map(tuple)


def outcomes(row: masa.SeatHeld) -> list[tuple[tuple[str, ...], int]]:
    """Give every number of seats, all for one of those for whom they may count."""
    return list(
        product(
            [(one,) for one in row.kinds or ("a", "b", "c")], completions(row.count)
        )
    )


class TestPerhapsOne:
    """Seats of holders who may be one may be the same, and no others are fewer."""

    @given(st.lists(counts, min_size=1, max_size=4), st.integers(0, 4))
    def test_every_number_is_allowed_from_the_most_of_one_to_the_sum(
        self, numbers: list[Count], alike: int
    ) -> None:
        names = [str(n) for n in range(len(numbers))]
        several = set(names[:alike])
        held = [
            masa.SeatHeld(
                holder=name,
                group="g",
                count=count,
                alike=tuple(several - {name}) if name in several else (),
            )
            for name, count in zip(names, numbers, strict=True)
        ]
        found = seats_in(held)
        for way in product(*map(completions, numbers)):
            least = max(way[:alike], default=0)
            for same in range(least, sum(way[:alike]) + 1):
                assert admits(found, same + sum(way[alike:]))
        assert found.most == total(numbers).most


class TestMajorities:
    """A majority is sure only if no completion of what is unknown denies it."""

    @given(rows)
    def test_the_answers_agree_with_every_completion(
        self, held: tuple[masa.SeatHeld, ...]
    ) -> None:
        seats = masa.Seats(name="g", rows=held, complete=Answer.YES)
        ways = list(product(*map(outcomes, seats.members)))
        for row in majorities_of(seats).kinds:
            if row.of == "described":
                continue
            has = {
                2 * sum(n for who, n in way if who == (row.of,))
                > sum(n for _, n in way)
                for way in ways
            }
            assert (row.answer is Answer.YES) <= (has == {True})
            assert (row.answer is Answer.NO) <= (has == {False})
            if all(one.count.most is not None for one in seats.members):
                assert (row.answer is Answer.UNKNOWN) == (len(has) == 2)

    @given(rows, st.sampled_from([Answer.NO, Answer.UNKNOWN]))
    def test_nothing_is_sure_of_a_list_that_is_not_complete(
        self, held: tuple[masa.SeatHeld, ...], complete: Answer
    ) -> None:
        found = majorities_of(masa.Seats(name="g", rows=held, complete=complete))
        assert all(row.answer is Answer.UNKNOWN for row in found.rows)


class TestMeetings:
    """The number of meetings allows every reading of every frequency."""

    @given(
        st.lists(strategies.frequencies(), min_size=1, max_size=2),
        strategies.standings(),
    )
    def test_a_group_allows_every_reading_of_each_statement(
        self, often: list[masa.Frequency], standing: masa.Standing
    ) -> None:
        said = [masa.Statement(value=one) for one in often]
        group = masa.Group(name="G", meets=masa.Stated(said), standing=standing)
        whole = masa.Arrangement(id="x", title="X", groups=(group,))
        found = masa.governance(whole).meetings()
        for one in often:
            for number in completions(one.per_year):
                assert admits(found["G"].count, number)
                assert admits(found.own, number)
        assert standing.is_settled or admits(found.own, 0)

    @given(strategies.governances(max_size=6), st.integers(2015, 2030))
    def test_parts_add_up_and_a_year_is_no_narrower(
        self, graph: masa.Governance, year: int
    ) -> None:
        found, in_year = graph.meetings(), graph.meetings(year)
        for one in (found, in_year):
            own = [row.count for row in one.groups if not row.is_beside]
            assert one.own == total(own)
            assert one.every.least >= one.own.least
        kept = {row.name for row in in_year.groups}
        assert kept <= {row.name for row in found.groups}


def _later(start: date, unit: str, number: int) -> date:
    later: date = start + relativedelta(**{unit: number})  # type: ignore[arg-type]
    return later


class TestTurns:
    """A turn of months ends before the day of the same number of a later month."""

    @given(
        st.dates(date(2019, 1, 1), date(2024, 12, 31)),
        st.integers(0, 2_000),
        st.integers(1, 14),
        st.sampled_from(["days", "weeks", "months", "years"]),
    )
    def test_whose_turn_it_is_agrees_with_going_turn_by_turn(
        self, start: date, later: int, number: int, unit: str
    ) -> None:
        length = masa.Duration(number, unit)
        chair = masa.Chairing(
            kind=masa.ChairKind.ROTATES,
            among=("A", "B", "C"),
            in_order=masa.stated(value=True),
            start=masa.stated(masa.When.on_day(start)),
        )
        posts = tuple(masa.Post(name=one) for one in "ABC")
        group = masa.Group(name="G", chair=masa.stated(chair))
        whole = masa.Arrangement(id="x", title="X", posts=posts, groups=(group,))
        on = start + timedelta(days=later)
        turn = 1
        while _later(start, unit, number * turn) <= on:
            turn += 1
        found = masa.governance(whole).chair("G", on=on, turn_length=length)
        assert found.names == ("ABC"[(turn - 1) % 3],)
        by_turn = masa.governance(whole).chair("G", turn=turn)
        assert by_turn.names == found.names


def label(graph: masa.Governance, key: str) -> str:
    """Give what a node is called, or its key where others are called so too."""
    name = graph.ties.nodes[key].called
    return name if len(graph.ties.carriers(name)) == 1 else key


def graph_of(atlas: masa.Atlas) -> masa.Governance:
    """Make the graph of an atlas; those whose ids are of two kinds have none."""
    try:
        return masa.governance(atlas)
    except masa.KindError:
        reject()


class TestEveryQuestion:
    """Whatever stands in an arrangement, each question is answered and printed."""

    @given(strategies.governances(max_size=6))
    def test_each_is_answered(self, graph: masa.Governance) -> None:
        asked: list[Shown] = [
            graph.meetings(),
            graph.overlaps(),
            graph.concentration(),
            graph.tiers(),
            graph.compare_tiers(graph),
        ]
        for node in graph.nodes:
            if node.key in graph:
                asked.append(graph.seats(node.key))
                if node.kind is masa.NodeKind.GROUP:
                    asked += [graph.majorities(node.key), graph.chair(node.key)]
        for one in asked:
            assert str(one)
            assert one.to_text()
            assert all(isinstance(row, dict) for row in one.to_records())

    @given(strategies.governances(max_size=6) | strategies.atlases())
    def test_a_copy_answers_alike(self, of: masa.Governance | masa.Atlas) -> None:
        """A graph that was only just made knows what a copy has to find out."""
        graph = of if isinstance(of, masa.Governance) else graph_of(of)
        copy = evolve(graph)
        for node in graph.nodes:
            if node.key in graph:
                assert copy.seats(node.key) == graph.seats(node.key)
                assert copy.without(node.key) == graph.without(node.key)
        assert copy.meetings() == graph.meetings()
        assert copy.concentration() == graph.concentration()
        assert copy.unresolved() == graph.unresolved()
        assert copy.tiers() == graph.tiers()
        assert copy.to_text() == graph.to_text()

    @given(strategies.governances(max_size=6))
    def test_shared_members_sit_on_both_groups(self, graph: masa.Governance) -> None:
        sits = {
            (edge.source, edge.target)
            for edge in graph.edges
            if edge.verb is masa.Verb.MEMBER_OF
        }
        labelled = {(label(graph, one), label(graph, two)) for one, two in sits}
        for pair in graph.overlaps().pairs:
            for member in (*pair.same, *pair.described):
                assert {(member, pair.one), (member, pair.other)} <= labelled

    @given(strategies.governances(max_size=6))
    def test_every_group_and_function_stands_in_the_tiers_once(
        self, graph: masa.Governance
    ) -> None:
        found = graph.tiers()
        named = [*found.beside]
        named += [n for tier in found.every for n in (*tier.groups, *tier.functions)]
        kinds = {masa.NodeKind.GROUP, masa.NodeKind.FUNCTION}
        nodes = [one.key for one in graph.nodes if one.kind in kinds or one.is_outside]
        assert sorted(named) == sorted(label(graph, key) for key in nodes)
