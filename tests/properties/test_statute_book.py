"""On any day, in any area, the book gives one answer or says that it does not know."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

import masa
from masa import strategies
from masa.ground.law import shelf
from masa.strategies import area_dates, statute_books

RULES = list(shelf.rules())
LISTED = set(shelf.rules_of_checklist("published arrangements"))
UNLISTED = [rule for rule in RULES if rule not in LISTED]
pairs = st.sampled_from(RULES)


class TestOneAnswer:
    """Interpretation Act 1978, s.4(a): what commences on a day does so at its start."""

    @given(statute_books(), pairs)
    def test_one_version_holds_or_several_may(
        self, book: masa.StatuteBook, rule: str
    ) -> None:
        found = book.versions(rule)
        sure = [one for one in found if one.in_force is masa.Answer.YES]
        assert len(sure) <= 1
        assert len(found) == 1 or not sure

    @given(statute_books(), pairs)
    def test_the_answer_is_that_of_its_days(
        self, book: masa.StatuteBook, rule: str
    ) -> None:
        for one in book.versions(rule):
            assert one.since
            begun = one.since.on_or_before(book.on)
            ended = one.before.on_or_before(book.on) if one.before else masa.Answer.NO
            assert one.in_force is begun & ~ended
            assert one.in_force is not masa.Answer.NO

    @given(statute_books(), pairs)
    def test_what_is_not_in_force_is_an_error_and_never_a_guess(
        self, book: masa.StatuteBook, rule: str
    ) -> None:
        many = len(book.versions(rule))
        try:
            held = book[rule]
        except masa.NotInForceError:
            assert many == 0
        except masa.UnsettledError:
            assert many > 1
        else:
            assert (held,) == book.versions(rule)

    @given(statute_books(), statute_books())
    def test_a_rule_that_holds_is_never_called_ended_nor_one_that_held_begun(
        self, one: masa.StatuteBook, other: masa.StatuteBook
    ) -> None:
        changes = one.compare(other)
        for change in changes.ended:
            assert one.in_force(change.id) is masa.Answer.YES
            assert other.in_force(change.id) is masa.Answer.NO
        for change in changes.begun:
            assert one.in_force(change.id) is masa.Answer.NO
            assert other.in_force(change.id) is masa.Answer.YES

    @given(statute_books())
    def test_the_days_on_which_something_changes_are_those_of_the_data(
        self, book: masa.StatuteBook
    ) -> None:
        if book.on < shelf.coverage().last:
            days = dict(book.commenced)
            morrow = masa.law(
                book.on + timedelta(days=1), area=book.area, commenced=days
            )
            for change in book.compare(morrow):
                ends = [
                    day
                    for side in (change.before, change.after)
                    if side
                    for when in (side.since, side.before)
                    if when
                    for day in (when.earliest, when.latest)
                ]
                assert {book.on, morrow.on} & set(ends)


class TestWhatIsKnownOfAnArea:
    """SI 2018/497: knowing an area's days settles what was open and flips nothing.

    The list of what arrangements contain is left out: without an area it is that of
    the national edition, to which an area may have moved on late.
    """

    @given(statute_books(), area_dates(), st.sampled_from(UNLISTED))
    def test_only_narrows(
        self, book: masa.StatuteBook, area: masa.AreaDates, rule: str
    ) -> None:
        without = masa.law(book.on).in_force(rule)
        within = masa.law(book.on, area=area).in_force(rule)
        assert without in {within, masa.Answer.UNKNOWN}

    @given(statute_books(), area_dates())
    def test_the_edition_is_the_national_one_or_the_one_before(
        self, book: masa.StatuteBook, area: masa.AreaDates
    ) -> None:
        there = masa.law(book.on, area=area)
        editions = ["WT2015", "WT2018", "WT2023", "WT2026"]
        try:
            edition = there.edition.id
        except masa.UnsettledError:
            return
        place = editions.index(there.national_edition.id)
        assert edition in editions[max(place - 1, 0) : place + 1]


class TestCommencement:
    """The 2026 Act, s.78: a section changes what it brings, from its day."""

    @given(statute_books())
    def test_touches_only_what_the_sections_bring(self, book: masa.StatuteBook) -> None:
        plain = masa.law(book.on, area=book.area)
        brought = {
            name
            for section, day in book.commenced
            if day <= book.on
            for name in (section, *book.brought_by(section))
        }
        assert {change.id for change in plain.compare(book)} == brought
        waiting = {one.id for one in plain.pending} - {one.id for one in book.pending}
        assert waiting <= brought


class TestAnyProvision:
    """Whatever the law may say is shown with its mark."""

    @given(strategies.provisions())
    def test_is_never_called_verified_on_memory(self, held: masa.Provision) -> None:
        assert ("not verified" in held.to_records()[0]["evidence"]) is (
            not held.is_verified
        )

    @given(strategies.clocks())
    def test_every_limit_of_a_clock_is_shown(self, clock: masa.Clock) -> None:
        limits = clock.to_records()[0].get("limits", "")
        assert all(str(limit.source) in limits for limit in clock.limits)
