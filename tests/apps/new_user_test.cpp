// The way of somebody new, from files of others to decoded labels, with nothing but what each
// command says: spike times from MATLAB, a table of positions from pandas (new_user/make_files.py,
// which prints what numpy counts).
#include <ATen/Functions.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "facet/npz.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

class NewUser : public RunCommands {
 protected:
  NewUser() {
    for (const char* file : {"spikes.mat", "position.csv"})
      std::filesystem::copy(std::string(NEW_USER) + "/" + file, folder());
  }

  /// Ends the test where the command has an error.
  ProgramResult done(const Words& words) const {
    const ProgramResult result = facet(words);
    if (result.exit_code != 0) throw std::runtime_error(words[0] + ": " + result.errors);
    return result;
  }
};

/// Of the bins from `begin` to `end`, how many spikes each unit has in them.
std::vector<std::int64_t> spikes_in(const at::Tensor& counts, std::int64_t begin,
                                    std::int64_t end) {
  const at::Tensor sums = counts.slice(0, begin, end).sum(0).to(at::kLong).contiguous();
  const auto* first = sums.data_ptr<std::int64_t>();
  return {first, first + sums.numel()};
}

Json decoded(const Json& evaluation, const Json& facet, const std::string& decoder) {
  for (const Json& row : evaluation.at("decoding"))
    if (row["facet"] == facet && row["label"] == "position" && row["decoder"] == decoder)
      return row;
  throw std::runtime_error("position is not decoded by " + decoder);
}

TEST_F(NewUser, GetsFromFilesToDecodedLabels) {
  EXPECT_THAT(done({"data", "info", "spikes.mat", "position.csv"}).output,
              AllOf(ContainsRegex("spikes +16 rows, 9323 in all +float64 .* events: signals, with"),
                    ContainsRegex("position +1799 +float64 .* 5 +label")));

  EXPECT_EQ(done({"init", "spikes.mat", "position.csv", "--out", "rat.toml"}).output,
            "rat.toml\nrat.toml: no mistakes\n");
  EXPECT_THAT(read("rat.toml"),
              AllOf(HasSubstr("{ path = \"position.csv\", time = [\"time\"] }"),
                    HasSubstr("bin = 0.05  # "), HasSubstr("label = \"position\" }")));

  const ProgramResult check = done({"check", "rat.toml"});
  EXPECT_EQ(check.output, "rat.toml: no mistakes\n");
  EXPECT_THAT(
      check.errors,
      AllOf(HasSubstr("spikes.mat, position.csv: 3599 bins of 50 ms x 16 channels"),
            HasSubstr("from 0.05 s to 180 s\n"),
            HasSubstr("'spikes': 9323 of 9323 events of 16 units are in the bins\n"),
            // 12 bins between frames at 29.92 and 30.52 s, 4 after the last one, at 179.82 s
            HasSubstr("'position' is brought onto the bins by linear, at most 0.2 s; it is missing "
                      "in 16 of them\n"),
            HasSubstr("3583 of 3599 bins are used, in 2 segments\n"), Not(HasSubstr("warning"))));

  done({"train", "rat.toml", "--out", "run", "--quiet", "--set", "training.steps=100"});

  const Json evaluation = Json::parse(done({"evaluate", "run", "--json"}).output);
  EXPECT_EQ(evaluation.at("held_out"), true);
  for (const Json& facet : {Json{0, 8}, Json{4, 8}}) {
    const Json row = decoded(evaluation, facet, "knn");
    EXPECT_GT(row.at("r2"), 0.8) << row;  // 0 for who always says the mean
    // Who always says the middle of the track is 0.351 m beside it.
    EXPECT_LT(row.at("median_error_first"), 0.1) << row;
  }
}

TEST_F(NewUser, HasTheCountsThatNumpyCounts) {
  done({"init", "spikes.mat", "position.csv", "--out", "rat.toml"});
  done({"data", "convert", "rat.toml", "--out", "one.npz"});
  at::Tensor counts;
  for (const NamedTensor& array : read_npz(folder() + "/one.npz"))
    if (array.name == "neural") counts = array.tensor;
  ASSERT_EQ(counts.sizes(), at::IntArrayRef({3599, 16}));
  EXPECT_THAT(spikes_in(counts, 0, 3599), ElementsAre(639, 725, 688, 630, 509, 512, 480, 483, 500,
                                                      484, 498, 515, 624, 700, 734, 602));
  EXPECT_THAT(spikes_in(counts, 1000, 1020),
              ElementsAre(1, 0, 3, 4, 7, 12, 7, 8, 4, 1, 0, 0, 0, 0, 2, 0));
}

}  // namespace
}  // namespace facet
