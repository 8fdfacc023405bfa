// The table of option types in docs/plugins.md, held against the types that there are.
#include <gmock/gmock.h>

#include <regex>
#include <sstream>

#include "facet/option_info.h"
#include "framework/files/files.h"

namespace facet {
namespace {

/// The first column of the table that begins with `| Type | Member |`.
std::vector<std::string> types_of_the_docs() {
  std::istringstream docs(read_text(FACET_SOURCE_FOLDER "/docs/plugins.md"));
  static const std::regex row("\\| ([a-z]+) \\| .+ \\|");
  std::vector<std::string> types;
  std::smatch match;
  std::string line;
  while (std::getline(docs, line) && line != "| Type | Member |") continue;
  while (std::getline(docs, line) && line.starts_with("|"))
    if (std::regex_match(line, match, row)) types.push_back(match[1]);
  return types;
}

TEST(OptionTypes, AreAllInTheDocs) {
  std::vector<std::string> types;
  for (int i = 0; i <= static_cast<int>(OptionType::tables); ++i)
    types.push_back(to_string(static_cast<OptionType>(i)));
  EXPECT_EQ(types_of_the_docs(), types);
}

}  // namespace
}  // namespace facet
