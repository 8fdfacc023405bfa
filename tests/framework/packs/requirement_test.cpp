#include "framework/packs/requirement.h"

#include <gmock/gmock.h>

#include "message_of.h"

namespace facet {
namespace {

bool meets(const std::string& requirement, const std::string& version) {
  return parse_requirement(requirement).versions.hold_for(Version(version));
}

TEST(Requirements, NameAPackAndConditions) {
  EXPECT_EQ(parse_requirement("lab-pack >= 1.2").pack, "lab-pack");
  EXPECT_EQ(parse_requirement(" lab_pack ").pack, "lab_pack");
  EXPECT_TRUE(meets("lab", "0.1"));
  EXPECT_TRUE(meets("lab >= 1.2", "1.2"));
  EXPECT_FALSE(meets("lab >= 1.2", "1.2-rc1"));
  EXPECT_FALSE(meets("lab > 1.2", "1.2"));
  EXPECT_TRUE(meets("lab<=1.2", "1.2"));
  EXPECT_FALSE(meets("lab < 1.2", "1.2"));
  EXPECT_TRUE(meets("lab == 1.2", "1.2.0"));
  EXPECT_FALSE(meets("lab = 1.2", "1.2.1"));
  EXPECT_TRUE(meets("lab >= 1.2, < 2", "1.9"));
  EXPECT_FALSE(meets("lab >= 1.2, < 2", "2.0"));
}

TEST(Requirements, OtherTextsAreRefused) {
  const auto said = [](const std::string& text) {
    return message_of([&] { parse_requirement(text); });
  };
  EXPECT_EQ(said(">= 1.2"),
            "'>= 1.2' must be the name of a pack, and perhaps conditions on its version, such as "
            "'lab-pack >= 1.2'");
  EXPECT_EQ(said("lab 1.2"), "'1.2' must be conditions on a version, such as '>= 1.2, < 2'");
  EXPECT_EQ(said("lab >= 1.2,"),
            "'>= 1.2,' must be conditions on a version, such as '>= 1.2, < 2'");
  EXPECT_THAT(said("lab >= new"), testing::StartsWith("'new' is no version"));
  EXPECT_THAT(said(std::string(100'000, 'a')), testing::EndsWith("is too long"));
}

}  // namespace
}  // namespace facet
