"""``python -m masa draw``: a picture, words, or a file for another program."""

from pathlib import Path

import pytest

import masa
from masa.__main__ import main

BARNET = masa.governance(masa.examples.load("barnet"))


def test_tells_the_structure_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", "barnet"]) == 0
    assert capsys.readouterr().out == BARNET.to_text()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("chart.mmd", "%% Barnet"),
        ("chart.MERMAID", "%% Barnet"),
        ("chart.dot", "digraph {"),
        ("chart.gv", "digraph {"),
        ("chart.graphml", "<graphml "),
        ("chart.txt", "Barnet Multi"),
        ("chart", "Barnet Multi"),
        ("chart.svg", "<svg "),
    ],
)
def test_writes_the_kind_of_the_file_name(
    name: str, begins: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draw", "barnet", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("mermaid", "%% Barnet"),
        ("dot", "digraph {"),
        ("graphml", "<graphml "),
        ("text", "Barnet Multi"),
    ],
)
def test_an_asked_kind_wins_over_the_file_name(
    kind: str, begins: str, tmp_path: Path
) -> None:
    file = tmp_path / "chart.svg"
    assert main(["draw", "barnet", "--kind", kind, "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8").startswith(begins)


def test_draws_around_a_node_by_some_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--around", "Leadership Forum", "--only", "reports to"]
    asked += ["--only", "chairs"]
    assert main(["draw", "barnet", "--kind", "dot", *asked]) == 0
    drawn = BARNET.to_dot(around="Leadership Forum", kinds=["chairs", "reports to"])
    assert capsys.readouterr().out == drawn


def test_draws_what_was_there_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", "barnet", "--on", "2019-10-01"]) == 0
    assert "As on 1 October 2019: what surely" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["barnett"], 'did you mean "barnet"?', id="a misspelt example"),
        pytest.param(
            ["barnet", "--around", "Leadership Form"],
            'did you mean "Leadership Forum"?',
            id="a misspelt name",
        ),
        pytest.param(
            ["barnet", "--around", "zzz"],
            "or at what `python -m masa draw FILE` prints",
            id="a name like no other",
        ),
        pytest.param(
            ["barnet", "--landscape"],
            "--landscape is for a picture, and this is text",
            id="words for a page of A4",
        ),
        pytest.param(
            ["barnet", "--only", "report to"],
            'did you mean "reports to"?',
            id="a misspelt kind of edge",
        ),
        pytest.param(["barnet", "--on", "2019-13-01"], "month 13", id="no day"),
        pytest.param(
            ["barnet", "-o", "chart.png"],
            '"chart.png" cannot be written: this command makes no .png; end it in '
            ".txt, .svg, .mmd, .dot or .graphml, or give --kind",
            id="a name that promises another picture",
        ),
        pytest.param(
            ["barnet", "-o", "no/such/folder/chart.dot"],
            "cannot be written: No such file",
            id="a target in no folder",
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
    assert main(["draw", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("masa: ")
    assert printed.err.count("\n") == 1
    assert says in printed.err


def test_another_command_has_no_such_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "barnet", "-o", "chart.dot"]) == 2
    assert "this command makes no .dot" in capsys.readouterr().err


def test_draws_for_a_page_of_a4(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--around", "Leadership Forum", "--landscape"]
    assert main(["draw", "barnet", "--kind", "svg", *asked]) == 0
    drawn = BARNET.to_svg(around="Leadership Forum", landscape=True)
    assert capsys.readouterr().out == drawn


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["barnet", "--only", "funds"], id="the file first"),
        pytest.param(["--only", "funds", "barnet"], id="the file last"),
        pytest.param(["--only=funds", "barnet"], id="the file last, after a sign"),
    ],
)
def test_the_file_goes_before_the_kinds_or_after_them(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draw", *words]) == 0
    assert capsys.readouterr().out == BARNET.to_text(kinds=["funds"])


def test_the_usage_is_short_and_the_help_tells_how_to_give_several(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["draw", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "usage: python -m masa draw FILE [options]" in said
    assert 'such as "reports to"; may be given several times' in said
