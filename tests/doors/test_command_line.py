"""The command line: what it prints, where it writes, and how it fails."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import masa
from masa.__main__ import main


def test_reports_a_bundled_arrangement(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "barnet"]) == 0
    report = masa.report.describe(masa.examples.load("barnet"))
    assert capsys.readouterr().out == report.to_text()


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        pytest.param(["--format", "markdown"], "# Barnet", id="as markdown"),
        pytest.param(["--format", "html"], "<!DOCTYPE html>", id="as a page"),
        pytest.param(["--format", "text"], "Barnet Multi", id="as text"),
    ],
)
def test_prints_the_format_asked_for(
    arguments: list[str], begins: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "barnet", *arguments]) == 0
    assert capsys.readouterr().out.startswith(begins)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("barnet.html", "<!DOCTYPE html>"),
        ("barnet.md", "# Barnet"),
        ("barnet.txt", "Barnet Multi"),
        ("barnet", "Barnet Multi"),
    ],
)
def test_writes_the_format_of_the_file_name(
    name: str, begins: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "barnet", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert capsys.readouterr().out == ""


def test_an_asked_format_wins_over_the_file_name(tmp_path: Path) -> None:
    target = tmp_path / "barnet.html"
    assert main(["report", "barnet", "--format", "text", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("Barnet Multi")


@pytest.mark.parametrize("suffix", [".toml", ".json", ""])
def test_reports_a_file_of_ones_own(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"own{suffix}"
    layout = "json" if suffix == ".json" else "toml"
    file.write_text(
        masa.dumps(masa.examples.load("barnet"), format=layout), encoding="utf-8"
    )
    assert main(["report", str(file)]) == 0
    assert "£278,600" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["report", "barnett"], 'did you mean "barnet"?', id="misspelt"),
        pytest.param(["report", "no.toml"], '"no.toml" cannot be read', id="no file"),
        pytest.param(
            ["report", "barnet", "-o", "no/such/folder/x"],
            "cannot be written: No such file",
            id="a target in no folder",
        ),
        pytest.param(
            ["report", "barnet", "-o", "barnet.PDF"],
            '"barnet.PDF" cannot be written: this command makes no .pdf; end it in '
            ".txt, .md or .html, or give --format",
            id="a name that promises what no command writes",
        ),
        pytest.param(
            ["report", "barnet", "-o", "barnet.json"],
            "makes no .json; end it in .txt",
            id="a name that promises what another command writes",
        ),
        pytest.param(
            ["dates", "barnet", "--json", "--format", "html"],
            "--json and --format stand together; give one of them",
            id="two formats at once",
        ),
        pytest.param(
            ["check", "barnet", "-o", "barnet.json"],
            "makes no .json; give --json as well",
            id="a name that promises what the command can write",
        ),
    ],
)
def test_fails_with_two_and_a_reason(
    arguments: list[str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("masa: ")
    assert says in printed.err


def test_prints_every_fault_of_a_bad_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.toml"
    file.write_text('id = "x"\ntitle = 3\nnmae = "N"\n', encoding="utf-8")
    assert main(["report", str(file)]) == 2
    error = capsys.readouterr().err
    assert "title (line 2)" in error
    assert 'did you mean "name"?' in error


def test_json_may_be_written_under_any_name(tmp_path: Path) -> None:
    for name in ("dates.json", "dates", "dates.pdf"):
        file = tmp_path / name
        assert main(["dates", "barnet", "--json", "-o", str(file)]) == 0
        assert json.loads(file.read_text(encoding="utf-8"))


def test_a_number_is_no_ending(tmp_path: Path) -> None:
    file = tmp_path / "report 1.2"
    assert main(["report", "barnet", "-o", str(file)]) == 0
    assert "£278,600" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["report", "barnet", "-x"], 'report: error: there is no option "-x"\n'),
        (["report", "barnet", "all"], 'error: "all" is a word too many\n'),
        (
            ["deadline", "rapid-review", "--", "--notified"],
            'error: "--notified" is a word too many\n',
        ),
        (["check", "barnet", "--jsn"], 'did you mean "--json"?\n'),
        (
            ["deadline", "rapid-review", "2026-12-11", "--notifed=2026-12-11"],
            'there is no option "--notifed"; did you mean "--notified"?\n',
        ),
        (
            ["timeline", "--on", "2026-12-11", "--rapid_review_set", "2026-12-11"],
            'no option "--rapid_review_set"; did you mean "--rapid-review-sent"?\n',
        ),
    ],
)
def test_says_which_word_is_strange(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith(f"usage: python -m masa {arguments[0]} ")
    assert error.endswith(says)


@pytest.mark.parametrize("arguments", [[], ["dance"], ["report"], ["report", "-x"]])
def test_words_that_are_no_command_show_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: python -m masa" in capsys.readouterr().err


def test_prints_on_a_terminal_that_is_not_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["report", "barnet"]) == 0
    terminal.seek(0)
    assert "278,600" in terminal.read()


def test_runs_as_a_module() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "masa", "report", "barnet"],
        check=True,
        capture_output=True,
    )
    assert "£278,600" in run.stdout.decode("utf-8")
    assert run.stderr == b""


class TestDeadline:
    """``python -m masa deadline``: the day, its working, and what is wrong."""

    REVIEW = ("deadline", "rapid-review", "--notified", "2026-12-11")

    def test_explains(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(self.REVIEW) == 0
        found = masa.deadline("rapid-review", notified="2026-12-11")
        assert capsys.readouterr().out == found.explain().to_text()

    def test_takes_a_reading_and_a_today(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ("--reading", "day-one-counted", "--on", "2026-12-11")
        assert main([*self.REVIEW, *words]) == 0
        assert "Rapid review: by Tuesday 5 January 2027" in capsys.readouterr().out
        assert main([*self.REVIEW, "--on", "2026-12-10"]) == 2
        assert "after 10 December 2026" in capsys.readouterr().err

    def test_gives_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([*self.REVIEW, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["due"], found["event"]) == ("2027-01-06", "notified")

    @pytest.mark.parametrize("words", [[], ["--json"]])
    def test_writes_a_file(self, words: list[str], tmp_path: Path) -> None:
        target = tmp_path / "due.txt"
        assert main([*self.REVIEW, *words, "-o", str(target)]) == 0
        assert "2027" in target.read_text(encoding="utf-8")

    def test_takes_a_time_for_a_clock_in_hours(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ("deadline", "police-protection", "--taken")
        assert main([*words, "2026-01-05T18:00+00:00"]) == 0
        assert "18:00 UTC on Thursday 8 January 2026" in capsys.readouterr().out
        for day in ("2026-01-05", "2026-01-05T18:00"):
            assert main([*words, day]) == 2
            assert "time" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["rapid-revue"], 'did you mean "rapid-review"'),
            (["rapid-review"], "runs from notified"),
            (["rapid-review"], "; give --notified DATE\n"),
            (["yearly-report"], "; give --last-published DATE\n"),
            (
                ["rapid-review", "--aware", "2026-12-11"],
                "give --notified DATE, or --reading from-awareness to count",
            ),
            (["rapid-review", "--notified", "11.12.2026"], "is not a day"),
            (["rapid-review", "--notified", "TODAY"], "is not a day"),
            (["rapid-review", "--notified", ""], "is not a day"),
            (["rapid-review", "--died", "2026-12-11"], "died"),
            ([*REVIEW[1:], "--reading", "slow"], "has no reading"),
        ],
    )
    def test_fails_with_two_and_a_reason(
        self, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["deadline", *words]) == 2
        assert says in capsys.readouterr().err

    def test_shows_a_clock_without_a_number(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ("deadline", "rapid-review-report", "--completed", "2026-01-05")
        assert main(words) == 0
        assert "No text gives a number" in capsys.readouterr().out
        assert main([*words, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["due"] is None


class TestTimeline:
    EVENTS = ("--aware", "2026-12-01", "--notified", "2026-12-04", "--on", "2026-12-10")

    def test_prints_what_the_library_says(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["timeline", *self.EVENTS]) == 0
        events = {"aware": "2026-12-01", "notified": "2026-12-04"}
        expected = masa.timeline(events, "2026-12-10").to_text()
        assert capsys.readouterr().out == expected

    def test_of_another_pathway(self, capsys: pytest.CaptureFixture[str]) -> None:
        arguments = ["--died", "2026-04-03T18:00+01:00", "--on", "2026-04-06"]
        assert main(["timeline", "--pathway", "child-death", *arguments]) == 0
        assert "18:00 UTC+01:00 on" in capsys.readouterr().out

    def test_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["timeline", *self.EVENTS, "--json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        assert [row["clock"] for row in rows][-1] == "rapid-review"

    @pytest.mark.parametrize(
        ("name", "begins"),
        [
            ("case.svg", "<svg"),
            ("case.ics", "BEGIN:VCALENDAR\r\n"),
            ("case.html", "<!DOCTYPE html>"),
            ("case.md", "# Deadlines"),
        ],
    )
    def test_writes_what_the_name_asks_for(
        self, name: str, begins: str, tmp_path: Path
    ) -> None:
        target = tmp_path / name
        assert main(["timeline", *self.EVENTS, "-o", str(target)]) == 0
        assert target.read_bytes().decode().startswith(begins)

    def test_names_the_case_in_a_calendar(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        arguments = [*self.EVENTS, "--format", "ics", "--case", "LSCPR-2026/3"]
        assert main(["timeline", *arguments]) == 0
        assert "SUMMARY:Rapid review due (LSCPR-2026/3)" in capsys.readouterr().out

    def test_says_what_is_wrong(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["timeline", "--aware", "2026-12-11", "--on", "2026-12-10"]) == 2
        assert "aware lies on 11 December 2026" in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["case.ics", "case.svg"])
    def test_no_other_command_writes_a_picture_or_a_calendar(
        self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        target = tmp_path / name
        asked = ["deadline", "rapid-review", "--notified", "2026-12-11"]
        assert main([*asked, "-o", str(target)]) == 2
        assert not target.exists()
        assert "this command makes no" in capsys.readouterr().err

    def test_takes_a_reference_for_a_calendar_alone(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["timeline", *self.EVENTS, "--case", "LSCPR-2026/3"]) == 2
        said = "masa: --case is for a calendar, and this is text; leave it out"
        assert capsys.readouterr().err.startswith(said)

    def test_needs_a_today(self) -> None:
        with pytest.raises(SystemExit):
            main(["timeline", "--aware", "2026-12-11"])


class TestCheckCase:
    def test_prints_a_case_on_one_page(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check-case", "first-days", "--on", "2026-11-24"]) == 0
        case = masa.examples.load_case("first-days")
        expected = masa.check_case(case, on="2026-11-24").to_text()
        assert capsys.readouterr().out == expected

    def test_reads_a_file_of_ones_own(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "case.json"
        masa.dump(masa.Case(reference="7", died=True), file)
        assert main(["check-case", str(file), "--format", "markdown"]) == 0
        assert capsys.readouterr().out.startswith("# Case 7 on 22 November 2026")

    def test_asks_as_another_authority(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "case.toml"
        file.write_text('reference = "7"\nplace = "Camden"\n', encoding="utf-8")
        assert main(["check-case", str(file), "--authority", "Barnet", "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        (notice,) = (
            one
            for one in found["notices"]
            if one["what"] == "Barnet must notify the Panel"
        )
        assert notice["owed"] == "no"

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            pytest.param(
                ["first-day"], 'did you mean "first-days"?', id="no such case"
            ),
            pytest.param(
                ["first-days", "--authority", "Barnett"],
                'did you mean "Barnet"?',
                id="no such authority",
            ),
            pytest.param(
                ["first-days", "--on", "2026-11-01"], "after 1 November", id="too early"
            ),
            pytest.param(["no.toml"], "cannot be read", id="no such file"),
        ],
    )
    def test_says_what_is_wrong(
        self, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check-case", *arguments]) == 2
        assert says in capsys.readouterr().err

    def test_says_everything_that_is_wrong_with_a_file(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "case.toml"
        file.write_text(
            'reference = "7"\ndied = true\nsurvived = true\nplace = "Barnett"\n',
            encoding="utf-8",
        )
        assert main(["check-case", str(file)]) == 2
        said = capsys.readouterr().err
        assert "is not a case: 2 faults" in said
        assert "died (line 2)" in said
        assert "place (line 4)" in said


class TestArrangements:
    """What an arrangement states, its dates, and many of them over time."""

    def test_surveys_an_arrangement(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["survey", "haringey"]) == 0
        assert "not in the text held" in capsys.readouterr().out

    @pytest.mark.parametrize("verb", ["survey", "dates"])
    def test_prints_records_as_json(
        self, verb: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([verb, "somerset", "--json"]) == 0
        ask = {"survey": masa.survey, "dates": masa.chronology}[verb]
        found = ask(masa.examples.load("somerset"))
        assert json.loads(capsys.readouterr().out) == found.to_records()

    def test_gives_the_dates(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["dates", "somerset", "--format", "markdown"]) == 0
        assert "Saturday, not a working day" in capsys.readouterr().out

    def test_puts_what_is_bundled_into_one_table(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["atlas"]) == 0
        assert "5 arrangements" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["--on", "2020-01-01"], "Haringey on 1 January 2020: perhaps covered by"),
            (["--from", "2020-01-01", "--to", "2020-02-01"], "Who covers Haringey"),
        ],
    )
    def test_says_who_covers_an_area(
        self, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["atlas", "haringey", "barnet", "--area", "Haringey", *words]) == 0
        assert says in capsys.readouterr().out

    @pytest.mark.parametrize(
        "words",
        [
            ["--area", "Haringey"],
            ["--on", "2020-01-01"],
            ["--area", "Haringey", "--from", "2020-01-01"],
            ["--area", "X", "--from", "2020-01-01", "--to", "2021-01-01", "--on", "2"],
        ],
    )
    def test_wants_an_area_and_its_days_together(
        self, words: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["atlas", *words]) == 2
        assert "give --area with --on" in capsys.readouterr().err


class TestCompare:
    FILES = tuple(
        str(Path(__file__).parents[1] / "rules" / "golden" / f"compared.{name}.toml")
        for name in ("joint", "alone")
    )

    def test_prints_what_the_library_says(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["compare", *self.FILES]) == 0
        found = masa.compare(*map(masa.load, self.FILES))
        assert capsys.readouterr().out == found.to_text()

    def test_takes_a_bundled_arrangement(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["compare", "barnet", "barnet", "--format", "markdown"]) == 0
        assert "Nothing differs." in capsys.readouterr().out

    def test_takes_names_that_mean_the_same(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        names = ("Beeford Council", "Wold Integrated Care Board")
        assert main(["compare", *self.FILES, "--same-as", *names, "--json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        (row,) = (
            one for one in rows if one["fact"] == "kind" and "Beeford" in str(one)
        )
        assert row["matched by"] == "same as"

    def test_writes_a_page(self, tmp_path: Path) -> None:
        target = tmp_path / "compared.html"
        assert main(["compare", *self.FILES, "-o", str(target)]) == 0
        assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["barnet", "barnett"], 'did you mean "barnet"?'),
            (
                ["barnet", "barnet", "--same-as", "LBB", "LBC"],
                "nothing in either arrangement",
            ),
        ],
    )
    def test_says_what_is_wrong(
        self, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["compare", *words]) == 2
        assert says in capsys.readouterr().err


class TestHeldAgainstTheLaw:
    """check and prepare: what the library says, and an exit code for programs."""

    def test_check_prints_what_the_library_says(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", "barnet"]) == 1
        held = masa.check(masa.examples.load("barnet"))
        assert capsys.readouterr().out == held.to_text()

    def test_check_ends_with_0_if_no_must_is_missing(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["check", "--only", "P18", "--only", "is-1", "barnet"]
        assert main(words) == 0
        out = capsys.readouterr().out
        assert "P18-S8, funding: partly" in out  # what guidance asks may be missing

    def test_check_takes_an_edition_a_day_and_reasons(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["check", "barnet", "--edition", "WT2023", "--on", "2024-03-01"]
        words += ["--without", "P23-S5= looked at by hand ", "--only", "P23"]
        words += ["--json"]
        assert main(words) == 0
        held = json.loads(capsys.readouterr().out)
        assert (held["edition"], held["law_of"]) == ("WT2023", "2024-03-01")
        assert held["left_out"] == [{"begins": "P23-S5", "reason": "looked at by hand"}]
        assert "P23-S5" not in [one["id"] for one in held["outcomes"]]

    def test_check_supposes_a_commencement(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["check", "barnet", "--edition", "WT2026", "--only", "P26-5"]
        assert main([*words, "--commenced", "cwsa-2026/s3=2027-09-01"]) == 1
        assert (
            "no multi-agency child protection team" in capsys.readouterr().out.lower()
        )

    def test_prepare_prints_what_the_library_says(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["prepare", "barnet", "WT2023"]) == 0
        plan = masa.prepare_for(masa.examples.load("barnet"), "WT2023")
        assert capsys.readouterr().out == plan.to_text()

    def test_the_usage_of_prepare_names_both_words(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit):
            main(["prepare", "--help"])
        assert "masa prepare FILE EDITION [options]" in capsys.readouterr().out

    def test_prepare_gives_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        words = [
            "prepare",
            "barnet",
            "WT2026",
            "--commenced",
            "cwsa-2026/s3=2027-09-01",
        ]
        assert main([*words, "--on", "2027-09-02", "--json"]) == 0
        plan = json.loads(capsys.readouterr().out)
        teams = [one for one in plan["steps"] if one["outcome"]["id"] == "P26-5"]
        assert teams[0]["due"] == "2027-09-01"

    def test_structure_prints_what_the_library_says(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["structure", "barnet"]) == 0
        found = masa.check_structure(masa.examples.load("barnet"))
        assert capsys.readouterr().out == found.to_text()

    def test_structure_gives_json_of_a_day(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["structure", "barnet", "--on", "2020-01-01", "--json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        on = masa.check_structure(masa.examples.load("barnet"), on="2020-01-01")
        assert rows == on.to_records()

    @pytest.mark.parametrize("name", ["held.md", "held.html"])
    def test_writes_a_page(self, name: str, tmp_path: Path) -> None:
        target = tmp_path / name
        assert main(["check", "barnet", "-o", str(target)]) == 1
        text = target.read_text(encoding="utf-8")
        assert text.startswith(("# Barnet", "<!DOCTYPE html>"))

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["check", "barnet", "--only", "P19"], "did you mean"),
            (["check", "barnet", "--without", "P18-S5"], '"P18-S5" is no pair'),
            (["check", "barnet", "--without", "=why"], '"=why" is no pair'),
            (["check", "barnet", "--without", "P1=a", "--without", "P1=b"], "twice"),
            (["check", "barnet", "--commenced", "x=2027-01-01"], "pending"),
            (["check", "barnet", "--edition", "WT2015"], "write WT2018"),
            (["check", "no-such-file.toml"], "no-such-file.toml"),
            (["prepare", "barnet", "WT1999"], "WT1999"),
        ],
    )
    def test_fails_with_two_and_a_reason(
        self, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(words) == 2
        assert says in capsys.readouterr().err


class TestAllocate:
    """``python -m masa allocate``: who pays what, and where the odd penny went."""

    WEIGHTS = ("Ayton=1", "Beeford=1", "ICB=1")

    def test_explains(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["allocate", "100", "--weights", *self.WEIGHTS]) == 0
        shared = masa.allocate(100, {"Ayton": 1, "Beeford": 1, "ICB": 1})
        assert capsys.readouterr().out == shared.explain().to_text()

    def test_takes_every_bound_a_kind_a_unit_and_a_tie_rule(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["--floor", "Ayton=30", "--cap", "ICB=30", "--fixed", "Beeford=25"]
        words += ["--kind", "Ayton=council", "--kind", "Beeford=council"]
        words += ["--kind", "ICB=health", "--policy", "webster", "--unit", "5"]
        words += ["--ties", "larger-weight", "--json"]
        assert main(["allocate", "85", "--weights", *self.WEIGHTS, *words]) == 0
        shared = masa.allocate(
            85,
            dict.fromkeys(("Ayton", "Beeford", "ICB"), 1),
            policy="webster",
            groups={"council": ["Ayton", "Beeford"], "health": ["ICB"]},
            fixed={"Beeford": 25},
            floors={"Ayton": 30},
            caps={"ICB": 30},
            unit=5,
            ties="larger-weight",
        )
        assert shared.units == (6, 5, 6)
        found = json.loads(capsys.readouterr().out)
        assert found["tie_rule"] == "larger-weight"
        assert [row["share"] for row in found["shares"]] == ["30", "25", "30"]

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("w.toml", 'Ayton = 3\n"Barnet CCG" = "1.5"\n'),
            ("w.json", '{"Ayton": 3, "Barnet CCG": "1.5"}'),
            ("w.csv", "name,weight\nAyton,3\n\nBarnet CCG, 1.5\n"),
            ("w.CSV", 'Ayton,3\n"Barnet CCG",1.5\n'),
            ("w.csv", "Payer,Amount\nAyton,3\nBarnet CCG,1.5\n"),
            ("w.csv", "Name,Weight\r\nAyton,3\r\nBarnet CCG,1.5\r\n"),
        ],
    )
    def test_reads_the_weights_from_a_file(
        self,
        name: str,
        text: str,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        assert main(["allocate", "90", "--weights", str(file), "--json"]) == 0
        rows = json.loads(capsys.readouterr().out)["shares"]
        assert [row["share"] for row in rows] == ["60.00", "30.00"]

    @pytest.mark.parametrize(
        ("name", "text", "says"),
        [
            ("w.toml", "Ayton = 3\nICB = 1.5\n", "ICB (line 2): the number 1.5"),
            ("w.toml", "Ayton = 3\nAyton = 4\n", "stands twice, on lines 1 and 2"),
            ("w.toml", "Ayton = true\n", 'the weight of "Ayton", True, is not'),
            ("w.json", '{"Ayton": NaN}', "has a decimal point or is no number"),
            ("w.csv", "Ayton,1\nICB\n", "line 2: the row is not a name and a weight"),
            ("w.csv", 'Ayton,1\n"ICB"x,1\n', "line 2: the row is not a name"),
            ("w.csv", "Ayton,1\n\nAyton,1\n", 'line 3: "Ayton" stands twice'),
            ("w.csv", "Ayton,1\nname,weight\n", 'line 2: the weight of "name"'),
            ("w.csv", 'Ayton,1\n"I\nCB",1\n', "line 3: a name holds the hidden"),
            ("w.csv", "Ayton,1\rICB,x\r", 'line 2: the weight of "ICB", "x"'),
            ("w.csv", "Ayton,1\fICB,1\n", "line 1: the row is not a name"),
            ("w.csv", "Ayton,£1\n", '"£1", is not a number'),
            ("w.csv", "", "there is nobody to share among"),
            ("w.toml", "\n", "there is nobody to share among"),
        ],
    )
    def test_names_what_is_wrong_with_a_file(
        self,
        name: str,
        text: str,
        says: str,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        assert main(["allocate", "90", "--weights", str(file)]) == 2
        assert says in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("name", "text", "says"),
        [
            (
                "w.csv",
                'A,1\nB,x\nC,-1\nA,2\nD,1,1\n ,1\nE,0.5\n"F,1\n',
                [
                    'line 2: the weight of "B", "x", is not a number; give',
                    'line 3: the weight of "C", "-1", is not one to share by; give',
                    'line 4: "A" stands twice, on lines 1 and 4; keep one of them',
                    "line 5: the row is not a name and a weight; write",
                    'line 6: a name is empty: ""; write it without',
                    "line 8: the row is not a name and a weight; write",
                ],
            ),
            (
                "w.toml",
                'A = 1\nB = "x"\nC = -1\n"D " = 1\nE = 0.5\nF = [1]\n',
                [
                    'B (line 2): the weight of "B", "x", is not a number; give',
                    'C (line 3): the weight of "C", -1, is not one to share by; give',
                    "'D ' (line 4): a name begins or ends with a space",
                    "E (line 5): the number 0.5 has a decimal point",
                    'F (line 6): the weight of "F", [1], is not one to share by; give',
                ],
            ),
            (
                "w.json",
                '{"A": 1,\n"B": null,\n"C": 0.5}',
                [
                    'B (line 2): the weight of "B", None, is not one to share by',
                    "C (line 3): the number 0.5 has a decimal point",
                ],
            ),
        ],
    )
    def test_names_everything_that_is_wrong_with_a_file(
        self,
        name: str,
        text: str,
        says: list[str],
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        assert main(["allocate", "90", "--weights", str(file)]) == 2
        first, *faults = capsys.readouterr().err.rstrip().split("\n  ")
        assert first.endswith(f"cannot be read: {len(says)} faults")
        for fault, said in zip(faults, says, strict=True):
            assert fault.startswith(said)

    def test_no_weight_is_lost_if_the_option_is_given_twice(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["--weights", "Ayton=1", "--weights", "Beeford=1", "ICB=1"]
        assert main(["allocate", "100", *words]) == 0
        shared = masa.allocate(100, {"Ayton": 1, "Beeford": 1, "ICB": 1})
        assert capsys.readouterr().out == shared.explain().to_text()

    @pytest.mark.parametrize("total_first", [True, False])
    def test_takes_the_total_first_or_last(
        self, *, total_first: bool, capsys: pytest.CaptureFixture[str]
    ) -> None:
        weights = ["--weights", "Ayton=1", "Beeford=2"]
        words = ["100", *weights] if total_first else [*weights, "100"]
        assert main(["allocate", *words]) == 0
        shared = masa.allocate(100, {"Ayton": 1, "Beeford": 2})
        assert capsys.readouterr().out == shared.explain().to_text()

    @pytest.mark.parametrize(
        "words",
        [
            ["--weights", "Ayton=1", "Beeford=2"],
            ["--weights", "paid.csv"],
            ["Ayton=1", "--weights", "Beeford=2"],
        ],
    )
    def test_asks_for_the_total_if_none_is_given(
        self, words: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit, match="2"):
            main(["allocate", *words])
        assert "no TOTAL is given: say what sum" in capsys.readouterr().err

    def test_names_every_weight_that_is_wrong(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = ["a=x", "b=-2", "c", "a=1", "d=1"]
        assert main(["allocate", "1", "--weights", *words]) == 2
        first, *faults = capsys.readouterr().err.rstrip().split("\n  ")
        assert first == "masa: what is given cannot be read: 4 faults"
        for fault, start in zip(
            faults,
            ('the weight of "a", "x",', 'the weight of "b"', '"c" is no', '"a" is'),
            strict=True,
        ):
            assert fault.startswith(start)

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["1.005", "--weights", "a=1"], "finer than the unit of £0.01"),
            (["1", "--weights", "a=1", "a=2"], '"a" is given twice'),
            (["1", "--weights", "a=1", "--weights", "a=2"], '"a" is given twice'),
            (["1", "--weights", "a=0", "b=0"], "no weight is above zero: a and b"),
            (["£265,000", "--weights", "a=1"], "write it without signs and commas"),
            (["265k", "--weights", "a=1"], '"265k" is not an amount of money'),
            (["-5", "--weights", "a=1"], 'total: the amount "-5" is negative'),
            (["nan", "--weights", "a=1"], 'total: "nan" is not an amount of money'),
            (["1", "--weights", "Ayton=1", "--cap", "Aytn=1"], 'did you mean "Ayton"'),
            (
                ["0.01", "--weights", "a=1", "b=1", "--ties", "refuse"],
                "the last unit is claimed equally by a and b; say who comes first",
            ),
            (["1", "--weights", "a=1", "b"], '"b" is no pair'),
            (["1", "--weights", "no-such-file.csv"], "cannot be read: No such file"),
            (["1", "--weights", "a=1", "--cap", "a=0.5"], "with the cap of a (£0.50)"),
            (["1", "--weights", "a=1", "b=1", "--kind", "a=x"], "no kind is given"),
        ],
    )
    def test_fails_with_two_and_a_reason(
        self, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["allocate", *words]) == 2
        assert says in capsys.readouterr().err
