// Plugins that pass all checks and fail when they are loaded or asked to register.
#include <gtest/gtest.h>

#include "facet/scheduler.h"
#include "framework/plugin_loader/zoo.h"
#include "message_of.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::weight;
using test::Zoo;

/// What the user reads who creates the component `good` of `plugin`, whose components.json says
/// that it has one. Afterwards the registry holds what it held, and the plugin `good` works.
std::string failure(const std::string& plugin) {
  Zoo zoo;
  zoo.add_as_good(plugin);
  Registry registry = zoo.registry();
  std::string message = message_of([&] { weight(registry, plugin + "/good"); });
  const std::string folder = zoo.folder().string() + "/";
  if (const std::size_t at = message.find(folder); at != std::string::npos)
    message.erase(at, folder.size());
  EXPECT_EQ(weight(registry, "good/good"), 1.0);
  EXPECT_EQ(registry.loaded_plugins().size(), 1U);
  return message;
}

TEST(Failing, UndefinedSymbol) {
  EXPECT_EQ(failure("undefined_symbol"),
            "plugin 'undefined_symbol' failed to register its components: undefined_symbol.so: "
            "cannot be loaded: undefined symbol: function_of_a_library_that_is_gone");
}

TEST(Failing, NoEntryPoint) {
  EXPECT_EQ(failure("no_entry_point"),
            "plugin 'no_entry_point' failed to register its components: no_entry_point.so: has no "
            "entry point: none of its sources has FACET_PLUGIN");
}

TEST(Failing, ThrowsWhileRegistering) {
  EXPECT_EQ(failure("throws"),
            "plugin 'throws' failed to register its components: no licence was found");
}

TEST(Failing, RegistersTheSameNameTwice) {
  EXPECT_EQ(failure("twice"),
            "plugin 'twice' failed to register its components: the scheduler 'good' is registered "
            "twice");
}

TEST(Failing, RegistersOtherNamesThanItsComponentsFileSays) {
  EXPECT_EQ(failure("other_names"),
            "plugin 'other_names' is not what it was announced to be: it registers the scheduler "
            "'newer', which was not announced; build it again");
}

TEST(FailingDeathTest, StaticInitialiserThatThrowsEndsTheProcessNamingTheFile) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        Zoo zoo;
        zoo.add_as_good("static_initialiser");
        Registry registry = zoo.registry();
        weight(registry, "static_initialiser/good");
      },
      testing::KilledBySignal(SIGABRT),
      "static_initialiser.so: ended the program while it was loaded: a static initialiser threw: "
      "no table of weights");
}

TEST(SameClass, TwoPluginsWithAClassOfTheSameNameDoNotDisturbOneAnother) {
  Zoo zoo;
  zoo.add("same_class_1");
  zoo.add("same_class_100");
  Registry registry = zoo.registry();
  const auto one = registry.create<Scheduler>({"same_class_1/counter"});
  const auto hundred = registry.create<Scheduler>({"same_class_100/counter"});
  EXPECT_EQ(one->weights(0)->at(0), 1);
  EXPECT_EQ(hundred->weights(0)->at(0), 100);
  EXPECT_EQ(one->weights(0)->at(0), 2);
  EXPECT_EQ(hundred->weights(0)->at(0), 101);
}

}  // namespace
}  // namespace facet
