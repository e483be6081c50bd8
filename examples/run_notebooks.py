"""Run every notebook beside this file; a failing cell is an error."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent


def main() -> None:
    """Run them, and see that they are kept without output."""
    for path in sorted(HERE.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        for cell in notebook.cells:
            if cell.get("outputs"):
                message = f"{path.name} is kept with output: clear it"
                raise SystemExit(message)
        NotebookClient(notebook, timeout=120).execute()
        print(f"{path.name}: every cell ran")  # noqa: T201 (a command prints)


if __name__ == "__main__":
    main()
