"""Follows every link within a site, as a browser does that opens it as a file: links.py FOLDER"""
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The links of a page, and the places that links may lead to."""

    def __init__(self, path):
        super().__init__()
        self.links, self.places = [], {""}
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        for key, value in attributes:
            if key in ("href", "src") and value:
                self.links.append(value)
            elif key in ("id", "name"):
                self.places.add(value)


folder = Path(sys.argv[1]).resolve()
pages = {path: Page(path) for path in folder.rglob("*.html")}
broken, followed = [], 0
for path, page in pages.items():
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        followed += 1
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        by_doxygen = "sdk" in target.parts  # whose links may lead to parts of a page that it leaves out
        misses = target in pages and unquote(parts.fragment) not in pages[target].places
        if not target.is_file() or (misses and not by_doxygen):
            broken.append(f"{path.relative_to(folder)}: {link}")

print(*broken, sep="\n")
print(f"{len(pages)} pages, {followed} links, {len(broken)} of them broken")
sys.exit(bool(broken) or followed < 1000)
