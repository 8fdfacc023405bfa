// `facet pack`, as those who ship and those who use packs call it, on the example pack.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "command_line.h"
#include "commands.h"
#include "framework/files/files.h"
#include "framework/plugin_loader/environment.h"
#include "message_of.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::Environment;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

class PackCommands : public testing::Test {
 protected:
  PackCommands() {
    fs::copy(LAB_PACK, folder(), fs::copy_options::recursive);
    for (const char* file : {"/SHA256SUMS", "/SHA256SUMS.sig"}) fs::remove(folder() + file);
    fs::create_directories(path() + "/config/facet");
  }

  struct Ended {
    int exit_code;
    std::string output, error;
  };
  static Ended run(const std::vector<std::string>& arguments) {
    Ended ended{-1, "", ""};
    testing::internal::CaptureStdout();
    ended.error = message_of([&] { ended.exit_code = run_command(pack_command(), arguments); });
    ended.output = testing::internal::GetCapturedStdout();
    return ended;
  }
  /// What a call that must succeed writes to stdout.
  static std::string output(const std::vector<std::string>& arguments) {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.exit_code, 0) << ended.error;
    return ended.output;
  }
  std::string build() const {
    output({"build", folder(), "--out", archive(), "--overwrite"});
    return archive();
  }
  void sign_as_ada() const {
    const std::string key = path() + "/key";
    run_program({SSH_KEYGEN, "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key}, path());
    write_text(path() + "/config/facet/allowed_signers", "ada@lab.org " + read_text(key + ".pub"));
    EXPECT_THAT(output({"sign", archive(), "--key", key}),
                StartsWith("signed " + archive() + " with the key SHA256:"));
  }

  std::string path() const { return folder_.path(); }
  std::string folder() const { return path() + "/lab_pack"; }
  std::string archive() const { return path() + "/lab.facetpack"; }
  std::string installed() const { return path() + "/store/lab_pack/1.0.0"; }

 private:
  TemporaryFolder folder_;
  Environment store_{"FACET_PACK_PATH", path() + "/store"};
  Environment config_{"XDG_CONFIG_HOME", path() + "/config"};
};

TEST_F(PackCommands, BuildWritesAnArchiveOnce) {
  const std::vector<std::string> words = {"build", folder(), "--out", archive()};
  EXPECT_EQ(output(words), archive() + "\n");
  EXPECT_THAT(run(words).error, HasSubstr("--overwrite"));
  const std::string before = read_text(archive());
  build();
  EXPECT_TRUE(read_text(archive()) == before);
}

TEST_F(PackCommands, ASignedPackIsVerifiedInstalledListedAndRemoved) {
  build();
  sign_as_ada();
  const std::string by_ada = "signed by ada@lab.org \\(SHA256:[^ ]*\\)";
  EXPECT_THAT(output({"verify", archive()}),
              MatchesRegex("lab_pack 1.0.0: all 6 files are as SHA256SUMS says, " + by_ada + "\n"));
  EXPECT_THAT(output({"install", archive()}),
              MatchesRegex("lab_pack 1.0.0 installed in " + installed() + ", " + by_ada + "\n"));
  EXPECT_THAT(output({"install", archive()}), HasSubstr("is there already, with the same files"));
  EXPECT_THAT(output({"list"}), MatchesRegex("lab_pack  1.0.0  used  lab  " + by_ada + "\n"));
  EXPECT_THAT(output({"verify", "lab_pack"}), StartsWith("lab_pack 1.0.0: all 6 files"));
  EXPECT_EQ(output({"remove", "lab_pack", "1.0.0"}), "removed lab_pack 1.0.0\n");
  EXPECT_EQ(output({"list"}), "");
}

TEST_F(PackCommands, WhatNobodyKnownHasSignedIsAskedFor) {
  build();
  EXPECT_THAT(run({"install", archive()}).error, HasSubstr("--allow-unsigned"));
  EXPECT_THAT(output({"install", archive(), "--allow-unsigned"}), HasSubstr("signed by nobody\n"));
  const Ended verified = run({"verify", archive()});
  EXPECT_THAT(verified.output, StartsWith("lab_pack 1.0.0: all 6 files are as SHA256SUMS says"));
  EXPECT_EQ(verified.error, archive() +
                                ": nobody in your list of signers has signed it: it is by "
                                "nobody, it has no SHA256SUMS.sig");
}

TEST_F(PackCommands, InfoShowsWhatAPackSaysOfItself) {
  build();
  const std::string text = output({"info", archive()});
  EXPECT_THAT(text, StartsWith("pack            lab_pack\n"
                               "version         1.0.0\n"
                               "authors         Ada <ada@lab.org>\n"
                               "license         Apache-2.0\n"
                               "requires Facet  >= 0.1\n"
                               "examples        example.toml, session.labrec\n"
                               "docs            README.md\n"
                               "files           6\n"
                               "signed by       nobody\n"
                               "plugin lab\n"));
  EXPECT_THAT(text, HasSubstr("  distribution  trial_time  "));
}

TEST_F(PackCommands, ADamagedPackDoesNotKeepTheOthersFromBeingListed) {
  output({"install", build(), "--allow-unsigned"});
  fs::create_directories(path() + "/store/damaged/1.0");
  testing::internal::CaptureStderr();
  const Ended listed = run({"list"});
  EXPECT_EQ(listed.exit_code, 1);
  EXPECT_THAT(listed.output, StartsWith("lab_pack  1.0.0  used  lab"));
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            path() +
                "/store/damaged/1.0: would not be used: SHA256SUMS: is missing; `facet pack remove "
                "damaged 1.0` takes it away\n");
}

TEST_F(PackCommands, APluginThatIsRefusedIsNotListedAsUsed) {
  output({"install", build(), "--allow-unsigned"});
  const std::string plugin = path() + "/store/lab_pack/1.0.0/lab.so";
  fs::permissions(plugin, fs::perms(0666));
  testing::internal::CaptureStderr();
  const Ended listed = run({"list"});
  EXPECT_EQ(listed.exit_code, 1);
  EXPECT_THAT(listed.output, StartsWith("lab_pack  1.0.0    lab"));
  EXPECT_THAT(testing::internal::GetCapturedStderr(),
              StartsWith(plugin + ": is not used: the file can be written to by others"));
}

TEST_F(PackCommands, RemovingAVersionSaysWhichIsUsed) {
  output({"install", build(), "--allow-unsigned"});
  std::string text = read_text(folder() + "/pack.toml");
  write_text(folder() + "/pack.toml", text.replace(text.find("1.0.0"), 5, "1.1.0"));
  EXPECT_THAT(output({"install", build(), "--allow-unsigned"}), StartsWith("lab_pack 1.1.0"));
  EXPECT_EQ(output({"remove", "lab_pack", "1.1.0"}),
            "removed lab_pack 1.1.0\nthe version that is used is 1.0.0\n");
}

TEST_F(PackCommands, WrongUsageIsAMistake) {
  EXPECT_THAT(run({}).error, StartsWith("ACTION is missing\nusage: facet pack ACTION"));
  EXPECT_THAT(run({"instal", archive()}).error, HasSubstr("did you mean 'install'"));
  EXPECT_THAT(run({"sign", archive()}).error, HasSubstr("--key"));
  EXPECT_THAT(run({"remove"}).error, HasSubstr("usage: facet pack remove NAME"));
  EXPECT_THAT(run({"list", "lab"}).error, HasSubstr("usage: facet pack list"));
}

}  // namespace
}  // namespace facet
