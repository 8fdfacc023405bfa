#include "framework/report/config_table.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

using testing::ElementsAre;

Table config(double lr, const char* device) {
  return {{"training", Table{{"lr", lr}, {"device", device}}},
          {"objective", Value::List{Table{{"slice", Value::List{0, 2}}}}}};
}

TEST(ConfigTable, HasARowForEachKeyOfAnyConfig) {
  Table other = config(0.1, "cpu");
  other.set("seed", 3);
  EXPECT_THAT(config_table({config(0.1, "cpu"), other}, {"a", "b"}),
              ElementsAre(ElementsAre("key", "a", "b"), ElementsAre("training.lr", "0.1", "0.1"),
                          ElementsAre("training.device", "\"cpu\"", "\"cpu\""),
                          ElementsAre("objective[0].slice", "[0, 2]", "[0, 2]"),
                          ElementsAre("seed", "", "3")));
}

TEST(ConfigTable, FindsTheRowsThatDiffer) {
  const TableRows rows =
      config_table({config(0.1, "cpu"), config(0.1, "cuda"), config(0.2, "cpu")}, {"a", "b", "c"});
  EXPECT_THAT(differing_rows(rows), ElementsAre(1, 2));
}

}  // namespace
}  // namespace facet
