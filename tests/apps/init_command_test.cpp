// `facet init`: from a recording's files to a config that can be trained.
#include <ATen/Functions.h>

#include <filesystem>
#include <fstream>

#include "facet/npz.h"
#include "framework/files/files.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;

class InitCommand : public RunCommands {
 protected:
  /// 300 bins of six channels and a position that is not known at first.
  void write_matrix() const {
    at::Tensor position = at::arange(300, at::kFloat).remainder(50) / 50;
    position.slice(0, 0, 4).fill_(std::nan(""));
    write_npz(folder() + "/rat.npz", {{"counts", at::rand({300, 6})},
                                      {"position", position},
                                      {"trial", (at::arange(300, at::kLong) / 50).to(at::kLong)}});
  }
};

TEST_F(InitCommand, WritesAConfigThatTrains) {
  write_matrix();
  const ProgramResult made = facet({"init", "rat.npz", "--out", "rat.toml"});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_EQ(made.output, "rat.toml\nrat.toml: no mistakes\n");
  const std::string text = read_text(folder() + "/rat.toml");
  EXPECT_THAT(text, AllOf(HasSubstr("file = \"rat.npz\"\n"),
                          HasSubstr("signals = \"counts\"  # 6 channels\n"),
                          HasSubstr("select = \"'position' == 'position'\"  # "),
                          HasSubstr("label = \"position\""), HasSubstr("validation = 0.2  # ")));
  const ProgramResult trained =
      facet({"train", "rat.toml", "--out", "run", "--set", "training.steps=3"});
  EXPECT_EQ(trained.exit_code, 0) << trained.errors;
  EXPECT_EQ(facet({"evaluate", "run"}).exit_code, 0);
}

TEST_F(InitCommand, TakesWhatIsAskedFor) {
  write_matrix();
  std::filesystem::create_directory(folder() + "/configs");
  EXPECT_EQ(facet({"init", "rat.npz", "--out", "configs/rat.toml", "--label", "position",
                   "--signals", "counts"})
                .exit_code,
            0);
  EXPECT_THAT(read_text(folder() + "/configs/rat.toml"),
              AllOf(HasSubstr("file = \"../rat.npz\"\n"), HasSubstr("  # as you said\n")));
}

TEST_F(InitCommand, TakesSeveralSignalsAndPatterns) {
  std::vector<NamedTensor> arrays;
  for (const char* name : {"unit_0", "unit_1", "unit_2", "lfp"})
    arrays.push_back({name, at::rand({300})});
  write_npz(folder() + "/columns.npz", arrays);
  EXPECT_EQ(facet({"init", "columns.npz", "--out", "all.toml", "--signals", "unit_*"}).exit_code,
            0);
  EXPECT_THAT(read("all.toml"), HasSubstr("signals = \"unit_*\"  # as you said\n"));
  EXPECT_EQ(
      facet({"init", "columns.npz", "--out", "two.toml", "--signals", "unit_0", "--signals", "lfp"})
          .exit_code,
      0);
  EXPECT_THAT(read("two.toml"), HasSubstr("signals = [\"unit_0\", \"lfp\"]  # as you said\n"));
}

/// A file may have hundreds of labels, of which eight are proposed.
TEST_F(InitCommand, BringsTheLabelThatIsAskedForOntoTheBins) {
  std::vector<NamedTensor> arrays = {{"counts", at::rand({300, 6})},
                                     {"t", at::arange(300, at::kDouble) / 10}};
  for (int label = 1; label <= 9; ++label)
    arrays.push_back({"label" + std::to_string(label), at::rand({300})});
  write_npz(folder() + "/many.npz", arrays);
  const ProgramResult made =
      facet({"init", "many.npz", "--out", "many.toml", "--bin", "0.2", "--label", "label9"});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_THAT(read("many.toml"),
              AllOf(HasSubstr("time = [\"t\"]"), HasSubstr("\"label8\", \"label9\"]"),
                    HasSubstr("label = \"label9\" }")));
}

TEST_F(InitCommand, SaysWhatIsNotThere) {
  write_matrix();
  const auto mistake = [&](const Words& more) {
    Words words{"init", "rat.npz", "--out", "rat.toml"};
    words.insert(words.end(), more.begin(), more.end());
    return facet(words).errors;
  };
  EXPECT_THAT(mistake({"--signals", "cuonts"}),
              EndsWith("there is no array 'cuonts', did you mean 'counts'? (there are 'counts', "
                       "'position', 'trial')\n"));
  EXPECT_THAT(mistake({"--label", "trial"}),
              EndsWith("'trial' is discrete, a continuous label is needed, such as 'position'\n"));
  EXPECT_THAT(mistake({"--bin", "0"}),
              EndsWith("a bin is wider than 0 seconds, such as 0.05, not 0\n"));
  EXPECT_THAT(mistake({"--bin", "inf"}),
              EndsWith("a bin has a width in seconds, such as 0.05, not inf\n"));
  EXPECT_THAT(mistake({"--label", "counts"}),
              EndsWith("'counts' is of the signals, a label is another array\n"));
  write_npz(folder() + "/none.npz", {{"position", at::ones({3})}});
  EXPECT_THAT(facet({"init", "none.npz", "--out", "rat.toml"}).errors,
              HasSubstr("there is no array of signals, bins x channels or event times of units"));
  EXPECT_FALSE(std::filesystem::exists(folder() + "/rat.toml"));
}

}  // namespace
}  // namespace facet
