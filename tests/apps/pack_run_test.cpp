// Runs with the plugin of an installed pack: what run.json says of it, and what a config may ask.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "apps/run_commands.h"
#include "framework/plugin_loader/environment.h"
#include "torchscript_files.h"

namespace facet {
namespace {

using test::Environment;
using testing::HasSubstr;
using testing::StartsWith;

class PackRun : public RunCommands {
 protected:
  PackRun() {
    std::filesystem::create_directories(folder() + "/config/facet");
    std::filesystem::copy(LAB_PACK, folder() + "/lab_pack");
    expect_done({"pack", "build", "lab_pack", "--out", "lab.facetpack"});
  }
  void expect_done(const Words& words) const {
    const ProgramResult result = facet(words);
    EXPECT_EQ(result.exit_code, 0) << result.errors;
  }
  void sign_as(const std::string& name) const {
    run_program({SSH_KEYGEN, "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", name}, folder());
    expect_done({"pack", "sign", "lab.facetpack", "--key", name});
  }
  void allow(const std::string& name) const {
    write_text(folder() + "/config/facet/allowed_signers",
               name + "@lab.org " + read(name + ".pub"));
  }
  /// A short training with the pack's encoder.
  ProgramResult train_with_pack(const Words& more = {}) const {
    Words words{"--set", "training.steps=2", "--set", "model={name=\"lab/gru\",num_output=4}"};
    words.insert(words.end(), more.begin(), more.end());
    return train_run(words);
  }
  /// What run.json says of the pack.
  nlohmann::json recorded() const {
    const auto record = nlohmann::json::parse(read("run/run.json"));
    for (const auto& plugin : record["plugins"])
      if (plugin["name"] == "lab") return plugin["pack"];
    return "no such plugin";
  }

