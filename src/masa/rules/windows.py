"""The days on which a report may be published: after its copy, before its last day."""

from collections.abc import Callable
from datetime import date, timedelta

from attrs import evolve, frozen

from masa.ground.citations import Citation
from masa.ground.findings import Finding
from masa.ground.logic import Answer
from masa.ground.moments import day_of
from masa.ground.shown import Shown
from masa.ground.spans import long_day
from masa.rules.deadlines import Deadline
from masa.rules.limits import moment_in_words, standing_of

__all__ = ["PublicationWindow", "day_after", "first_day_after_copy"]

ONE_DAY = timedelta(days=1)
DECISION = "the day of the decision"
Copying = Callable[[date], Deadline | str]


@frozen(kw_only=True)
class PublicationWindow(Shown):
    """From when a report may be published, and by when it has to be.

    Args:
        copied: The day on which the copy was sent or, if it has not been, today.
        is_supposed: Whether the copy is only supposed to be sent on that day.
        copy: How long before publication a copy is sent, on the first day in time.
        earliest_in_law: The first day that the Act or regulations alone allow;
            nothing if they ask for no copy.
        publication: By when the report is published; nothing if that is not known.
        planned: The day of publication, planned or past, if it is known.
        is_published: Whether that day is past.
    """

    copied: date
    is_supposed: bool
    copy: Deadline
    earliest_in_law: date | None = None
    publication: Deadline | None
    planned: date | None = None
    is_published: bool = False

    @property
    def earliest(self) -> date:
        """The first day that leaves the copy its full time, by every text in force."""
        return day_after(self.copy)

    @property
    def latest(self) -> date | None:
        """The last day on which it is published in time; nothing if not known."""
        return day_of(self.publication.due) if self.publication else None

    @property
    def is_empty(self) -> Answer:
        """Whether no day is left."""
        if self.latest is None:
            return Answer.UNKNOWN
        return Answer.of(self.earliest > self.latest)

    @property
    def finding(self) -> Finding:
        """Whether a day is left on which the report may be published, and why."""
        parts = [Finding(answer=Answer.YES, claim=self._opens, basis=_basis(self.copy))]
        if self.publication is not None:
            basis = _basis(self.publication)
            parts.append(Finding(answer=Answer.YES, claim=self._closes, basis=basis))
        return Finding(
            answer=~self.is_empty,
            claim="A day is left on which the report may be published",
            rests_on=tuple(parts),
            needed=() if self.publication else (DECISION,),
        )

    @property
    def plan(self) -> Finding | None:
        """Whether the day of publication lies in the window; nothing if not known."""
        if self.planned is None:
            return None
        answer = self._holds(self.planned)
        return Finding(
            answer=answer,
            claim=f"Publication on {moment_in_words(self.planned)} leaves the copy its "
            "time and keeps to the last day",
            basis=(*_basis(self.copy), *_basis(self.publication)),
            needed=(DECISION,) if answer is Answer.UNKNOWN else (),
        )

    def _holds(self, day: date) -> Answer:
        if day < self.earliest:
            return Answer.NO
        return Answer.UNKNOWN if self.latest is None else Answer.of(day <= self.latest)

    @property
    def _opens(self) -> str:
        sent = f"The copy sent on {long_day(self.copied)}"
        if self.is_supposed:
            sent = f"A copy sent today, {long_day(self.copied)},"
        limit = self.copy.governing.limit
        opens = (
            f"{sent} allows publication from {moment_in_words(self.earliest)} "
            f"({limit.value_in_words}; {standing_of(limit)})"
        )
        law = self.earliest_in_law
        if law is None or law == self.earliest:
            return opens
        return (
            f"{opens}, and by the Act or regulations alone from {moment_in_words(law)}"
        )

    @property
    def _closes(self) -> str:
        if self.publication is None:
            return "by when it has to be published turns on the decision"
        limit = self.publication.governing.limit
        return (
            f"the last day is {moment_in_words(self.publication.due)} "
            f"({limit.value_in_words} after {self.publication.event}; "
            f"{standing_of(limit)})"
        )

    def __str__(self) -> str:
        if self.is_empty is Answer.YES:
            opens = f"{self._opens[0].lower()}{self._opens[1:]}"
            return f"No day is left: {opens}; {self._closes}."
        return f"{self._opens}; {self._closes}."


def day_after(copy: Deadline) -> date:
    """Give the day of publication before which a copy is sent."""
    event = copy.reckoning.event
    assert event is not None  # noqa: S101 (a copy is sent before something)
    return day_of(event)


def _basis(deadline: Deadline | None) -> tuple[Citation, ...]:
    """Give the texts of a deadline, each with the mark of how it was read."""
    limits = [one.limit for one in deadline.limits] if deadline else []
    return tuple(evolve(one.source, evidence=one.evidence) for one in limits)


def first_day_after_copy(
    copied: date, copying: Copying, *, in_law: bool = False
) -> Deadline | None:
    """Find the first day of publication that leaves a copy its full time.

    Args:
        copied: The day on which the copy is sent.
        copying: By when a copy is sent for a publication on a day, or why none is.
        in_law: Whether the time of the Act or regulations alone is meant.

    Returns:
        The deadline of a copy for that day; nothing if no text asks for a copy.

    Raises:
        CoverageError: If a day lies outside the law or the calendar.
    """
    day = copied
    while isinstance(found := copying(day), Deadline):
        last = found.binding if in_law or not found.is_quantified else found.due
        if last is None:
            return None
        if day_of(last) >= copied:
            return found
        day += ONE_DAY
    return None
