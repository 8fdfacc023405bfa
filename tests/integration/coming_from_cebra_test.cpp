// The page that names a test for each claim.
#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "framework/files/files.h"

namespace facet {
namespace {

const std::string source_folder = FACET_SOURCE_FOLDER;

/// The last cells of all tables whose last column is for tests.
std::vector<std::string> test_cells() {
  std::istringstream page(read_text(source_folder + "/docs/coming_from_cebra.md"));
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

TEST(ComingFromCebra, NamesTestsThatExist) {
  const std::set<std::string> tests = all_tests();
  const std::regex name(R"(\b([A-Z]\w+)\.(\w+|\*))");
  std::size_t named = 0;
  for (const std::string& cell : test_cells())
    for (const std::string& test : find_all(cell, name)) {
      EXPECT_EQ(tests.count(test), 1U) << test;
      ++named;
    }
  EXPECT_GT(named, 100U);
}

TEST(ComingFromCebra, NamesKindsOfCasesThatExist) {
  const std::string cases = read_text(source_folder + "/tests/parity/reference/cases.json");
  const auto kinds = find_all(cases, std::regex(R"re("kind": "([\w.]+)")re"));
  for (const std::string& cell : test_cells())
    for (const std::string& kind : find_all(cell, std::regex(R"(parity: ([\w.]+))")))
      EXPECT_THAT(kinds, testing::Contains(kind));
}

}  // namespace
}  // namespace facet
