"""From plain values to a value of ours: one strict walk over the annotations.

The walk carries the path, the place and the standing that a table hands down,
and notes every name that is declared or mentioned. It never stops at a fault.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from itertools import islice
from typing import NamedTuple, TypeVar

from attrs import field, frozen

from masa.ground.dates import When
from masa.ground.documents import SAYING, Limits, Unreadable
from masa.ground.errors import DocumentError, Fault, MasaError
from masa.ground.forms import (
    EXTRAS,
    NO_PLACE,
    SAYS,
    full_keys,
    known_keys,
    missing,
    parted,
    reads_pairs,
    reads_text,
    reads_time,
    stands_apart,
)
from masa.ground.names import is_named
from masa.ground.register import Register
from masa.ground.shapes import (
    Facts,
    Leaf,
    Many,
    Maybe,
    Path,
    Said,
    Shape,
    Value,
    is_plain,
    parts,
    walk,
    words_of,
)
from masa.ground.sources import Source
from masa.ground.stand_ins import as_written, faults_between
from masa.ground.stated import Absence, Standing, Stated, Statement
from masa.ground.text import did_you_mean, echo, listed, with_article

__all__ = ["read"]

T = TypeVar("T")
GUESSES_MOST = 100
HANDED = "at", "standing"
_CALLED: dict[type, str] = {Source: "place"}


class _Faulty:
    """What stands in the place of a value that could not be read."""


FAULTY = _Faulty()


class _Here(NamedTuple):
    """Where the walk is, and what the tables around hand down."""

    path: Path = ()
    at: Source | None = None
    standing: Standing = Standing.IN_FORCE
    around: tuple[tuple[type, Mapping[str, object]], ...] = ()

    def into(self, step: str | int) -> "_Here":
        return _Here((*self.path, step), self.at, self.standing, self.around)


def read(
    kind: type[T],
    tree: dict[str, object],
    *,
    limits: Limits,
    always: Iterable[str] = (),
    documents: type | None = None,
) -> tuple[T | None, list[Fault]]:
    """Read a value of one of our classes from plain values.

    Args:
        kind: The class.
        tree: Plain values, as a parser gives them.
        limits: How many things it may declare, how many references make.
        always: Names that may be used without being declared.
        documents: The class of the documents in which its places are, if it has any.

    Returns:
        The value and no faults; or none, or one that is not to be used, and
        every fault.
    """
    reader = _Reader(limits=limits, register=Register(documents))
    value = reader.table(kind, tree, _Here())
    reader.resolve(always)
    return (value if isinstance(value, kind) else None), reader.faults


@frozen
class _Reader:
    limits: Limits
    register: Register
    faults: list[Fault] = field(factory=list)
    places: dict[str, object] = field(factory=dict)
    unsound: list[Fault] = field(factory=list)
    sound: dict[Path, dict[int, object]] = field(factory=dict)

    def fault(self, here: _Here, said: str, remedy: str = "") -> _Faulty:
        if len(self.faults) < self.limits.faults:
            self.faults.append(Fault(said, remedy=remedy, path=here.path))
        return FAULTY

    def add(self, faults: Iterable[Fault]) -> None:
        """Add faults that were found elsewhere, as many as may be told."""
        room = max(0, self.limits.faults - len(self.faults))
        self.faults.extend(islice(faults, room))

    def failed(self, here: _Here, error: MasaError) -> _Faulty:
        return self.fault(here, error.said, error.remedy)

    def resolve(self, always: Iterable[str]) -> None:
        """Check every name, id and document that was declared or mentioned."""
        for what, number, most in self.register.sizes(self.limits):
            if number > most:
                self.fault(
                    _Here(), f"it holds {number:,} {what}", f"at most {most:,} are read"
                )
                return
        self.add(self.register.faults(always))
        if not self.faults:
            self.add(self.unsound)

    def value(self, shape: Shape, raw: object, here: _Here) -> object:  # noqa: PLR0911 (one for each shape)
        if not isinstance(raw, str | dict | list):
            odd = None if reads_time(shape, raw) else self.odd(raw, here)
            if odd is FAULTY:
                return odd
        if isinstance(shape, Facts):
            said = self.statements(shape.of, raw, here)
            return Stated(said) if isinstance(said, tuple) else said
        match shape:
            case Leaf():
                return self.leaf(shape, raw, here)
            case Value(kind):
                return self.one(kind, raw, here)
            case Maybe(of):
                return self.value(of, raw, here)
            case Many(Said(of)):
                return self.statements(of, raw, here)
        return self.items(shape.of, raw, here)

    def odd(self, raw: object, here: _Here) -> _Faulty | None:
        """Report what no document may hold, whatever was wanted."""
        if isinstance(raw, Unreadable):
            return self.fault(here, raw.words, raw.remedy)
        if raw is None:
            return self.fault(here, "null is no value", "leave the key out")
        if isinstance(raw, datetime | time):
            words = f"{raw.isoformat()} is a time of day"
            return self.fault(here, words, "write the day alone, such as 2019-10-01")
        return None

    def leaf(self, shape: Leaf, raw: object, here: _Here) -> object:
        try:
            value = shape.check(raw)
        except MasaError as error:
            return self.failed(here, error)
        if shape.is_ref:
            self.register.names.append((str(value), here.path))
        return value

    def one(self, kind: type, raw: object, here: _Here) -> object:
        """Read one value: a table, or the text or day that its class reads."""
        if isinstance(raw, dict):
            if kind is Source:
                self.register.cite(raw, here.path)
            return self.table(kind, raw, here)
        read_text = When.of if kind is When else getattr(kind, "from_text", None)
        key = getattr(kind, "text_key", None)
        if isinstance(raw, str) and read_text is None and key is not None:
            return self.table(kind, {"is": raw}, here)
        if key is not None and isinstance(raw, getattr(kind, "plain_kinds", ())):
            return self.table(kind, {"is": raw}, here)
        readable = str | date if kind is When else str
        if read_text is None or not isinstance(raw, readable):
            wanted = "a text" if read_text or key else "a table"
            wanted = getattr(kind, "file_form", wanted)
            called = _CALLED.get(kind) or words_of(kind)
            said = f"{echo(raw)} is not {with_article(called)}"
            return self.fault(here, said, f"write {wanted}")
        try:
            value: object = read_text(raw)
        except MasaError as error:
            return self.failed(here, error)
        self.note(kind, value, here)
        return value

    def note(self, kind: type, value: object, here: _Here) -> None:
        """Note the names mentioned in a value that was read from a text."""
        if is_plain(Value(kind)):
            return
        for shape, held, _ in walk(Value(kind), value):
            if isinstance(shape, Leaf):
                self.register.names.append((str(held), here.path))

    def items(self, of: Shape, raw: object, here: _Here) -> object:
        if isinstance(raw, dict) and "are" in raw and isinstance(of, Value):
            return self.shared(of.kind, raw, here)
        if isinstance(raw, dict) and reads_pairs(of):
            return self.pairs(of, raw, here)
        if isinstance(raw, str) or (isinstance(raw, dict) and reads_text(of)):
            return self.whole([self.value(of, raw, here)], here)
        if not isinstance(raw, list):
            return self.no_list(of, raw, here)
        if len(raw) > self.most(of):
            said = f"it holds {len(raw):,} items"
            return self.fault(here, said, f"at most {self.most(of):,} are read")
        read_items = [self.value(of, item, here.into(n)) for n, item in enumerate(raw)]
        return self.whole(read_items, here)

    def no_list(self, of: Shape, raw: object, here: _Here) -> _Faulty:
        said = f"{echo(raw)} is not a list"
        if not (isinstance(raw, dict) and isinstance(of, Value)):
            return self.fault(here, said, "write [ … ]")
        self.fault(here, said, "write two brackets in its header: [[ … ]]")
        self.table(of.kind, raw, here)  # for its faults, and for what it declares
        return FAULTY

    def whole(self, read_items: list[object], here: _Here) -> object:
        """Give items as a tuple if all of them are sound, and keep those that are."""
        if FAULTY not in read_items:
            return tuple(read_items)
        numbered = enumerate(read_items)
        self.sound[here.path] = {n: one for n, one in numbered if one is not FAULTY}
        return FAULTY

    def pairs(self, of: Shape, raw: dict[str, object], here: _Here) -> object:
        """Read a table whose every key and value make one item."""
        assert isinstance(of, Value)  # noqa: S101 (only those read pairs)
        first, second = of.kind.pair_keys  # type: ignore[attr-defined] # as asked
        told, deep = len(self.faults), len(here.path) + 1
        read_items = [
            self.table(of.kind, {first: key, second: item}, here.into(key))
            for key, item in raw.items()
        ]
        for fault in self.faults[told:]:  # neither of the two keys is written
            fault.path = (*fault.path[:deep], *fault.path[deep + 1 :])
        return self.whole(read_items, here)

    def most(self, of: Shape) -> int:
        """How many such items a list may have; no more of them are looked at."""
        is_thing = isinstance(of, Value) and is_named(of.kind)
        return self.limits.bodies if is_thing else self.limits.relations

    def shared(self, kind: type, raw: dict[str, object], here: _Here) -> object:
        """Read the values that ``are`` gives, with the place and standing they share.

        Each shared part is read once, however many values there are.
        """
        known = ["are", *(key for key in HANDED if key in parts(kind))]
        held: dict[str, object] = {}
        for key, item in raw.items():
            if key not in known:
                held[key] = self.unknown_part(kind, key, here, known)
            elif key != "are":
                held[key] = self.handed(key, EXTRAS[key], item, here.into(key))
        items = self.are(raw["are"], here)
        if items is not FAULTY:
            items = self.items(Value(kind), items, self.handing(here, held))
        return FAULTY if FAULTY in held.values() else items

    def are(self, raw: object, here: _Here) -> object:
        if isinstance(raw, list | Unreadable):
            return raw
        return self.fault(here.into("are"), f"{echo(raw)} is not a list", "write [ … ]")

    def statements(self, of: Shape, raw: object, here: _Here) -> object:
        if not isinstance(raw, list):
            return self.said(of, raw, here)
        read_items = [self.said(of, item, here.into(n)) for n, item in enumerate(raw)]
        if FAULTY in read_items:
            return FAULTY
        return tuple(s for said in read_items if isinstance(said, tuple) for s in said)

    def said(self, of: Shape, raw: object, here: _Here) -> object:
        """Read one statement, or the several that ``are`` gives."""
        if not isinstance(raw, dict):
            return self.plainly(of, raw, here)
        table = raw
        if isinstance(of, Value) and raw.keys().isdisjoint(SAYS):
            table = parted(of.kind, raw, EXTRAS)
        keys = [key for key in SAYS if key in table]
        if len(keys) != 1:
            return self.unsaid(of, keys, table, here)
        extras = self.extras(table, here)
        values = self.values(of, keys[0], table[keys[0]], self.within(extras, here))
        if isinstance(extras, _Faulty) or FAULTY in values:
            return FAULTY
        if keys[0] == "unknown" and isinstance(table["unknown"], str):
            if "words" in table:
                return self.fault(
                    here, "unknown says why, and so do its words", "keep one of them"
                )
            extras = {**extras, "words": table["unknown"]}
        try:
            return tuple(Statement(value=value, **extras) for value in values)
        except MasaError as error:
            return self.failed(here, error)

    def plainly(self, of: Shape, raw: object, here: _Here) -> object:
        """Read a statement that is a value and nothing more."""
        value = self.value(of, raw, here)
        if value is FAULTY:
            return FAULTY
        return (Statement(value=value, at=here.at, standing=here.standing),)

    def unsaid(
        self, of: Shape, keys: list[str], table: dict[str, object], here: _Here
    ) -> _Faulty:
        """Report a table that says no value, or several at once."""
        told = len(self.faults)
        self.extras(table, here)
        for key in keys:
            self.values(of, key, table[key], here)
        if keys:
            words = f"{listed(keys)} stand together"
            self.fault(here, words, "one statement says one thing")
        elif len(self.faults) == told or table.keys() <= EXTRAS.keys():
            self.fault(here, "it says no value", "write { is = … }")
        return FAULTY

    def within(self, extras: "dict[str, object] | _Faulty", here: _Here) -> _Here:
        if isinstance(extras, _Faulty):
            return here
        return self.handing(here, extras)

    def values(self, of: Shape, key: str, raw: object, here: _Here) -> list[object]:
        match key, raw:
            case "is", _:
                return [self.value(of, raw, here)]
            case "are", [*items]:
                return [
                    self.value(of, item, here.into(n)) for n, item in enumerate(items)
                ]
            case "none", True:
                return [Absence.NONE]
            case "unknown", True | str():
                return [Absence.UNKNOWN]
        wanted = {"are": "[ … ]", "none": "true", "unknown": "why, or true"}[key]
        return [
            self.fault(here.into(key), f"{echo(raw)} does not fit", f"write {wanted}")
        ]

    def extras(
        self, table: dict[str, object], here: _Here
    ) -> "dict[str, object] | _Faulty":
        """Read what a statement says beside its value."""
        held: dict[str, object] = {"at": here.at, "standing": here.standing}
        for key, raw in table.items():
            if key in EXTRAS:
                held[key] = self.handed(key, EXTRAS[key], raw, here.into(key))
            elif key not in SAYS:
                known = (*SAYS, *EXTRAS)
                held[key] = self.unknown_key(key, known, here)
        return FAULTY if FAULTY in held.values() else held

    def handed(self, key: str, shape: Shape, raw: object, here: _Here) -> object:
        """Read a place, where an empty text stands for no place, or another part."""
        if key != "at" or not isinstance(raw, str):
            return self.value(shape, raw, here)
        if raw in self.places or raw == NO_PLACE:
            return self.places.get(raw)
        place = self.value(shape, raw, here)
        if place is not FAULTY:
            self.places[raw] = place
        return place

    def table(self, kind: type, raw: dict[str, object], here: _Here) -> object:
        """Read a table as a value of the class, part by part."""
        known = parts(kind)
        table, written = full_keys(kind, raw)
        here = _Here(here.path, around=here.around) if stands_apart(kind) else here
        self.register.declare(kind, table, here.path)
        held: dict[str, object] = {}
        around = (*here.around, (kind, table))
        inside = _Here(here.path, here.at, here.standing, around)
        for key in HANDED:
            if key in known:
                held[key] = getattr(here, key)
            if key in known and key in table:
                shape, place = known[key].shape, inside.into(key)
                held[key] = self.handed(key, shape, table[key], place)
        inside = self.handing(inside, held)
        for key, item in table.items():
            part = known.get(key)
            if part is None:
                held[key] = self.unknown_part(kind, key, here)
            elif key not in held:
                value = _simple(part.shape, item, inside)
                if value is FAULTY:
                    step = written.get(key, key)
                    place = inside if step in SAYING else inside.into(step)
                    value = self.value(part.shape, item, place)
                held[key] = value
        for key, remedy in missing(kind, table):
            held[key] = self.fault(here, f"the key `{key}` is missing", remedy)
        return self.made(kind, held, inside)

    def handing(self, here: _Here, held: Mapping[str, object]) -> _Here:
        at = held.get("at", here.at)
        standing = held.get("standing", here.standing)
        return _Here(
            here.path,
            at if isinstance(at, Source) else None,
            standing if isinstance(standing, Standing) else here.standing,
            here.around,
        )

    def made(self, kind: type, held: dict[str, object], here: _Here) -> object:
        if any(value is FAULTY for value in held.values()):
            self.partly(kind, held, here)
            return FAULTY
        try:
            value: object = kind(**held)
        except DocumentError as error:
            faults = as_written(error.faults, here.around[-1][1])
            self.unsound.extend(faults)  # names among them `resolve` reports
            return FAULTY
        except MasaError as error:
            return self.failed(here, error)
        return value

    def partly(self, kind: type, held: Mapping[str, object], here: _Here) -> None:
        """Report as well what is wrong between the parts that could be read."""
        sound = {key: value for key, value in held.items() if value is not FAULTY}
        rest = {
            key: self.sound[path]
            for key in held.keys() - sound.keys()
            if (path := (*here.path, key)) in self.sound
        }
        found = faults_between(kind, sound, rest)
        self.add(as_written(found, here.around[-1][1]))

    def unknown_part(
        self, kind: type, key: str, here: _Here, known: Iterable[str] = ()
    ) -> _Faulty:
        """Report a key that is no part of a class, or none of those that are known."""
        if stands_apart(kind) and key in HANDED:
            said = f"it has no {key} in the document"
            return self.fault(here.into(key), said, "leave it out")
        if not known and key in known_keys(kind):
            said = f"the key {echo(key)} says what another says here"
            return self.fault(here.into(key), said, "keep one of them")
        return self.unknown_key(key, known or known_keys(kind), here)

    def unknown_key(self, key: str, known: Iterable[str], here: _Here) -> _Faulty:
        """Report a key that is misspelt, or that the table above has swallowed."""
        place = here.into(key)
        for kind, table in reversed(here.around):
            if key in parts(kind) and key not in table:
                if key in HANDED and kind is here.around[0][0]:  # it is of all the rest
                    said = f"it has no {key} of its own"
                    return self.fault(place, said, "leave it out")
                return self.fault(
                    place,
                    f"the key {echo(key)} does not belong here",
                    "a key belongs to the table header above it: "
                    f"move it up to the keys of the {words_of(kind)}",
                )
        guesses = len(self.faults) < GUESSES_MOST
        guess = did_you_mean(key, known) if guesses else ""
        keys = list(known)
        every = f"the keys are {listed(keys)}" if len(keys) > 1 else f"write {keys[0]}"
        return self.fault(place, f"there is no key {echo(key)} here", guess or every)


def _simple(shape: Shape, raw: object, here: _Here) -> object:
    """Read one plain text or number without a path; most of a file is just that.

    Whatever is not so simple is left, as faulty, to the walk that keeps a path.
    """
    of = shape.of if isinstance(shape, Facts) else shape
    if not isinstance(of, Leaf) or of.is_ref or not isinstance(raw, str | int):
        return FAULTY
    try:
        value = of.check(raw)
    except MasaError:
        return FAULTY
    if of is shape:
        return value
    return Stated((Statement(value=value, at=here.at, standing=here.standing),))
