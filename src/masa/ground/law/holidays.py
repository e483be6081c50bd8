"""The register of bank and common-law holidays: each with its legal basis."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache

from attrs import frozen

from masa.ground.checks import checked
from masa.ground.citations import Citation, Evidence
from masa.ground.law.files import HOLIDAYS, strictly, tables
from masa.ground.law.provisions import evidence_in_words
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.spans import day as checked_day
from masa.ground.spans import long_day
from masa.ground.text import Name, Prose

__all__ = ["BankHoliday", "HolidayBasis", "bank_holidays"]


class HolidayBasis(Enum):
    """By what authority a day is a holiday."""

    STATUTE = "statute"
    PROCLAMATION = "proclamation"
    COMMON_LAW = "common law"

    __repr__ = Enum.__str__


@frozen(kw_only=True, field_transformer=checked)
class BankHoliday(Shown):
    """A weekday that is a bank holiday or a common-law holiday in England.

    Args:
        day: The day, always from Monday to Friday.
        name: What it is commonly called; not a legal name.
        basis: By what authority it is a holiday.
        source: Where that authority is found.
        evidence: How sure the date is.
        by_rule: Whether it recurs by a rule, and so was always known.
        announced: When a day that does not recur became public, if that is known.
        announced_evidence: How sure that is.
        instead_of: The day that would have been the holiday without it.
        note: What else has to be known.
    """

    day: date
    name: Name
    basis: HolidayBasis
    source: Citation
    evidence: Evidence
    by_rule: bool = True
    announced: date | None = None
    announced_evidence: Evidence | None = None
    instead_of: date | None = None
    note: Prose | None = None

    def known_on(self, on: date) -> Answer:
        """Say whether it was public on a day; what recurs by rule always was.

        Raises:
            DateError: If there is no such day.
            KindError: If it is not a day.
        """
        known = checked_day(on)
        if self.by_rule:
            return Answer.YES
        return (
            Answer.UNKNOWN
            if self.announced is None
            else Answer.of(self.announced <= known)
        )

    def _pairs(self) -> Iterator[tuple[str, object]]:
        yield "day", long_day(self.day)
        yield "name", self.name
        yield "basis", self.basis
        yield "source", str(self.source)
        yield "evidence", evidence_in_words(self.evidence)
        if self.by_rule:
            yield "known", "always, it recurs by rule"
        elif self.announced and self.announced_evidence:
            mark = evidence_in_words(self.announced_evidence)
            yield "announced", f"{long_day(self.announced)} ({mark})"
        else:
            yield "announced", "on a day that is not known"
        if self.instead_of:
            yield "instead of", long_day(self.instead_of)
        if self.note:
            yield "note", self.note

    def __str__(self) -> str:
        return f"{long_day(self.day)}: {self.name} ({self.basis.value}; {self.source})"


@cache
def bank_holidays() -> tuple[BankHoliday, ...]:
    """Give the register of bank and common-law holidays in England, 2010 to 2028.

    Only weekdays are in it. Days beyond it are not known; none is guessed.

    Authority: Banking and Financial Dealings Act 1971, s.1 and Sch 1.
    """
    found = tables(HOLIDAYS, "holidays")
    return tuple(strictly(BankHoliday, table, HOLIDAYS) for table in found)