 private:
  Environment store_{"FACET_PACK_PATH", folder() + "/store"};
  Environment config_{"XDG_CONFIG_HOME", folder() + "/config"};
};

TEST_F(PackRun, SaysWhoSignedThePack) {
  sign_as("ada");
  allow("ada");
  expect_done({"pack", "install", "lab.facetpack"});
  EXPECT_EQ(train_with_pack().exit_code, 0);
  nlohmann::json pack = recorded();
  EXPECT_THAT(pack["key"].get<std::string>(), StartsWith("SHA256:"));
  pack.erase("key");
  EXPECT_EQ(pack, nlohmann::json::parse(R"({"name": "lab_pack", "version": "1.0.0",
                                            "signer": "ada@lab.org", "allowed": null,
                                            "built_here": false})"));
}

TEST_F(PackRun, SaysThatThePackIsUnsignedOrOfAnUnknownSigner) {
  expect_done({"pack", "install", "lab.facetpack", "--allow-unsigned"});
  EXPECT_EQ(train_with_pack().exit_code, 0);
  EXPECT_EQ(recorded(), nlohmann::json::parse(R"({"name": "lab_pack", "version": "1.0.0",
                                                  "signer": null, "key": null,
                                                  "allowed": "unsigned",
                                                  "built_here": false})"));
  sign_as("eve");
  expect_done({"pack", "install", "lab.facetpack", "--allow-unknown-signer"});
  EXPECT_EQ(train_with_pack({"--overwrite"}).exit_code, 0);
  EXPECT_EQ(recorded()["allowed"], "unknown signer");
  EXPECT_THAT(recorded()["key"].get<std::string>(), StartsWith("SHA256:"));
  EXPECT_TRUE(recorded()["signer"].is_null());
}

TEST_F(PackRun, ASignerWhoIsTakenFromTheListEndsTheUse) {
  sign_as("ada");
  allow("ada");
  expect_done({"pack", "install", "lab.facetpack"});
  write_text(folder() + "/config/facet/allowed_signers", "");
  const ProgramResult result = train_with_pack();
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.errors, HasSubstr("not used: " + folder() +
                                       "/store/lab_pack/1.0.0: SHA256SUMS.sig: is by the key "));
}

TEST_F(PackRun, FollowsWhatTheConfigAsksFor) {
  expect_done({"pack", "install", "lab.facetpack", "--allow-unsigned"});
  EXPECT_EQ(train_with_pack({"--set", "plugins.require=[\"lab_pack >= 1\"]"}).exit_code, 0);
  EXPECT_THAT(read("run/config.toml"), HasSubstr("require = [\"lab_pack >= 1\"]"));
  const ProgramResult newer = train_with_pack({"--set", "plugins.require=[\"lab_pack >= 2\"]"});
  EXPECT_EQ(newer.exit_code, 2);
  EXPECT_THAT(newer.errors,
              HasSubstr("plugins.require[0] is not met: 'lab_pack >= 2'; installed is 1.0.0: "));
  const ProgramResult without = train_with_pack({"--set", "plugins.disable=[\"lab\"]"});
  EXPECT_EQ(without.exit_code, 2);
  EXPECT_THAT(without.errors, HasSubstr("unknown model 'lab/gru'"));
  EXPECT_THAT(without.errors, HasSubstr("lab.so: it is disabled ([plugins] disable)"));
}

TEST_F(PackRun, APackThatIsGoneIsToldByItsName) {
  expect_done({"pack", "install", "lab.facetpack", "--allow-unsigned"});
  EXPECT_EQ(train_with_pack().exit_code, 0);
  expect_done({"pack", "remove", "lab_pack"});
  EXPECT_THAT(facet({"embed", "run", "recording.npz", "--out", "again.npz"}).errors,
              HasSubstr("plugin 'lab' 1.0.0 made the run and is missing: it came in the pack "
                        "lab_pack 1.0.0: install that (facet pack install)"));
}

/// A pack `sourced` with the sources of a loss, as `facet plugin new` writes it, and no binary.
class SourcePackRun : public PackRun {
 protected:
  SourcePackRun() {
    expect_done({"plugin", "new", "sourced"});
    std::filesystem::create_directories(folder() + "/pack/src");
    std::filesystem::copy(folder() + "/sourced/sourced.cpp", folder() + "/pack/src");
    write_text(folder() + "/pack/pack.toml",
               "name = 'sourced_pack'\nversion = '1.0'\nplugins = ['sourced']\n[[sources]]\n"
               "plugin = 'sourced'\nfiles = ['src/sourced.cpp']\n");
    expect_done({"pack", "build", "pack", "--out", "sourced.facetpack"});
  }
};

TEST_F(SourcePackRun, IsBuiltWhenItIsInstalledAndEverythingSaysSo) {
  EXPECT_THAT(facet({"pack", "info", "sourced.facetpack"}).output,
              HasSubstr("plugin sourced, which is built from its sources when the pack is "
                        "installed: src/sourced.cpp\n"));
  const ProgramResult installed =
      facet({"pack", "install", "sourced.facetpack", "--allow-unsigned"});
  EXPECT_EQ(installed.exit_code, 0) << installed.errors;
  EXPECT_THAT(installed.errors,
              testing::MatchesRegex("sourced.so: is not in the pack: building it from its sources\n"
                                    "sourced.so: built here in [0-9]+\\.[0-9] s\n"));
  EXPECT_THAT(facet({"pack", "list"}).output,
              HasSubstr("sourced_pack  1.0  used  sourced (built here)  signed by nobody"));
  EXPECT_THAT(facet({"pack", "info", "sourced_pack"}).output,
              HasSubstr("plugin sourced, with its sources, built here\n  criterion  MarginLoss"));
  EXPECT_THAT(facet({"pack", "verify", "sourced_pack"}).output,
              HasSubstr("what was built here of its sources is as it was then\n"));

  EXPECT_EQ(
      train_run({"--set", "training.steps=2", "--set", "objective[0].loss=\"sourced/MarginLoss\""})
          .exit_code,
      0);
  const auto plugins = nlohmann::json::parse(read("run/run.json"))["plugins"];
  const auto sourced = std::find_if(plugins.begin(), plugins.end(),
                                    [](const auto& plugin) { return plugin["name"] == "sourced"; });
  ASSERT_NE(sourced, plugins.end());
  EXPECT_EQ((*sourced)["pack"]["built_here"], true);
  const std::string path = (*sourced)["path"];
  EXPECT_THAT(path, HasSubstr("/store/sourced_pack/.1.0-built-"));
  EXPECT_EQ("sha256:" + run_program({SHA256SUM, path}, folder()).output.substr(0, 64),
            (*sourced)["checksum"]);

  const ProgramResult again = facet({"pack", "rebuild", "sourced_pack"});
  EXPECT_EQ(again.output, "sourced_pack 1.0 rebuilt in " + folder() + "/store/sourced_pack/1.0\n");
  EXPECT_EQ(run_program({SHA256SUM, path}, folder()).exit_code, 0) << "it is the same again";
  EXPECT_EQ(facet({"pack", "remove", "sourced_pack"}).exit_code, 0);
  EXPECT_FALSE(std::filesystem::exists(folder() + "/store/sourced_pack"));
}

/// The program lies in a folder of its own, whose plugin_build.json names a compiler that is gone.
TEST_F(SourcePackRun, IsRefusedWhereThereIsNoCompiler) {
  const std::string prefix = folder() + "/prefix";
  std::filesystem::create_directories(prefix + "/bin");
  std::filesystem::create_directories(prefix + "/share/facet");
  std::filesystem::copy(FACET_ENGINE, prefix + "/bin/facet");
  auto how = nlohmann::json::parse(read_text(PLUGIN_BUILD));
  how["compiler"] = "/nowhere/c++";
  write_text(prefix + "/share/facet/plugin_build.json", how.dump());
  const ProgramResult refused = run_program(
      {prefix + "/bin/facet", "pack", "install", "sourced.facetpack", "--allow-unsigned"},
      folder());
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(
      refused.errors,
      HasSubstr("sourced.facetpack/sourced.so: is not in the pack, and cannot be built from "
                "its sources: the compiler with which Facet was built, "));
  EXPECT_THAT(refused.errors,
              HasSubstr(", is not there: /nowhere/c++ (Debian: apt install g++)\n"));
  EXPECT_EQ(facet({"pack", "list"}).output, "");
}

TEST_F(PackRun, ANewPluginIsNotBegunWhereNothingBuildsIt) {
  std::filesystem::create_directories(folder() + "/prefix/bin");
  std::filesystem::copy(FACET_ENGINE, folder() + "/prefix/bin/facet");
  const ProgramResult refused =
      run_program({folder() + "/prefix/bin/facet", "plugin", "new", "my_plugin"}, folder());
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.errors, HasSubstr("what builds plugins is not installed"));
  EXPECT_FALSE(std::filesystem::exists(folder() + "/my_plugin"));
}

