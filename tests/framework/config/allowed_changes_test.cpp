// What a resumed run may change is what options say of themselves.
#include "framework/config/allowed_changes.h"

#include <gtest/gtest.h>

#include "framework/config/toy_config.h"
#include "framework/toml/key_path.h"

namespace facet::toy {
namespace {

/// One of its options may change, the other may not.
class Teller : public Scheduler {
 public:
  struct Options {
    std::int64_t every = 1;
    double weight = 1;
    static void describe(OptionsDescription<Options>& options) {
      options.add("every", &Options::every, "steps between lines").may_change();
      options.add("weight", &Options::weight, "of everything");
    }
  };
  explicit Teller(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

Registry registry_with_teller() {
  Registry registry = config_registry();
  registry.add("lab", [](Registrar& registrar) { registrar.add<Teller>("Teller", "tells"); });
  return registry;
}

/// The saved short config as a run sees it that is resumed with `changes`.
Table allowed(const std::vector<std::string>& saved, const std::vector<std::string>& changes) {
  const ConfigFile file(short_config);
  const Registry registry = registry_with_teller();
  const auto resolved = [&](const std::vector<std::string>& overrides) {
    return write_run_config(read_run_config(file.path(), overrides, registry), registry);
  };
  return with_allowed_changes(resolved(saved), resolved(changes), registry);
}

std::string at(const Table& table, const std::string& key) {
  return find_key(table, key)->to_string();
}

TEST(AllowedChanges, AreTakenAndOthersAreNot) {
  const Table table = allowed({"training.steps=5", "training.seed=1"},
                              {"training.steps=9", "training.seed=2", "output.folder=/new",
                               "training.checkpoint_frequency=3", "model.num_output=6"});
  EXPECT_EQ(at(table, "training.steps"), "9");
  EXPECT_EQ(at(table, "training.checkpoint_frequency"), "3");
  EXPECT_EQ(at(table, "output.folder"), "\"/new\"");
  EXPECT_EQ(at(table, "training.seed"), "1");
  EXPECT_EQ(at(table, "model.num_output"), "4");
}

TEST(AllowedChanges, AreTakenBackWhereTheyAreLeftOut) {
  const Table table = allowed({"training.checkpoint_frequency=3"}, {});
  EXPECT_TRUE(find_key(table, "training.checkpoint_frequency")->is_nothing());
}

TEST(AllowedChanges, AreSaidByAComponentsOptionsToo) {
  const Table table = allowed({"training.loss_weight={name=\"Teller\",weight=2.0}"},
                              {"training.loss_weight={name=\"Teller\",weight=3.0,every=7}"});
  EXPECT_EQ(at(table, "training.loss_weight"), "{ name = \"lab/Teller\", every = 7, weight = 2.0 }");
}

}  // namespace
}  // namespace facet::toy
