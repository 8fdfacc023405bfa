// The answers to CEBRA's parameters are those that docs/coming_from_cebra.md lists.
#include "framework/config/cebra_keys.h"

#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "framework/files/files.h"

namespace facet {
namespace {

/// Without what marks code.
std::string plain(std::string text) {
  std::erase_if(text, [](char c) { return c == '`' || c == '"'; });
  return text;
}

TEST(CebraKeys, AreThoseOfTheTableInTheDocs) {
  const std::string page = read_text(FACET_SOURCE_FOLDER "/docs/coming_from_cebra.md");
  const std::size_t begin = page.find("## Parameters of `cebra.CEBRA`");
  ASSERT_NE(begin, std::string::npos);
  std::istringstream lines(page.substr(begin, page.find("\n## ", begin + 1) - begin));
  const std::regex row("\\| `(\\w+)` \\| (.*) \\|");
  int rows = 0;
  for (std::string line; std::getline(lines, line);) {
    std::smatch cells;
    if (!std::regex_match(line, cells, row)) continue;
    EXPECT_EQ(plain(key_of_cebra_parameter(cells[1])), plain(cells[2])) << line;
    ++rows;
  }
  EXPECT_EQ(rows, 22) << "the parameters of CEBRA 0.6";
}

TEST(CebraKeys, AreNoneOfWhatCebraDoesNotHave) {
  EXPECT_EQ(key_of_cebra_parameter("steps"), "");
  EXPECT_EQ(key_of_cebra_parameter(""), "");
}

}  // namespace
}  // namespace facet
