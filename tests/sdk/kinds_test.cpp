#include "facet/kinds.h"

#include <gmock/gmock.h>

#include "facet/attribution.h"
#include "facet/criterion.h"
#include "facet/distribution.h"
#include "facet/learning_rate.h"
#include "facet/mask.h"
#include "facet/model.h"
#include "facet/observer.h"
#include "facet/optimizer.h"
#include "facet/reader.h"
#include "facet/regularizer.h"
#include "facet/scheduler.h"
#include "facet/writer.h"

namespace facet {
namespace {

TEST(Kinds, AreThoseOfTheInterfaces) {
  std::vector<std::string> kinds;
  for (const ComponentKind& kind : component_kinds()) {
    kinds.push_back(kind.name);
    EXPECT_FALSE(kind.summary.empty()) << kind.name;
  }
  EXPECT_THAT(kinds, testing::ElementsAre(
                         Attribution::kind, Criterion::kind, Distribution::kind, LearningRate::kind,
                         Mask::kind, Model::kind, Observer::kind, Optimizer::kind, Prior::kind,
                         Reader::kind, Regularizer::kind, Scheduler::kind, Writer::kind));
}

TEST(Kinds, ReserveTheNamesOfTheEnginesKeys) {
  EXPECT_TRUE(is_reserved("model", "adapt"));
  EXPECT_TRUE(is_reserved("model", "renormalize"));
  EXPECT_TRUE(is_reserved("regularizer", "weight"));
  EXPECT_TRUE(is_reserved("observer", "name")) << "in every kind";
  EXPECT_FALSE(is_reserved("scheduler", "weight"));
  EXPECT_FALSE(is_reserved("model", "num_output"));
}

}  // namespace
}  // namespace facet
