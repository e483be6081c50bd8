"""How often something happens, as documents say it, with every reading kept."""

import re
from enum import Enum

from attrs import evolve, frozen

from masa.ground.checks import checked
from masa.ground.errors import RangeError
from masa.ground.logic import Answer
from masa.ground.quantities import Count, Whole
from masa.ground.shown import Shown
from masa.ground.text import echo, listed, text_of

__all__ = ["Frequency", "Pace", "Rhythm"]


MOST = 1000
READINGS_MOST = 16
DIGITS_MOST = 13  # Python refuses to read thousands of them
_UNKNOWN = Count.unknown()


class Rhythm(Enum):
    """The span of time in which something recurs.

    A term and a half-term are of the school calendar and have no fixed length.
    """

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    TERM = "term"
    HALF_TERM = "half-term"

    __repr__ = Enum.__str__
    __hash__ = object.__hash__  # each is one object; Enum hashes its name every time


@frozen(kw_only=True, field_transformer=checked)
class Pace(Shown):
    """So many times in every so many days, weeks, months, years or terms.

    Args:
        times: How many times, from 1 to 1,000.
        every: In how many of the spans, from 1 to 1,000.
        unit: The span.

    Raises:
        RangeError: If a number is not from 1 to 1,000.
        KindError: If a part is of the wrong type.
    """

    times: Whole = 1
    every: Whole = 1
    unit: Rhythm

    def __attrs_post_init__(self) -> None:
        if not self.times or not self.every:
            raise RangeError(
                "nothing recurs zero times, or every zero spans",
                remedy="write 1 or more",
            )
        if max(self.times, self.every) > MOST:
            raise RangeError(
                f"{max(self.times, self.every)} is out of range",
                remedy="write a number from 1 to 1,000",
            )

    @property
    def per_year(self) -> Count:
        """How many times in any twelve months; unknown for terms and long spans."""
        if self.unit is Rhythm.YEAR:
            longest = shortest = 1
        elif self.unit is Rhythm.MONTH:
            longest = shortest = 12
        elif self.unit is Rhythm.WEEK:
            shortest, longest = 52, 53
        elif self.unit is Rhythm.DAY:
            shortest, longest = 365, 366
        else:
            return _UNKNOWN
        least = shortest * self.times // self.every
        most = -(-longest * self.times // self.every)
        return Count(least, most)

    def written(self) -> str:
        """Write it in the words that `Frequency.from_text` reads back."""
        if word := _WORD_OF.get((self.times, self.every, self.unit)):
            return word
        if self.times == 1:
            return self.span
        return f"{_TIMES.get(self.times, f'{self.times} times')} {self.span}"

    @property
    def span(self) -> str:
        """The span in which so many times fall, as "a month" or "every 6 weeks"."""
        if self.every == 1:
            return f"a {self.unit.value}"
        return f"every {self.every} {self.unit.value}s"

    def __str__(self) -> str:
        return self.written()


_WORDS = {
    "daily": (1, 1, Rhythm.DAY),
    "weekly": (1, 1, Rhythm.WEEK),
    "fortnightly": (1, 2, Rhythm.WEEK),
    "monthly": (1, 1, Rhythm.MONTH),
    "quarterly": (1, 3, Rhythm.MONTH),
    "half-yearly": (1, 6, Rhythm.MONTH),
    "yearly": (1, 1, Rhythm.YEAR),
    "annually": (1, 1, Rhythm.YEAR),
    "annual": (1, 1, Rhythm.YEAR),
    "biennially": (1, 2, Rhythm.YEAR),
    "termly": (1, 1, Rhythm.TERM),
    "half-termly": (1, 1, Rhythm.HALF_TERM),
}
_WORD_OF = {pace: word for word, pace in reversed(_WORDS.items())}
_TWO_READINGS = {
    "bi-weekly": ((1, 2, Rhythm.WEEK), (2, 1, Rhythm.WEEK)),
    "bi-monthly": ((1, 2, Rhythm.MONTH), (2, 1, Rhythm.MONTH)),
    "bi-annually": ((2, 1, Rhythm.YEAR), (1, 2, Rhythm.YEAR)),
    "bi-annual": ((2, 1, Rhythm.YEAR), (1, 2, Rhythm.YEAR)),
    "biannually": ((2, 1, Rhythm.YEAR), (1, 2, Rhythm.YEAR)),
}
_WORD_OF_TWO: dict[tuple[object, ...], str] = {
    paces: word for word, paces in reversed(_TWO_READINGS.items())
}
_TIMES = {1: "once", 2: "twice"}
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_EVERY = re.compile(r"every (?:(\w+) )?(day|week|month|year|term|half-term)s?")
_OFTEN = re.compile(
    r"(?:(once|twice)|(\w+) times) (?:a|an|each|per|every(?: (\w+))?) "
    r"(day|week|month|year|term|half-term)s?"
)
_BETWEEN = re.compile(rf"(\d+|{'|'.join(_NUMBERS)}) (to|or) (\w+) (times .+)")
_AT_LEAST, _AT_MOST = "at least ", "at most "
_WHEN_NEEDED = " and when needed"
_AS_NEEDED = re.compile(r" and (?:as|when) (?:needed|required)\Z")
_NEEDS = (
    'write for example "monthly", "every 6 weeks", "3 times a year", '
    '"at least quarterly", "quarterly and when needed" or "regularly"'
)


@frozen(kw_only=True, field_transformer=checked)
class Frequency(Shown):
    """How often a group meets, or a thing is done.

    Args:
        readings: What the words can mean; more than one where they are
            ambiguous ("bi-monthly"), none where no number is given ("regularly").
        at_least: Whether that is only the least.
        at_most: Whether that is only the most.
        when_needed: Whether it also happens when needed, or only then.

    Raises:
        KindError: If a part is of the wrong type.
        RangeError: If it is said to be both the least and the most.

    Example:
        >>> print(Frequency.from_text("bi-monthly"))
        bi-monthly (every 2 months or twice a month)
        >>> print(Frequency.from_text("bi-monthly").per_year)
        6 or 24
    """

    readings: tuple[Pace, ...] = ()
    at_least: bool = False
    at_most: bool = False
    when_needed: bool = False

    def __attrs_post_init__(self) -> None:
        if self.at_least and self.at_most:
            raise RangeError(
                "no frequency is both the least and the most",
                remedy='write "4 to 6 times a year" for one between two bounds',
            )

    @classmethod
    def from_text(cls, text: str) -> "Frequency":
        """Read how documents say it.

        Raises:
            RangeError: If it is not a frequency that masa can read.
        """
        words = " ".join(
            text_of(text).casefold().replace("bimonthly", "bi-monthly").split()
        )
        if words in {"when needed", "as needed", "as required", "when required"}:
            return cls(when_needed=True)
        words = _AS_NEEDED.sub(_WHEN_NEEDED, words)
        core = words.removesuffix(_WHEN_NEEDED)
        bound = _AT_LEAST if core.startswith(_AT_LEAST) else _AT_MOST
        core = core.removeprefix(bound)
        return cls(
            readings=() if core == "regularly" else _readings(core, text),
            at_least=words.startswith(_AT_LEAST),
            at_most=words.startswith(_AT_MOST),
            when_needed=words.endswith(_WHEN_NEEDED),
        )

    @property
    def per_year(self) -> Count:
        """How many times in any twelve months, within bounds."""
        counts = [pace.per_year for pace in self.readings]
        if len(counts) == 1 and not (self.at_least or self.at_most or self.when_needed):
            return counts[0]
        if not counts or any(count.most is None for count in counts):
            return _UNKNOWN
        least = 0 if self.at_most else min(count.least for count in counts)
        most = max(count.most or 0 for count in counts)
        if self.at_least or self.when_needed:
            return Count(least)
        if self.at_most:
            return Count(least, most)
        numbers = {number for count in counts for number in count.readings}
        if all(count.readings for count in counts):
            return Count.one_of(*numbers)
        return Count(least, most)

    def may_mean(self, other: "Frequency") -> Answer:
        """Say whether the two may mean the same; extra meetings do not matter.

        Returns:
            No if every reading of the one excludes every reading of the other,
            otherwise unknown.
        """
        if not self.readings or not other.readings:
            return Answer.UNKNOWN
        possible = any(
            _may_meet(self, one, other, two)
            for one in self.readings
            for two in other.readings
        )
        return Answer.UNKNOWN if possible else Answer.NO

    def written(self) -> str:
        """Write it in words that `from_text` reads back to the same value."""
        if self.when_needed and not (self.readings or self.at_least or self.at_most):
            return "when needed"
        paces = tuple((p.times, p.every, p.unit) for p in self.readings)
        core = _WORD_OF_TWO.get(paces) or _written(self.readings)
        first = _AT_LEAST if self.at_least else _AT_MOST if self.at_most else ""
        return f"{first}{core or 'regularly'}{_WHEN_NEEDED if self.when_needed else ''}"

    def __str__(self) -> str:
        text = self.written()
        if len(self.readings) > 1 and "bi-" in text:
            meaning = " or ".join(pace.written() for pace in self.readings)
            return f"{text} ({meaning})"
        return text


def _may_meet(one: Frequency, pace: Pace, other: Frequency, its_pace: Pace) -> bool:
    """Say whether some number of times a year is possible by both."""
    least, most = _bounds(one, pace)
    its_least, its_most = _bounds(other, its_pace)
    return (most is None or most >= its_least) and (
        its_most is None or its_most >= least
    )


def _bounds(frequency: Frequency, pace: Pace) -> tuple[int, int | None]:
    count = pace.per_year
    least = 0 if frequency.at_most else count.least
    return least, None if frequency.at_least else count.most


def _written(readings: tuple[Pace, ...]) -> str:
    """Write the readings; those of every number from one to another as a range."""
    if len(readings) > 1:
        first, last = readings[0], readings[-1]
        if readings == _range(first, last.times):
            return f"{first.times} to {last.times} times {last.span}"
    return listed((pace.written() for pace in readings), "or")


def _range(pace: Pace, most: int) -> tuple[Pace, ...]:
    numbers = range(pace.times, min(most + 1, pace.times + READINGS_MOST))
    return tuple(evolve(pace, times=number) for number in numbers)


def _readings(core: str, text: str) -> tuple[Pace, ...]:
    if core in _TWO_READINGS:
        return tuple(_pace(*pace) for pace in _TWO_READINGS[core])
    if found := _BETWEEN.fullmatch(core):
        least = _one_reading(f"{found[1]} {found[4]}", text)
        most = _number(found[3], text)
        if least.times < most < least.times + READINGS_MOST:
            every = _range(least, most)
            return every if found[2] == "to" else (every[0], every[-1])
    parts = re.split(r", | or ", core)
    return tuple(_one_reading(part, text) for part in parts)


def _pace(times: int, every: int, unit: Rhythm) -> Pace:
    return Pace(times=times, every=every, unit=unit)


def _one_reading(words: str, text: str) -> Pace:
    if words in _WORDS:
        return _pace(*_WORDS[words])
    if found := _EVERY.fullmatch(words):
        return _pace(1, _number(found[1], text), Rhythm(found[2]))
    if found := _OFTEN.fullmatch(words):
        once = {"once": 1, "twice": 2}.get(found[1] or "")
        times = once or _number(found[2], text)
        return _pace(times, _number(found[3], text), Rhythm(found[4]))
    raise RangeError(f"{echo(text)} is not a frequency", remedy=_NEEDS)


def _number(word: str | None, text: str) -> int:
    if word is None:
        return 1
    if word == "other":
        return 2
    if word in _NUMBERS:
        return _NUMBERS.index(word) + 1
    if word.isascii() and word.isdigit() and len(word) <= DIGITS_MOST:
        return int(word)
    raise RangeError(f"{echo(text)} is not a frequency", remedy=_NEEDS)
