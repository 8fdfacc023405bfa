#include "framework/plugin_loader/plugin_loader.h"

#include <gmock/gmock.h>

#include "framework/files/files.h"
#include "framework/plugin_loader/environment.h"
#include "framework/plugin_loader/search_path.h"
#include "framework/plugin_loader/zoo.h"
#include "message_of.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::Environment;
using test::Zoo;
using testing::ElementsAre;

std::vector<std::string> searched(const std::vector<std::string>& extra,
                                  const std::vector<std::string>& require = {}) {
  std::vector<std::string> folders;
  for (const SearchFolder& folder : plugin_search_path(extra, require))
    folders.push_back(folder.named_by + ": " + folder.path);
  return folders;
}

TEST(PluginLoader, SearchesConfigThenEnvironmentThenPacksThenWhatCameWithFacet) {
  const TemporaryFolder packs;
  for (const char* folder : {"lab/1.9", "lab/1.10", "lab/docs", ".work-123/pack", "tools/0.1"})
    fs::create_directories(fs::path(packs.path()) / folder);
  const Environment store("FACET_PACK_PATH", packs.path());
  const Environment path("FACET_PLUGIN_PATH", "/opt/a::/opt/b");
  const std::string built_in = fs::canonical(LIBRARY_FOLDER).string() + "/facet/plugins";
  EXPECT_THAT(
      searched({"/mine"}),
      ElementsAre("[plugins] path: /mine", "FACET_PLUGIN_PATH: /opt/a", "FACET_PLUGIN_PATH: /opt/b",
                  "pack lab 1.10: " + packs.path() + "/lab/1.10",
                  "pack tools 0.1: " + packs.path() + "/tools/0.1", "Facet: " + built_in));
  EXPECT_THAT(searched({}, {"lab < 1.10", "tools > 2", "no requirement!"}),
              ElementsAre("FACET_PLUGIN_PATH: /opt/a", "FACET_PLUGIN_PATH: /opt/b",
                          "pack lab 1.9: " + packs.path() + "/lab/1.9", "Facet: " + built_in));
}

TEST(PluginLoader, AnnouncesWithoutLoading) {
  const Zoo zoo;
  const Registry registry = zoo.registry();
  ASSERT_EQ(registry.plugins().size(), 1U);
  const PluginInfo& plugin = *registry.plugins()[0];
  EXPECT_EQ(plugin.name, "good");
  EXPECT_EQ(plugin.version, "1.2.3");
  EXPECT_EQ(plugin.path, zoo.folder() / "good.so");
  EXPECT_EQ(registry.find("scheduler", "good").options.at(0).default_value, Value(1.0));
  EXPECT_TRUE(registry.loaded_plugins().empty());
}

TEST(PluginLoader, TheFirstOfTwoPluginsOfOneNameIsUsed) {
  const Zoo first, second;
  Registry registry;
  find_plugins(registry, {first.folder(), second.folder(), first.folder()});
  EXPECT_EQ(registry.plugin_of("scheduler", "good").path, first.folder() / "good.so");
  ASSERT_EQ(registry.refused().size(), 1U);
  EXPECT_EQ(registry.refused()[0].path, second.folder() / "good.so");
  EXPECT_EQ(registry.refused()[0].reason,
            "a plugin named 'good' is there already: " + (first.folder() / "good.so").string() +
                ": keep one of them, or give one another name");
}

TEST(PluginLoader, ADisabledPluginIsNotUsed) {
  const Zoo zoo;
  const auto registry = open_registry({zoo.folder()}, {}, {"good", "other"});
  EXPECT_TRUE(registry->components("scheduler").empty() ||
              registry->components("scheduler")[0]->name != "good");
  ASSERT_EQ(registry->disabled_plugins().size(), 1U);
  EXPECT_EQ(registry->disabled_plugins()[0].path, zoo.folder() / "good.so");
  EXPECT_THAT(message_of([&] { registry->find("scheduler", "good/good"); }),
              testing::HasSubstr("not used: " + (zoo.folder() / "good.so").string() +
                                 ": it is disabled ([plugins] disable)"));
}

TEST(PluginLoader, DamagedComponentsFileIsRefused) {
  Zoo zoo;
  const fs::path library = zoo.add("other_names");
  const fs::path description = zoo.folder() / "other_names.components.json";
  fs::copy_file(zoo.folder() / "good.components.json", description);
  fs::resize_file(description, 20);
  EXPECT_THAT(test::refusal(zoo, library),
              testing::MatchesRegex("other_names.components.json beside it is damaged \\(.*\\): "
                                    "build the plugin again"));
}

TEST(PluginLoader, ComponentsFileOfANewerFormatIsRefused) {
  Zoo zoo;
  const fs::path library = zoo.add("other_names");
  write_text(zoo.folder() / "other_names.components.json",
             R"({"format": 2, "components": "told in another way"})");
  EXPECT_EQ(test::refusal(zoo, library),
            "other_names.components.json beside it: format is 2, which is newer than this Facet "
            "reads (1): use the Facet that wrote it, or a newer one");
}

}  // namespace
}  // namespace facet
