#include "framework/profiling/chrome_trace.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace facet {
namespace {

TEST(ChromeTrace, HasAnEventForEachOperation) {
  const auto trace =
      nlohmann::json::parse(chrome_trace({{"aten::mm", false, 1, 5'500, 7'000},
                                          {"en\"coding\n", true, 1, 5'000, 8'000},
                                          {"drawing", true, 2, 5'001, 1'000'005'001}}));
  EXPECT_EQ(trace["displayTimeUnit"], "ms");
  EXPECT_EQ(trace["traceEvents"], nlohmann::json::parse(R"([
    {"name": "aten::mm", "cat": "operation", "ph": "X", "ts": 0.5, "dur": 1.5, "pid": 1, "tid": 1},
    {"name": "en\"coding\n", "cat": "part", "ph": "X", "ts": 0.0, "dur": 3.0, "pid": 1, "tid": 1},
    {"name": "drawing", "cat": "part", "ph": "X", "ts": 0.001, "dur": 1e6, "pid": 1, "tid": 2}])"));
}

TEST(ChromeTrace, OfNothingIsValid) {
  EXPECT_EQ(nlohmann::json::parse(chrome_trace({}))["traceEvents"], nlohmann::json::array());
}

TEST(ChromeTrace, IsValidWhateverANameIs) {
  EXPECT_NO_THROW(nlohmann::json::parse(chrome_trace({{"\xff", true, 1, 0, 1}})));
}

}  // namespace
}  // namespace facet
