// The code of a page, held against the program that is compiled.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "code_blocks.h"
#include "facet/kinds.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

std::vector<CodeBlock> blocks_of(const std::string& page) {
  return code_blocks(FACET_SOURCE_FOLDER "/docs/" + page);
}

TEST(CodeInDocs, OfARunFromMemoryIsThatOfTheProgram) {
  const std::string program =
      read_text(FACET_SOURCE_FOLDER "/tests/packaging/embedding_program/main.cpp");
  const std::vector<CodeBlock> blocks = blocks_of("from_memory.md");
  EXPECT_GE(blocks.size(), 6U);
  std::size_t lines = 0;
  for (const auto& [line, block] : blocks) {
    EXPECT_THAT(program, testing::HasSubstr(block));
    lines += static_cast<std::size_t>(std::count(block.begin(), block.end(), '\n'));
  }
  EXPECT_GT(lines, 40U);
}

/// All kinds are shown, each by the code of one template.
TEST(CodeInDocs, OfTheKindsIsThatOfTheirTemplates) {
  const std::vector<CodeBlock> blocks = blocks_of("kinds.md");
  std::set<std::string> shown;
  for (const auto& [line, block] : blocks) {
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
