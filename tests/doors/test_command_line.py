"""The command line: what it prints, where it writes, and how it fails."""

import io
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
            "cannot be written",
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
