// Pieces of a config or of a pack.toml in the documents, within what they are pieces of.
#include <gmock/gmock.h>

#include <filesystem>

#include "code_blocks.h"
#include "facet/framework.h"
#include "framework/packs/pack.h"
#include "temporary_folder.h"

namespace facet {
namespace {

/// The snippet of a page in docs that begins so.
std::string snippet(const std::string& page, const std::string& begin) {
  for (const CodeBlock& block : code_blocks(FACET_SOURCE_FOLDER "/docs/" + page))
    if (block.text.starts_with(begin)) return block.text;
  throw Error(page + " has no snippet that begins with '" + begin + "'");
}

class DocsFragments : public testing::Test {
 protected:
  RunConfig read(const std::string& text, const std::vector<std::string>& set = {}) {
    const std::string path = folder.path() + "/run.toml";
    write_text(path, text);
    for (const char* file : {"rat.npz", "encoder.pt"}) write_text(folder.path() + "/" + file, "");
    return read_run_config(path, set, *registry);
  }
  /// A pack with this pack.toml, and the files that are named here.
  Pack pack(const std::string& toml, const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      const std::filesystem::path path = folder.path() + "/" + file;
      std::filesystem::create_directories(path.parent_path());
      write_text(path, "");
    }
    write_text(folder.path() + "/pack.toml", toml);
    return read_pack(folder.path());
  }

  const std::string data = "[data]\nfile = \"rat.npz\"\nsignals = \"neural\"\n";
  const std::string model = "[model]\nname = \"offset1-model\"\nnum_output = 4\n";
  const std::string objectives =
      "[[objective]]\nslice = [0, 2]\nloss = \"FixedCosineInfoNCE\"\n"
      "distribution = { name = \"time_delta\", label = \"position\" }\n"
      "[[objective]]\nslice = [2, 4]\nloss = \"FixedCosineInfoNCE\"\ndistribution = \"time\"\n";
  TemporaryFolder folder;
  std::unique_ptr<Registry> registry = open_registry();
};

TEST_F(DocsFragments, AnEncoderInTorchScript) {
  const RunConfig run = read(
      data + snippet("coming_from_cebra.md", "[model]") +
      "[[objective]]\nslice = [0, 2]\nloss = \"FixedCosineInfoNCE\"\ndistribution = \"time\"\n");
  EXPECT_EQ(run.model.name, "torchscript");
}

TEST_F(DocsFragments, Sampling) {
  const RunConfig run = read(data + model + objectives + snippet("sampling.md", "[training]"));
  EXPECT_EQ(run.training.num_negatives, 2048);
}

TEST_F(DocsFragments, Labels) {
  const std::string label = snippet("sampling.md", "label = ");
  const std::string set = "objective[0].distribution.label=" + label.substr(label.find('['));
  EXPECT_NO_THROW(read(data + model + objectives, {set}));
}

TEST_F(DocsFragments, NotFinite) {
  std::istringstream lines(snippet("training.md", "on_nonfinite"));
  std::size_t choices = 0;
  for (std::string line; std::getline(lines, line); ++choices)
    EXPECT_NO_THROW(read(data + model + objectives + "[training]\n" + line)) << line;
  EXPECT_EQ(choices, 3U);
}

TEST_F(DocsFragments, Observers) {
  const RunConfig run = read(data + model + objectives + snippet("training.md", "[output]"));
  EXPECT_EQ(run.output.observers.size(), 3U);
}

TEST_F(DocsFragments, Training) {
  const RunConfig run = read(data + "validation = 0.2\n" + model + objectives +
                             snippet("training.md", "[training]") + "valid_frequency = 10\n");
  EXPECT_EQ(run.training.batches_per_step, 4);
  EXPECT_EQ(run.training.patience, 10);
}

/// All that is wrong with it is that the packs are not installed.
TEST_F(DocsFragments, PacksThatARunNeeds) {
  const std::string plugins = snippet("packs.md", "[plugins]");
  try {
    read(plugins + data + model + objectives);
    FAIL() << "lab_pack and lab_tools are installed";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("plugins.require[0]"));
    EXPECT_THAT(error.what(), testing::HasSubstr("lab_tools"));
    EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("unknown")));
  }
}

TEST_F(DocsFragments, PackToml) {
  const Pack lab =
      pack(snippet("packs.md", "name = \"lab_pack\"") + snippet("packs.md", "[[sources]]"),
           {"lab.so", "lab.components.json", "example.toml", "README.md", "src/lab.cpp",
            "src/triplet_loss.cpp"});
  EXPECT_EQ(lab.required.cxx_abi, ">= 1017");
  EXPECT_EQ(lab.sources_of("lab").size(), 2U);
}

TEST_F(DocsFragments, PackTomlWithTorchScript) {
  const Pack scripts = pack("name = \"scripts\"\nversion = \"1.0.0\"\n" +
                                snippet("packs.md", "plugins = [\"gru_encoder\""),
                            {"gru_encoder.pt", "pulled.pt"});
  EXPECT_NE(scripts.torchscript_of("pulled"), nullptr);
}

}  // namespace
}  // namespace facet
