"""Write the pages of the law from the data: ``python docs/write_law_pages.py``.

The pages stand in the tree so that a change of the law can be read as a change of a
page; a test holds them against the data.
"""

from pathlib import Path

from masa import law_pages

FOLDER = Path(__file__).parent / "reference" / "law"


def main() -> None:
    """Write every page, and remove those of which nothing is left in the data."""
    FOLDER.mkdir(exist_ok=True)
    pages = law_pages.pages()
    for old in FOLDER.glob("*.md"):
        if old.stem not in pages:
            old.unlink()
    for name, page in pages.items():
        text = page.to_markdown()
        (FOLDER / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
