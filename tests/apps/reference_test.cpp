// The generated pages of the docs are those that the descriptions give.
#include "reference.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "options_table.h"

namespace facet {
namespace {

constexpr const char* advice = "build the target `reference` and commit what it wrote";

Registry built_registry() {
  Registry registry;
  find_plugins(registry, {PLUGIN_FOLDER});
  return registry;
}

TEST(Reference, IsCurrent) {
  const auto files = generated_files(built_registry());
  EXPECT_TRUE(files.contains("docs/reference/components.md"));
  EXPECT_TRUE(files.contains("docs/man/facet-train.1"));
  for (const auto& [file, text] : files)
    EXPECT_EQ(read_text(FACET_SOURCE_FOLDER + ("/" + file)), text) << file << ": " << advice;
}

TEST(Reference, LeavesNoPageOfACommandThatIsGone) {
  const auto files = generated_files(built_registry());
  for (const auto& page : std::filesystem::directory_iterator(FACET_SOURCE_FOLDER "/docs/man"))
    EXPECT_TRUE(files.contains("docs/man/" + page.path().filename().string())) << page.path();
}

TEST(Reference, OptionsAreRowsOfATable) {
  OptionInfo lr;
  lr.name = "lr";
  lr.doc = "rate | step";
  lr.default_value = 0.5;
  lr.lower = 0;
  lr.lower_open = true;
  OptionInfo group;
  group.name = "group";
  group.type = OptionType::table;
  group.required = true;
  group.members = {lr};
  EXPECT_EQ(options_table({group}),
            "| key | type | default | allowed | meaning |\n|---|---|---|---|---|\n"
            "| `group` | table | required |  |  |\n"
            "| `group.lr` | number | `0.5` | > 0 | rate \\| step |\n");
}

}  // namespace
}  // namespace facet
