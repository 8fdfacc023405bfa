// A config as it is read, with defaults, and written so that it gives the same run again.
#include <gtest/gtest.h>

#include <filesystem>

#include "framework/config/toy_config.h"
#include "framework/toml/key_path.h"
#include "framework/toml/toml_writer.h"

namespace facet::toy {
namespace {

TEST(RunConfig, HasWhatIsWrittenAndDefaultsForTheRest) {
  const RunConfig config = ConfigFile(short_config).read();
  EXPECT_EQ(config.model.name, "Sum");
  EXPECT_EQ(config.model.options, (Table{{"num_output", 4}, {"context", 0}}));
  EXPECT_FALSE(config.model.renormalize);
  ASSERT_EQ(config.objective.size(), 2U);
  EXPECT_EQ(config.objective[0].distribution->options, (Table{{"shift", 3}}));
  EXPECT_EQ(config.objective[1].target.terms.at(0).name, "position");
  EXPECT_FALSE(config.objective[1].distribution);
  EXPECT_EQ(config.training.steps, 10000);
  EXPECT_EQ(config.training.optimizer.name, "DefaultDescent");
  EXPECT_EQ(config.data.signals.at(0), "neural");
}

TEST(RunConfig, TakesTheDefaultsOfTheKindsThatItLeavesOut) {
  const std::string model = "[model]\nname = \"Sum\"\nnum_output = 4\n";
  const RunConfig config =
      ConfigFile(changed(short_config, model, "[model]\nnum_output = 4\n")).read();
  EXPECT_EQ(config.model.name, "DefaultSum");
  EXPECT_EQ(std::get<std::int64_t>(config.training.batch_size), 512) << "CEBRA's";
  EXPECT_EQ(config.training.optimizer.name, "DefaultDescent");
}

TEST(RunConfig, RelativePathsAreRelativeToTheFileThatHasThem) {
  const ConfigFile file(short_config + "[plugins]\npath = [\"mine\", \"/usr\"]\n");
  std::filesystem::create_directory(file.folder() + "/mine");
  const RunConfig config = file.read({"output.folder=out"});
  EXPECT_EQ(config.data.file.at(0).path, file.folder() + "/recording.npz");
  EXPECT_EQ(config.output.folder, "out");
  const std::vector<std::string> folders{file.folder() + "/mine", "/usr"};
  EXPECT_EQ(config.plugins.path, folders);
  EXPECT_EQ(plugins_section(read_config_table(file.path()), file.path()).path, folders);
}

TEST(RunConfig, TheEnginesKeysStandBesideTheComponentsOwn) {
  const ConfigFile file(short_config);
  Registry registry = config_registry();
  registry.add("lab", [](Registrar& registrar) { registrar.add<Rising>("ramp", "a scheduler"); });
  const RunConfig config = read_run_config(
      file.path(), {"model.renormalize=true", "training.loss_weight=ramp"}, registry);
  EXPECT_TRUE(config.model.renormalize);
  EXPECT_FALSE(config.model.options.contains("renormalize"));
  EXPECT_EQ(config.training.loss_weight->name, "ramp");
}

TEST(RunConfig, OptionsWithoutANameAreThoseOfTheDefaultComponent) {
  const RunConfig config = ConfigFile(short_config).read({"training.optimizer.rate=0.5"});
  EXPECT_EQ(config.training.optimizer.name, "DefaultDescent");
  EXPECT_EQ(config.training.optimizer.options, (Table{{"rate", 0.5}}));
}

TEST(RunConfig, NeedsANameWhereNoPluginHasADefaultOrSeveralHave) {
  const ConfigFile file(short_config);
  Registry none;
  none.add("toy", register_components);
  EXPECT_EQ(
      message_of([&] { read_run_config(file.path(), {}, none); }),
      file.path() + ": training.optimizer names no optimizer, and no plugin has a default one");
  Registry two = config_registry();
  two.add("lab",
          [](Registrar& registrar) { registrar.add_default<Descent>("Steep", "another one"); });
  EXPECT_EQ(message_of([&] { read_run_config(file.path(), {}, two); }),
            file.path() +
                ": training.optimizer names no optimizer, and there are several by default: "
                "write 'toy/DefaultDescent' or 'lab/Steep'");
  EXPECT_EQ(read_run_config(file.path(), {"training.optimizer=Steep"}, two).training.optimizer.name,
            "Steep");
}

TEST(RunConfig, PutTogetherInAProgramItIsWrittenWithTheDefaultsOfTheKinds) {
  RunConfig config;
  config.data.file = {"/data/recording.npz"};
  config.model.renormalize = true;
  config.objective.push_back({{0, 2}, {"Spread"}, ComponentChoice{"Shift"}, {}});
  config.training.regularizer = RegularizerConfig{{"Zero"}};
  const Registry registry = config_registry();
  const Table written = write_run_config(config, registry);
  EXPECT_EQ(
      write_toml({{"model", *find_key(written, "model")}}),
      "[model]\nname = \"toy/DefaultSum\"\nnum_output = 2\ncontext = 0\nrenormalize = true\n");
  EXPECT_EQ(find_key(written, "training.regularizer")->to_string(),
            "{ name = \"toy/Zero\", weight = { name = \"toy/DefaultRising\" }, objectives = [] }");
}

TEST(RunConfig, OfANewerFormatIsRefusedForThatAlone) {
  const ConfigFile file("format = 2\n\n[unheard]\nof = 1\n");
  EXPECT_EQ(file.mistakes(),
            "run.toml:1:10: format is 2, which is newer than this Facet reads (1): use the Facet "
            "that wrote it, or a newer one");
  EXPECT_EQ(ConfigFile("format = 0\n" + short_config).mistakes(),
            "run.toml:1:10: format must be >= 1, got 0");
}

/// The keys with a default of a section that are not in `written`.
std::vector<std::string> left_out(const std::vector<OptionInfo>& options, const Table& written) {
  std::vector<std::string> keys;
  for (const OptionInfo& option : options)
    if ((!option.default_value.is_nothing() || option.default_of_kind) &&
        !written.contains(option.name))
      keys.push_back(option.name);
  return keys;
}

TEST(RunConfig, WrittenItHasEveryKeyThatHasADefault) {
  const ConfigFile file(short_config);
  const Table written = write_run_config(file.read(), file.registry());
  const OptionsDescription<RunConfig> description;
  for (const OptionInfo& section : description.infos()) {
    if (section.type != OptionType::table) continue;
    EXPECT_EQ(left_out(section.members, written.find(section.name)->table()),
              std::vector<std::string>())
        << section.name;
  }
}

TEST(RunConfig, WrittenItReadsBackTheSame) {
  const ConfigFile file(short_config);
  const std::string written =
      write_toml(write_run_config(file.read({"model.renormalize=true"}), file.registry()));
  EXPECT_TRUE(written.starts_with("format = 1\n\n[data]\nfile = [\"" + file.folder() +
                                  "/recording.npz\"]\n"));
  const std::size_t model = written.find("[model]");
  EXPECT_EQ(written.substr(model, written.find("[training]") - model), R"([model]
name = "toy/Sum"
num_output = 4
context = 0
renormalize = true

[[objective]]
slice = [0, 2]
loss = { name = "toy/Spread", scale = 1.0 }
distribution = { name = "toy/Shift", shift = 3 }

[[objective]]
slice = [2, 4]
loss = { name = "toy/Squares" }
target = "position"

)");
  const ConfigFile again(written);
  EXPECT_EQ(write_toml(write_run_config(again.read(), again.registry())), written);
}

}  // namespace
}  // namespace facet::toy
