// The pages of the manual, as mandoc reads them.
#include <gmock/gmock.h>

#include <filesystem>
#include <regex>

#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> pages() {
  std::vector<std::string> found;
  for (const auto& page : fs::directory_iterator(MANUAL)) found.push_back(page.path());
  return found;
}

TEST(ManualPages, HaveNothingThatMandocWouldSay) {
  std::vector<std::string> words{MANDOC, "-T", "lint", "-W", "warning"};
  for (const std::string& page : pages()) words.push_back(page);
  const ProgramResult linted = run_program(words, MANUAL);
  EXPECT_EQ(linted.output + linted.errors, "");
  EXPECT_EQ(linted.exit_code, 0);
}

TEST(ManualPages, ShowOptionsAndExamples) {
  const std::string page =
      run_program({MANDOC, "-T", "ascii", MANUAL "/facet-plot.1"}, MANUAL).output;
  const std::string bare = std::regex_replace(page, std::regex(".\b"), "");
  EXPECT_THAT(bare, testing::HasSubstr("facet plot KIND RUN ... [options]"));
  EXPECT_THAT(bare, testing::HasSubstr("\n     --out FILE\n"));
  EXPECT_THAT(bare, testing::HasSubstr("facet plot loss runs/run\n"));
}

}  // namespace
}  // namespace facet
