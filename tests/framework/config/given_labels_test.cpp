#include "framework/config/given_labels.h"

#include <gmock/gmock.h>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// One objective that compares `near`, and one that predicts `position`.
RunConfig two_labels() {
  ObjectiveConfig contrastive, supervised;
  contrastive.loss = {"Spread"};
  contrastive.distribution = ComponentChoice{"Near", {{"label", "near"}}};
  supervised.loss = {"Squares"};
  supervised.target = "position";
  RunConfig config;
  config.objective = {contrastive, supervised};
  return config;
}

std::vector<std::string> warnings_of(const RunConfig& config, bool held_out) {
  const Registry registry = config_registry();
  return check_decoding(config, registry, held_out);
}

std::string trained(const std::string& label) {
  return "label '" + label +
         "' is decoded from an embedding that was given it: nothing was held out, so that its "
         "scores say nothing of other data (set data.validation)";
}

std::string aligned(const std::string& label) {
  return "label '" + label +
         "' is given to the embedding of every bin, held out or not: training.align_by chooses by "
         "it what the encoder sees of the other sessions, so that decoding it says nothing";
}

TEST(CheckDecoding, WarnsOfTrainedLabelsWhereNothingIsHeldOut) {
  EXPECT_THAT(warnings_of(two_labels(), false), ElementsAre(trained("near"), trained("position")));
  EXPECT_THAT(warnings_of(two_labels(), true), IsEmpty());
}

TEST(CheckDecoding, WarnsOfTheLabelsThatAlignSessionsInAnyCase) {
  RunConfig unified = two_labels();
  unified.training.align_by = "position";
  EXPECT_THAT(warnings_of(unified, true), ElementsAre(aligned("position")));
  EXPECT_THAT(warnings_of(unified, false), ElementsAre(aligned("position"), trained("near")));
  unified.training.align_by.terms.push_back({"speed"});
  EXPECT_THAT(check_alignment(unified), ElementsAre(aligned("position"), aligned("speed")));
}

TEST(AskedLabels, AreAllThatTheConfigNamesEachOnce) {
  const ConfigFile file(short_config);
  const RunConfig config = file.read(
      {"objective[0].distribution={name=\"Near\",label=[\"near\",{name=\"position\"}]}"});
  EXPECT_THAT(asked_labels(config, file.registry()), ElementsAre("near", "position"));
  EXPECT_THAT(asked_labels(file.read(), file.registry()), ElementsAre("position"));
}

}  // namespace
}  // namespace facet::toy
