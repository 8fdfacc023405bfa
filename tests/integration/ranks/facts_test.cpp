// What ranks hold against each other before they train together.
#include "framework/run/rank_facts.h"
#include "framework/run/run_writer.h"
#include "rank_run.h"

namespace facet {
namespace {

using namespace rank_run;  // NOLINT
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<RankFact> facts_of(const std::string& text, double phase = 0) {
  const auto registry = open_registry();
  const RunConfig config = parse_run_config_text(text, "test.toml", *registry, DataFiles::at_hand);
  const Assembly run = assemble(config, {turning(config.data, phase)}, *registry);
  RunRecord record;
  record.device = "cpu";
  record.data = recorded_data(run);
  return rank_facts(run, record, *registry);
}

/// What they are of, where they differ.
std::vector<std::string> differing(const std::vector<RankFact>& one,
                                   const std::vector<RankFact>& other) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::max(one.size(), other.size()); ++i)
    if (i >= one.size() || i >= other.size() || one[i].value != other[i].value)
      names.push_back(i < one.size() ? one[i].what : other[i].what);
  return names;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

const std::string plain_run = with_training() + one_file + time_objective;

TEST(RankFacts, AreTheSameForTheSameTraining) {
  EXPECT_THAT(differing(facts_of(plain_run), facts_of(plain_run)), IsEmpty());
}

TEST(RankFacts, NameTheKeyThatDiffers) {
  EXPECT_THAT(
      differing(facts_of(plain_run), facts_of(replaced(plain_run, "lr = 1e-2", "lr = 2e-2"))),
      ElementsAre("training.optimizer.lr"));
  EXPECT_THAT(differing(facts_of(plain_run),
                        facts_of(replaced(plain_run, "time_offset = 2", "time_offset = 3"))),
              ElementsAre("objective[0].distribution.time_offset"));
}

TEST(RankFacts, KnowOtherDataOfTheSameSize) {
  EXPECT_THAT(differing(facts_of(plain_run), facts_of(plain_run, 0.25)),
              ElementsAre("the data of turning"));
}

TEST(RankFacts, KnowWhatTheModelBeginsWith) {
  EXPECT_THAT(differing(facts_of(plain_run),
                        facts_of(replaced(plain_run, "[training]", "[training]\nseed = 7"))),
              ElementsAre("training.seed", "what the model begins with"));
}

TEST(RankFacts, LeaveEachRankItsPlaces) {
  const std::string elsewhere = "[output]\nfolder = \"elsewhere\"\n";
  EXPECT_THAT(differing(facts_of(plain_run), facts_of(plain_run + elsewhere)), IsEmpty());
}

TEST(RankFacts, TellVersionsAndPlugins) {
  std::vector<std::string> names;
  for (const RankFact& fact : facts_of(plain_run)) names.push_back(fact.what);
  EXPECT_THAT(names, testing::IsSupersetOf({"facet", "libtorch", "blas", "kernels", "threads",
                                            "device", "plugin core"}));
}

}  // namespace
}  // namespace facet
