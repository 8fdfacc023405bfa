// What the description of a run's config says of its keys.
#include <gmock/gmock.h>

#include <algorithm>
#include <functional>

#include "facet/kinds.h"
#include "framework/config/run_config.h"

namespace facet {
namespace {

using testing::ElementsAre;

using Visit = std::function<void(const OptionInfo& option, const std::string& key)>;

void for_each(const std::vector<OptionInfo>& options, const std::string& key, const Visit& visit) {
  for (const OptionInfo& option : options) {
    visit(option, join_key(key, option.name));
    for_each(option.members, join_key(key, option.name), visit);
  }
}

void for_each_key(const Visit& visit) {
  for_each(OptionsDescription<RunConfig>().infos(), "", visit);
}

TEST(ConfigDescription, HasComponentsOfKnownKindsAlone) {
  std::vector<std::string> kinds;
  for (const ComponentKind& kind : component_kinds()) kinds.push_back(kind.name);
  for_each_key([&](const OptionInfo& option, const std::string& key) {
    const bool chooses =
        option.type == OptionType::component || option.type == OptionType::components;
    EXPECT_EQ(chooses, !option.kind.empty()) << key;
    EXPECT_TRUE(!chooses || std::count(kinds.begin(), kinds.end(), option.kind) == 1) << key;
  });
}

TEST(ConfigDescription, HasTheEnginesKeysThatAreReservedForAKind) {
  for_each_key([](const OptionInfo& option, const std::string& key) {
    if (option.kind.empty()) return;
    std::vector<std::string> keys, reserved;
    for (const OptionInfo& member : option.members) keys.push_back(member.name);
    for (const ComponentKind& kind : component_kinds())
      if (kind.name == option.kind) reserved = kind.engine_keys;
    EXPECT_EQ(keys, reserved) << key;
  });
}

TEST(ConfigDescription, SaysWhatAResumedRunMayChange) {
  std::vector<std::string> keys;
  for_each_key([&](const OptionInfo& option, const std::string& key) {
    if (option.may_change) keys.push_back(key);
  });
  EXPECT_THAT(keys,
              ElementsAre("training.steps", "training.device", "training.threads",
                          "training.sampling_threads", "training.checkpoint_frequency",
                          "training.on_nonfinite", "training.ranks_timeout",
                          "training.log_frequency", "output", "plugins"));
}

}  // namespace
}  // namespace facet
