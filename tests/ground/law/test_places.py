"""A pinpoint names places; two pinpoints overlap where one lies within the other."""

import pytest

from masa.ground.law.places import overlap, places


@pytest.mark.parametrize(
    ("pinpoint", "found"),
    [
        ("s.16E", {("s 16E",)}),
        ("s.16E(3)(a)", {("s 16E", "(3)", "(a)")}),
        ("section 16E(3)", {("s 16E", "(3)")}),
        ("ss.16D, 16H and 16N", {("s 16D",), ("s 16H",), ("s 16N",)}),
        ("s.16E(1), (2A)", {("s 16E", "(1)"), ("s 16E", "(2A)")}),
        ("s.16J(3)-(5)", {("s 16J", "(3)"), ("s 16J", "(4)"), ("s 16J", "(5)")}),
        ("regs 5, 6, 8", {("reg 5",), ("reg 6",), ("reg 8",)}),
        ("reg 18 and Sch", {("reg 18",), ("sch",)}),
        ("Sch 4 para 76", {("sch 4", "para 76")}),
        (
            "Sch, paras 1 to 3",
            {("sch", "para 1"), ("sch", "para 2"), ("sch", "para 3")},
        ),
        ("Sch 2 para 20(1)(a)", {("sch 2", "para 20", "(1)", "(a)")}),
        ("ch.3, pp.78-79", {("ch 3",), ("p 78",), ("p 79",)}),
        ("pp.78\N{EN DASH}80", {("p 78",), ("p 79",), ("p 80",)}),
        ("ch.3 para 42", {("ch 3",), ("para 42",)}),
        ("s.16J(a)-(c)", {("s 16J", "(a)"), ("s 16J", "(c)")}),
        ("", set()),
    ],
)
def test_reads_each_place(pinpoint: str, found: set[tuple[str, ...]]) -> None:
    assert places(pinpoint) == found


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        ("reg 1", "reg 16", False),
        ("reg 16", "reg 16(1)", True),
        ("reg 16(1)", "reg 16", True),
        ("reg 16(1)", "reg 16(2)", False),
        ("s.16J(4)", "s.16J(3)-(5)", True),
        ("s.16J(1)", "s.16J(3)-(5)", False),
        ("Sch 4 para 76", "Sch 4 para 77", False),
        ("Sch para 37", "reg 18 and Sch", True),
        ("s.16H", "ss.16D, 16H, 16N", True),
        ("", "s.1", False),
    ],
)
def test_overlap(one: str, other: str, *, meets: bool) -> None:
    assert overlap(places(one), places(other)) is meets
    assert overlap(places(other), places(one)) is meets
