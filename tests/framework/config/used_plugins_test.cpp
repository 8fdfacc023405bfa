#include "framework/config/used_plugins.h"

#include <gmock/gmock.h>

#include "facet/observer.h"
#include "facet/reader.h"
#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

class Silent : public Observer {};

class Nothing : public Reader {
 public:
  FileArrays list(const std::string&) const override { return {}; }
};

Registry registry_of_several() {
  Registry registry = config_registry();
  registry.add("losses", [](Registrar& registrar) { registrar.add<Spread>("Wide", "a loss"); });
  registry.add("schedules", [](Registrar& registrar) { registrar.add<Rising>("Up", "rises"); });
  registry.add("watching",
               [](Registrar& registrar) { registrar.add<Silent>("Silent", "no word"); });
  registry.add("reading", [](Registrar& registrar) { registrar.add<Nothing>("none", "no array"); });
  registry.add("unused", [](Registrar& registrar) { registrar.add<Half>("Slow", "half"); });
  return registry;
}

std::vector<std::string> used_with(const std::vector<std::string>& overrides) {
  const ConfigFile file(short_config);
  const Registry registry = registry_of_several();
  const RunConfig config = read_run_config(file.path(), overrides, registry);
  std::vector<std::string> names;
  for (const PluginInfo* plugin : used_plugins(config, registry)) names.push_back(plugin->name);
  return names;
}

TEST(UsedPlugins, AreThoseOfTheComponentsEachOnce) {
  EXPECT_THAT(used_with({}), testing::ElementsAre("toy"));
  EXPECT_THAT(used_with({"objective[0].loss=Wide"}), testing::ElementsAre("toy", "losses"));
  EXPECT_THAT(used_with({"objective[0].loss=losses/Wide"}), testing::ElementsAre("toy", "losses"));
}

TEST(UsedPlugins, AreFoundWithinComponentsToo) {
  EXPECT_THAT(used_with({"training.regularizer={name=\"Zero\",weight=\"Up\"}"}),
              testing::ElementsAre("toy", "schedules"));
}

TEST(UsedPlugins, AreNotThoseWhichOnlyWatchOrRead) {
  EXPECT_THAT(used_with({"output.observers=[\"Silent\"]", "data.reader=none"}),
              testing::ElementsAre("toy"));
}

}  // namespace
}  // namespace facet::toy
