"""Whether a body is a relevant agency, and whether a delegation is valid."""

import re
from datetime import date

from attrs import evolve

from masa.ground.criteria import Criterion, all_of, any_of, is_one_of
from masa.ground.errors import UnknownNameError
from masa.ground.findings import Finding
from masa.ground.law.provisions import Provision
from masa.ground.shapes import to_choice
from masa.ground.text import did_you_mean, echo, listed, text_of
from masa.model.partners import PartnerKind
from masa.model.statutes import StatuteBook
from masa.rules.judging import Known, LegalTest, basis, book_on_day, so

__all__ = [
    "DELEGATION_BETWEEN_PARTNERS",
    "RELEVANT_AGENCY",
    "is_relevant_agency",
    "is_valid_delegation",
]

_SECTION = re.compile(r"(?:s\.?|section)?\s*(\d+[a-z]*)(?:\(.*\))?", re.IGNORECASE)
NOT_GUIDANCE = "ca-2004/s16j-not-guidance"
KINDS = tuple(kind.value for kind in PartnerKind)
AGENCY, SCHEDULE = "ca-2004/s16e.3-relevant-agency", "relevant-agency-schedule"
NOT_LISTED = "not-in-the-schedule"
DELEGATION, FUNCTIONS = "delegation-between-partners", "combining-areas"


def relevant_agency(book: StatuteBook) -> Criterion:
    """Make the definition of a relevant agency: s.16E(3) and SI 2018/789, reg 18."""
    return all_of(
        "it is a relevant agency for the area",
        so("listed", "it is of a kind that the Schedule lists", book, SCHEDULE),
        so(
            "exercises_functions",
            "it exercises functions in the area in relation to children",
            book,
            AGENCY,
        ),
        so("in_england", "what it does is in England", book, "si-2018-789/reg18"),
        basis=basis(book, AGENCY),
        on=book.on,
    )


RELEVANT_AGENCY = LegalTest(id="relevant-agency", make=relevant_agency, rule=SCHEDULE)


