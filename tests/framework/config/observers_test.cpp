// `output.observers`: each component once.
#include <gtest/gtest.h>

#include "facet/observer.h"
#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

/// What is wrong with a config that has these observers.
std::string mistakes_of_observers(const std::string& observers) {
  Registry registry = config_registry();
  registry.add("logs", [](Registrar& registrar) {
    registrar.add<Observer>("csv", "a table");
    registrar.add<Observer>("lines", "lines");
  });
  const ConfigFile file(std::string(short_config) + "\n[output]\nobservers = " + observers + "\n");
  std::string said = message_of([&] { read_run_config(file.path(), {}, registry); });
  if (said.starts_with(file.folder())) said.erase(0, file.folder().size() + 1);
  return said;
}

TEST(ConfigObservers, MayBeSeveral) {
  EXPECT_EQ(mistakes_of_observers("[\"csv\", \"lines\"]"), "");
}

TEST(ConfigObservers, OfOneComponentWouldWriteTheSameFiles) {
  const std::string twice =
      "output.observers[1] is logs/csv again, as observers[0] is: both would write the same "
      "files; leave one of them";
  EXPECT_EQ(mistakes_of_observers("[\"csv\", \"csv\"]"), "run.toml:19:21: " + twice);
  EXPECT_EQ(mistakes_of_observers("[\"csv\", { name = \"logs/csv\" }]"),
            "run.toml:19:21: " + twice);
}

}  // namespace
}  // namespace facet::toy
