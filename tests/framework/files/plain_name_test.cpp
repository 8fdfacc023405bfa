#include "framework/files/plain_name.h"

#include <gtest/gtest.h>

#include "message_of.h"

namespace facet {
namespace {

std::string failure(const std::string& name) {
  return message_of([&] { require_plain_name(name); });
}

TEST(PlainName, IsAnyTextInUtf8) {
  for (const char* name :
       {"", "run", "a b/c'd\"e\\f", "M\xc3\xa4use", "\xe9\xbc\xa0", "\xf0\x9f\x90\x80"})
    EXPECT_EQ(failure(name), "") << name;
}

TEST(PlainName, HasNoControlCharacterAndNoOtherBytes) {
  const std::string rename = ", which a config of a run cannot hold: rename it";
  for (const char c : {'\n', '\t', '\x1b', '\x7f'})
    EXPECT_EQ(failure(std::string("a") + c + "b"),
              "a?b: its name has a line break or another control character" + rename);
  // A byte alone, one that is missing, an overlong '/', half of a pair, beyond the last character.
  for (const char* bytes : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80"})
    EXPECT_NE(failure(bytes).find(": its name has bytes that are not UTF-8" + rename),
              std::string::npos);
}

}  // namespace
}  // namespace facet
