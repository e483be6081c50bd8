"""The law on pages: one for each instrument, and the answer to one question.

The pages list what the data files hold and nothing else, each rule with its source,
how surely it was read, and from when to when it holds.
"""

from collections.abc import Iterable, Iterator, Sequence

from masa.ground.blocks import Block, Bullets, Heading, Pairs, Paragraph, Table
from masa.ground.errors import UnknownNameError
from masa.ground.law import files, shelf
from masa.ground.law.authorities import local_authorities
from masa.ground.law.differences import Difference, differences
from masa.ground.law.holidays import bank_holidays
from masa.ground.law.instruments import Instrument
from masa.ground.law.origins import origin
from masa.ground.law.places import overlap, places
from masa.ground.law.provisions import Provision, evidence_in_words
from masa.ground.reports import Report
from masa.ground.shown import Shown, plain
from masa.ground.spans import long_day
from masa.ground.text import did_you_mean, echo
from masa.model.case_facts import QUESTIONS
from masa.model.opening import law
from masa.model.statutes import StatuteBook
from masa.rules.catalogue import criteria, decision_table
from masa.rules.weighings import FACTS, LOCAL, NATIONAL, REGARD

__all__ = ["answer", "changes", "overview", "pages"]

TABLES = (
    "Each row is a smallest set of known facts that settles a criterion, whatever the "
    "others are. The tables are made from the same criteria that judge a case."
)
WEIGHED = (
    "These are factors, each a judgement of its own. They are to be considered; none "
    "of them, and no number of them, decides on a review."
)


def pages() -> dict[str, Report]:
    """Lay out everything that the statute book holds, whatever day it holds on.

    Returns:
        A page for each instrument, and one each for the clocks, the criteria, the
        steps of reviews, the differences between texts and the registers of holidays
        and of local authorities, by a name that can name a file.
    """
    found = {_file_name(one): _instrument_page(one) for one in shelf.instruments()}
    return {
        "clocks": _page("The clocks of the law", _clock_blocks()),
        "criteria": _page("The criteria as decision tables", _criteria_blocks()),
        "processes": _page("The steps of reviews", _process_blocks()),
        "differences": _page("Where texts differ", _difference_blocks()),
        "bank-holidays": _page("Bank holidays in England", _holiday_blocks()),
        "local-authorities": _page("Local authorities in England", _authority_blocks()),
        "origins": _page("What the law was taken from", _origin_blocks()),
        **found,
    }


def _file_name(instrument: Instrument) -> str:
    return instrument.id.replace("/", "-").casefold()


def _page(title: str, blocks: Iterable[Block]) -> Report:
    return Report(title, (Heading(title, 1), *blocks))


def _pairs(thing: Shown) -> Pairs:
    """Lay a thing out by label and value, as it describes itself."""
    (row,) = thing.to_records()
    return Pairs(tuple(row.items()))


def _instrument_page(instrument: Instrument) -> Report:
    return _page(instrument.title, _instrument_blocks(instrument))


def _instrument_blocks(instrument: Instrument) -> Iterator[Block]:
    facts = {
        "id": instrument.id,
        "cited as": instrument.cited_as,
        "kind": instrument.kind.value,
        "number": instrument.number,
        "made": instrument.made,
        "in force": instrument.in_force,
        "superseded": instrument.superseded,
        "superseded everywhere": instrument.area_latest,
        "address": instrument.address,
        "publisher": instrument.publisher,
        "evidence of these dates": evidence_in_words(instrument.evidence),
        "note": instrument.note,
    }
    yield Pairs(tuple((label, plain(fact)) for label, fact in facts.items() if fact))
    if instrument.revisions:
        yield Bullets(tuple(map(str, instrument.revisions)))
    for provision in _provisions_of(instrument):
        place = provision.source.pinpoint
        yield Heading(f"{place}: {provision.id}" if place else provision.id, 2)
        yield _pairs(provision)


def _provisions_of(instrument: Instrument) -> Iterator[Provision]:
    for name in shelf.rules():
        for version in shelf.rule(name):
            if version.source.instrument == instrument.cited_as:
                yield version


