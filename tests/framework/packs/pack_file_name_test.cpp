#include "framework/packs/pack_file_name.h"

#include <gmock/gmock.h>

#include "message_of.h"

namespace facet {
namespace {

std::string said_of(const std::string& name) {
  return message_of([&] { require_pack_file_name(name); });
}

TEST(PackFileName, MayBeAPathInThePack) {
  for (const char* name : {"pack.toml", "lib/libhelper.so.1", "docs/a-b/c+d_1.md", "_x", "1"})
    EXPECT_EQ(said_of(name), "");
}

TEST(PackFileName, OthersAreRefused) {
  EXPECT_EQ(said_of(""), "'': the name is empty");
  EXPECT_EQ(said_of("/etc/passwd"), "'/etc/passwd': the name is absolute");
  EXPECT_EQ(said_of("a/../b"), "'a/../b': the name leads out of the pack ('..')");
  EXPECT_EQ(said_of("a//b"), "'a//b': the name has an empty part");
  EXPECT_EQ(said_of("a/"), "'a/': the name has an empty part");
  for (const char* name : {".", "./a", ".hidden", "-rf", "a/-x"})
    EXPECT_THAT(said_of(name), testing::HasSubstr("does not begin with a letter"));
  for (const char* name : {"a b", "a\nb", "a\\b", "a:b", "\xc3\xa4", "a\x1b[2J", "a*"})
    EXPECT_THAT(said_of(name), testing::HasSubstr("has a character other than"));
  EXPECT_THAT(said_of(std::string(201, 'a')), testing::EndsWith("longer than 200 characters"));
}

TEST(PackFileName, IsShownWithoutWhatATerminalWouldObey) {
  EXPECT_EQ(said_of("a\x1b[2J").find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace facet
