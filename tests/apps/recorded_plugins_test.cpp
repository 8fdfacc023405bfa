// A run whose plugin is not in the search path any more: it is looked for where run.json says.
#include <filesystem>
#include <fstream>

#include "apps/run_commands.h"
#include "framework/plugin_loader/environment.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::Environment;
using testing::AllOf;
using testing::HasSubstr;

class RecordedPlugins : public RunCommands {
 protected:
  RecordedPlugins() {
    fs::create_directory(plugins());
    for (const char* file : {"/my_plugin.so", "/my_plugin.components.json"}) {
      fs::copy_file(std::string(TEMPLATE_FOLDER) + file, plugins() + file);
      fs::permissions(plugins() + file, fs::perms(0644));
    }
    const Environment path("FACET_PLUGIN_PATH", plugins());
    const ProgramResult trained = train_run(
        {"--set", "training.steps=2", "--set", "objective[0].loss=\"my_plugin/MarginLoss\""});
    EXPECT_EQ(trained.exit_code, 0) << trained.errors;
  }
  std::string plugins() const { return folder() + "/plugins"; }

  /// What needs the plugin of the loss.
  const std::vector<Words> users = {
      {"evaluate", "run"}, {"train", "run", "--resume", "--quiet", "--set", "training.steps=4"}};
};

TEST_F(RecordedPlugins, AreUsedWhereTheyWere) {
  for (const Words& words : users) {
    const ProgramResult result = facet(words);
    EXPECT_EQ(result.exit_code, 0) << words[0] << ": " << result.errors;
  }
  EXPECT_EQ(facet({"embed", "run", "recording.npz", "--out", "again.npz"}).exit_code, 0);
}

TEST_F(RecordedPlugins, AnotherOneAtThatPlaceIsNotUsed) {
  std::ofstream(plugins() + "/my_plugin.so", std::ios::app) << '\n';
  for (const Words& words : users) {
    const ProgramResult result = facet(words);
    EXPECT_EQ(result.exit_code, 2) << words[0];
    EXPECT_THAT(
        result.errors,
        AllOf(HasSubstr("unknown criterion 'my_plugin/MarginLoss'"),
              HasSubstr("run/run.json: plugin 'my_plugin' 1.0.0 made the run and is missing: "),
              HasSubstr("plugins/my_plugin.so is not used: it is not the plugin that made the "
                        "run: its checksum is sha256:")));
  }
  EXPECT_EQ(facet({"embed", "run", "recording.npz", "--out", "again.npz"}).exit_code, 0)
      << "the model is of another plugin";
}

TEST_F(RecordedPlugins, OneThatAnybodyCanWriteToIsNotUsed) {
  fs::permissions(plugins() + "/my_plugin.so", fs::perms(0666));
  EXPECT_THAT(facet(users[0]).errors, HasSubstr("can be written to by others"));
}

}  // namespace
}  // namespace facet
