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
highlight_language = "text"


def language_of(code):
    """Blocks of code are indented, which has no place for a language."""
    if re.search(r"^(#include|class |struct |auto |registrar|options\.|template|FACET_\w+\()|;$", code, re.M):
        return "cpp"
    if re.search(r"^(\[\[?[\w.]+\]\]?|[\w.]+ = )", code, re.M):
        return "toml"
    if re.search(r"^(find_package|facet_add_\w+|cmake_minimum_required)\(", code, re.M):
        return "cmake"
    if re.search(r"^(\S*facet|\./bootstrap|c?cmake|ctest|python3|\S*pip|ninja|make|export|apt|sudo) ", code, re.M):
        return "sh"
    return "text"


def add_contents(app, docname, source):
    """The tree of pages, which README lists in its own words."""
    if docname == root_doc:
        source[0] += "\n" + Path(app.confdir, "contents.md").read_text()


def name_languages(app, doctree):
    for block in doctree.findall(nodes.literal_block):
        if "language" not in block:
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


def link_folders(app, env, node, text):
    """A folder of the source is named, and where it has a page, linked; what does not exist is told."""
    target = node["reftarget"].split("#")[0]
    if not target or not (root / node["refdoc"]).parent.joinpath(target).is_dir():
        return None
    page = page_of(node["refdoc"], target)
    return nodes.reference("", "", text, internal=True, refuri=page) if page else text


def setup(app):
    app.connect("source-read", add_contents)
    app.connect("doctree-read", name_languages)
    app.connect("doctree-read", link_headers, priority=400)  # before files are collected
    app.connect("missing-reference", link_folders)
