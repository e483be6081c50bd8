"""Pathways: which clocks follow one another, and the event that stops each."""

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.errors import UnknownNameError
from masa.ground.law.clocks import RunsFrom
from masa.ground.shown import Shown
from masa.ground.text import Identifier, Name, Prose, did_you_mean, echo, listed

__all__ = ["Pathway", "Planned", "Step", "WindowOf"]


@frozen(kw_only=True, field_transformer=checked)
class Step(Shown):
    """A clock on a pathway.

    Args:
        clock: The id of the clock.
        stopped_by: The event that is the act it asks for; nothing where none is held.
        starts: The event of another clock that the same act is, if it is one.
    """

    clock: Identifier
    stopped_by: Name | None = None
    starts: Name | None = None

    def __str__(self) -> str:
        return f"{self.clock} ({self.stopped_by})" if self.stopped_by else self.clock


@frozen(kw_only=True, field_transformer=checked)
class WindowOf(Shown):
    """Between which two clocks a report may be published.

    Args:
        published: The clock that says by when at the latest.
        copied: The clock that says how long before a copy is sent.
    """

    published: Identifier
    copied: Identifier


@frozen(kw_only=True, field_transformer=checked)
class Planned(Shown):
    """An event that may be planned, and the event that it becomes.

    Args:
        name: The event while it is to come, such as ``publishing``.
        becomes: The event once it has happened, such as ``published``.
    """

    name: Name
    becomes: Name


@frozen(kw_only=True, field_transformer=checked)
class Pathway(Shown):
    """The clocks that one kind of case goes through, in order.

    Args:
        id: Its name, such as "serious-incident".
        says: What it is about.
        steps: The clocks, in the order in which they usually run.
        events: The events that stop a clock and start none.
        planned: The events that may be given before they happen.
        orders: Events of which none can come before the one that it follows.
        window: Between which clocks a report may be published, if one is.
    """

    id: Identifier
    says: Prose
    steps: tuple[Step, ...]
    events: tuple[RunsFrom, ...] = ()
    planned: tuple[Planned, ...] = ()
    orders: tuple[tuple[Name, ...], ...] = ()
    window: WindowOf | None = None

    def step(self, clock: str) -> Step:
        """Give the step of a clock.

        Raises:
            UnknownNameError: If the clock is not on the pathway.
        """
        for step in self.steps:
            if step.clock == clock:
                return step
        names = [step.clock for step in self.steps]
        raise UnknownNameError(
            f"{echo(clock)} is not on the pathway {self.id}",
            remedy=did_you_mean(clock, names) or f"there are {listed(names)}",
        )

    def __str__(self) -> str:
        return f"{self.id}: {listed(map(str, self.steps))}"
