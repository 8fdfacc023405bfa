"""The report in a browser: what is drawn, what the mouse, the keys and the choices do.

    look_at_report.py FACET EXAMPLES BROWSER PLACE

Pictures of what was seen are left in PLACE.
"""
import pathlib
import shutil
import subprocess
import sys

import numpy
from playwright.sync_api import sync_playwright

facet, examples, browser, place = sys.argv[1], *map(pathlib.Path, sys.argv[2:])
arguments = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
pixels_of = """view => {
  scene.draw();
  const box = view.box(scene.canvas, scene.canvas.width / scene.canvas.clientWidth);
  const gl = scene.painter.gl, bytes = new Uint8Array(4 * box.width * box.height);
  gl.readPixels(box.left, box.bottom, box.width, box.height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  let drawn = 0, sum = 0;
  for (let i = 0; i < bytes.length; i += 4)
    if (bytes[i + 3]) { ++drawn; sum = (sum * 31 + bytes[i] + i) % 1000003; }
  return [drawn, sum];
}"""


def run(*words):
    subprocess.run([facet, *map(str, words)], check=True, cwd=place, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def pixels(page):
    """Of each view how many pixels are drawn, and a number that changes with them."""
    return page.evaluate(f"scene.views.map({pixels_of})")


def opened(context, name, said):
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url)
            if not request.url.startswith(("file:", "data:", "blob:")) else None)
    page.goto((place / name / "report.html").as_uri())
    page.wait_for_function("document.documentElement.dataset.drawn", timeout=120000)
    return page


def require_numbers(page, name):
    """The columns that the page has are those of embedding.npz, to half of 24242 steps (10^8 / 4125)."""
    embedding = numpy.load(place / name / "embedding.npz")["embedding"]
    for column in range(embedding.shape[1]):
        own = numpy.array(page.evaluate(f"Array.from(scene.views[0].run.columns[{column}])"), float)
        wanted = embedding[:, column]
        step = (numpy.nanmax(wanted) - numpy.nanmin(wanted)) / 24242
        assert numpy.array_equal(numpy.isnan(own), numpy.isnan(wanted)), column
        assert numpy.nanmax(abs(own - wanted)) < 0.51 * step + 1e-6, column


def require_mouse(page):
    view = page.locator(".view").first
    view.scroll_into_view_if_needed()
    box = view.bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = pixels(page)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 80, middle[1] + 30, steps=4)
    page.mouse.up()
    assert all(a != b for a, b in zip(before, pixels(page))), "the mouse did not turn all views"

    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(*middle, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    count = page.locator("#count").inner_text()
    assert count.endswith("selected") and 0 < int(count.split()[0]) < int(count.split()[2]), count
    assert page.evaluate("scene.recordings[0].selectedCount()") == int(count.split()[0])
    page.keyboard.press("Escape")
    assert page.locator("#count").inner_text().endswith("shown")

    bin = page.evaluate("scene.views[0].nearestBin(scene.camera, %f, %f, 1e6)"
                        % (box["width"] / 2, box["height"] / 2))
    at = page.evaluate(f"scene.views[0].projector(scene.camera)({bin})")
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])
    assert page.evaluate("scene.now") == bin


def require_keys(page):
    before = pixels(page)
    page.locator(".view").nth(1).focus()
    for key in ("ArrowRight", "ArrowUp", "+"):
        page.keyboard.press(key)
    turned = pixels(page)
    assert all(a != b for a, b in zip(before, turned)), "the keys did not turn all views"
    page.keyboard.press("0")
    assert pixels(page) != turned
    page.locator("#moment").focus()
    page.keyboard.press("End")
    last = page.evaluate("scene.size - 1")
    assert page.evaluate("scene.now") == last
    assert f"bin {last}" in page.locator("#said").inner_text()


def require_choices(page):
    page.locator("#colour").select_option("direction")
    assert page.locator("#key .class").count() == 2
    before = pixels(page)
    page.locator("#filter").select_option(label="direction 1")
    shown = int(page.locator("#count").inner_text().split()[0])
    direction = numpy.load(examples / "linear_track.npz")["direction"]
    assert shown == int((direction == 1).sum()), (shown, int((direction == 1).sum()))
    assert all(a[0] > b[0] for a, b in zip(before, pixels(page)))
    page.locator("#filter").select_option("")
    page.get_by_label("first selected bin").fill("100")
    page.get_by_label("last selected bin").fill("149")
    page.keyboard.press("Tab")
    assert page.locator("#count").inner_text().startswith("50 of ")
    page.get_by_role("button", name="Clear").click()
    axes = page.locator("figcaption select").first
    before = pixels(page)
    axes.select_option("columns")
    after = pixels(page)
    assert before[0] != after[0] and before[1:] == after[1:]
    axes.select_option("principal")
    page.get_by_role("button", name="Play").click()
    page.evaluate("scene.moveTo(0)")
    page.wait_for_function("scene.now > 3", timeout=60000)
    page.get_by_role("button", name="Pause").click()


long_name = "L" * 200


