// Runs with the plugin of an installed pack: what run.json says of it, and what a config may ask.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "apps/run_commands.h"
#include "framework/plugin_loader/environment.h"

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
                                            "signer": "ada@lab.org", "allowed": null})"));
}

TEST_F(PackRun, SaysThatThePackIsUnsignedOrOfAnUnknownSigner) {
  expect_done({"pack", "install", "lab.facetpack", "--allow-unsigned"});
  EXPECT_EQ(train_with_pack().exit_code, 0);
  EXPECT_EQ(recorded(), nlohmann::json::parse(R"({"name": "lab_pack", "version": "1.0.0",
                                                  "signer": null, "key": null,
                                                  "allowed": "unsigned"})"));
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

}  // namespace
}  // namespace facet
