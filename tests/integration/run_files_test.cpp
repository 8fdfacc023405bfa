// Every file that a run leaves says its format, and a newer one is refused by whoever reads it.
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "integration/small_run.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

/// The arguments of a command that reads the file; none where no command does.
const std::map<std::string, Words> readers = {
    {"config.toml", {"evaluate", "run"}},
    {"checkpoint.npz", {"train", "run", "--resume", "--quiet"}},
    {"run.json", {"train", "run", "--resume", "--quiet"}},
    {"model.npz", {"embed", "run", "recording.npz", "--out", "again.npz"}},
    {"signal_scale.npz", {"embed", "run", "recording.npz", "--out", "again.npz"}},
    {"embedding.npz", {"evaluate", "run"}},
    {"attribution.npz", {}}};

/// For people and the programs of others, which a number of Facet's would break.
const std::set<std::string> of_others = {"history.csv", "metrics.json", "report.html",
                                         "validation.csv"};

class RunFiles : public testing::Test {
 protected:
  RunFiles() {
    write_small_run(folder());
    must_work({"train", "run.toml", "--out", "run", "--quiet", "--set", "training.steps=10",
               "--set", "data.zscore=true"});
    must_work({"attribute", "run"});
  }

  ProgramResult facet(Words words) const {
    words.insert(words.begin(), FACET_PROGRAM);
    return run_program(words, folder());
  }
  void must_work(const Words& words) const {
    const ProgramResult result = facet(words);
    EXPECT_EQ(result.exit_code, 0) << words[0] << ": " << result.errors;
  }
  std::string path(const std::string& name) const { return folder() + "/run/" + name; }
  const std::string& folder() const { return folder_.path(); }

 private:
  const TemporaryFolder folder_;
};

/// Writes the file again with one more than its format's number, which is to be 1.
void raise_format(const std::string& path) {
  const std::string extension = fs::path(path).extension();
  if (extension == ".toml") {
    const std::string text = read_text(path), first = "format = 1\n";
    ASSERT_TRUE(text.starts_with(first)) << path;
    write_text(path, "format = 2\n" + text.substr(first.size()));
  } else if (extension == ".json") {
    auto json = nlohmann::json::parse(read_text(path));
    ASSERT_EQ(json["format"], 1) << path;
    json["format"] = 2;
    write_text(path, json.dump());
  } else {
    std::vector<NamedTensor> arrays = read_npz(path);
    for (NamedTensor& array : arrays) array.tensor = array.tensor.clone();
    ASSERT_EQ(arrays.at(0).name, "format") << path;
    ASSERT_EQ(arrays[0].tensor.item<std::int64_t>(), 1) << path;
    arrays[0].tensor += 1;
    write_npz(path, arrays);
  }
}

TEST_F(RunFiles, OfANewerFormatAreRefusedByName) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder() + "/run"))
    names.insert(entry.path().filename());
  for (const auto& [name, reader] : readers) EXPECT_TRUE(names.contains(name)) << name;
  for (const std::string& name : names) {
    if (of_others.contains(name)) continue;
    ASSERT_TRUE(readers.contains(name)) << name << ": who reads it?";
    const std::string before = read_text(path(name));
    raise_format(path(name));
    if (const Words& reader = readers.at(name); !reader.empty()) {
      const ProgramResult refused = facet(reader);
      EXPECT_NE(refused.exit_code, 0) << name;
      EXPECT_THAT(refused.errors, testing::HasSubstr("run/" + name + ":")) << name;
      EXPECT_THAT(refused.errors,
                  testing::HasSubstr(" format is 2, which is newer than this Facet reads (1): use "
                                     "the Facet that wrote it, or a newer one"))
          << name;
    }
    write_text(path(name), before);
  }
}

}  // namespace
}  // namespace facet
