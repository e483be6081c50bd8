"""What stands on a timeline: deadlines that run, and clocks that wait for an event."""

from attrs import frozen

from masa.ground.law.clocks import Bound, Clock
from masa.ground.shown import Shown
from masa.ground.text import listed
from masa.rules.deadlines import Deadline
from masa.rules.limits import moment_in_words, plainly
from masa.rules.statuses import DeadlineState, DeadlineStatus
from masa.rules.triggers import Event

__all__ = ["TimelineEntry", "WaitingClock"]

OPEN = {DeadlineState.NOT_YET_DUE, DeadlineState.DUE_TODAY, DeadlineState.OVERDUE}


@frozen(kw_only=True)
class TimelineEntry(Shown):
    """A deadline of a case, and where it stands.

    Args:
        deadline: The deadline.
        status: Where it stands; nothing if no text gives it a number.
        stopped_by: The event that is the act it asks for, if one is held.
        done: When that happened, if it has.
        supposed: Events that have not happened, on the days on which they are
            supposed to: the last that are in time, or today where those are past.
    """

    deadline: Deadline
    status: DeadlineStatus | None = None
    stopped_by: str | None = None
    done: Event | None = None
    supposed: tuple[tuple[str, Event], ...] = ()

    @property
    def clock(self) -> Clock:
        """The clock."""
        return self.deadline.clock

    @property
    def due(self) -> Event | None:
        """The day or time by which it has to be done; nothing without a number."""
        return self.deadline.due if self.status else None

    @property
    def has_act(self) -> bool:
        """Whether the act that it asks for is an event, so that it can be recorded."""
        return self.stopped_by is not None

    @property
    def state(self) -> DeadlineState | None:
        """Where it stands; nothing without a number, or where nobody can tell."""
        found = self.status.state if self.status else None
        is_open = found is DeadlineState.OVERDUE and not self.has_act
        return None if is_open else found

    @property
    def is_open(self) -> bool:
        """Whether an act is still owed by some day."""
        return self.state in OPEN

    @property
    def is_kept(self) -> bool:
        """Whether it says how long something is kept."""
        return self.clock.bound is Bound.EARLIEST

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        if self.status is None:
            done = f"; done on {moment_in_words(self.done)}" if self.done else ""
            return f"no number{done}"
        if self.supposed:
            events = (f"{name} on {moment_in_words(at)}" for name, at in self.supposed)
            return f"if {listed(events)}"
        if self.state is None:
            return "past; no event is held by which to tell whether it was kept"
        return str(self.status)

    def to_records(self) -> list[dict[str, str]]:
        """Give it as a row of plain text."""
        due = self.due
        return [
            {
                "clock": self.clock.id,
                "event": self.deadline.event or "",
                "at": plainly(self.deadline.reckoning.event),
                "due": plainly(due),
                "state": self.state.value if self.state else "",
                "done": plainly(self.done),
                "supposed": "; ".join(
                    f"{one} {plainly(at)}" for one, at in self.supposed
                ),
            }
        ]

    def __str__(self) -> str:
        return f"{self.clock.title}: {self.deadline}; {self.standing}"


@frozen(kw_only=True)
class WaitingClock(Shown):
    """A clock of a pathway that does not run yet, and what it waits for.

    Args:
        clock: The clock.
        needs: What would start it.
    """

    clock: Clock
    needs: str

    def __str__(self) -> str:
        return f"{self.clock.title}: {self.needs}"
