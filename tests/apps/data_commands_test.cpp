// `facet data`: what files hold, and what a config reads of them.
#include <ATen/Functions.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "facet/npz.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;

class DataCommands : public RunCommands {
 protected:
  void write_session() const {
    const at::Tensor speed = at::arange(30, at::kFloat) / 10;
    at::Tensor gaps = speed.clone();
    gaps.slice(0, 3, 5).fill_(std::nan(""));
    const TextValues side = TextValues::of({"left", "right", "left"});
    const FileArray text = FileArray::text("side", 3, [side] { return side; });
    write_npz_arrays(folder() + "/rat.npz", {{"neural", at::ones({30, 4})},
                                             {"speed", gaps},
                                             {"trial", at::arange(30, at::kLong)},
                                             text});
  }
};

TEST_F(DataCommands, InfoIsATableOfArrays) {
  write_session();
  const ProgramResult info = facet({"data", "info", "rat.npz"});
  EXPECT_EQ(info.exit_code, 0) << info.errors;
  EXPECT_EQ(info.output,
            "name    shape   type     unit  sampled  range            missing  serves as\n"
            "neural  30 x 4  float32                 1 .. 1           0        signals or a label\n"
            "speed   30      float32                 0 .. 2.9         2        label\n"
            "trial   30      int64                   0 .. 29          -        label\n"
            "side    3       text                    'left', 'right'  0        label\n"
            "30 rows have 'neural', 'speed', 'trial'\n");
}

TEST_F(DataCommands, InfoTellsTimesSince1970Apart) {
  const at::Tensor t = 1.7e9 + at::arange(4, at::kDouble) / 4;
  write_npz(folder() + "/long_ago.npz", {{"t", t}, {"one", at::full({4}, 1.7e9, at::kDouble)}});
  const ProgramResult info = facet({"data", "info", "long_ago.npz"});
  EXPECT_THAT(info.output, HasSubstr(" 1700000000 .. 1700000000.75 "));
  EXPECT_THAT(info.output, HasSubstr(" 1.7e+09 .. 1.7e+09 "));
}

TEST_F(DataCommands, InfoSaysWhyAnArrayCannotBeRead) {
  write_npz(folder() + "/rat.npz", {{"neural", at::arange(4, at::kDouble)}});
  std::fstream file(folder() + "/rat.npz", std::ios::in | std::ios::out | std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  file.seekp(static_cast<std::streamoff>(bytes.find(std::string("\0\0\x08@", 4))));  // of 3.0
  file.put('A');
  file.close();
  EXPECT_THAT(facet({"data", "info", "rat.npz"}).output,
              HasSubstr("nothing: it cannot be read: rat.npz: 'neural' is damaged: "));
}

TEST_F(DataCommands, InfoIsJsonToo) {
  write_session();
  const auto json = nlohmann::json::parse(facet({"data", "info", "rat.npz", "--json"}).output);
  EXPECT_EQ(json.at("arrays").size(), 4);
  EXPECT_EQ(json.at("arrays")[1].at("missing"), 2);
  EXPECT_EQ(json.at("fit")[0], "30 rows have 'neural', 'speed', 'trial'");
}

TEST_F(DataCommands, InfoOfNoRecordingIsAMistake) {
  const ProgramResult info = facet({"data", "info", "absent.npz"});
  EXPECT_NE(info.exit_code, 0);
  EXPECT_THAT(info.errors, HasSubstr("absent.npz: cannot be read: No such file or directory"));
  EXPECT_EQ(facet({"data", "inform"}).exit_code, 2);
}

TEST_F(DataCommands, ConvertWritesWhatAConfigReads) {
  const ProgramResult made = facet({"data", "convert", "run.toml", "--out", "one.npz", "--set",
                                    "data.epochs=[[10, 50], [60, 400]]"});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_EQ(made.output, "one.npz\n");
  EXPECT_THAT(made.errors, EndsWith("[data]\nfile = \"one.npz\"\nsignals = \"neural\"\nselect = "
                                    "\"in segment\"\n"));
  const ProgramResult check = facet({"check", "run.toml", "--set", "data.file=one.npz", "--set",
                                     "data.signals=neural", "--set", "data.select=in segment"});
  EXPECT_EQ(check.exit_code, 0) << check.errors;
  EXPECT_THAT(check.errors, AllOf(HasSubstr("one.npz: 400 bins x 6 channels"),
                                  HasSubstr("380 of 400 bins are used, in 2 segments")));
  const ProgramResult again = facet({"data", "convert", "run.toml", "--out", "one.npz"});
  EXPECT_NE(again.exit_code, 0);
}

// A training on what was written ends with the very same embedding. (In a table the label
// `position` is two columns.)
TEST_F(DataCommands, ConvertGivesTheSameRunInEveryFormat) {
  const auto embedding_of = [&](const Words& settings) {
    Words words{"train",       "run.toml", "--out", "run",
                "--overwrite", "--quiet",  "--set", "training.steps=5"};
    words.insert(words.end(), settings.begin(), settings.end());
    const ProgramResult trained = facet(words);
    EXPECT_EQ(trained.exit_code, 0) << trained.errors;
    for (const NamedTensor& array : read_npz(folder() + "/run/embedding.npz"))
      if (array.name == "embedding") return array.tensor.clone();
    throw Error("no embedding");
  };
  const at::Tensor expected = embedding_of({});
  for (const std::string extension : {"npz", "h5", "hdf5", "mat"}) {
    const std::string file = "one." + extension;
    ASSERT_EQ(facet({"data", "convert", "run.toml", "--out", file}).exit_code, 0) << file;
    EXPECT_TRUE(embedding_of({"--set", "data.file=" + file}).equal(expected)) << file;
  }
}

// A line break, a colour and what turns the line around, in the name of an array and of a class.
TEST_F(DataCommands, InfoShowsNamesOnOneLine) {
  const TextValues side = TextValues::of({"up\ndown", "r\u202eight", std::string(300, 'x')});
  const FileArray text = FileArray::text("si\x1b[31mde\n", 3, [side] { return side; });
  write_npz_arrays(folder() + "/rat.npz", {text});
  const ProgramResult info = facet({"data", "info", "rat.npz"});
  EXPECT_EQ(info.exit_code, 0) << info.errors;
  EXPECT_THAT(info.output, HasSubstr("\nsi\\x1b[31mde\\n  3  "));
  EXPECT_THAT(info.output,
              HasSubstr("'r\\xe2\\x80\\xaeight', 'up\\ndown', '" + std::string(40, 'x') + "...'"));
  EXPECT_EQ(std::ranges::count(info.output, '\n'), 2);
}

}  // namespace
}  // namespace facet