def _clock_blocks() -> Iterator[Block]:
    for name in shelf.clocks():
        yield Heading(name, 2)
        yield _pairs(shelf.clock(name))


def _criteria_blocks() -> Iterator[Block]:
    """Lay out each criterion as a table, and the facts for which they ask."""
    yield Paragraph(TABLES)
    for name in criteria():
        yield from decision_table(name).to_blocks(2)
    yield Heading("What is weighed before a review")
    yield Paragraph(WEIGHED)
    book = law(shelf.coverage().checked)
    for rule in (LOCAL, REGARD, NATIONAL):
        yield _weighed_table(book[rule])
    yield Heading("The facts of a case")
    yield Table(
        caption="Each fact, by its name, and what it asks",
        columns=("fact", "question"),
        rows=tuple(QUESTIONS.items()),
    )


def _weighed_table(rule: Provision) -> Table:
    return Table(
        caption=rule.says,
        columns=("factor", "fact", "by", "evidence"),
        rows=tuple(
            (
                str(item),
                FACTS[item.id or ""],
                str(rule.source),
                evidence_in_words(rule.evidence),
            )
            for item in rule.items
        ),
    )


def _process_blocks() -> Iterator[Block]:
    for process in shelf.processes().values():
        yield Heading(process.id, 2)
        yield Paragraph(f"{process.says} It falls to: {process.who}.")
        for step in process.steps:
            yield Heading(step.id, 3)
            yield _pairs(step)


def _difference_blocks() -> Iterator[Block]:
    for difference in differences():
        yield Heading(difference.id, 2)
        yield _pairs(difference)


def _holiday_blocks() -> Iterator[Block]:
    caption = "Weekdays that are bank holidays or common-law holidays"
    yield _register(caption, bank_holidays())


def _authority_blocks() -> Iterator[Block]:
    caption = "Local authorities with children's functions, by name"
    yield _register(caption, local_authorities())


def _register(caption: str, things: Iterable[Shown]) -> Table:
    """Lay things out in one table, with a column for every label that one has."""
    rows = [row for thing in things for row in thing.to_records()]
    columns = tuple(dict.fromkeys(label for row in rows for label in row))
    return Table(
        caption=caption,
        columns=columns,
        rows=tuple(tuple(row.get(label, "") for label in columns) for row in rows),
    )


def _origin_blocks() -> Iterator[Block]:
    for name in files.file_names():
        if name != files.COVERAGE:
            yield Heading(name, 2)
            yield _pairs(origin(name))


def overview(book: StatuteBook) -> Report:
    """Give an overview of the law on a day: edition, notices, instruments, clocks."""
    instruments = Table(
        caption="Instruments",
        columns=("id", "title", "kind", "applies", "evidence of its dates"),
        rows=tuple(
            (
                one.id,
                one.title,
                one.kind.value,
                plain(book.applies(one)),
                evidence_in_words(one.evidence),
            )
            for one in book.instruments
        ),
    )
    title = str(book)
    shown = (*book.summary(), instruments, book.clocks.table())
    return _page(f"{title[0].upper()}{title[1:]}", shown)


def changes(book: StatuteBook, since: StatuteBook, name: str | None = None) -> Report:
    """Say what changed in the law from one day to another.

    Args:
        book: The law on the later day.
        since: The law on the earlier day.
        name: A rule, clock, checklist or citation to which that is to be confined.

    Raises:
        UnknownNameError: If nothing is called so.
    """
    found = since.compare(book)
    shown = found if name is None else found.about(*_rules_of(name))
    return _page("What changed in the law", shown.blocks())


def _rules_of(name: str) -> list[str]:
    """Name the rules that a name stands for."""
    named = [name] if name in shelf.rules() else []
    if name in shelf.clock_names():
        clock = shelf.clock(name)
        named += [*clock.lengths, *clock.duty]
    elif name in shelf.checklists():
        named += shelf.rules_of_checklist(name)
    named = named or [version.id for version in _cited(name)]
    if not named:
        raise _unknown(name)
    return named