def is_relevant_agency(
    kind: str | None = None,
    *,
    exercises_functions: Known = None,
    in_england: Known = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Finding:
    """Say whether a body is a relevant agency for a local authority area.

    Whether the area's arrangements name it is another question: that makes no body a
    relevant agency, and takes that from none.

    Args:
        kind: What the body is: the id or the paragraph of an item of the Schedule,
            such as "nhs-trust" or "para 16", or of what is known not to be in it,
            such as "fire-and-rescue-authority"; nothing if that is not known.
        exercises_functions: Whether it exercises functions in relation to children
            in the area.
        in_england: Whether that activity is in England, as the area always is.
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Raises:
        UnknownNameError: If the Schedule is not known to list the kind, or not to.
        KindError: If a value is not what it should be.
        NotInForceError: If there were no relevant agencies in the law of that day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16E(3); SI 2018/789, reg 18 and Sch. The text of
    the Schedule since 6 November 2023 was not found.

    Example:
        >>> print(is_relevant_agency("fire-and-rescue-authority").answer)
        no
    """
    book = book_on_day(on, law)
    facts = {
        "listed": None if kind is None else _is_listed(kind, book),
        "exercises_functions": exercises_functions,
        "in_england": in_england,
    }
    return RELEVANT_AGENCY.criterion(book).judge(facts)


def _is_listed(kind: str, book: StatuteBook) -> bool:
    listed, others = book[SCHEDULE], book[NOT_LISTED]
    if _has(listed, text_of(kind)):
        return True
    if _has(others, kind):
        return False
    names = [item.id or "" for item in (*listed.items, *others.items)]
    raise UnknownNameError(
        f"{echo(kind)} is no kind of body that the Schedule is known to list or not",
        remedy=did_you_mean(kind, names) or f"look at the items of {SCHEDULE}",
    )


def _has(rule: Provision, key: str) -> bool:
    return any(key in {item.id, item.at} for item in rule.items)


def delegation(book: StatuteBook) -> Criterion:
    """Make the test of a valid delegation: s.16J(3) to (5)."""
    held = book[DELEGATION]
    return all_of(
        "the delegation is valid",
        so("same_area", "both are partners for the same area", book, DELEGATION),
        so("function", "the function may be delegated", book, FUNCTIONS),
        any_of(
            "it is from like to like",
            *(_like(book, held, kind) for kind in KINDS),
            basis=basis(book, "ca-2004/s16j-same-kind"),
        ),
        basis=basis(book, DELEGATION),
        on=book.on,
    )


def _like(book: StatuteBook, held: Provision, kind: str) -> Criterion:
    """Claim that a delegation is from one kind of partner to the same."""
    item = held.item(kind.replace(" ", "-"))
    section, _, _ = (held.source.pinpoint or "").partition("(")
    cited = evolve(held.citation, pinpoint=f"{section}{item.at}")
    parts = [
        is_one_of(
            fact, f"it is {way} {kind}", choices=KINDS, among=[kind], basis=[cited]
        )
        for fact, way in (("from_kind", "from"), ("to_kind", "to"))
    ]
    if kind == PartnerKind.LOCAL_AUTHORITY.value:
        agreed = "their areas are combined by agreement"
        parts.append(so("combined", agreed, book, FUNCTIONS))
    return all_of(f"it is from {kind} to {kind}", *parts, basis=[cited])


DELEGATION_BETWEEN_PARTNERS = LegalTest(
    id="delegation", make=delegation, rule=DELEGATION
)


def _may_be(function: str, book: StatuteBook) -> bool:
    """Say whether a function may be delegated; to have regard to guidance may not."""
    functions = book[FUNCTIONS]
    found = _SECTION.fullmatch(text_of(function).strip())
    key = f"s.{found[1].upper()}" if found else function
    if _has(functions, key):
        return True
    barred = book[NOT_GUIDANCE].source.pinpoint or ""
    if found and found[1].upper() in re.findall(r"\w+", barred):
        return False
    names = [name for one in functions.items for name in (one.id or "", one.at or "")]
    raise UnknownNameError(
        f"{echo(function)} is none of the functions of which the section speaks",
        remedy=did_you_mean(function, names) or f"there are {listed(names)}",
    )


def is_valid_delegation(  # noqa: PLR0913 (what the section asks)
    function: str | None = None,
    *,
    from_kind: PartnerKind | str | None = None,
    to_kind: PartnerKind | str | None = None,
    same_area: Known = None,
    combined: Known = None,
    on: date | str | None = None,
    law: StatuteBook | None = None,
) -> Finding:
    """Say whether one safeguarding partner may carry out a function for another.

    Args:
        function: The function: its section, such as "s.16F", or its id, such as
            "reviews"; nothing if that is not known. To have regard to guidance
            (s.16K) is none that may be delegated.
        from_kind: The kind of the partner that delegates.
        to_kind: The kind of the partner that is to carry it out.
        same_area: Whether both are partners for the same area, combined or not.
        combined: Whether areas are combined by agreement; only between authorities.
        on: The day of the law; unless given, that of the last look at the law.
        law: A book of law, instead of a day.

    Raises:
        UnknownNameError: If the section does not speak of such a function; those of
            child death review partners are delegated under another (s.16P).
        KindError: If a value is not what it should be.
        NotInForceError: If there was no such power in the law of that day.
        CoverageError: If the statute book does not cover the day.
        DateError: If there is no such day.

    Authority: Children Act 2004, s.16J(3) to (5).

    Example:
        >>> is_valid_delegation("s.16F", from_kind="health", to_kind="police").answer
        Answer.NO
    """
    book = book_on_day(on, law)
    facts = {
        "same_area": same_area,
        "function": None if function is None else _may_be(function, book),
        "from_kind": None if from_kind is None else to_choice(PartnerKind, from_kind),
        "to_kind": None if to_kind is None else to_choice(PartnerKind, to_kind),
        "combined": combined,
    }
    return DELEGATION_BETWEEN_PARTNERS.criterion(book).judge(facts)
