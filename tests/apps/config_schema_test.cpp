// The schema by which editors check a config says what `facet check` says, as far as it goes.
#include "framework/config/config_schema.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "apps/schema_mistakes.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/registry/component_json.h"
#include "framework/toml/toml_reader.h"
#include "integration/configs_in_docs.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

class ConfigSchema : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Registry registry;
    find_plugins(registry, {PLUGIN_FOLDER});
    schema_ = json::parse(config_schema(registry));
  }
  /// What is wrong with a config by the schema; empty: nothing.
  static std::string mistake_in(const std::string& toml) {
    return SchemaCheck(schema_).mistake_in(value_to_json(parse_toml(toml, "run.toml")));
  }
  static std::string mistake_in_file(const std::string& path) {
    return mistake_in(read_text(FACET_SOURCE_FOLDER + ("/" + path)));
  }

  static inline json schema_;
};

constexpr const char* objective =
    "[[objective]]\nslice = [0, 4]\nloss = \"FixedCosineInfoNCE\"\n"
    "distribution = { name = \"time\", time_offset = 10 }\n";

TEST_F(ConfigSchema, SaysWhichDraftItIs) {
  EXPECT_EQ(schema_["$schema"], "http://json-schema.org/draft-07/schema#");
}

TEST_F(ConfigSchema, TellsTypesDefaultsBoundsAndMeaningsOfKeys) {
  const json steps = schema_["properties"]["training"]["properties"]["steps"];
  EXPECT_EQ(steps, json::parse(R"({"type": "integer", "minimum": 1.0, "maximum": 1e9,
                                   "description": "number of updates", "default": 10000})"));
}

TEST_F(ConfigSchema, HasEveryComponentAmongTheAlternatives) {
  const json names = schema_["definitions"]["criterion"]["anyOf"][0]["anyOf"][0]["enum"];
  for (const char* name : {"FixedCosineInfoNCE", "LearnableEuclideanInfoNCE", "nn.MSELoss"})
    EXPECT_THAT(names, testing::Contains(name));
}

TEST_F(ConfigSchema, AcceptsAllExamples) {
  int examples = 0;
  for (const auto& file : fs::directory_iterator(FACET_SOURCE_FOLDER "/docs/examples")) {
    if (file.path().extension() != ".toml") continue;
    EXPECT_EQ(mistake_in(read_text(file.path())), "") << file.path();
    ++examples;
  }
  EXPECT_GE(examples, 5);
}

TEST_F(ConfigSchema, AcceptsTheConfigsInTheDocs) {
  for (const char* page : {"sessions.md", "times.md"})
    for (const std::string& config : configs_in_docs(page)) {
      const bool is_whole = config.find("[[objective]]") != std::string::npos;
      EXPECT_EQ(mistake_in(config + (is_whole ? "" : objective)), "") << page << "\n" << config;
    }
}

TEST_F(ConfigSchema, RefusesWhatIsWrongInItself) {
  const std::string folder = "tests/integration/bad_configs/";
  EXPECT_EQ(mistake_in_file(folder + "no_objective.toml"), ": lacks objective");
  EXPECT_NE(mistake_in_file(folder + "newer_format.toml"), "");
  EXPECT_THAT(mistake_in("format = 2\n[data]\nfile = \"a.npz\"\n" + std::string(objective)),
              HasSubstr(".format: maximum"));
  EXPECT_THAT(mistake_in_file(folder + "unknown_key.toml"), HasSubstr("knows no step"));
  EXPECT_THAT(mistake_in_file(folder + "wrong_type.toml"), HasSubstr(".training.steps: type"));
  EXPECT_THAT(mistake_in_file(folder + "out_of_bound.toml"), HasSubstr(".objective[1].loss"));
  EXPECT_THAT(mistake_in_file(folder + "unknown_name.toml"), HasSubstr(".objective[1].loss"));
  EXPECT_NE(mistake_in_file(folder + "seven_mistakes.toml"), "");
}

TEST_F(ConfigSchema, KnowsShortFormsAndNamesInFull) {
  const std::string whole =
      "[data]\nfile = [\"a.npz\", { path = \"b.csv\", prefix = \"b.\" }]\nfill = \"interpolate\"\n"
      "neurons = [0, [2, 5]]\n[model]\nname = \"core/offset10-model\"\nrenormalize = true\n"
      "[training]\nsam = true\nlearning_rate = { name = \"cosine\" }\nbatch_size = \"full\"\n" +
      std::string(objective);
  EXPECT_EQ(mistake_in(whole), "");
  EXPECT_THAT(mistake_in("[data]\nfile = 3\n" + std::string(objective)), HasSubstr(".data.file"));
}

TEST_F(ConfigSchema, OptionsAreThoseOfTheComponentThatIsNamed) {
  const auto with_model = [](const std::string& model) {
    return mistake_in("[data]\nfile = \"a.npz\"\n[model]\n" + model + "\n" + objective);
  };
  EXPECT_EQ(with_model("num_output = 4"), "") << "the default's";
  EXPECT_EQ(with_model("name = \"offset1-model-mse\"\nhidden_units = [8]"), "");
  EXPECT_NE(with_model("name = \"offset10-model\"\nhidden_units = [8]"), "");
}

}  // namespace
}  // namespace facet
