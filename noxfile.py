"""Every gate, each also alone: ``nox -s tests``. See CONTRIBUTING.md."""

import os
import tempfile
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True
nox.options.sessions = [
    "lint",
    "types",
    "imports",
    "tests",
    "properties",
    "docs",
    "notebooks",
    "package",
]

SPREAD = ("-n", "auto", "--dist", "worksteal")
LOWEST = (
    "attrs==24.2.0",
    "holidays==0.75",
    "networkx==3.2",
    "python-dateutil==2.8.2",
)


@nox.session
def lint(session: nox.Session) -> None:
    """Check format and every lint rule."""
    session.install("ruff==0.17.6")
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types strictly, and with a second checker what the public types say."""
    session.install(
        "-e",
        ".[test,notebook]",
        "mypy==2.4.1",
        "types-html5lib",
        "types-networkx",
        "types-python-dateutil",
        "pyright[nodejs]==1.1.414",
    )
    session.run("mypy")
    session.run("mypy", "tests", "conftest.py", "benchmarks", "examples")
    session.run("pyright", "tests/typing")


@nox.session
def imports(session: nox.Session) -> None:
    """Check that imports point down and no circle is anywhere."""
    session.install("-e", ".", "import-linter==2.16")
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests with the lowest version of what masa needs at run time.

    The command of the README takes the newest, and every example; here a property draws
    fewer. The tests of given cases, in random order, cover every branch: what only a
    property reaches is covered on some days and not on others, as is what a strategy
    draws, unless its seed is given.

    Give what pytest is to take, such as ``-- -k chairs``, to run that alone.
    """
    session.install("-e", ".[test]", "pytest-cov", "pytest-randomly")
    session.install("--compile", *LOWEST)  # else their old escapes are errors here
    few = ("--hypothesis-profile=few",)
    if session.posargs:
        session.run("pytest", *few, *session.posargs)
        return
    given = ("tests", "--ignore=tests/properties", "--hypothesis-seed=1")
    session.run("pytest", *given, "--cov", *SPREAD, *few)
    session.run("pytest", "tests/properties", *SPREAD, *few)
    session.run("pytest", "docs", "README.md", "src", "-n", "auto", *few)


@nox.session
def properties(session: nox.Session) -> None:
    """Run every property with all its examples, in random order."""
    session.install("-e", ".[test]", "pytest-randomly")
    session.run("pytest", "tests/properties", *SPREAD, *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the docs; a warning is an error."""
    session.install("-e", ".[columns,docs]", "hypothesis")
    with tempfile.TemporaryDirectory() as built:
        session.run("sphinx-build", "-W", "--keep-going", "-n", "-q", "docs", built)


@nox.session
def notebooks(session: nox.Session) -> None:
    """Run every notebook from top to bottom; they are kept without output."""
    session.install("-e", ".[notebook]")
    session.run("python", "examples/run_notebooks.py")


@nox.session
def package(session: nox.Session) -> None:
    """Build the wheel and test it with the source tree out of reach."""
    root = Path.cwd()
    session.install("build")
    with tempfile.TemporaryDirectory() as away:
        session.run("python", "-m", "build", "--outdir", away, "-q")
        (wheel,) = Path(away).glob("*.whl")
        session.install(f"{wheel}[test]")
        session.chdir(away)
        session.run("python", "-m", "masa", "report", "barnet", "-o", "barnet.html")
        strict = ("-W", "error", "-W", "default:Generating overly large repr")
        away_only = ("-c", os.devnull, "--rootdir", away, *strict, "-q")
        doors = str(root / "tests" / "doors")  # they reach all that a wheel has to hold
        session.run("pytest", *away_only, *SPREAD, doors)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measure, as ratios within one run; no gate."""
    session.install(".[test]", "workalendar==17.0.0", "lexdays==0.2.1")
    session.run("python", "benchmarks/run.py", *session.posargs)
