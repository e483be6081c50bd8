"""How Sphinx builds these pages."""

import masa

project = "masa"
author = "The masa maintainers"
project_copyright = "2026, The masa maintainers"
version = release = masa.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "masa"
nitpicky = True
nitpick_ignore_regex = [
    # Type variables and standard-library names that Sphinx has no page for.
    ("py:.*", r"(masa\.(\w+\.)+)?(T|U|E|F|G|N|P|S|T_co)"),
    (
        "py:.*",
        r"(argparse|datetime|decimal|enum|fractions|pathlib|os|typing|types|collections\.abc)\..*",
    ),
    ("py:.*", r"(date|datetime|Decimal|Enum|Path|IO|Any|Never|Self|optional)"),
    ("py:.*", r"(str|int|bool|bytes|object|type|tuple|list|dict|None|frozenset)"),
    ("py:.*", r"(Exception|ValueError|TypeError|KeyError|LookupError|OSError)"),
    ("py:.*", r"(ExceptionGroup|NoReturn|SystemExit)"),
    ("py:.*", r"(collections|hypothesis|attr|attrs|numpy|nanoarrow)\..*"),
    ("py:.*", r"(Shape|Attribute)"),
    ("py:.*", r"nx\..*"),
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
napoleon_custom_sections = [("Authority", "returns_style")]
napoleon_google_docstring = True
napoleon_numpy_docstring = False
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
