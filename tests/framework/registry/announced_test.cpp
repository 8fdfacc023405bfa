// What a plugin registers must be what was announced of it.
#include <gmock/gmock.h>

#include "framework/registry/registry.h"
#include "framework/registry/test_components.h"
#include "message_of.h"

namespace facet {
namespace {

using test::Constant;

void add_one(Registrar& registrar) {
  registrar.add<Constant>("one", "the same weight");
}
void add_two(Registrar& registrar) {
  add_one(registrar);
  registrar.add<Constant>("two", "the same weight");
}
void add_other_default(Registrar& registrar) {
  registrar.add<Constant>("one", "the same weight", Constant::Options{2.0});
}

/// Announces what `announced` registers, creates the component `one` of `registered`.
std::string message(const EntryPoint& announced, const EntryPoint& registered) {
  Registry source;
  source.add("lab", announced);
  Registry registry;
  registry.announce(*source.plugins()[0], registered);
  const std::string text = message_of([&] { registry.create<Scheduler>({"one"}); });
  EXPECT_TRUE(registry.loaded_plugins().empty());
  return text;
}

TEST(Announced, ComponentThatWasNotAnnounced) {
  EXPECT_EQ(message(add_one, add_two),
            "plugin 'lab' is not what it was announced to be: it registers the scheduler 'two', "
            "which was not announced; build it again");
}

TEST(Announced, ComponentThatIsNotRegistered) {
  EXPECT_EQ(message(add_two, add_one),
            "plugin 'lab' is not what it was announced to be: it does not register the scheduler "
            "'two', which was announced; build it again");
}

TEST(Announced, OptionThatDiffers) {
  EXPECT_EQ(message(add_one, add_other_default),
            "plugin 'lab' is not what it was announced to be: it registers the scheduler 'one' "
            "with another option 'weight' than announced; build it again");
}

TEST(Announced, DefaultOfTheKindThatDiffers) {
  const EntryPoint add_default = [](Registrar& registrar) {
    registrar.add_default<Constant>("one", "the same weight");
  };
  EXPECT_EQ(message(add_one, add_default),
            "plugin 'lab' is not what it was announced to be: it registers the scheduler 'one' "
            "as the default, which was not announced; build it again");
  EXPECT_EQ(message(add_default, add_one),
            "plugin 'lab' is not what it was announced to be: it registers the scheduler 'one' "
            "not as the default, as announced; build it again");
}

TEST(Announced, OptionThatIsMissingOrNew) {
  struct Empty : Scheduler {
    std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
  };
  const EntryPoint add_empty = [](Registrar& registrar) { registrar.add<Empty>("one", ""); };
  EXPECT_EQ(message(add_one, add_empty),
            "plugin 'lab' is not what it was announced to be: it registers the scheduler 'one' "
            "without the announced option 'weight'; build it again");
  EXPECT_EQ(message(add_empty, add_one),
            "plugin 'lab' is not what it was announced to be: it registers the scheduler 'one' "
            "with an option 'weight', which was not announced; build it again");
}

}  // namespace
}  // namespace facet
