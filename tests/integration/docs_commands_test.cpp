// The commands on the pages, one after the other, as a reader types them; trainings have few steps.
#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <set>

#include "facet/npz.h"
#include "run_program.h"
#include "snippets.h"

namespace docs_commands {
namespace {

using namespace facet;

namespace fs = std::filesystem;

const std::string source_folder = FACET_SOURCE_FOLDER;

/// A page, and what its commands find when the first of them is run.
struct PageOfCommands {
  std::string page;
  std::vector<std::string> before;

  friend void PrintTo(const PageOfCommands& page, std::ostream* out) { *out << page.page; }
};

const std::string small_config =
    "[data]\nfile = \"rat.npz\"\nsignals = \"neurons\"\nvalidation = 0.2\n"
    "[model]\nname = \"offset1-model\"\nnum_output = 3\n"
    "[[objective]]\nslice = [0, 3]\nloss = \"FixedCosineInfoNCE\"\n"
    "distribution = { name = \"time\", time_offset = 1 }\n"
    "[training]\nsteps = 4\nbatch_size = 32\n";

class DocsCommands : public testing::TestWithParam<PageOfCommands> {
 protected:
  DocsCommands() {
    fs::create_directories(folder_.path() + "/docs");
    fs::copy(source_folder + "/docs/examples", folder_.path() + "/docs/examples");
    shorten_place_cells();
    fs::create_directories(folder_.path() + "/bin");
    fs::create_symlink(FACET_PROGRAM, folder_.path() + "/bin/facet");
    const std::string nwb = source_folder + "/tests/integration/public_nwb/maze.nwb";
    for (const char* name : {"maze.nwb", "session.nwb"}) fs::copy(nwb, folder_.path() + "/" + name);
    write_text(folder_.path() + "/run.toml", small_config);
    write_npz(folder_.path() + "/rats.npz", {{"neurons", at::rand({400, 8})},
                                             {"position", at::linspace(0, 1, 400, at::kDouble)}});
    write_text(folder_.path() + "/rats.toml",
               std::regex_replace(small_config, std::regex("rat.npz"), "rats.npz"));
  }

  void run(const std::string& line) {
    std::string quick = std::regex_replace(line, std::regex("--seeds \\d+"), "--seeds 2");
    quick = std::regex_replace(quick, std::regex(" --set training.steps=\\d+"), "");
    if (std::regex_search(quick, std::regex("^facet (train|adapt) (?!run.toml)(?!.*--resume)")))
      quick += " --set training.steps=2 --set training.batch_size=32";
    const ProgramResult result =
        run_program({"/bin/sh", "-c", "PATH=$PWD/bin:$PATH; " + quick}, folder_.path());
    EXPECT_EQ(result.exit_code, 0) << line << "\n" << result.errors;
  }

  std::string folder() const { return folder_.path(); }

 private:
  /// 1300 of its 14400 bins, of which 1000 are trained on, and every tenth of its 200 neurons: what
  /// judges all of it takes minutes.
  void shorten_place_cells() {
    const std::string place_cells = folder_.path() + "/docs/examples/place_cells";
    std::vector<NamedTensor> arrays = read_npz(place_cells + ".npz");
    for (auto& [name, tensor] : arrays) {
      if (tensor.size(0) == 14400) tensor = tensor.slice(0, 10520, 11820);
      const std::int64_t axis = name == "neural" ? 1 : 0;
      if (tensor.size(axis) == 200) tensor = tensor.slice(axis, 0, 200, 10);
      tensor = tensor.contiguous();
    }
    write_npz(place_cells + ".npz", arrays);
    const std::string config = read_text(place_cells + ".toml");
    write_text(place_cells + ".toml", std::regex_replace(config, std::regex("11520"), "1000"));
  }

  TemporaryFolder folder_;
};

TEST_P(DocsCommands, AreRun) {
  for (const std::string& command : GetParam().before) run(command);
  const std::vector<SnippetRow> rows = snippet_rows(source_folder);
  const std::string& page = GetParam().page;
  std::size_t commands = 0;
  for (const CodeBlock& block : code_blocks(source_folder + "/" + page)) {
    const SnippetRow* row = row_of(page, block.text, rows);
    if (page == "docs/public_recording.md" && block.text.starts_with("[data]"))
      write_text(folder() + "/maze.toml", block.text);
    if (!row || row->by != "commands") continue;
    std::istringstream lines(std::regex_replace(block.text, std::regex("\\s+#[^\\n]*"), ""));
    for (std::string line; std::getline(lines, line);) {
      run(line);
      ++commands;
    }
  }
  EXPECT_GT(commands, 0U);
}

const std::string place = "facet train docs/examples/place_cells.toml --out ";
const std::string track = "facet train docs/examples/linear_track.toml --out ";

const std::vector<PageOfCommands> pages = {
    {"README.md",
     {track + "my_other_run", "cp docs/examples/linear_track.npz another_recording.npz"}},
    {"docs/judging.md",
     {place + "runs/place_cells --set data.test=0.1", place + "runs/seed --seeds 2",
      "cp -r runs/seed runs/seeds", "for i in 0 1; do mv runs/seed/seed-$i runs/seed-$i; done",
      place + "runs/seed-2", "facet train rats.toml --out runs/rat-1",
      "facet train rats.toml --out runs/rat-2",
      "sed 's/^file = .*/session = [{ file = \"rats.npz\", name = \"a\" }, "
      "{ file = \"rats.npz\", name = \"b\" }]/' rats.toml > two_rats.toml",
      "facet train two_rats.toml --out runs/two_rats --set training.solver=multi-session"}},
    {"docs/performance.md", {}},
    {"docs/public_recording.md", {}},
    {"docs/science.md", {"facet simulate xcebra_synthetic.npz --num-bins 2000"}},
    {"docs/sessions.md",
     {"facet simulate first.npz --num-bins 600 --num-neurons 40",
      "facet simulate second.npz --num-bins 600 --num-neurons 60 --session 1",
      "facet simulate more.npz --num-bins 300 --num-neurons 60 --session 1",
      "facet simulate third.npz --num-bins 600 --num-neurons 30 --session 2",
      "cp docs/examples/two_sessions.toml ."}},
    {"docs/times.md", {"rm run.toml"}},
    {"docs/training.md", {"facet simulate rat.npz --num-bins 400 --num-neurons 8"}}};

INSTANTIATE_TEST_SUITE_P(Pages, DocsCommands, testing::ValuesIn(pages), [](const auto& page) {
  return std::regex_replace(page.param.page, std::regex("docs/|\\.md"), "");
});

TEST(DocsWithCommands, AreAllRun) {
  std::set<std::string> listed, wanted;
  for (const PageOfCommands& page : pages) listed.insert(page.page);
  for (const SnippetRow& row : snippet_rows(source_folder))
    if (row.by == "commands") wanted.insert(row.page);
  EXPECT_EQ(listed, wanted);
}

}  // namespace
}  // namespace docs_commands
