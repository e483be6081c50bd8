"""Partners are held against the kinds of body that law names on its day."""

import pytest

import masa
from masa import Checklist, check
from masa.ground.law import shelf
from masa.rules.duties.partner_kinds import PARTNERS
from masa.rules.outcomes import OutcomeState

MET, PARTLY, NOT_EVIDENCED, NOT_APPLICABLE, UNKNOWN = OutcomeState
COUNCIL = '[[partners]]\nname = "Barsetshire Council"\nkind = "local authority"\n'
POLICE = '[[partners]]\nname = "Barsetshire Police"\nkind = "police"\n'
GROUP, BOARD = "a clinical commissioning group", "an integrated care board"
THEN, NOW = "2019-06-01", "2024-06-01"


def health(name: str = "NHS Barsetshire", more: str = "") -> str:
    return f'[[partners]]\nname = "{name}"\nkind = "health"\n{more}\n'


def held(text: str, on: str) -> Checklist:
    edition = "WT2018" if on == THEN else "WT2023"
    arrangement = masa.loads(f'id = "x"\ntitle = "X"\n{COUNCIL}{POLICE}{text}')
    return check(arrangement, edition=edition, on=on)


def lack(text: str, on: str) -> str:
    """Give what is said of the partner of each kind that is still needed."""
    rule = "P18-S1" if on == THEN else "P23-S1"
    found = held(text, on)[rule].to_be_met
    return next((one for one in found if one.startswith("a record for each")), "")


class TestTheHealthBody:
    """s.16E(3)(b): a clinical commissioning group, since July 2022 a care board."""

    @pytest.mark.parametrize(
        "text",
        [
            health(more='described_as = "clinical commissioning group"'),
            health(more='described_as = "CCG"'),
            health("NHS Barsetshire Clinical Commissioning Group"),
            health("Barsetshire CCG"),
            health("the CCGs of Barsetshire"),
            health(more='also = ["Barsetshire CCG"]'),
        ],
    )
    def test_is_a_part_where_law_has_another(self, text: str) -> None:
        assert lack(text, THEN) == ""
        short = f"{GROUP}, where the law of 1 June 2024 names {BOARD}"
        assert f"there in part: {short}" in lack(text, NOW)
        assert held(text, NOW)["ca-2004/s16e.1"].state is PARTLY

    @pytest.mark.parametrize(
        "text", [health("Barsetshire ICB"), health("Barsetshire Integrated Care Board")]
    )
    def test_that_is_yet_to_come_is_a_part_too(self, text: str) -> None:
        assert lack(text, NOW) == ""
        short = f"{BOARD}, where the law of 1 June 2019 names {GROUP}"
        assert short in lack(text, THEN)

    @pytest.mark.parametrize("on", [THEN, NOW])
    @pytest.mark.parametrize(
        "text",
        [
            health(),
            health("Barsetshire Health Trust", 'described_as = "NHS trust"'),
            health("Barsetshire ICB, formerly Barsetshire CCG"),
        ],
        ids=["of no kind that is told", "of a kind that no law names", "of both"],
    )
    def test_that_may_be_the_right_one_is_left_as_it_is(
        self, text: str, on: str
    ) -> None:
        assert lack(text, on) == ""

    def test_the_documents_own_word_decides_before_the_name(self) -> None:
        text = health("Barsetshire CCG", 'described_as = "integrated care board"')
        assert lack(text, NOW) == ""

    def test_another_of_the_kind_makes_up_for_it(self) -> None:
        both = health("Barsetshire CCG") + health("Barsetshire ICB")
        assert lack(both, NOW) == ""

    def test_the_words_are_those_of_the_list_in_law(self) -> None:
        says = [rule.item("health").says.lower() for rule in shelf.rule(PARTNERS)]
        heads = [one.partition(" whose ")[0] for one in says]
        assert heads == [GROUP, BOARD]


class TestEndedPartners:
    """Whoever ended before the day of the law is a partner no more."""

    @pytest.mark.parametrize(
        ("ended", "why"),
        [
            ('ended = "2024-03-31"', "ended 31 March 2024"),
            ('ended = "2024-06-01"', ""),
            ('ended = "2024"', ""),
            ('ended = "undated"', ""),
            ('ended = { is = "2024-03-31", standing = "proposed" }', ""),
        ],
        ids=["before", "on the day", "perhaps", "undated", "only planned"],
    )
    def test_are_a_part(self, ended: str, why: str) -> None:
        assert why in lack(health(more=ended), NOW)
        assert bool(lack(health(more=ended), NOW)) is bool(why)

    def test_so_is_one_whose_body_ended(self) -> None:
        body = '[[bodies]]\nname = "Old Trust"\nended = "2023-01-31"\n'
        text = health(more='body = "Old Trust"') + body
        assert "ended 31 January 2023" in lack(text, NOW)

    def test_both_reasons_are_told(self) -> None:
        text = health("Barsetshire CCG", 'ended = "2022-06-30"')
        why = f"ended 30 June 2022 and {GROUP}, where the law"
        assert why in lack(text, NOW)


class TestNames:
    """A partner is named, and not only called by the word for its kind."""

    @pytest.mark.parametrize(
        "text",
        [
            health("Health"),
            health("the CCG", 'described_as = "CCG"'),
        ],
    )
    def test_the_word_for_the_kind_is_a_part(self, text: str) -> None:
        assert "called by the word for its kind alone" in lack(text, THEN)
        assert held(text, THEN)["ca-2004/s16e.1"].state is PARTLY  # no area is told
