// Where a result cannot be trusted: what a user sees on stderr, and what is kept with the run.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "integration/small_run.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class TrustWarnings : public testing::Test {
 protected:
  TrustWarnings() { write_small_run(folder_.path()); }

  /// The lines on stderr of two steps with these settings in place of the small run's.
  std::vector<std::string> train_run(const std::vector<std::string>& settings,
                                     const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{FACET_PROGRAM, "train", "run.toml",        "--out", "run", "-q",
                                   "--overwrite", "--set", "training.steps=2"};
    for (const std::string& setting : settings) words.insert(words.end(), {"--set", setting});
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult result = run_program(words, folder_.path());
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    return lines(result.errors);
  }

  /// Those that are kept with the run, as they are written on stderr.
  std::vector<std::string> recorded() const {
    std::vector<std::string> found;
    const auto record = nlohmann::json::parse(read_text(folder_.path() + "/run/run.json"));
    for (const std::string warning : record.at("warnings")) found.push_back("warning: " + warning);
    return found;
  }

  static std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> found;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) found.push_back(line);
    return found;
  }

  TemporaryFolder folder_;
};

TEST_F(TrustWarnings, AreNotGivenWithoutReason) {
  EXPECT_THAT(train_run({}), IsEmpty());
  EXPECT_THAT(recorded(), IsEmpty());
}

TEST_F(TrustWarnings, OfPositivesThatAreTheReferenceItself) {
  const auto seen =
      train_run({"objective[0].distribution={ name = \"delta_normal\", label = \"position\", delta "
                 "= 1e-9 }"});
  EXPECT_THAT(seen, ElementsAre(StartsWith("warning: objective[0]: 100 % of the positives are the "
                                           "reference itself")));
  EXPECT_EQ(recorded(), seen);
}

TEST_F(TrustWarnings, OfACosineFacetThatHasNotUnitLength) {
  const auto seen = train_run({"objective[0].loss=\"InfoNCE\""});
  EXPECT_THAT(seen, ElementsAre("warning: objective[0] compares 0:2 by InfoNCE, but the embedding "
                                "there has not unit length: set model.renormalize = true, or take "
                                "a Euclidean loss"));
  EXPECT_EQ(recorded(), seen);
}

// The model's norm is that of all outputs: a slice of them has another.
TEST_F(TrustWarnings, OfACosineFacetInASliceOfANormalizedModel) {
  const std::vector<std::string> cosine = {"objective[0].loss=\"InfoNCE\"",
                                           "model={ name = \"offset1-model\", num_output = 4 }"};
  const auto with = [&](const std::string& setting) {
    std::vector<std::string> settings = cosine;
    settings.push_back(setting);
    return train_run(settings);
  };
  EXPECT_THAT(train_run(cosine), ElementsAre(StartsWith("warning: objective[0] compares 0:2 by "
                                                        "InfoNCE, but the embedding there has not "
                                                        "unit length")));
  EXPECT_THAT(with("objective[0].slice=[0,4]"), IsEmpty());
  EXPECT_THAT(with("model.renormalize=true"), IsEmpty());
}

TEST_F(TrustWarnings, OfATemperatureAtItsBound) {
  const auto seen =
      train_run({"objective[0].loss={ name = \"LearnableEuclideanInfoNCE\", temperature = 0.05 }"});
  EXPECT_THAT(seen, ElementsAre(StartsWith("warning: objective[0]: the temperature of its loss is "
                                           "held at its bound, 0.1")));
  EXPECT_EQ(recorded(), seen);
}

TEST_F(TrustWarnings, OfACollapsedFacet) {
  write_npz(folder_.path() + "/recording.npz",
            {{"neural", at::ones({400, 6})}, {"position", at::rand({400, 2})}});
  const auto seen = train_run({});
  EXPECT_THAT(seen,
              ElementsAre(StartsWith("warning: recording.npz: 6 of 6 channels have one value"),
                          StartsWith("warning: objective[0]: its slice 0:2 has collapsed"),
                          StartsWith("warning: objective[1]: its slice 2:4 has collapsed")));
  EXPECT_EQ(recorded(), seen);
}

TEST_F(TrustWarnings, OfALabelDecodedFromAnEmbeddingThatWasGivenIt) {
  write_text(folder_.path() + "/run.toml", [&] {
    std::string text = read_text(folder_.path() + "/run.toml");
    return text.erase(text.find("validation = 0.2"), 16);
  }());
  EXPECT_THAT(train_run({}), IsEmpty());
  const ProgramResult evaluated = run_program({FACET_PROGRAM, "evaluate", "run"}, folder_.path());
  EXPECT_THAT(evaluated.errors,
              HasSubstr("warning: label 'position' is decoded from an embedding that was given it: "
                        "nothing was held out, so that its scores say nothing of other data (set "
                        "data.validation)\n"));
  EXPECT_THAT(evaluated.errors, testing::Not(HasSubstr("'phase'")));

  const auto of_seeds = train_run({"training.seed=0"}, {"--seeds", "2"});
  EXPECT_THAT(of_seeds, ElementsAre(StartsWith("warning: the run held nothing out"),
                                    StartsWith("warning: label 'position' is decoded from")));
  const auto kept = nlohmann::json::parse(read_text(folder_.path() + "/run/seeds.json"));
  ASSERT_EQ(kept.at("warnings").size(), 2U);
  EXPECT_EQ("warning: " + kept.at("warnings").at(1).get<std::string>(), of_seeds.at(1));
}

}  // namespace
}  // namespace facet
