"""The documents as a site: `cmake --build build --target site`, with -DFACET_SITE=ON.

Its sources are README.md and docs/, as they are read on a forge; what differs on the site is here.
"""
import re
from pathlib import Path

from docutils import nodes
from sphinx import addnodes

root = Path(__file__).parents[2]
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


def complete_page(app, docname, source):
    """A link to a page is called as the page. README lists the pages in its own words; here is their tree."""
    source[0] = re.sub(r"\[[\w/]+\.md\]\(", "[](", source[0])
    if docname == root_doc:
        source[0] += "\n" + Path(app.confdir, "contents.md").read_text()


def name_languages(app, doctree):
    for block in doctree.findall(nodes.literal_block):
        if block.get("language", "none") == "none":
            block["language"] = language_of(block.astext())
            block["force"] = True  # code with `...` in it is no error


def page_of(document, target):
    """Where the site has a file or folder of the source that is no document; none: nowhere."""
    path = (root / document).parent / target.split("#")[0]
    path = path.resolve().relative_to(root)
    if path.parts[:3] != ("sdk", "include", "facet"):
        return None
    name = path.name.replace("_", "__").replace(".", "_8") if path.suffix else "files"
    return "../" * document.count("/") + f"sdk/{name}.html"


def link_headers(app, doctree):
    """Headers of the sdk are not handed out as files, but have pages of Doxygen's."""
    for node in list(doctree.findall(addnodes.download_reference)):
        page = page_of(app.env.docname, node["reftarget"])
        if page:
            node.replace_self(nodes.reference("", "", *node.children, internal=True, refuri=page))


def link_source(app, env, node, text):
    """What is there and no page is named and, where it has a page of Doxygen's, linked."""
    target = node["reftarget"].split("#")[0]
    path = (root / node["refdoc"]).parent / target
    if not target or not path.exists() or root / "docs" in path.resolve().parents:
        return None
    page = page_of(node["refdoc"], target)
    return nodes.reference("", "", text, internal=True, refuri=page) if page else text


def setup(app):
    app.connect("source-read", complete_page)
    app.connect("doctree-read", name_languages)
    app.connect("doctree-read", link_headers, priority=400)  # before files are collected
    app.connect("missing-reference", link_source)
