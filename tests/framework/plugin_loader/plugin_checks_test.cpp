#include "framework/plugin_loader/plugin_checks.h"

#include <gmock/gmock.h>

#include "framework/files/files.h"
#include "framework/plugin_loader/zoo.h"
#include "message_of.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::Zoo;
using testing::ElementsAre;

/// The checks that the plugin does not pass.
std::vector<std::string> failed_checks(const fs::path& library) {
  InspectedPlugin plugin;
  plugin.file = std::make_shared<PluginFile>(library);
  std::vector<std::string> names;
  for (const PluginCheck& check : plugin_checks("good.so"))
    if (!message_of([&] { check.check(plugin); }).empty()) names.push_back(check.name);
  return names;
}

TEST(PluginChecks, AGoodPluginPassesAll) {
  const Zoo zoo;
  EXPECT_THAT(failed_checks(zoo.folder() / "good.so"), ElementsAre());
  const InspectedPlugin plugin = inspect_plugin(zoo.folder() / "good.so");
  EXPECT_EQ(plugin.note->version, "1.2.3");
  ASSERT_EQ(plugin.components.size(), 1U);
  EXPECT_EQ(plugin.components[0].name, "good");
}

TEST(PluginChecks, EachFailsForItsOwnReason) {
  Zoo zoo;
  EXPECT_THAT(failed_checks(zoo.add_as_good("other_libtorch")), ElementsAre("build"));
  EXPECT_THAT(failed_checks(zoo.add_as_good("torch_library")), ElementsAre("operators"));
  EXPECT_THAT(failed_checks(zoo.add("other_names")), ElementsAre("components"));
  const fs::path open_to_all = zoo.add("same_class_1");
  fs::permissions(open_to_all, fs::perms(0666));
  EXPECT_THAT(failed_checks(open_to_all), ElementsAre("permissions"));
}

/// The file that says what a plugin offers can be written by hand; it is told on terminals.
TEST(PluginChecks, WhatItOffersIsDescribedPlainly) {
  const Zoo zoo;
  const fs::path library = zoo.folder() / "good.so";
  const std::string path = fs::path(library).replace_extension(".components.json");
  std::string text = read_text(path);
  text.replace(text.find("\"summary\": \""), 12, "\"summary\": \"\\u001b[31m");
  write_text(path, text);
  EXPECT_THAT(message_of([&] { inspect_plugin(library); }),
              testing::HasSubstr("control character"));
}

TEST(PluginChecks, WhatNeedsAFailedOneIsNotChecked) {
  Zoo zoo;
  EXPECT_THAT(failed_checks(zoo.add_as_good("no_note")), ElementsAre("note", "build"));
  InspectedPlugin plugin;
  plugin.file = std::make_shared<PluginFile>(zoo.add_file("text", "this is no library\n"));
  std::vector<std::string> reasons;
  for (const PluginCheck& check : plugin_checks("good.so"))
    reasons.push_back(message_of([&] { check.check(plugin); }));
  EXPECT_THAT(reasons, ElementsAre("", "", "", "", "it is not an ELF file",
                                   "not checked, because the check 'elf' did not pass",
                                   "not checked, because the check 'note' did not pass",
                                   "not checked, because the check 'elf' did not pass",
                                   "not checked, because the check 'elf' did not pass",
                                   "text.components.json is missing beside it: the plugin's build "
                                   "writes it"));
}

TEST(PluginChecks, InspectingAFileThatIsMissingIsAnError) {
  EXPECT_EQ(message_of([] { inspect_plugin("/not/there.so"); }),
            "it cannot be opened: No such file or directory");
}

}  // namespace
}  // namespace facet
