"""How one duty stands against a file: met, partly, not evidenced, or not to be told."""

from collections.abc import Iterator, Sequence
from enum import Enum, StrEnum
from typing import NoReturn

from attrs import frozen

from masa.ground.blocks import Block, Bullets, Heading, Pairs, Paragraph
from masa.ground.citations import Citation, Evidence
from masa.ground.errors import TruthError
from masa.ground.findings import Finding
from masa.ground.law import shelf
from masa.ground.law.provisions import Force, ListedItem, Provision, evidence_in_words
from masa.ground.logic import Answer
from masa.ground.shown import Shown
from masa.ground.text import listed
from masa.model.sign_offs import Departure
from masa.rules.exhibits import Exhibit, Weight

__all__ = ["Outcome", "OutcomeState"]

INHERITED = "carried over, not checked"
IN_PART = "The file shows a part of what is asked."
OPTIONAL = (Force.MAY, Force.STATEMENT)


class OutcomeState(StrEnum):
    """How a duty stands against a file."""

    MET = "met"
    PARTLY = "partly"
    NOT_EVIDENCED = "not evidenced"
    NOT_APPLICABLE = "not applicable"
    UNKNOWN = "unknown"

    __repr__ = Enum.__str__

    @property
    def is_open(self) -> bool:
        """Whether something is still to be shown."""
        return self not in {OutcomeState.MET, OutcomeState.NOT_APPLICABLE}