def answer(book: StatuteBook, name: str) -> Report:
    """Say what the statute book holds under one name.

    Args:
        book: The law on a day.
        name: The id of a rule, clock, instrument or difference, the name of a
            checklist, or a citation such as "SI 2018/789, reg 16".

    Returns:
        A rule with all its versions and a clock with its limits on the day, each
        with the differences that concern it.

    Raises:
        UnknownNameError: If nothing is called so.
        UnsettledError: If the checklist turns on a day of the area that is not known.
    """
    blocks = (
        *_about_rule(book, name),
        *_about_clock(book, name),
        *_about_difference(name),
        *_about_instrument(name),
        *_about_checklist(book, name),
    )
    blocks = blocks or tuple(_about_place(book, name))
    if not blocks:
        raise _unknown(name)
    return Report(name, (Heading(name, 1), *blocks))


def _unknown(name: str) -> UnknownNameError:
    instruments = (n for one in shelf.instruments() for n in (one.id, one.cited_as))
    known = (*shelf.rules(), *shelf.clock_names(), *instruments)
    return UnknownNameError(
        f"the statute book holds nothing called {echo(name)}",
        remedy=did_you_mean(name, known) or "give an id or a citation",
    )


def _about_rule(book: StatuteBook, rule: str) -> Iterator[Block]:
    if rule not in shelf.rules():
        return
    held = book.versions(rule)
    if not held:
        yield Paragraph(f"Not in force on {long_day(book.on)}.")
    yield from map(_pairs, held or shelf.rule(rule)[:1])
    if len(shelf.rule(rule)) > 1:
        yield _history(shelf.rule(rule))
    yield from _concerning(differences(rule))


def _history(versions: Sequence[Provision]) -> Table:
    return Table(
        caption="Versions",
        columns=("in force", "source", "force", "evidence", "what it says"),
        rows=tuple(
            (
                one.period,
                str(one.source),
                one.force.value,
                evidence_in_words(one.evidence),
                "; ".join((one.says, *map(str, one.items))),
            )
            for one in versions
        ),
    )


def _concerning(found: Iterable[Difference]) -> Iterator[Block]:
    for difference in found:
        yield Heading(f"{difference.id}: {difference.question}", 3)
        yield _pairs(difference)


def _about_clock(book: StatuteBook, name: str) -> Iterator[Block]:
    if name not in shelf.clock_names():
        return
    if name in shelf.rules():
        yield Heading(f"The clock {name}")
    if name in book.clocks:
        yield _pairs(book.clock(name))
    else:
        yield Paragraph(f"The clock does not run on {long_day(book.on)}.")
        yield _pairs(shelf.clock(name))
    if name not in shelf.rules():
        yield from _concerning(differences(name))


def _about_difference(name: str) -> Iterator[Block]:
    for found in differences():
        if found.id == name:
            yield _pairs(found)


def _about_instrument(name: str) -> Iterator[Block]:
    for one in shelf.instruments():
        if name.casefold() in (one.id.casefold(), one.cited_as.casefold()):
            yield from _instrument_blocks(one)


def _about_checklist(book: StatuteBook, name: str) -> Iterator[Block]:
    if name in shelf.checklists():
        items = book.checklist(name)
        yield Paragraph(f"{len(items)} items on {long_day(book.on)}.")
        for item in items:
            yield Heading(item.id, 2)
            yield _pairs(item)


def _about_place(book: StatuteBook, citation: str) -> Iterator[Block]:
    """Show every version that stands at a place, and whether it holds on the day."""
    for version in _cited(citation):
        yield Heading(version.id, 2)
        if version not in book.versions(version.id):
            yield Paragraph(f"Not in force on {long_day(book.on)}.")
        yield _pairs(version)


def _cited(citation: str) -> list[Provision]:
    """Find the versions of rules that stand at a place, or within it."""
    folded = citation.casefold()
    named = [
        one for one in shelf.instruments() if folded.startswith(one.cited_as.casefold())
    ]
    if not named:
        return []
    instrument = max(named, key=lambda one: len(one.cited_as))
    wanted = places(citation[len(instrument.cited_as) :])
    return [
        version
        for version in _provisions_of(instrument)
        if overlap(wanted, places(version.source.pinpoint or ""))
    ]
