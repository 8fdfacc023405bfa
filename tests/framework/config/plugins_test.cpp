// `[plugins] require` and `disable`, held against the plugins that the registry has.
#include <gmock/gmock.h>

#include <filesystem>

#include "framework/config/toy_config.h"
#include "framework/plugin_loader/environment.h"

namespace facet::toy {
namespace {

class PluginsSection : public testing::Test {
 protected:
  PluginsSection() {
    for (const char* version : {"/lab-pack/1.1", "/lab-pack/1.2", "/tools/0.1"})
      std::filesystem::create_directories(store_.path() + version);
    registry_.disable({"noisy"});
    registry_.announce({"lab", "3.0", "/lab.so", "", {}, PackOrigin{"lab-pack", "1.2", "", ""}},
                       {});
    registry_.announce({"noisy", "1.0", "/noisy.so", "", {}}, {});
  }
  /// What is wrong with a config that has this in its last section.
  std::string mistakes(const std::string& plugins) const {
    const ConfigFile file(short_config + "\n[plugins]\n" + plugins + "\n");
    std::string said = message_of([&] { read_run_config(file.path(), {}, registry_); });
    for (const std::string& path : {file.folder() + "/", store_.path() + "/"})
      for (std::size_t at = 0; (at = said.find(path, at)) != std::string::npos;)
        said.erase(at, path.size());
    return said;
  }

  Registry registry_ = config_registry();

 private:
  TemporaryFolder store_;
  test::Environment environment_{"FACET_PACK_PATH", store_.path()};
};

TEST_F(PluginsSection, HoldsWhereItIsMet) {
  EXPECT_EQ(mistakes("require = [\"lab-pack\", \"lab-pack >= 1.2, < 2\"]\ndisable = [\"noisy\"]"),
            "");
}

TEST_F(PluginsSection, ARequirementThatIsNotMetIsToldWithWhatIsThere) {
  EXPECT_EQ(
      mistakes("require = [\"lab-pack > 1.2\", \"lab_pack\"]"),
      "run.toml:19:12: plugins.require[0] is not met: 'lab-pack > 1.2'; installed is 1.2, 1.1: "
      "install a version that will do (facet pack install), or require one of these\n"
      "run.toml:19:30: plugins.require[1] is not met: 'lab_pack'; no pack of that name is "
      "installed, did you mean 'lab-pack'?: install it (facet pack install)");
}

TEST_F(PluginsSection, APackThatIsRefusedIsToldWithTheReason) {
  registry_.refuse({std::getenv("FACET_PACK_PATH") + std::string("/tools/0.1"), "it is damaged"});
  EXPECT_EQ(mistakes("require = [\"tools\"]"),
            "run.toml:19:12: plugins.require[0] is not met: 'tools'; tools/0.1 is not used: it is "
            "damaged");
}

TEST_F(PluginsSection, TheRegistryMustHaveBeenOpenedWithIt) {
  EXPECT_EQ(
      mistakes("require = [\"lab-pack == 1.1\"]\ndisable = [\"lab\"]"),
      "run.toml:19:12: plugins.require[0] is not met: 'lab-pack == 1.1'; lab-pack/1.1 would "
      "do, but the plugins were looked for without this key\n"
      "run.toml:20:12: plugins.disable[0] names 'lab', but the plugins were looked for without "
      "this key");
}

TEST_F(PluginsSection, WhatIsNoRequirementAndNoPluginIsTold) {
  EXPECT_EQ(
      mistakes("require = [\"lab-pack 1.2\"]\ndisable = [\"noise\"]"),
      "run.toml:19:12: plugins.require[0] cannot be used: '1.2' must be conditions on a "
      "version, such as '>= 1.2, < 2'\n"
      "run.toml:20:12: plugins.disable[0] names no plugin that there is: 'noise', did you mean "
      "'noisy'?");
}

TEST_F(PluginsSection, AFolderThatIsNoneIsAMistakeOfTheConfig) {
  EXPECT_EQ(
      mistakes("path = [\".\", \"gone\", \"run.toml\"]"),
      "run.toml:19:14: plugins.path[1] must be a folder with plugins, and 'gone' is none\n"
      "run.toml:19:22: plugins.path[2] must be a folder with plugins, and 'run.toml' is none");
}

}  // namespace
}  // namespace facet::toy
