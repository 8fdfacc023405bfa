// The pages that name a test for each claim.
#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "framework/files/files.h"

namespace facet {
namespace {

const std::string source_folder = FACET_SOURCE_FOLDER;

/// The last cells of all tables of a page whose last column is for tests.
std::vector<std::string> test_cells(const std::string& name) {
  std::istringstream page(read_text(source_folder + "/docs/" + name));
  std::vector<std::string> cells;
  bool of_tests = false;
  for (std::string line; std::getline(page, line);) {
    if (!line.ends_with("|")) {
      of_tests = false;
      continue;
    }
    const std::string cell = line.substr(line.rfind('|', line.size() - 2));
    if (of_tests) cells.push_back(cell);
    of_tests = of_tests || cell == "| Test |";
  }
  return cells;
}

/// All that the expression finds in the text, by its groups, joined by dots.
std::vector<std::string> find_all(const std::string& text, const std::regex& expression) {
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match)
    found.push_back(match->size() == 2 ? match->str(1) : match->str(1) + "." + match->str(2));
  return found;
}

/// `Suite.DoesThing` and `Suite.*` of all tests.
std::set<std::string> all_tests() {
  const std::regex test(R"(\bTEST(?:_F)?\(\s*(\w+),\s*(\w+)\))");
  std::set<std::string> tests;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_folder + "/tests")) {
    if (entry.path().extension() != ".cpp") continue;
    for (const std::string& name : find_all(read_text(entry.path().string()), test)) {
      tests.insert(name);
      tests.insert(name.substr(0, name.find('.')) + ".*");
    }
  }
  return tests;
}

/// How many tests the page names; each that there is none of fails.
std::size_t num_tests_named(const std::string& page) {
  const std::set<std::string> tests = all_tests();
  const std::regex name(R"(\b([A-Z]\w+)\.(\w+|\*))");
  std::size_t named = 0;
  for (const std::string& cell : test_cells(page)) {
    const std::vector<std::string> of_the_cell = find_all(cell, name);
    for (const std::string& test : of_the_cell) EXPECT_EQ(tests.count(test), 1U) << test;
    named += of_the_cell.size();
  }
  return named;
}

TEST(TestsInDocs, OfThePageForThoseWhoComeFromCebraExist) {
  EXPECT_GT(num_tests_named("coming_from_cebra.md"), 100U);
}

TEST(TestsInDocs, OfWhatARunChecksExistOneForEachRow) {
  std::vector<std::string> rows = test_cells("warnings.md");
  std::erase_if(rows, [](const std::string& cell) { return cell == "|---|"; });
  for (const std::string& row : rows) EXPECT_THAT(row, testing::HasSubstr("`")) << "has no test";
  EXPECT_GE(num_tests_named("warnings.md"), rows.size());
}

TEST(TestsInDocs, AreOfKindsOfCasesThatExist) {
  const std::string cases = read_text(source_folder + "/tests/parity/reference/cases.json");
  const auto kinds = find_all(cases, std::regex(R"re("kind": "([\w.]+)")re"));
  for (const std::string& cell : test_cells("coming_from_cebra.md"))
    for (const std::string& kind : find_all(cell, std::regex(R"(parity: ([\w.]+))")))
      EXPECT_THAT(kinds, testing::Contains(kind));
}

}  // namespace
}  // namespace facet
