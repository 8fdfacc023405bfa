#include "framework/report/run_attribution.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/charts/drawn.h"
#include "framework/files/files.h"
#include "framework/run_folder/run_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

/// Of a run with any model.
RunFolder write_attribution(const TemporaryFolder& folder, std::vector<NamedTensor> arrays) {
  const RunFolder run(folder.path());
  write_text(run.model(), "a model");
  arrays.push_back({model_array, text_array(run.model_checksum())});
  write_run_arrays(run.attribution(), arrays);
  return run;
}

TEST(RunAttributions, AreItsMaps) {
  const TemporaryFolder folder;
  const RunAttribution attribution =
      read_attribution(write_attribution(folder, {{"jf", at::ones({2, 3})}}));
  ASSERT_EQ(attribution.maps.size(), 1U);
  EXPECT_EQ(attribution.maps[0].name, "jf");
  EXPECT_EQ(attribution.session, "");
  EXPECT_THAT(texts_in(draw_map(attribution, attribution.maps[0])), testing::Contains("jf"));
}

TEST(RunAttributions, SayOfWhichSessionTheyAre) {
  const TemporaryFolder folder;
  const RunAttribution attribution = read_attribution(
      write_attribution(folder, {{"jf", at::ones({2, 3})}, {"session", text_array("monday")}}));
  ASSERT_EQ(attribution.maps.size(), 1U);
  EXPECT_THAT(texts_in(draw_map(attribution, attribution.maps[0])),
              testing::Contains("jf, session monday"));
}

}  // namespace
}  // namespace facet
