"""What does not hold yet, what is not stated, and what is in doubt."""

from collections.abc import Iterator

from masa.ground.blocks import Block, Bullets, Heading, Paragraph
from masa.ground.logic import Answer
from masa.model.arrangement import Arrangement
from masa.report.lines import bulleted, sentence
from masa.rules.gaps import contradictions, gaps, proposals, unknowns
from masa.rules.totals import check_listings

__all__ = ["contradictory", "elsewhere", "not_stated", "not_yet"]


def not_yet(arrangement: Arrangement) -> Iterator[Block]:
    """List what is only proposed, conditional or still to be agreed."""
    items = tuple(sentence(str(proposal)) for proposal in proposals(arrangement))
    whole = arrangement.standing
    if items or not whole.is_settled:
        yield Heading("What does not hold yet")
    if not whole.is_settled:
        yield Paragraph(
            f"The whole is {whole.value}: nothing here holds yet, unless it is marked "
            "as in force or agreed."
        )
    if items:
        yield Bullets(items)


def not_stated(arrangement: Arrangement) -> Iterator[Block]:
    """List what is looked for in vain, and what is spoken of and not told."""
    yield Heading("What is not stated")
    missing = map(str, gaps(arrangement))
    untold = (sentence(str(unknown)) for unknown in unknowns(arrangement))
    yield Bullets((*missing, *untold) or ("Nothing that was looked for.",))


def contradictory(arrangement: Arrangement) -> Iterator[Block]:
    """List what contradicts itself, stays in doubt, or may be the same."""
    yield Heading("What contradicts itself or stays in doubt")
    found = tuple(sentence(str(c)) for c in contradictions(arrangement))
    doubts = tuple(sentence(str(doubt)) for doubt in arrangement.doubts)
    wrong = (
        sentence(f"it is not so that {finding.claim}.")
        for finding in check_listings(arrangement)
        if finding.answer is Answer.NO
    )
    same = tuple(sentence(f"{one}.") for one in arrangement.same_as)
    yield Bullets((*found, *wrong, *doubts, *same) or ("Nothing was found.",))


def elsewhere(arrangement: Arrangement) -> Iterator[Block]:
    """List what other sources say, which changes nothing in the document."""
    yield from bulleted(
        "What other sources say",
        (sentence(str(fact)) for fact in arrangement.outside_facts),
        level=2,
    )