def write_labelled():
    """The same recording with labels that are hard to show; the first 400 bins of `speed` are missing."""
    arrays = dict(numpy.load(examples / "linear_track.npz"))
    bins = numpy.arange(len(arrays["neural"]))
    rooms = numpy.array([f"room {i}" for i in range(8)] + ["x" * 300])
    arrays |= {"room": rooms[bins // 50 % 9], "block": bins // 50 % 20 - 3, "stamp": 1.7e9 + 0.05 * bins,
               "heading": bins * 7.0 % 360, "speed": numpy.where(bins < 400, numpy.nan, bins / 7.0),
               long_name: numpy.sqrt(bins)}
    numpy.savez(place / "labelled.npz", **arrays)


def colours_of(page, recording):
    """How many different ones its bins have."""
    return page.evaluate(f"""new Set(scene.recordings[{recording}].colours.reduce(
      (all, byte, i, bytes) => i % 4 ? all : [...all, bytes.slice(i, i + 3).join()], [])).size""")


def require_all_labels(page):
    """Of two runs of which the second one alone has these labels."""
    key, angle = page.locator("#key"), page.locator("#angle")
    page.locator("#colour").select_option("room")
    names = [f"room {i}" for i in range(8)] + ["x" * 300, "no room in run"]
    assert key.locator(".class").all_text_contents() == names, key.inner_text()
    assert [colours_of(page, 0), colours_of(page, 1)] == [1, 9]
    assert key.locator(".class").nth(8).bounding_box()["width"] < 400
    page.locator("#colour").select_option("block")
    assert key.locator(".end").all_text_contents() == ["-3", "16"], key.inner_text()
    assert [colours_of(page, 0), colours_of(page, 1)] == [1, 20]
    page.locator("#colour").select_option("stamp")
    last = 1.7e9 + 0.05 * 4124
    ends = key.locator(".end").all_text_contents()
    assert ends[0] == "1700000000" and abs(float(ends[1]) - last) < 0.01, ends
    assert not angle.is_checked()
    page.locator("#colour").select_option("heading")
    assert angle.is_checked() and key.locator(".end").all_text_contents() == ["0", "360"]
    page.locator("#colour").select_option("speed")
    assert key.locator(".class").all_text_contents() == ["missing", "no speed in run"]
    page.locator("#colour").select_option("direction")
    assert key.locator(".class").count() == 2, "both runs have it"
    assert not angle.is_visible(), "classes are no angles"
    page.locator("#filter").select_option(label="room room 1")
    rooms = numpy.load(place / "labelled.npz")["room"]
    assert page.locator("#count").inner_text().split()[0] == str((rooms == "room 1").sum())
    page.locator("#filter").select_option("")


def require_fits(page, name):
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, f"{name}: the page is {wider} pixels wider than the window"


def require_no_webgl_is_told(playwright):
    with playwright.chromium.launch(executable_path=str(browser),
                                    args=["--no-sandbox", "--disable-3d-apis"]) as other:
        page = other.new_page()
        page.goto((place / "run" / "report.html").as_uri())
        page.wait_for_selector("#embedding[data-failed]", timeout=60000)
        assert "no WebGL2" in page.locator("#failure").inner_text()
        assert page.get_by_role("heading", name="Losses").is_visible()


shutil.rmtree(place, ignore_errors=True)
place.mkdir(parents=True)
config = examples / "linear_track.toml"
run("train", config, "--out", "run", "--set", "training.steps=100")
run("attribute", "run")
run("report", "run")
run("train", config, "--out", "seeds", "--seeds", 5, "--set", "training.steps=30")
write_labelled()
run("train", config, "--out", "labelled", "--set", "training.steps=30", "--set", "data.file=labelled.npz")
(place / "both").mkdir()
run("report", "run", "labelled", "--out", "both/report.html")

said = []
with sync_playwright() as playwright:
    with playwright.chromium.launch(executable_path=str(browser), args=arguments) as chromium:
        wide = chromium.new_context(viewport={"width": 1300, "height": 900})
        page = opened(wide, "run", said)
        assert all(count > 500 for count, _ in pixels(page)), pixels(page)
        require_numbers(page, "run")
        page.screenshot(path=place / "wide.png", full_page=True)
        require_mouse(page)
        require_keys(page)
        require_choices(page)
        page.pdf(path=place / "print.pdf")
        page.close()

        page = opened(wide, "seeds", said)
        assert len(pixels(page)) == 15 and all(count > 200 for count, _ in pixels(page))
        page.screenshot(path=place / "seeds.png", full_page=True)
        page.close()

        page = opened(wide, "both", said)
        require_all_labels(page)
        require_fits(page, "both")
        page.screenshot(path=place / "both.png", full_page=True)
        page.close()

        for name, how in {"dark": {"color_scheme": "dark", "viewport": {"width": 1300, "height": 900}},
                          "narrow": {"viewport": {"width": 390, "height": 844}}}.items():
            context = chromium.new_context(**how)
            for run_name in ("run", "labelled"):
                page = opened(context, run_name, said)
                for colour in ("part",) if run_name == "run" else ("room", long_name):
                    page.locator("#colour").select_option(page.locator(
                        f"#colour option[title='{colour}']").get_attribute("value"))
                    require_fits(page, f"{name}, {run_name}, {colour}")
                page.screenshot(path=place / f"{name}_{run_name}.png", full_page=True)
                page.close()
    require_no_webgl_is_told(playwright)
assert not said, said
