"""What in a file shows that something asked for is there, with its place."""

from enum import Enum

from attrs import frozen

from masa.ground.shown import Shown
from masa.ground.sources import Source
from masa.ground.stated import Standing
from masa.model.commitments import Judgement

__all__ = ["Exhibit", "Weight", "exhibit", "without_place"]


class Weight(Enum):
    """How much something in a file shows of what is needed."""

    WHOLE = "all of it"
    PART = "a part of it"
    MENTION = "mentioned only"
    NOTHING = "nothing of it"
    AGAINST = "the contrary"

    __repr__ = Enum.__str__


@frozen(kw_only=True)
class Exhibit(Shown):
    """One thing in a file that shows, or helps to show, what a duty needs.

    Args:
        what: What it is, in plain words.
        need: The id of the need that it goes to; nothing if it goes to all of them.
        weight: How much of what is needed it shows.
        at: Where it is printed.
        standing: How firmly it is said.
        judged: How far a person judged it to meet the item, if that is recorded.
        short: Why it shows only a part, where that does not go without saying.
        item: The item against which it was judged, if that is another one.
    """

    what: str
    need: str | None = None
    weight: Weight = Weight.WHOLE
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE
    judged: Judgement | None = None
    short: str = ""
    item: str | None = None

    @property
    def is_enough(self) -> bool:
        """Whether it shows all that is needed, and holds as it is said."""
        return self.weight is Weight.WHOLE and self.standing.is_settled

    @property
    def is_contrary(self) -> bool:
        """Whether it shows the contrary, and holds as it is said."""
        return self.weight is Weight.AGAINST and self.standing.is_settled

    @property
    def shortcoming(self) -> str:
        """Why it is not enough; empty if it is."""
        if self.weight is Weight.AGAINST:
            settled = "the file shows the contrary"
            return settled if self.is_contrary else "the contrary is planned"
        if self.weight is Weight.MENTION:
            return "mentioned, and weighed by nobody"
        if self.weight is Weight.NOTHING:
            return "judged not to be there"
        if self.weight is Weight.PART:
            judged = self.judged is not None
            said = "judged to be there in part" if judged else "there in part"
            loose = "" if self.standing.is_settled else f"only {self.standing.value}"
            more = ", ".join(filter(None, (self.short, loose)))
            return f"{said}: {more}" if more else said
        return "" if self.is_enough else f"only {self.standing.value}"

    def for_need(self, need: str | None, item: str | None = None) -> "Exhibit":
        """Give the same for one need, and as judged against another item."""
        return Exhibit(
            what=self.what,
            need=need,
            weight=self.weight,
            at=self.at,
            standing=self.standing,
            judged=self.judged,
            short=self.short,
            item=item,
        )

    def but(
        self,
        *,
        what: str | None = None,
        weight: Weight | None = None,
        standing: Standing | None = None,
        short: str = "",
    ) -> "Exhibit":
        """Give the same but for what is given; quicker than `attrs.evolve`."""
        return Exhibit(
            what=what or self.what,
            need=self.need,
            weight=weight or self.weight,
            at=self.at,
            standing=standing or self.standing,
            judged=self.judged,
            short=short or self.short,
            item=self.item,
        )

    def __str__(self) -> str:
        notes = [str(self.at)] if self.at else []
        notes += [] if self.standing.is_settled else [self.standing.value]
        if self.judged is not None:
            against = f" of {self.item}" if self.item else ""
            notes.append(f"judged{against}: {self.judged.value}")
        return f"{self.what} ({'; '.join(notes)})" if notes else self.what


def exhibit(what: str, thing: object, weight: Weight = Weight.WHOLE) -> Exhibit:
    """Show something by a thing of the file, with its place and standing."""
    return Exhibit(
        what=what,
        weight=weight,
        at=getattr(thing, "at", None),
        standing=getattr(thing, "standing", Standing.IN_FORCE),
    )


def without_place(text: str, at: Source | None) -> str:
    """Print something without its place, where that is told beside it."""
    return text.replace(f" ({at})", "").replace(f"({at}; ", "(")
