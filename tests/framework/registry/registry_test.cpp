#include "framework/registry/registry.h"

#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "facet/criterion.h"
#include "facet/regularizer.h"
#include "framework/registry/test_components.h"
#include "message_of.h"

namespace facet {
namespace {

using test::Constant;
using testing::ElementsAre;

void add_constant(Registrar& registrar) {
  registrar.add<Constant>("constant", "the same weight");
}

/// What registering an entry point would announce.
PluginInfo announcement(const std::string& name, const EntryPoint& entry_point) {
  Registry registry;
  registry.add(name, entry_point);
  return *registry.plugins()[0];
}

std::vector<std::string> names(const std::vector<const ComponentInfo*>& components) {
  std::vector<std::string> names;
  for (const ComponentInfo* component : components) names.push_back(component->name);
  return names;
}

TEST(Registry, CreatesAComponentWithItsOptions) {
  Registry registry;
  registry.add("lab", add_constant);
  const auto scheduler = registry.create<Scheduler>({"constant", {{"weight", 0.25}}});
  EXPECT_THAT(*scheduler->weights(0), ElementsAre(0.25));
}

TEST(Registry, TellsWhereAComponentWasChosenThatCannotBeBuilt) {
  struct Fails : Scheduler {
    Fails() { throw Error("there is no label 'speed'"); }
    std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
  };
  Registry registry;
  registry.add("lab", [](Registrar& registrar) { registrar.add<Fails>("fails", ""); });
  EXPECT_EQ(message_of([&] {
              registry.create<Scheduler>({"fails", {}, {"run.toml", 8, 15}}, {}, "training.weight");
            }),
            "run.toml:8:15: training.weight cannot be used: there is no label 'speed'");
  EXPECT_EQ(message_of([&] { registry.create<Scheduler>({"fails"}); }),
            "scheduler 'fails' cannot be used: there is no label 'speed'");
}

TEST(Registry, CreatesACriterionInTheFormThatIsAskedFor) {
  struct Zero : ContrastiveCriterion {
    ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor&,
                            const at::Tensor&) override {
      return {reference.sum() * 0, {}, {}};
    }
  };
  Registry registry;
  registry.add("lab", [](Registrar& registrar) { registrar.add<Zero>("zero", ""); });
  EXPECT_NE(registry.create<ContrastiveCriterion>({"zero"}), nullptr);
  EXPECT_EQ(message_of([&] { registry.create<SupervisedCriterion>({"zero"}); }),
            "the criterion 'zero' is not supervised");
}

TEST(Registry, ListsComponentsByKindAndName) {
  Registry registry;
  registry.add("lab", [](Registrar& registrar) {
    registrar.add<Constant>("b", "second");
    registrar.add<Constant>("a", "first");
  });
  EXPECT_THAT(names(registry.components("scheduler")), ElementsAre("a", "b"));
  EXPECT_THAT(names(registry.components()), ElementsAre("a", "b"));
  EXPECT_TRUE(registry.components("model").empty());
}

TEST(Registry, UnknownNameListsNearOnesAndWherePluginsWereLookedFor) {
  Registry registry;
  registry.add("lab", add_constant);
  registry.set_search_path({"/opt/facet/plugins", "/home/ada/packs"});
  registry.refuse({"/home/ada/packs/old.so", "it has no Facet note"});
  EXPECT_EQ(
      message_of([&] { registry.find("scheduler", "constnat"); }),
      "unknown scheduler 'constnat', did you mean 'constant'? (plugins were looked for in "
      "/opt/facet/plugins, /home/ada/packs; not used: /home/ada/packs/old.so: it has no Facet "
      "note)");
}

TEST(Registry, UnknownQualifiedNameListsQualifiedOnes) {
  Registry registry;
  registry.add("lab", add_constant);
  EXPECT_EQ(message_of([&] { registry.find("scheduler", "lba/constant"); }),
            "unknown scheduler 'lba/constant', did you mean 'lab/constant'?");
}

TEST(Registry, AmbiguousNameListsQualifiedOnes) {
  Registry registry;
  registry.add("lab", add_constant);
  registry.add("other", add_constant);
  EXPECT_EQ(message_of([&] { registry.find("scheduler", "constant"); }),
            "ambiguous scheduler 'constant': write 'lab/constant' or 'other/constant'");
  EXPECT_EQ(registry.plugin_of("scheduler", "other/constant").name, "other");
}

TEST(Registry, AnEmptyNameIsTheDefaultOfTheKind) {
  Registry registry;
  registry.add("lab", [](Registrar& registrar) {
    registrar.add<Constant>("one", "the first");
    registrar.add_default<Constant>("two", "the default", Constant::Options{2.0});
  });
  EXPECT_EQ(registry.default_of("scheduler"), "two");
  EXPECT_EQ(registry.find("scheduler", "").name, "two");
  EXPECT_THAT(*registry.create<Scheduler>({})->weights(0), ElementsAre(2.0));
  Problems problems;
  EXPECT_EQ(registry.check("scheduler", {"", {{"weight", 3.0}}}, "", problems).name, "two");

  registry.add("other", [](Registrar& registrar) { registrar.add<Constant>("two", "a rival"); });
  EXPECT_EQ(registry.default_of("scheduler"), "lab/two") << "a name that is ambiguous by itself";
}

TEST(Registry, ThereIsNoDefaultWhereNoPluginHasOneOrSeveralHave) {
  Registry registry;
  registry.add("lab", add_constant);
  EXPECT_EQ(message_of([&] { registry.default_of("scheduler"); }),
            "no scheduler, and no plugin has a default one");
  for (const char* plugin : {"one", "two"})
    registry.add(plugin,
                 [](Registrar& registrar) { registrar.add_default<Constant>("same", "a weight"); });
  EXPECT_EQ(message_of([&] { registry.create<Scheduler>({}); }),
            "no scheduler, and there are several by default: write 'one/same' or 'two/same'");
}

TEST(Registry, AnnouncedPluginRunsOnlyWhenAComponentIsCreated) {
  int runs = 0;
  const EntryPoint entry_point = [&](Registrar& registrar) {
    ++runs;
    add_constant(registrar);
  };
  Registry registry;
  registry.announce(announcement("lab", add_constant), entry_point);
  Problems problems;
  registry.check("scheduler", {"constant"}, "weight", problems);
  EXPECT_EQ(runs, 0);
  EXPECT_TRUE(registry.loaded_plugins().empty());
  registry.create<Scheduler>({"constant"});
  registry.create<Scheduler>({"constant"});
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(registry.loaded_plugins()[0]->name, "lab");
}

TEST(Registry, RefusesASecondPluginOfTheSameName) {
  Registry registry;
  PluginInfo info = announcement("lab", add_constant);
  info.path = "/opt/lab.so";
  registry.announce(info, add_constant);
  EXPECT_EQ(message_of([&] { registry.announce(info, add_constant); }),
            "a plugin named 'lab' is there already: /opt/lab.so: keep one of them, or give one "
            "another name");
}

TEST(Registry, StaysAsItWasWhenAPluginFailsToRegister) {
  Registry registry;
  const EntryPoint fails = [](Registrar& registrar) {
    add_constant(registrar);
    throw std::runtime_error("no licence");
  };
  EXPECT_EQ(message_of([&] { registry.add("lab", fails); }),
            "plugin 'lab' failed to register its components: no licence");
  EXPECT_EQ(message_of([&] { registry.add("lab", [](Registrar&) { throw 1; }); }),
            "plugin 'lab' failed to register its components: it threw something that is not a "
            "std::exception, of type int");
  EXPECT_EQ(
      message_of([&] { registry.add("lab", [](Registrar&) { throw std::runtime_error(""); }); }),
      "plugin 'lab' failed to register its components: it threw an exception without a message");
  EXPECT_TRUE(registry.plugins().empty());
  EXPECT_TRUE(registry.components().empty());
}

/// What `registrar` says that it is not to be asked.
template <class Register>
std::string refusal(const Register& add) {
  Registry registry;
  return message_of([&] { registry.add("lab", add); });
}

TEST(Registry, RefusesOptionsWhoseNamesAreTheEngines) {
  struct Weighted : Regularizer {
    struct Options {
      double weight = 1;
      static void describe(OptionsDescription<Options>& options) {
        options.add("weight", &Options::weight, "of the penalty");
      }
    };
    explicit Weighted(const Options&) {}
    at::Tensor penalty(const at::Tensor&, const at::Tensor& output, Random&) const override {
      return output;
    }
  };
  EXPECT_EQ(refusal([](Registrar& registrar) { registrar.add<Weighted>("Weighted", ""); }),
            "plugin 'lab' failed to register its components: the regularizer 'Weighted' cannot "
            "call an option 'weight': a config has a key of the engine there");
  EXPECT_EQ(refusal(add_constant), "") << "a scheduler may";
}

TEST(Registry, RefusesASecondDefaultOfAKind) {
  EXPECT_EQ(refusal([](Registrar& registrar) {
              registrar.add_default<Constant>("one", "");
              registrar.add_default<Constant>("two", "");
            }),
            "plugin 'lab' failed to register its components: the scheduler 'two' cannot be the "
            "default beside the scheduler 'one'");
}

TEST(Registry, RefusesNamesThatAreRepeatedOrMalformed) {
  Registry registry;
  EXPECT_EQ(message_of([&] {
              registry.add("lab", [](Registrar& registrar) {
                add_constant(registrar);
                add_constant(registrar);
              });
            }),
            "plugin 'lab' failed to register its components: the scheduler 'constant' is "
            "registered twice");
  EXPECT_EQ(message_of([&] {
              registry.add("lab",
                           [](Registrar& registrar) { registrar.add<Constant>("con/stant", ""); });
            }),
            "plugin 'lab' failed to register its components: the name of the scheduler 'con/stant' "
            "must consist of letters, digits, '.', '_' and '-'");
}

}  // namespace
}  // namespace facet