@frozen(kw_only=True, repr=False)
class Outcome(Shown):
    """How one duty stands against a file, what shows it, and what is missing.

    Asking Python for its truth raises `TruthError`; look at `state`.

    Args:
        rule: The rule, as it is on the day.
        state: How it stands.
        topic: What it is about, in a few words.
        unmet: What a reader is told where it is not met.
        needs: What would show that it is met, so far as that is called for.
        evidence: What in the file shows it, or a part of it.
        missing: The needs that nothing in the file shows in full.
        why: Why it does not apply, or cannot be told.
        departure: The recorded departure from it, if there is one.
    """

    rule: Provision
    state: OutcomeState
    topic: str
    unmet: str
    needs: tuple[ListedItem, ...] = ()
    evidence: tuple[Exhibit, ...] = ()
    missing: tuple[ListedItem, ...] = ()
    why: str = ""
    departure: Departure | None = None

    @property
    def id(self) -> str:
        """The id of the rule."""
        return self.rule.id

    @property
    def force(self) -> Force:
        """How strongly the rule speaks."""
        return self.rule.force

    @property
    def basis(self) -> tuple[Citation, ...]:
        """Where the rule stands; and what it restates, if it is guidance."""
        restated = (self.rule.restates,) if self.rule.restates else ()
        return (self.rule.citation, *restated)

    @property
    def how_sure(self) -> str:
        """What makes the law less than sure; empty where it was read and holds."""
        rule = self.rule
        read = "" if rule.is_verified else evidence_in_words(rule.evidence)
        if rule.is_supposed and rule.evidence is not Evidence.READ:
            read = rule.evidence.value
        return "; ".join(
            filter(None, (INHERITED if rule.inherited else read, rule.doubt))
        )

    @property
    def is_law(self) -> bool:
        """Whether an Act or regulations ask for it, or guidance that restates them."""
        instrument = shelf.instrument(self.rule.source.instrument)
        return instrument.kind.is_law or self.rule.restates is not None

    @property
    def shown_by(self) -> tuple[str, ...]:
        """What in the file shows it, in words, each thing once."""
        return tuple(dict.fromkeys(map(str, self.evidence)))

    @property
    def is_missed(self) -> bool:
        """Whether the file shows the contrary of what is asked."""
        return any(one.is_contrary for one in self.evidence)

    @property
    def is_judged(self) -> bool:
        """Whether it rests on the recorded judgement of a person."""
        return any(one.judged is not None for one in self.evidence)

    @property
    def waits_for_a_judgement(self) -> bool:
        """Whether all that it still needs is mentioned, and has only to be weighed."""
        return bool(self.missing) and all(map(self._is_mentioned, self.missing))

    def _is_mentioned(self, need: ListedItem) -> bool:
        shown = [one for one in self.evidence if one.need in (None, need.id)]
        return bool(shown) and all(one.weight is Weight.MENTION for one in shown)

    @property
    def is_departed_from(self) -> bool:
        """Whether it is guidance, is not met, and a reason for that is recorded."""
        has_reason = self.departure is not None and bool(self.departure.reason.settled)
        return has_reason and self.state.is_open and self.force is not Force.MUST

    @property
    def is_owed(self) -> bool:
        """Whether it is open, and nobody may simply leave it."""
        return self.state.is_open and not (self.is_free or self.is_departed_from)

    @property
    def is_free(self) -> bool:
        """Whether nobody need do it, since it is only allowed or only stated."""
        return self.force in OPTIONAL

    @property
    def consequence(self) -> str:
        """What it means that the duty stands as it does."""
        if not self.state.is_open:
            return self.why
        if self.is_departed_from:
            return "a departure from guidance, with a recorded reason"
        if self.is_missed and self.force is Force.MAY:
            return "more than is allowed"
        if self.force is Force.MUST and not self.is_law:
            return "a must of guidance, and not shown"
        return _CONSEQUENCES[self.force]

    @property
    def to_be_met(self) -> tuple[str, ...]:
        """What would make it met, one thing each; empty if nothing is missing."""
        return tuple(map(self._lack, self.missing))

    def _lack(self, need: ListedItem) -> str:
        short = self._shortcomings(need)
        return f"{need.says} ({'; '.join(short)})" if short else need.says

    def _shortcomings(self, need: ListedItem) -> tuple[str, ...]:
        found = (one for one in self.evidence if one.need in (None, need.id))
        return tuple(dict.fromkeys(filter(None, (one.shortcoming for one in found))))

    @property
    def finding(self) -> Finding:
        """A finding that what the rule asks for is there, and what it still needs.

        The answer is yes where it is met, no where the file shows the contrary, and
        else unknown: that nothing is found in a file says no.
        """
        answer = self._answer
        is_open = answer is Answer.UNKNOWN
        return Finding(
            answer=answer,
            claim=self.rule.says.rstrip("."),
            basis=self.basis,
            rests_on=tuple(map(self._found, self.needs)),
            decided_by=() if is_open else tuple(one.what for one in self.evidence),
            needed=tuple(one.says for one in self.missing) if is_open else (),
        )

    @property
    def _answer(self) -> Answer:
        if self.is_missed:
            return Answer.NO
        return Answer.YES if self.state is OutcomeState.MET else Answer.UNKNOWN

    def _found(self, need: ListedItem) -> Finding:
        shown = [one for one in self.evidence if one.need in (None, need.id)]
        answer = Answer.UNKNOWN if need in self.missing else Answer.YES
        if any(one.is_contrary for one in shown):
            answer = Answer.NO
        return Finding(answer=answer, claim=need.says)

    def __bool__(self) -> NoReturn:
        raise TruthError(
            "how a duty stands is not true or false", remedy="look at its `state`"
        )

    def _pairs(self) -> Iterator[tuple[str, object]]:
        pairs = (
            ("item", self.id),
            ("topic", self.topic),
            ("force", self.force),
            ("outcome", self.in_words),
            ("asks", self.asked),
            ("note", "\n".join(self.rule.notes)),
            ("basis", listed(map(str, self.basis))),
            ("how sure the law is", self.how_sure),
            ("what it means", self.consequence),
            ("found", "\n".join(self.shown_by)),
            ("would be met by", "\n".join(self.to_be_met)),
            ("reason for departing", self.departure and str(self.departure.reason)),
        )
        return ((label, value) for label, value in pairs if value)

    def _blocks(self) -> Sequence[Block]:
        return tuple(self._every_block())

    def _every_block(self) -> Iterator[Block]:
        yield Heading(self.title, 2)
        yield Paragraph(self.said)
        inline = ("force", "basis", "how sure the law is", "what it means")
        kept = (*inline, "asks", "note", "reason for departing")
        rows = ((name, value) for name, value in self._pairs() if name in kept)
        yield Pairs(tuple((name, _plain(value)) for name, value in rows))
        for caption, items in (
            ("What shows it", self.shown_by),
            ("What would make it met", self.to_be_met),
        ):
            if items:
                yield Heading(caption, 3)
                yield Bullets(items)

    @property
    def asked(self) -> str:
        """What the rule says, with the list that it holds."""
        items = "; ".join(item.says.rstrip(".") for item in self.rule.items)
        return f"{self.rule.says} {items}." if items else self.rule.says

    @property
    def said(self) -> str:
        """What a reader is told of it, in a sentence."""
        if not self.state.is_open:
            return self.rule.says
        is_part = self.state is OutcomeState.PARTLY and not self.is_missed
        return IN_PART if is_part else self.unmet

    @property
    def title(self) -> str:
        """Its id, what it is about, and how it stands."""
        return f"{self.id}, {self.topic}: {self.in_words}"

    @property
    def in_words(self) -> str:
        """Its state, with what has to be known of it in the same breath."""
        if self.is_missed:
            return f"{self.state}: the file shows the contrary"
        judged = ", on a recorded judgement" if self.is_judged else ""
        return f"{self.state}{judged}"

    def to_json(self) -> dict[str, object]:
        """Give everything about it as plain values, ready for JSON."""
        return {
            "id": self.id,
            "topic": self.topic,
            "force": self.force.value,
            "state": self.state.value,
            "answer": self._answer.value,
            "asks": self.asked,
            "note": list(self.rule.notes),
            "is_law": self.is_law,
            "basis": [str(one) for one in self.basis],
            "evidence_of_law": self.rule.evidence.value,
            "how_sure": self.how_sure,
            "consequence": self.consequence,
            "found": list(self.shown_by),
            "missing": list(self.to_be_met),
            "rests_on_judgement": self.is_judged,
            "why": self.why,
            "departure": str(self.departure.reason) if self.departure else None,
        }

    def __str__(self) -> str:
        return f"{self.title} ({self.force.value}). {self.said}"

    def __repr__(self) -> str:
        return f"<Outcome {self.id!r}: {self.state.value}>"


def _plain(value: object) -> str:
    return value.value if isinstance(value, Force) else str(value)


_CONSEQUENCES = {
    Force.MUST: "required by law, and not shown",
    Force.SHOULD: "a departure from guidance, for which no reason is recorded",
    Force.EXPECTED: "advice that is not shown to be followed",
    Force.MAY: "allowed, and not asked for",
    Force.STATEMENT: "a statement of the guidance that is not borne out",
}
