// The code of a page, held against the program that is compiled.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "facet/kinds.h"
#include "framework/files/files.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

/// The indented blocks of a page, without their indent.
std::vector<std::string> code_blocks(const std::string& page) {
  std::istringstream lines(read_text(FACET_SOURCE_FOLDER "/docs/" + page));
  std::vector<std::string> blocks;
  bool in_block = false;
  for (std::string line; std::getline(lines, line);) {
    const bool code = line.starts_with("    ");
    if (code && !in_block) blocks.emplace_back();
    in_block = code || (in_block && line.empty());
    if (in_block) blocks.back() += (code ? line.substr(4) : line) + "\n";
  }
  for (std::string& block : blocks) block.erase(block.find_last_not_of('\n') + 2);
  return blocks;
}

TEST(CodeInDocs, OfARunFromMemoryIsThatOfTheProgram) {
  const std::string program =
      read_text(FACET_SOURCE_FOLDER "/tests/packaging/embedding_program/main.cpp");
  const std::vector<std::string> blocks = code_blocks("from_memory.md");
  EXPECT_GE(blocks.size(), 6U);
  std::size_t lines = 0;
  for (const std::string& block : blocks) {
    EXPECT_THAT(program, testing::HasSubstr(block));
    lines += static_cast<std::size_t>(std::count(block.begin(), block.end(), '\n'));
  }
  EXPECT_GT(lines, 40U);
}

/// All kinds are shown, each by the code of one template.
TEST(CodeInDocs, OfTheKindsIsThatOfTheirTemplates) {
  const std::vector<std::string> blocks = code_blocks("kinds.md");
  std::set<std::string> shown;
  for (const std::string& block : blocks) {
    for (const auto& entry : fs::directory_iterator(FACET_SOURCE_FOLDER "/sdk/templates")) {
      const fs::path source = entry.path() / "my_plugin.cpp";
      if (fs::exists(source) && read_text(source).find(block) != std::string::npos)
        shown.insert(entry.path().filename());
    }
  }
  EXPECT_EQ(shown.size(), blocks.size());
  std::set<std::string> kinds = {"supervised_criterion"};
  for (const ComponentKind& kind : component_kinds()) kinds.insert(kind.name);
  EXPECT_EQ(shown, kinds);
}

}  // namespace
}  // namespace facet
