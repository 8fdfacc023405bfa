// Each mistaken component is found by the check that its name begins with, and by no other.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "run_program.h"

namespace facet {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// What a reader of the mistaken plugin reads.
std::string write_sample(const TemporaryFolder& folder) {
  const std::string path = folder.path() + "/sample.trial";
  std::ofstream file(path, std::ios::binary);
  file << "TRIAL";
  for (int i = 1; i <= 64; ++i) {
    const auto value = static_cast<float>(i);
    file.write(reinterpret_cast<const char*>(&value), sizeof value);
  }
  return path;
}

ProgramResult check(const std::string& plugin, std::vector<std::string> more = {}) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {FACET_PROGRAM, "plugin", "check", plugin};
  words.insert(words.end(), more.begin(), more.end());
  words.insert(words.end(), {"--sample", write_sample(folder), "--time-limit", "40"});
  return run_program(words, folder.path());
}

/// Of each component, the checks that were made and what each found; nothing where it passed.
using Outcomes = std::map<std::string, std::map<std::string, std::string>>;

const Outcomes& outcomes() {
  static const Outcomes all = [] {
    Outcomes found;
    for (const json& outcome : json::parse(check(MISTAKES, {"--json"}).output))
      if (!outcome.contains("not_tried"))
        found[outcome["component"]][outcome["check"]] =
            outcome["passed"] ? "" : outcome["failure"].get<std::string>();
    return found;
  }();
  return all;
}

std::set<std::string> failed(const std::map<std::string, std::string>& checks) {
  std::set<std::string> names;
  for (const auto& [check, failure] : checks)
    if (!failure.empty()) names.insert(check);
  return names;
}

TEST(MistakenComponents, AreFoundByTheirCheckAndNoOther) {
  EXPECT_GE(outcomes().size(), 50U);
  for (const auto& [component, checks] : outcomes()) {
    std::set<std::string> expected = {component.substr(0, component.find('.'))};
    if (component == "mistakes") expected.clear();  // the plugin
    EXPECT_EQ(failed(checks), expected) << component << ": " << testing::PrintToString(checks);
  }
}

/// So that a check is written with a mistake that it finds.
TEST(MistakenComponents, AreThereForEveryCheck) {
  std::set<std::string> made, found = {"registered"};
  for (const auto& [component, checks] : outcomes()) {
    for (const auto& [check, failure] : checks) made.insert(check);
    found.merge(failed(checks));
  }
  EXPECT_EQ(made, found);
}

TEST(MistakenComponents, OfAPluginThatRegistersMoreThanItWasBuiltWith) {
  const ProgramResult result = check(MISTAKEN_REGISTRATION);
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.output,
              HasSubstr("  FAILED  registered: it is loaded, and registers what it was built "
                        "with\n          it registers the scheduler 'late', which was not "
                        "announced\n"));
}

TEST(MistakenComponents, ThatCannotBeUsedAreTriedForNothingElse) {
  const ProgramResult result = check(MISTAKES, {"usable.made"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.output,
              HasSubstr("          it ended the process, with exit code 3: it was in its "
                        "constructor\n  not tried: "));
  EXPECT_THAT(result.output, testing::ContainsRegex("1 passed, 1 failed, [0-9]+ not tried\n$"));
}

/// What a variable is set to may be a secret.
TEST(MistakenComponents, WhichChangeVariablesAreToldByTheirNames) {
  EXPECT_THAT(check(MISTAKES, {"variables.set"}).output,
              testing::ContainsRegex("\n          the variable OMP_NUM_THREADS (was changed|is "
                                     "new)\n"));
  EXPECT_THAT(check(MISTAKES, {"signals.ignored"}).output,
              HasSubstr("\n          the handler of SIGINT was changed\n"));
  EXPECT_THAT(check(MISTAKES, {"descriptors.open"}).output, HasSubstr(" is new: /dev/zero"));
}

TEST(MistakenComponents, AreNotTriedWithOptionsThatTheyDoNotHave) {
  const ProgramResult result = check(MISTAKES, {"options.unnamed", "--set", "potion=1"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.output, "");
  EXPECT_EQ(std::count(result.errors.begin(), result.errors.end(), '\n'), 1);
}

TEST(MistakenComponents, AreToldInSentences) {
  const ProgramResult result = check(MISTAKES, {"shapes.one_sample"});
  EXPECT_THAT(result.output, HasSubstr("criterion shapes.one_sample\n"));
  EXPECT_THAT(
      result.output,
      HasSubstr("  FAILED  shapes: its losses are scalars with a gradient, for one sample as for "
                "several\n          its alignment of 1 samples is of shape 1, promised is a "
                "scalar, such as .mean() gives\n"));
  EXPECT_THAT(result.output, testing::EndsWith(" passed, 1 failed\n"));
  EXPECT_EQ(check(MISTAKES, {"shapes.no_sample"}).errors,
            "facet: the plugin 'mistakes' has no component 'shapes.no_sample', did you mean "
            "'shapes.one_sample'?\n");
}

}  // namespace
}  // namespace facet
