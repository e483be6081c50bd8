"""What law and guidance say of funding, as findings that judge nothing.

Whether money is equitable, proportionate or enough, a person has to judge: each
finding of what ought to be is unknown, and says what would have to be shown.
"""

from collections.abc import Iterator

from masa.ground.findings import Finding
from masa.ground.law.provisions import UNVERIFIED, Provision
from masa.ground.logic import Answer
from masa.ground.text import listed
from masa.model.statutes import StatuteBook

__all__ = ["funding_words"]

SHOULD = (
    *("f-4", "f-4-equitable-and-proportionate", "f-4-relevant-agencies", "f-6"),
    *("f-8", "f-9", "f-9-adequate"),
)
SAID = (
    *("f-1", "f-1-relevant-agencies", "f-2", "ca-2004/s16i-no-formula"),
    *("f-9-proportionate-dropped", "no-funding-formula"),
)


def funding_words(book: StatuteBook) -> Iterator[Finding]:
    """Yield what the Act allows on a day, and what the guidance asks and leaves out.

    What ought to be is unknown. What a text says, or what was not found in the parts
    of it that were read, is yes where it was read, at least in part, and else unknown.
    """
    for version in (one for rule in SHOULD for one in book.versions(rule)):
        needed = tuple(need.says for need in version.needs)
        yield _found(book, version, Answer.UNKNOWN, needed)
    for version in (one for rule in SAID for one in book.versions(rule)):
        if version.evidence in UNVERIFIED:
            words = f"the words of {version.source}"
            yield _found(book, version, Answer.UNKNOWN, (words,))
        else:
            yield _found(book, version, Answer.YES)


def _found(
    book: StatuteBook, said: Provision, answer: Answer, needed: tuple[str, ...] = ()
) -> Finding:
    items = listed(item.says.rstrip(".").lower() for item in said.items)
    claim = said.says.rstrip(".") + (f": {items}" if items else "")
    return Finding(
        answer=answer, claim=claim, on=book.on, basis=(said.citation,), needed=needed
    )
