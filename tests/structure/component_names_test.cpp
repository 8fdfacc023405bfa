// The sdk and the framework know no component by name: which one is taken by default is said by the
// plugin that has it.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "framework/files/files.h"
#include "plugins/built_plugins.h"
#include "structure/string_literals.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

/// Names of components that mean something else in the sources: keys of [data], a kind, and the
/// column of history.csv.
const std::set<std::string> other_meanings{"discrete", "time", "prior", "step", "torchscript"};

std::set<std::string> component_names() {
  std::set<std::string> names;
  for (const ComponentInfo* component : built_plugins().components()) names.insert(component->name);
  return names;
}

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cpp";
}

/// `FILE: NAME` for each string literal in a folder that is the name of a component.
std::vector<std::string> names_in(const std::string& folder, const std::set<std::string>& names) {
  const fs::path root = FACET_SOURCE_FOLDER;
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    if (!is_source(entry.path())) continue;
    const std::string file = entry.path().lexically_relative(root).string();
    for (const std::string& literal : string_literals(read_text(entry.path())))
      if (names.contains(literal) && !other_meanings.contains(literal))
        found.push_back(file + ": " + literal);
  }
  return found;
}

TEST(ComponentNames, AreKnown) {
  const std::set<std::string> names = component_names();
  for (const char* name : {"Adam", "offset1-model", "constant-weight", "empirical", "time", "npz",
                           "jacobian-based", "nn.MSELoss", "torchscript", "csv", "mat"})
    EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_THAT(names_in("plugins/core", names),
              testing::Contains("plugins/core/optimizers/adam.cpp: Adam"));
}

TEST(ComponentNames, DoNotOccurInTheSdkOrTheFramework) {
  const std::set<std::string> names = component_names();
  for (const char* folder : {"sdk/include", "sdk/src", "framework"})
    EXPECT_THAT(names_in(folder, names), testing::IsEmpty());
}

}  // namespace
}  // namespace facet
