"""The pages of the law list exactly what the data holds."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import masa
from masa.__main__ import main
from masa.ground.blocks import Pairs
from masa.ground.law import files, shelf
from masa.law_pages import answer, overview, pages

PAGES = pages()
FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "law"
NOW = masa.law("2026-11-22")
in_the_tree = pytest.mark.skipif(
    not FOLDER.exists(), reason="the docs are out of reach"
)


class TestPages:
    @in_the_tree
    @pytest.mark.parametrize("name", PAGES)
    def test_in_the_docs_are_those_of_the_data(self, name: str) -> None:
        text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
        assert text == PAGES[name].to_markdown(), "run docs/write_law_pages.py"

    @in_the_tree
    def test_in_the_docs_are_no_others(self) -> None:
        assert {file.stem for file in FOLDER.glob("*.md")} == set(PAGES)

    def test_list_every_version_of_every_rule_once(self) -> None:
        held = sorted(
            (one.id, str(one.source), one.evidence.value, one.period)
            for name in shelf.rules()
            for one in shelf.rule(name)
        )
        listed = []
        for one in shelf.instruments():
            text = PAGES[one.id.replace("/", "-").casefold()].to_text()
            listed += [
                line.split()[1] for line in text.split("\n") if line[:4] == "id  "
            ]
        ids = [name for name, *_ in held] + [one.id for one in shelf.instruments()]
        assert sorted(listed) == sorted(ids)

    @pytest.mark.parametrize("name", shelf.rules())
    def test_say_of_each_its_source_evidence_and_days(self, name: str) -> None:
        for one in shelf.rule(name):
            cited = shelf.instrument(one.source.instrument)
            page = PAGES[cited.id.replace("/", "-").casefold()]
            (row,) = one.to_records()
            pairs = [
                dict(block.rows) for block in page.blocks if isinstance(block, Pairs)
            ]
            assert row in pairs
            assert {"source", "force", "evidence", "in force"} <= set(row)

    def test_hold_the_clocks_the_differences_and_the_registers(self) -> None:
        clocks = PAGES["clocks"].to_text()
        assert all(f"\n{name}\n" in clocks for name in shelf.clocks())
        differences = PAGES["differences"].to_text()
        assert all(f"\n{one.id}\n" in differences for one in masa.differences())
        assert len(PAGES["bank-holidays"].to_records()) == len(masa.bank_holidays())
        bodies = PAGES["local-authorities"].to_records()
        assert [row["id"] for row in bodies] == [
            one.id for one in masa.local_authorities()
        ]
        origins = PAGES["origins"].to_text()
        assert all(name in origins for name in files.file_names() if "cov" not in name)

    @pytest.mark.parametrize("name", PAGES)
    def test_are_sound_markdown(self, name: str) -> None:
        tokens = MarkdownIt().parse(PAGES[name].to_markdown())
        assert tokens[0].tag == "h1"
        assert not any(token.type.startswith("html") for token in tokens)


class TestAnswer:
    def test_of_a_rule_gives_its_history_and_what_is_disputed(self) -> None:
        text = answer(NOW, "safeguarding-partners").to_text()
        assert "An integrated care board" in text
        assert "clinical" in text.casefold()
        assert "from 29 June 2018" in " ".join(text.split())
        assert "F-07" in text

    def test_of_a_rule_says_that_it_is_not_in_force(self) -> None:
        text = answer(NOW, "r18-1").to_text()
        assert "Not in force on 22 November 2026." in text
        assert "from 4 July 2018 to 14 December 2023" in text

    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("rapid-review", "runs from"),
            ("RR_15WD", "15 working days"),
            ("A-02", "Trafford"),
            ("SI 2018/789", "28 June 2018"),
            ("WT2026", "The current edition."),
            ("SI 2018/789, reg 16", "advance-copy-of-local-report"),
            ("Children Act 2004, s.16E(3)", "safeguarding-partners"),
            ("yearly report", "YR-S15"),
            ("published arrangements", "P26-1"),
            ("cwsa-2026/s2", "enacted, not commenced"),
        ],
    )
    def test_of_any_name(self, name: str, says: str) -> None:
        assert says in answer(NOW, name).to_text()

    @pytest.mark.parametrize(
        ("citation", "ids"),
        [
            ("SI 2018/789, reg 1", {"si-2018-789/reg1"}),
            ("si 2018/789 reg 1", {"si-2018-789/reg1"}),
            ("Children Act 2004, s.16J(4)", {"delegation-between-partners"}),
            ("SI 2018/497, reg 5", {"publish-arrangements-by", "publication-date"}),
            ("SI 2018/789, Sch para 37", {"relevant-agency-schedule"}),
            ("Children Act 2004, s.16H", {"information-requests"}),
        ],
    )
    def test_of_a_place_gives_all_that_stands_there(
        self, citation: str, ids: set[str]
    ) -> None:
        blocks = answer(NOW, citation).blocks
        rows = [dict(block.rows) for block in blocks if isinstance(block, Pairs)]
        assert ids <= {row["id"] for row in rows}

    def test_of_a_place_gives_no_neighbour(self) -> None:
        text = answer(NOW, "SI 2018/789, reg 1").to_text()
        assert "reg 16" not in text
        assert "Not in force" in answer(NOW, "Working Together 2018, ch.4").to_text()

    def test_of_an_instrument_gives_all_of_it(self) -> None:
        text = answer(NOW, "SI 2018/789").to_text()
        assert text == answer(NOW, "SI2018/789").to_text().replace(
            "SI2018/789\n==========", "SI 2018/789\n==========="
        )
        assert "reg 18" in text

    def test_of_a_rule_and_a_clock_of_one_name_gives_both(self) -> None:
        text = answer(NOW, "yearly-report-copies").to_text()
        assert "The clock yearly-report-copies" in text
        assert "runs from" in text

    def test_of_a_clock_says_that_it_does_not_run(self) -> None:
        text = answer(masa.law("2016-01-01"), "rapid-review").to_text()
        assert "The clock does not run on 1 January 2016." in text

    def test_of_a_rule_shows_what_its_versions_say(self) -> None:
        assert "(aa)" in answer(NOW, "ca-2004/s16e.1").to_text()

    def test_of_nothing_suggests(self) -> None:
        with pytest.raises(masa.UnknownNameError, match='did you mean "rapid-review"'):
            answer(NOW, "rapid-revue")
        with pytest.raises(masa.UnknownNameError, match="an id or a citation"):
            answer(NOW, "#!")

    def test_over_all_is_an_overview(self) -> None:
        text = overview(NOW).to_text()
        assert "Working Together 2026" in text
        assert "Clocks on 22 November 2026" in text
        assert "recalled, not verified" in text


class TestCommand:
    def run(self, capsys: pytest.CaptureFixture[str], *words: str) -> str:
        assert main(["law", *words]) == 0
        return capsys.readouterr().out

    def test_without_a_day_takes_that_of_the_last_look(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run(capsys) == overview(NOW).to_text()

    def test_takes_a_day_and_a_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        said = self.run(capsys, "safeguarding-partners", "--on", "2022-06-30")
        assert "A clinical commissioning group" in said
        assert "An integrated care board" not in said.split("Versions")[0]

    def test_says_what_changed(self, capsys: pytest.CaptureFixture[str]) -> None:
        since = ("--since", "2022-06-30", "--on", "2022-07-01")
        said = self.run(capsys, *since)
        assert "Changed: 8" in said
        said = self.run(capsys, "safeguarding-partners", *since)
        assert "Changed: 1" in said
        assert "Begun" not in said
        for name in ("rapid-review", "yearly report", "SI 2018/789, reg 16"):
            assert "Nothing differs." in self.run(capsys, name, *since)

    def test_writes_a_page(self, tmp_path: Path) -> None:
        target = tmp_path / "law.html"
        assert main(["law", "rapid-review", "-o", str(target)]) == 0
        assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["rapid-revue"], 'did you mean "rapid-review"'),
            (["--on", "22.11.2026"], "is not a day"),
            (["--on", "2010-01-01"], "from 26 March 2015 to 31 December 2040"),
            (["--since", "yesterday"], "is not a day"),
            (["--on", ""], "is not a day"),
            (["--since", ""], "is not a day"),
            ([""], "nothing called"),
            (["nope", "--since", "2022-06-30"], "nothing called"),
        ],
    )
    def test_fails_with_two_and_a_reason(
        self, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["law", *words]) == 2
        assert says in capsys.readouterr().err