/// A pack `scripts` in TorchScript: a model and two criterions.
class TorchScriptPackRun : public PackRun {
 protected:
  TorchScriptPackRun() {
    std::filesystem::create_directory(folder() + "/scripts");
    test::write_torchscript_pack(folder() + "/scripts", 6);
    expect_done({"pack", "build", "scripts", "--out", "scripts.facetpack"});
    expect_done({"pack", "install", "scripts.facetpack", "--allow-unsigned"});
  }
  ProgramResult train_with_scripts(const Words& more = {}) const {
    Words words{"--set", "model={name=\"summed\"}",
                "--set", "objective[0]={slice=[0, 1], loss=\"pulled\", distribution=\"time\"}",
                "--set", "objective[1]={slice=[0, 2], loss=\"absolute\", target=\"position\"}"};
    words.insert(words.end(), more.begin(), more.end());
    return train_run(words);
  }
};

TEST_F(TorchScriptPackRun, IsListedAsWhatItIs) {
  EXPECT_THAT(facet({"pack", "info", "scripts.facetpack"}).output,
              HasSubstr("plugin pulled\n  criterion  pulled  squared distances, with a trained "
                        "weight (TorchScript: deprecated by libtorch)\n"));
  EXPECT_THAT(facet({"plugin", "list"}).output,
              HasSubstr(folder() + "/store/scripts/1.0/pulled.pt"));
  EXPECT_THAT(facet({"components", "model", "summed"}).output,
              HasSubstr("(TorchScript: deprecated by libtorch)"));
  EXPECT_EQ(facet({"plugin", "doctor"}).exit_code, 0);
}

TEST_F(TorchScriptPackRun, TrainsEmbedsAndGoesOnByName) {
  const ProgramResult trained = train_with_scripts({"--set", "training.steps=20"});
  ASSERT_EQ(trained.exit_code, 0) << trained.errors;
  const auto record = nlohmann::json::parse(read("run/run.json"));
  EXPECT_THAT(record["warnings"].dump(),
              HasSubstr("is TorchScript, which libtorch has deprecated"));
  int scripts = 0;
  for (const auto& plugin : record["plugins"])
    if (plugin["pack"].is_object() && plugin["pack"]["name"] == "scripts") ++scripts;
  EXPECT_EQ(scripts, 3);
  const ProgramResult embedded = facet({"embed", "run", "recording.npz", "--out", "again.npz"});
  EXPECT_EQ(embedded.exit_code, 0) << embedded.errors;
}

TEST_F(TorchScriptPackRun, AModelThatAnUpgradeReplacedIsTold) {
  ASSERT_EQ(train_with_scripts({"--set", "training.steps=2"}).exit_code, 0);
  EXPECT_THAT(facet({"embed", "run", "recording.npz", "--out", "same.npz"}).errors,
              testing::Not(HasSubstr("was trained by the plugin")));
  std::string described = read("scripts/pack.toml");
  described.replace(described.find("1.0"), 3, "1.1");
  write_text(folder() + "/scripts/pack.toml", described);
  torch::jit::Module module("Encoder");  // gives twice as much
  module.register_parameter("weight", at::ones({6, 2}).set_requires_grad(true), false);
  module.define("def forward(self, x):\n  return 2 * torch.mm(torch.sum(x, 2), self.weight)\n");
  module.save(folder() + "/scripts/summed.pt");
  expect_done({"pack", "build", "scripts", "--out", "newer.facetpack"});
  expect_done({"pack", "upgrade", "newer.facetpack", "--allow-unsigned"});
  const std::string told =
      "run: its model was trained by the plugin 'summed' 1.0, and is now one "
      "of 1.1, another file (" +
      folder() + "/store/scripts/1.1/summed.pt)";
  EXPECT_THAT(facet({"embed", "run", "recording.npz", "--out", "other.npz"}).errors,
              HasSubstr(told));
  EXPECT_THAT(facet({"evaluate", "run"}).errors, HasSubstr(told));
}

TEST_F(TorchScriptPackRun, AResumedRunIsTheSameToTheBit) {
  ASSERT_EQ(train_with_scripts().exit_code, 0);
  const std::string whole = read("run/history.csv");
  ASSERT_EQ(train_with_scripts({"--overwrite", "--set", "training.steps=20"}).exit_code, 0);
  const ProgramResult resumed =
      facet({"train", "run", "--resume", "--quiet", "--set", "training.steps=30"});
  EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
  EXPECT_EQ(read("run/history.csv"), whole);
}

}  // namespace
}  // namespace facet
