// facet plugin doctor and facet plugin trust, with plugins, packs and lists of the user's own.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "command_line.h"
#include "commands.h"
#include "framework/files/files.h"
#include "framework/plugin_loader/environment.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/install_pack.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::Environment;
using testing::AllOf;
using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

class PluginDoctor : public testing::Test {
 protected:
  PluginDoctor() {
    for (const std::string& folder : {plugins(), store(), root_.path() + "/config"})
      fs::create_directory(folder);
  }
  std::string plugins() const { return root_.path() + "/plugins"; }
  std::string store() const { return root_.path() + "/store"; }

  /// What a command writes to stdout.
  static std::string told(const std::vector<std::string>& arguments, int exit_code) {
    testing::internal::CaptureStdout();
    EXPECT_EQ(run_command(plugin_command(), arguments), exit_code);
    return testing::internal::GetCapturedStdout();
  }
  static std::string diagnosis(int exit_code, const std::string& config = "") {
    return config.empty() ? told({"doctor"}, exit_code) : told({"doctor", config}, exit_code);
  }
  static std::string copy_of_lab(const std::string& folder) {
    for (const char* file : {"/lab.so", "/lab.components.json"}) {
      fs::copy_file(std::string(LAB_PACK) + file, folder + file);
      fs::permissions(folder + file, fs::perms(0644));
    }
    return folder + "/lab.so";
  }
  void install_lab(const std::string& version) const {
    const TemporaryFolder work;
    const std::string pack = work.path() + "/lab_pack", archive = pack + ".facetpack";
    fs::create_directory(pack);
    copy_of_lab(pack);
    write_text(pack + "/pack.toml",
               "name = \"lab_pack\"\nversion = \"" + version + "\"\nplugins = [\"lab\"]\n");
    build_pack(pack, archive);
    install_pack(archive, {.allow_unsigned = true});
  }
  std::string config(const std::string& section) const {
    const std::string file = root_.path() + "/run.toml";
    write_text(file, "[plugins]\n" + section + "\n");
    return file;
  }

 private:
  TemporaryFolder root_;
  Environment store_{"FACET_PACK_PATH", store()}, path_{"FACET_PLUGIN_PATH", plugins()},
      lists_{"XDG_CONFIG_HOME", root_.path() + "/config"};
};

TEST_F(PluginDoctor, SaysWhereWhatWasFound) {
  install_lab("1.1.0");
  install_lab("1.2.0");
  EXPECT_THAT(diagnosis(0),
              AllOf(ContainsRegex("^looked for in this order:\n"
                                  "  FACET_PLUGIN_PATH    " +
                                  plugins() +
                                  " +0 plugins\n"
                                  "  pack lab_pack 1.2.0  " +
                                  store() +
                                  "/lab_pack/1.2.0 +1 plugin\n"
                                  "  Facet  [^\n]* [1-9][0-9]* plugins\npacks are installed in " +
                                  store() +
                                  "\n"
                                  "used:\n  lab +[0-9.]+ +lab_pack 1.2.0, unsigned +" +
                                  store() + "/lab_pack/1.2.0/lab.so\n"),
                    HasSubstr("other versions of packs:\n  lab_pack  1.1.0  " + store() +
                              "/lab_pack/1.1.0\n"),
                    Not(HasSubstr("disabled")), EndsWith("\nnothing is wrong\n")));
}

TEST_F(PluginDoctor, SaysWhatIsShadowedByWhat) {
  const std::string mine = copy_of_lab(plugins());
  install_lab("1.0.0");
  EXPECT_THAT(diagnosis(1), HasSubstr("wrong:\n  " + store() +
                                      "/lab_pack/1.0.0/lab.so: a plugin named 'lab' is there "
                                      "already: " +
                                      mine + ": keep one of them, or give one another name\n"));
}

TEST_F(PluginDoctor, SaysWhyAPluginIsRefusedAndWhatToDo) {
  const std::string library = copy_of_lab(plugins());
  fs::permissions(library, fs::perms(0666));
  EXPECT_THAT(diagnosis(1),
              EndsWith("wrong:\n  " + library +
                       ": the file can be written to by others: chmod go-w " + library +
                       ", or, if you trust everybody who can, `facet "
                       "plugin trust " +
                       plugins() + "`\n"));
}

