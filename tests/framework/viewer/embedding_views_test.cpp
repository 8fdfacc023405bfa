#include "framework/viewer/embedding_views.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "framework/run_folder/embedding_file.h"
#include "integration/small_run.h"
#include "temporary_folder.h"
#include "unpacked.h"

namespace facet {
namespace {

/// Runs of a few steps on the same recording.
class EmbeddingViews : public testing::Test {
 protected:
  ViewedRun trained(const std::string& name, const std::vector<std::string>& overrides) {
    std::vector<std::string> all = {"training.steps=3"};
    all.insert(all.end(), overrides.begin(), overrides.end());
    const RunConfig config = read_run_config(config_, all, *registry_);
    const RunFolder run(folder_.path() + "/" + name);
    train(config, run, *registry_);
    return {run, config, name};
  }

  TemporaryFolder folder_;
  std::string config_ = write_small_run(folder_.path());
  std::unique_ptr<Registry> registry_ = open_registry();
};

TEST_F(EmbeddingViews, OfRunsOnTheSameBinsShareThem) {
  const ViewedRun first = trained("first", {}), second = trained("second", {"training.seed=1"});
  const nlohmann::json views = embedding_views({first, second});
  EXPECT_EQ(views["recordings"].size(), 1U);
  EXPECT_EQ(views["runs"][1]["recording"], 0);
  EXPECT_EQ(views["runs"][1]["name"], "second");
  const ViewedRun shorter = trained("shorter", {"data.select=\"phase < 3\""});
  EXPECT_EQ(embedding_views({first, shorter})["recordings"].size(), 2U);
}

TEST_F(EmbeddingViews, HaveTheColumnsOfTheEmbedding) {
  const ViewedRun run = trained("run", {});
  const at::Tensor embedding = load_embedding(run.folder.embedding()).embedding;
  const nlohmann::json views = embedding_views({run});
  for (std::int64_t column = 0; column < 4; ++column) {
    const auto numbers = unpacked(views["runs"][0]["columns"][static_cast<std::size_t>(column)]);
    ASSERT_EQ(numbers.size(), 400U);
    const at::Tensor own = embedding.select(1, column).to(at::kDouble).contiguous();
    const double step = (own.max() - own.min()).item<double>() / 65534;
    for (std::size_t bin = 0; bin < numbers.size(); ++bin)
      ASSERT_NEAR(numbers[bin], own.data_ptr<double>()[bin], 0.51 * step);
  }
}

TEST_F(EmbeddingViews, HaveTheColoursOfFigures) {
  const nlohmann::json colours = embedding_views({})["colours"];
  EXPECT_EQ(colours["classes"].size(), 12U);
  EXPECT_EQ(colours["classes"][0], "#0072b2");
  EXPECT_EQ(colours["missing"], "#969696");
}

TEST_F(EmbeddingViews, SayWhatShapesAFacet) {
  const nlohmann::json facets = embedding_views({trained("run", {})})["runs"][0]["facets"];
  ASSERT_EQ(facets.size(), 3U);
  EXPECT_EQ(facets[0]["name"], "columns 0:2");
  EXPECT_EQ(facets[0]["objectives"], "LearnableEuclideanInfoNCE by time_delta");
  EXPECT_EQ(facets[1]["objectives"], "nn.MSELoss");
  EXPECT_EQ(facets[1]["columns"], nlohmann::json({2, 3}));
  EXPECT_EQ(facets[2]["objectives"], "");
}

}  // namespace
}  // namespace facet
