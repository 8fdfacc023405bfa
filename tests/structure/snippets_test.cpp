// Every snippet in README.md and docs has a row in snippets.txt that says what runs it.
#include "snippets.h"

#include <gmock/gmock.h>

#include <regex>
#include <set>

namespace facet {
namespace {

namespace fs = std::filesystem;

const std::string root = FACET_SOURCE_FOLDER;

void add_names(std::set<std::string>& names, const std::string& text, const std::regex& named,
               const std::string& before = "") {
  for (std::sregex_iterator it(text.begin(), text.end(), named), end; it != end; ++it) {
    names.insert(before + it->str(1) + (before.empty() ? "." + it->str(2) : ""));
    names.insert(before + it->str(1) + ".*");
  }
}

/// The names of all tests: of gtest as Suite.DoesThing and Suite.*, of CTest as packaging.install.
std::set<std::string> names_of_tests() {
  const std::regex in_gtest(R"(\bTEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\))");
  const std::regex in_ctest(R"(NAME (\w+)\.([\w$]+))"), in_packaging(R"(packaging_add_\w+\((\w+))");
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(root + "/tests")) {
    const bool in_cmake = entry.path().filename() == "CMakeLists.txt";
    if (entry.path().extension() != ".cpp" && !in_cmake) continue;
    const std::string text = read_text(entry.path());
    add_names(names, text, in_cmake ? in_ctest : in_gtest);
    if (in_cmake) add_names(names, text, in_packaging, "packaging.");
  }
  return names;
}

std::string without_indents(const std::string& code) {
  std::string text = "\n";
  for (const char c : code)
    if (c != ' ' || text.back() != '\n') text += c;
  return text;
}

/// What is wrong with what a row says of a snippet; empty: nothing.
std::string complaint(const std::string& by, const std::string& snippet) {
  static const std::set<std::string> tests = names_of_tests();
  const std::string kind = by.substr(0, by.find(' ')), rest = by.substr(by.find(' ') + 1);
  if (kind == "commands" || kind == "none") return "";
  if (kind == "test" || kind == "like") return tests.count(rest) ? "" : "there is no test " + rest;
  if (kind != "source") return "'" + kind + "' is none of source, test, like, commands, none";
  if (!fs::exists(root + "/" + rest)) return "there is no file " + rest;
  const std::string source = without_indents(read_text(root + "/" + rest));
  const bool found = source.find(without_indents(snippet)) != std::string::npos;
  return found ? "" : "is not in " + rest;
}

TEST(Snippets, AreAllAccountedFor) {
  const std::vector<SnippetRow> rows = snippet_rows(root);
  std::size_t snippets = 0;
  for (const std::string& page : documents(root)) {
    for (const CodeBlock& block : code_blocks(root + "/" + page)) {
      const std::string place = page + ":" + std::to_string(block.line) + ": ";
      const SnippetRow* row = row_of(page, block.text, rows);
      EXPECT_TRUE(row) << place << "has no row in tests/structure/snippets.txt";
      if (row) {
        EXPECT_EQ(complaint(row->by, block.text), "") << place;
      }
      ++snippets;
    }
  }
  EXPECT_GT(snippets, 120U);
}

TEST(Snippets, HaveNoRowForWhatIsGone) {
  const std::vector<SnippetRow> rows = snippet_rows(root);
  std::set<const SnippetRow*> used;
  for (const std::string& page : documents(root))
    for (const CodeBlock& block : code_blocks(root + "/" + page))
      used.insert(row_of(page, block.text, rows));
  for (const SnippetRow& row : rows)
    EXPECT_TRUE(used.count(&row)) << row.page << " has no snippet '" << row.begin << "'";
}

}  // namespace
}  // namespace facet
