#include "framework/parallel/introduction.h"

#include <gmock/gmock.h>

#include <sstream>

namespace facet {
namespace {

std::string differing(const Introduction& other) {
  return difference({0, 3, "2.6.0", "n1"}, other);
}

TEST(Introduction, IsHeardAsItWasTold) {
  std::stringstream line;
  tell(line, {1, 3, "2.6.0", "n2"});
  const auto heard = hear(line);
  ASSERT_TRUE(heard);
  EXPECT_EQ(heard->rank, 1);
  EXPECT_EQ(heard->size, 3);
  EXPECT_EQ(heard->libtorch, "2.6.0");
  EXPECT_EQ(heard->host, "n2");
}

TEST(Introduction, IsNothingElse) {
  for (const char* line : {"", "GET / HTTP/1.1\n", "facet one two\n", "facet 1 3\n"}) {
    std::istringstream in(line);
    EXPECT_FALSE(hear(in)) << line;
  }
}

TEST(Difference, IsNamedWithRanksAndHosts) {
  EXPECT_EQ(differing({1, 3, "2.6.0", "n2"}), "");
  EXPECT_EQ(differing({1, 3, "1.13.1", "n2"}),
            "the ranks differ in their libtorch: 2.6.0 on rank 0 (host n1), 1.13.1 on rank 1 "
            "(host n2)");
  EXPECT_EQ(differing({1, 2, "2.6.0", "n2"}),
            "the ranks differ in how many they are: 3 on rank 0 (host n1), 2 on rank 1 (host n2); "
            "what starts them has to tell all of them the same number");
}

}  // namespace
}  // namespace facet
