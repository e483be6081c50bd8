"""Safeguarding partners and relevant agencies."""

from masa.model.partners import (
    AgencyCategory,
    DescribedSet,
    PartnerKind,
    RelevantAgency,
    SafeguardingPartner,
)

NURSERY = RelevantAgency(name="St Mary's Nursery")
FOSTERING = DescribedSet(
    name="fostering agencies", limbs=("in the area", "serving its children")
)


def test_a_partner_is_named_with_its_kind() -> None:
    partner = SafeguardingPartner(name="Barnet CCG", kind=PartnerKind.HEALTH)
    assert str(partner) == "Barnet CCG (health)"


def test_the_limbs_of_a_described_set_are_alternatives() -> None:
    assert str(FOSTERING) == "fostering agencies in the area or serving its children"
    assert str(DescribedSet(name="all schools")) == "all schools"


def test_a_category_lists_the_named_then_the_described() -> None:
    category = AgencyCategory(
        category="Childcare", named=(NURSERY,), described=(FOSTERING,)
    )
    assert category.agencies == (NURSERY, FOSTERING)
    assert str(category) == f"Childcare: {NURSERY}; {FOSTERING}"
