// The generated pages of the docs are those that the descriptions give.
#include "reference.h"

#include <gtest/gtest.h>

#include "completion_script.h"
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

TEST(Reference, OfTheConfigurationIsCurrent) {
  EXPECT_EQ(read_text(REFERENCE_FOLDER "/configuration.md"),
            configuration_reference(built_registry()))
      << advice;
}

TEST(Reference, OfTheComponentsIsCurrent) {
  const Registry registry = built_registry();
  EXPECT_EQ(read_text(REFERENCE_FOLDER "/components.md"), components_reference(registry)) << advice;
}

TEST(Reference, TheWordsThatBashCompletesAreCurrent) {
  EXPECT_EQ(read_text(COMPLETION_FILE), completion_script()) << advice;
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
