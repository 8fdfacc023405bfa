#include "framework/parallel/agreement.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Differences, AreNoneWhereAllSayTheSame) {
  EXPECT_THAT(differences({{"n1", {{"libtorch", "2.6.0"}}}, {"n2", {{"libtorch", "2.6.0"}}}}),
              IsEmpty());
}

TEST(Differences, NameWhatEachSaysAndItsRanksAndHosts) {
  EXPECT_THAT(differences({{"n1", {{"libtorch", "1.13.1"}, {"steps", "100"}, {"threads", "4"}}},
                           {"n2", {{"libtorch", "2.6.0"}, {"steps", "100"}, {"threads", "2"}}},
                           {"n2", {{"libtorch", "2.6.0"}, {"steps", "100"}, {"threads", "1"}}}}),
              ElementsAre("libtorch: 1.13.1 on rank 0 (n1), 2.6.0 on ranks 1, 2 (n2)",
                          "threads: 4 on rank 0 (n1), 2 on rank 1 (n2), 1 on rank 2 (n2)"));
}

TEST(Differences, NameWhatOnlySomeSay) {
  EXPECT_THAT(differences({{"n1", {}}, {"n2", {{"plugin lab", "abc"}}}}),
              ElementsAre("plugin lab: nothing on rank 0 (n1), abc on rank 1 (n2)"));
}

TEST(FactsOf, GivesBackWhatWasMadeAText) {
  const std::vector<RankFact> facts =
      facts_of(to_text({{"config", "[data]\nfile = \"a\"\n"}, {"empty", ""}}));
  ASSERT_EQ(facts.size(), 2);
  EXPECT_EQ(facts[0].what, "config");
  EXPECT_EQ(facts[0].value, "[data]\nfile = \"a\"\n");
  EXPECT_EQ(facts[1].what, "empty");
  EXPECT_EQ(facts[1].value, "");
  EXPECT_THAT(facts_of(""), IsEmpty());
}

}  // namespace
}  // namespace facet
