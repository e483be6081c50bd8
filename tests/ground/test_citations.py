"""A citation names the official text; its evidence says how that was read."""

from typing import Any

import pytest

from masa.ground.citations import Citation, Evidence, weakest
from masa.ground.errors import KindError, TextError

READ, RECALLED, UNKNOWN = Evidence.READ, Evidence.RECALLED, Evidence.UNKNOWN


class TestWeakest:
    @pytest.mark.parametrize(
        ("evidence", "least"),
        [
            pytest.param((), None, id="none where there is none"),
            pytest.param((READ,), READ, id="the only one"),
            pytest.param((READ, RECALLED), RECALLED, id="the less sure of two"),
            pytest.param((RECALLED, READ), RECALLED, id="in either order"),
            pytest.param(tuple(Evidence), UNKNOWN, id="unknown of all"),
        ],
    )
    def test_is_the_least_sure(
        self, evidence: tuple[Evidence, ...], least: Evidence | None
    ) -> None:
        assert weakest(*evidence) is least

    def test_the_scale_runs_from_read_to_unknown(self) -> None:
        assert [mark.value for mark in Evidence] == [
            "read",
            "part read",
            "restated",
            "seed only",
            "recalled",
            "local",
            "unknown",
        ]
        assert repr(READ) == "Evidence.READ"


class TestCitation:
    @pytest.mark.parametrize(
        "text", ["Children Act 2004, s.16C(1)", "SI 2018/789", "WT 2018, ch 4, para 3"]
    )
    def test_is_read_as_it_is_printed(self, text: str) -> None:
        assert str(Citation.from_text(text)) == text

    def test_divides_at_the_first_comma(self) -> None:
        assert Citation.from_text("WT 2018, ch 4, para 3") == Citation(
            instrument="WT 2018", pinpoint="ch 4, para 3"
        )

    def test_without_a_pinpoint_cites_the_whole(self) -> None:
        assert Citation.from_text("SI 2018/789").pinpoint is None

    @pytest.mark.parametrize("text", ["", ", reg 16", "  ", "a\u200bb, s.1"])
    def test_refuses_a_text_that_cites_nothing(self, text: str) -> None:
        with pytest.raises(TextError):
            Citation.from_text(text)

    def test_takes_the_word_for_its_evidence(self) -> None:
        parts: dict[str, Any] = {"instrument": "CA 2004", "evidence": "part read"}
        assert Citation(**parts).evidence is Evidence.PART_READ
        assert Citation(instrument="CA 2004").evidence is UNKNOWN

    @pytest.mark.parametrize(
        "parts",
        [{"instrument": 7}, {"instrument": "CA 2004", "evidence": "sure"}],
    )
    def test_refuses_a_part_of_another_kind(self, parts: dict[str, Any]) -> None:
        with pytest.raises(KindError):
            Citation(**parts)
