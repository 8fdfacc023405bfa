#include "framework/packs/version.h"

#include <gtest/gtest.h>

#include <vector>

#include "message_of.h"

namespace facet {
namespace {

TEST(Versions, AreOrderedByTheirNumbersAndPreReleases) {
  const std::vector<std::string> ascending = {
      "0.9", "1-alpha", "1.0.0-rc1", "1.0.0-rc2", "1.0-rc10", "1.0.0", "1.0.1", "1.2", "1.10", "2"};
  for (std::size_t i = 0; i < ascending.size(); ++i)
    for (std::size_t j = 0; j < ascending.size(); ++j)
      EXPECT_EQ(Version(ascending[i]) <=> Version(ascending[j]), i <=> j)
          << ascending[i] << " and " << ascending[j];
}

TEST(Versions, ZerosAtTheEndDoNotCount) {
  EXPECT_EQ(Version("1.2"), Version("1.2.0"));
  EXPECT_EQ(Version("1.2.0").text(), "1.2.0");
}

TEST(Versions, OtherTextsAreRefused) {
  for (const char* text : {"", "v1", "1.", ".1", "1..2", "1.2-", "1.2 ", "1.2-rc/1", "../1",
                           "12345678901", "1.2.3.4.5.6.7"})
    EXPECT_EQ(message_of([&] { Version{text}; }),
              "'" + std::string(text) +
                  "' is no version: it must be numbers separated by dots, and perhaps a "
                  "pre-release part, such as 1.2.0 or 1.2.0-rc1");
}

}  // namespace
}  // namespace facet
