"""Whether the partners are there, of each kind that law names on its day, by name."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from masa.ground.law import shelf
from masa.ground.law.provisions import Provision
from masa.ground.logic import Answer
from masa.ground.shown import plain
from masa.ground.spans import long_day
from masa.ground.stated import NOT_STATED, Stated
from masa.ground.text import listed
from masa.model.lifetimes import has_not_ended
from masa.model.partners import PartnerKind
from masa.model.partners import SafeguardingPartner as Partner
from masa.rules.dossiers import Dossier, once
from masa.rules.duties.holdings import for_each_partner, in_part
from masa.rules.exhibits import Exhibit, exhibit

__all__ = ["partners_named", "partners_of_each_kind"]

PARTNERS = "safeguarding-partners"
NO_NAME = "called by the word for its kind alone"


@once
def partners_of_each_kind(dossier: Dossier) -> list[Exhibit]:
    """Show a partner of each kind, named or not."""
    return for_each_partner(dossier, partial(_of_its_kind, dossier))


@once
def partners_named(dossier: Dossier) -> list[Exhibit]:
    """Show the partner of each kind, by its name."""
    return for_each_partner(dossier, partial(_named, dossier))


def _named(dossier: Dossier, partner: Partner) -> list[Exhibit]:
    found = _of_its_kind(dossier, partner)
    return found if _is_named(partner) else in_part(found, NO_NAME)


def _is_named(partner: Partner) -> bool:
    """Say whether a partner is named, and not only called by the word for its kind."""
    kinds = (partner.kind.value, *partner.described_as.values)
    return _bare(partner.name) not in set(map(_bare, kinds))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _of_its_kind(dossier: Dossier, partner: Partner) -> list[Exhibit]:
    """Show a partner: a part, where it has ended, or the law has another body."""
    shown = exhibit(f"{partner.kind.value}: {partner.name}", partner)
    against = (*_ends(dossier, partner), *_of_other_law(dossier, partner))
    return in_part([shown], listed(against)) if against else [shown]


def _ends(dossier: Dossier, partner: Partner) -> Iterator[str]:
    """Yield when a partner, or the body that it is, surely ended before the law."""
    body = dossier[partner.body] if partner.body else partner
    for one in dict.fromkeys((partner.ended, getattr(body, "ended", NOT_STATED))):
        if has_not_ended(one, dossier.book.on) is Answer.NO:
            yield f"ended {_values(one)}"


def _values(fact: Stated[object]) -> str:
    return " / ".join(map(plain, fact.values))


def _of_other_law(dossier: Dossier, partner: Partner) -> Iterator[str]:
    """Yield as which body the law of another day has what a partner is said to be.

    Only the document's word for the kind tells it or, where there is none, the name.
    A body of no kind that any law names is left as it is.
    """
    also = Stated(partner.also).values
    called = partner.described_as.values or (partner.name, *also)
    for rule in dossier.book.versions(PARTNERS):
        own = _body(rule, partner.kind)
        others = {_body(one, partner.kind) for one in shelf.rule(PARTNERS)} - {own}
        for other in others:
            if _speak_of(other, called) and not _speak_of(own, called):
                when = long_day(dossier.book.on)
                yield f"{other}, where the law of {when} names {own}"


def _body(rule: Provision, kind: PartnerKind) -> str:
    """Give the words of the list for a kind: "an integrated care board", say."""
    says = rule.item(kind.value.replace(" ", "-")).says
    return says.partition(" whose ")[0].casefold()


def _speak_of(body: str, texts: Iterable[str]) -> bool:
    """Say whether some text has the words for a body, or their first letters."""
    _, *words = body.split()
    beginnings = "".join(word[0] for word in words)
    either = rf"\b(?:{re.escape(' '.join(words))}|{re.escape(beginnings)})s?\b"
    return any(re.search(either, text.casefold()) for text in texts)
