// The page, put together.
function addView(scene, controls, run, facet, grid) {
  const cell = grid.appendChild(document.createElement("figure"));
  const caption = cell.appendChild(document.createElement("figcaption"));
  const title = caption.appendChild(document.createElement("span"));
  title.textContent = run.name ? `${run.name} · ${facet.name}` : facet.name;
  const element = cell.appendChild(document.createElement("div"));
  element.className = "view";
  element.tabIndex = 0;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", `${title.textContent}: arrow keys turn, + and - magnify`);
  const view = new View(run, facet, scene.recordings[run.recording], scene.painter, element);
  scene.views.push(view);
  controls.addAxes(view, caption);
  caption.appendChild(document.createElement("small")).textContent = facet.objectives || "\u00a0";
  new Pointer(scene, view, () => controls.selecting());
}

async function showEmbedding(data) {
  const part = name => document.getElementById(name);
  const scene = new Scene(part("canvas"), new Colours(data.colours));
  scene.recordings = await Promise.all(data.recordings.map(Recording.unpacked));
  const runs = await Promise.all(data.runs.map(async run =>
    ({...run, columns: await Promise.all(run.columns.map(column => unpackedNumbers(column)))})));
  scene.runs = runs;
  const controls = new Controls(scene, Object.fromEntries(
    ["colour", "angle", "filter", "tail", "select", "clear", "reset", "from", "to", "key", "count"]
      .map(name => [name, part(name)])));
  // A row for each facet, with the runs side by side.
  for (let i = 0; i < Math.max(...runs.map(run => run.facets.length)); ++i)
    for (const run of runs.filter(run => i < run.facets.length))
      addView(scene, controls, run, run.facets[i], part("grid"));
  part("grid").style.setProperty("--columns", runs.length > 1 ? Math.min(runs.length, 6) : 3);
  const timeline = new Timeline(scene, {strip: part("strip"), moment: part("moment"),
                                        play: part("play"), said: part("said")});
  scene.onMoment = () => timeline.showMoment();
  scene.onSelection = () => {
    controls.showSelection();
    timeline.paint();
  };
  scene.onSelection();
  scene.moveTo(0);
  scene.draw();
  document.documentElement.dataset.drawn = Math.round(performance.now());
  return scene;
}

showEmbedding(JSON.parse(document.getElementById("data").textContent)).then(
  scene => { window.scene = scene; },
  error => {
    document.getElementById("embedding").dataset.failed = "";
    document.getElementById("failure").textContent = `The embedding is not shown: ${error.message}.`;
  });
