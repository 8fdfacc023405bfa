"""The documents as a site: `cmake --build build --target site`, with -DFACET_SITE=ON.

Its sources are README.md and docs/, as they are read on a forge; what differs on the site is here.
"""
import re
from pathlib import Path

from docutils import nodes

root = Path(__file__).resolve().parents[2]
headers = root / "sdk/include/facet"
project = "Facet"
release = re.search(r"project\(Facet VERSION ([\d.]+)", (root / "CMakeLists.txt").read_text())[1]
author = "the authors of Facet"
copyright = "2026, " + author

extensions = ["myst_parser"]
root_doc = "README"
include_patterns = ["README.md", "docs/*.md", "docs/reference/*.md"]
myst_heading_anchors = 4
html_theme = "furo"
html_title = f"Facet {release}"
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
highlight_language = "text"


languages = {  # the first whose expression is found in the code
    "cpp": r"^(#include|class|struct|auto|registrar|options\.|template|FACET_\w+\()|;$",
    "toml": r"^(\[\[?[\w.]+\]\]?|[\w.]+ = )",
    "cmake": r"^(find_package|facet_add_\w+|cmake_minimum_required)\(",
    "sh": r"^(\S*facet|\./bootstrap|cmake|ctest|clang-\S+|docker|apptainer|\S*python3?|\S*pip|ninja|make|export|apt|sudo) \S",
}


def language_of(code):
    """Blocks of code are indented, which has no place for a language."""
    found = (name for name, expression in languages.items() if re.search(expression, code, re.M))
    return next(found, "text")


def link(document, text, target):
    """What a link becomes. Pages are called by their titles; a header of the sdk has a page of Doxygen's; other
    folders and pages of the source are no part of the site."""
    path = (root / document).parent.joinpath(target.split("#")[0]).resolve()
    if path.is_relative_to(headers):
        page = path.name.replace("_", "__").replace(".", "_8") if path != headers else "files"
        return f'<a href="{"../" * document.count("/")}sdk/{page}.html">{text}</a>'
    if target.startswith("#") or path == root / "README.md" or not path.exists():
        return f"[{text}]({target})"  # where it does not exist, Sphinx says so
    if path.is_dir() or (path.suffix == ".md" and not path.is_relative_to(root / "docs")):
        return text
    return f"[]({target})" if re.fullmatch(r"[\w/]+\.md", text) else f"[{text}]({target})"


def complete_page(app, docname, source):
    """README lists the pages in its own words; here is their tree."""
    source[0] = re.sub(r"\[([^]\n]+)\]\(([^)\s]+)\)", lambda found: link(docname, *found.groups()), source[0])
    if docname == root_doc:
        source[0] += "\n" + Path(app.confdir, "contents.md").read_text()


def name_languages(app, doctree):
    for block in doctree.findall(nodes.literal_block):
        if block.get("language", "none") == "none":
            block["language"] = language_of(block.astext())
            block["force"] = True  # code with `...` in it is no error


def setup(app):
    app.connect("source-read", complete_page)
    app.connect("doctree-read", name_languages)