TEST_F(PluginDoctor, SaysWhichFoldersLeadNowhere) {
  const Environment path("FACET_PLUGIN_PATH", "/not/there:" + plugins());
  EXPECT_THAT(diagnosis(1), EndsWith("wrong:\n  /not/there: there is no such folder\n"));
}

TEST_F(PluginDoctor, SaysWhyAPackIsRefused) {
  install_lab("1.0.0");
  const std::string file = store() + "/lab_pack/1.0.0/pack.toml";
  std::ofstream(file, std::ios::app) << "# changed\n";
  EXPECT_THAT(diagnosis(1), ContainsRegex("wrong:\n  " + store() +
                                          "/lab_pack/1.0.0: pack.toml: [^\n]*SHA256SUMS"));
}

TEST_F(PluginDoctor, LooksWithAConfigsEyes) {
  const std::string library = copy_of_lab(plugins());
  EXPECT_THAT(diagnosis(0, config("disable = [\"lab\"]")),
              ContainsRegex("disabled:\n  lab +[0-9.]+ +" + library + "\n"));
  EXPECT_THAT(diagnosis(1, config("require = [\"lab_pack >= 2\"]\ndisable = [\"lob\"]")),
              AllOf(HasSubstr("  plugins.require[0]: is not met: 'lab_pack >= 2'; no pack of that "
                              "name is installed"),
                    HasSubstr("  plugins.disable[0]: names no plugin that there is: 'lob', did "
                              "you mean 'lab'?")));
}

TEST_F(PluginDoctor, RunsNoOtherArguments) {
  EXPECT_THAT(message_of([] {
                run_command(plugin_command(), {"doctor", "a.toml", "b.toml"});
              }),
              HasSubstr("usage: facet plugin doctor [CONFIG]"));
  EXPECT_THAT(told({"doctor", "--help"}, 0), HasSubstr("usage: facet plugin doctor [CONFIG]"));
}

using PluginTrust = PluginDoctor;

TEST_F(PluginTrust, AnOpenFolderIsUsedOnceItIsTrusted) {
  const std::string library = copy_of_lab(plugins());
  fs::permissions(plugins(), fs::perms(0777));
  EXPECT_THAT(diagnosis(1), HasSubstr("facet plugin trust " + plugins() + "`"));
  const std::string list = told({"trust", plugins()}, 0);
  EXPECT_THAT(list, EndsWith("/config/facet/trusted.toml\n"));
  EXPECT_EQ(told({"trust"}, 0), "folder  " + plugins() + "\n");
  EXPECT_THAT(diagnosis(0), HasSubstr(library));

  told({"trust", plugins(), "--remove"}, 0);
  EXPECT_EQ(told({"trust"}, 0), "nobody beside root and yourself\n");
  diagnosis(1);
}

TEST_F(PluginTrust, AUserIsNamedOrNumbered) {
  told({"trust", "--user", "4242"}, 0);
  told({"trust", "--user", "root"}, 0);
  EXPECT_EQ(told({"trust"}, 0), "user  4242\nuser  root\n");
  EXPECT_EQ(message_of([] {
              run_command(plugin_command(), {"trust", "--user", "no-such-user"});
            }),
            "there is no user 'no-such-user' on this computer");
}

TEST_F(PluginTrust, WhatChangesNothingIsSaid) {
  EXPECT_EQ(message_of([&] {
              run_command(plugin_command(), {"trust", plugins() + "/none"});
            }),
            plugins() + "/none: is no folder: No such file or directory");
  EXPECT_EQ(message_of([&] {
              run_command(plugin_command(), {"trust", plugins(), "--remove"});
            }),
            "it is not in the list: `facet plugin trust` shows it");
  told({"trust", plugins()}, 0);
  EXPECT_EQ(message_of([&] {
              run_command(plugin_command(), {"trust", plugins() + "/."});
            }),
            "it is in the list already");
}

TEST_F(PluginTrust, AListThatOthersMayWriteToIsWrong) {
  std::string file = told({"trust", plugins()}, 0);
  file.pop_back();
  fs::permissions(file, fs::perms(0666));
  EXPECT_THAT(diagnosis(1),
              EndsWith("wrong:\n  facet plugin trust: " + file +
                       ": the file can be written to by others: chmod go-w " + file + "\n"));
}

}  // namespace
}  // namespace facet
