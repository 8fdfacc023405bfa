// The commands components and plugin, on the example pack in a store of its own.
#include <gmock/gmock.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "command_line.h"
#include "commands.h"
#include "facet/kinds.h"
#include "framework/files/files.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/install_pack.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;
using MakeCommand = Command (*)();

class PluginCommands : public testing::Test {
 protected:
  PluginCommands() { setenv("FACET_PACK_PATH", store_.path().c_str(), 1); }
  ~PluginCommands() override { unsetenv("FACET_PACK_PATH"); }

  /// What the command writes to stdout; it must succeed.
  static std::string output(MakeCommand command, const std::vector<std::string>& arguments) {
    testing::internal::CaptureStdout();
    EXPECT_EQ(run_command(command(), arguments), 0);
    return testing::internal::GetCapturedStdout();
  }
  static std::string usage_error(MakeCommand command, const std::vector<std::string>& arguments) {
    try {
      run_command(command(), arguments);
    } catch (const OptionsError& error) {
      return error.what();
    }
    return "";
  }
  static void install_lab_pack() {
    const TemporaryFolder folder;
    const std::string pack = folder.path() + "/lab_pack", archive = pack + ".facetpack";
    fs::copy(LAB_PACK, pack, fs::copy_options::recursive);
    build_pack(pack, archive);
    install_pack(archive, {.allow_unsigned = true});
  }
  std::string store() const { return store_.path(); }

 private:
  TemporaryFolder store_;
};

TEST_F(PluginCommands, ComponentIsShownWithItsOptions) {
  install_lab_pack();
  EXPECT_EQ(
      output(components_command, {"distribution", "lab/trial_time"}),
      "trial_time: positives at the same time of another trial\n"
      "  kind     distribution\n"
      "  plugin   lab 1.0.0\n"
      "  formula  positive uniform in p - jitter ... p + jitter of another trial of the condition, "
      "p being the time of the reference in its own trial\n"
      "  units    jitter in bins\n"
      "  source   Gerstein, Kiang: An approach to the quantitative analysis of "
      "electrophysiological data from single neurons (1960)\n"
      "\n"
      "  option     type     default  allowed           meaning\n"
      "  condition  label    -                          a discrete label, the same in all of a "
      "trial: matched are trials that have it in common; empty: all trials\n"
      "  jitter     integer  2        >= 0 and <= 1000  by how many bins the times may differ\n");
}

TEST_F(PluginCommands, ComponentsAreListedByKind) {
  install_lab_pack();
  EXPECT_THAT(output(components_command, {}), HasSubstr("distribution\n"));
  EXPECT_THAT(output(components_command, {"distribution"}), HasSubstr("trial_time"));
  const auto json =
      nlohmann::json::parse(output(components_command, {"distribution", "trial_time", "--json"}));
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json[0]["plugin"], "lab");
  EXPECT_EQ(json[0]["options"][1]["name"], "jitter");
  EXPECT_EQ(json[0]["options"][1]["at_least"], 0.0);
}

TEST_F(PluginCommands, AKindIsListedAlone) {
  EXPECT_THAT(output(components_command, {"observer"}),
              AllOf(StartsWith("observer\n"), HasSubstr("\n  tensorboard  logs  ")));
  EXPECT_THAT(output(components_command, {"--help"}), HasSubstr(" observer,"));
}

TEST_F(PluginCommands, UnknownKindAndNameAreMistakesOfTheUser) {
  install_lab_pack();
  EXPECT_THAT(usage_error(components_command, {"loss"}),
              StartsWith("unknown kind 'loss'; there are: attribution, criterion, distribution"));
  EXPECT_THAT(usage_error(components_command, {"criterion", "SupervisedContrastiv"}),
              StartsWith("unknown criterion 'SupervisedContrastiv', did you mean "
                         "'SupervisedContrastive'"));
  EXPECT_THAT(usage_error(components_command, {"--yaml"}), HasSubstr("usage: facet components"));
  EXPECT_THAT(usage_error(pack_command, {"update"}), HasSubstr("usage: facet pack ACTION"));
  EXPECT_THAT(usage_error(plugin_command, {}), HasSubstr("usage: facet plugin ACTION"));
}

/// The checks that `facet plugin info` is to show, in this order.
constexpr std::array check_names = {"checksum", "pack",  "owner",     "permissions", "elf",
                                    "note",     "build", "operators", "libraries",   "components"};

/// A line `  NAME  what it checks  OUTCOME` each.
std::string check_lines(const std::vector<std::string>& outcomes) {
  std::string lines = "checks:\n";
  for (std::size_t i = 0; i < check_names.size(); ++i)
    lines += std::string("  ") + check_names[i] + "  [^\n]*  " + outcomes.at(i) + "\n";
  return lines;
}

TEST_F(PluginCommands, InfoShowsTheNoteTheChecksAndTheComponents) {
  const std::string library = std::string(LAB_PACK) + "/lab.so";
  const std::string text = output(plugin_command, {"info", library});
  EXPECT_THAT(text, HasSubstr("plugin         lab\n"));
  EXPECT_THAT(text, HasSubstr("sanitizer      "));
  EXPECT_THAT(text, HasSubstr("checksum       sha256:"));
  EXPECT_THAT(text, ContainsRegex(check_lines(std::vector<std::string>(10, "passed"))));
  EXPECT_THAT(text, HasSubstr("components:\n"));
  EXPECT_THAT(text, ContainsRegex("  criterion +SupervisedContrastive +samples of a class"));
}

TEST_F(PluginCommands, InfoShowsWhyAPluginWouldBeRefused) {
  testing::internal::CaptureStdout();
  EXPECT_EQ(message_of([] {
              run_command(plugin_command(), {"info", "/etc/hostname"});
            }),
            "/etc/hostname would not be used: it is not an ELF file");
  const std::string without = "not checked, because the check ";
  EXPECT_THAT(
      testing::internal::GetCapturedStdout(),
      ContainsRegex(check_lines({"passed", "passed", "passed", "passed", "it is not an ELF file",
                                 without + "'elf' did not pass", without + "'note' did not pass",
                                 without + "'elf' did not pass", without + "'elf' did not pass",
                                 "hostname.components.json is missing beside it: the "
                                 "plugin's build writes it"})));
  EXPECT_EQ(message_of([] {
              run_command(plugin_command(), {"info", "/not/there.so"});
            }),
            "/not/there.so would not be used: it cannot be opened: No such file or directory");
}

TEST_F(PluginCommands, ListNamesRefusedPluginsWithTheReason) {
  install_lab_pack();
  const TemporaryFolder other;
  const std::string broken = other.path() + "/broken.so";
  std::ofstream(broken) << "text";
  fs::permissions(broken, fs::perms(0644));
  setenv("FACET_PLUGIN_PATH", other.path().c_str(), 1);
  const std::string text = output(plugin_command, {"list"});
  unsetenv("FACET_PLUGIN_PATH");
  EXPECT_THAT(text, ContainsRegex("lab +1.0.0 +5 components +lab_pack 1.0.0, unsigned +" + store() +
                                  "/lab_pack/1.0.0/lab.so\n"));
  EXPECT_THAT(text, HasSubstr("not used:\n  " + broken + ": it is not an ELF file\n"));
}

TEST_F(PluginCommands, NewWritesTheTemplateUnderItsName) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(output(plugin_command, {"new", "my_lab", "--dir", store()}), store() + "/my_lab\n");
  testing::internal::GetCapturedStderr();
  const std::string folder = store() + "/my_lab/";
  EXPECT_THAT(read_text(folder + "CMakeLists.txt"),
              HasSubstr("facet_add_plugin(my_lab SOURCES my_lab.cpp)"));
  EXPECT_THAT(read_text(folder + "my_lab_test.cpp"), HasSubstr("\"my_lab/MarginLoss\""));
  EXPECT_TRUE(fs::exists(folder + "my_lab.cpp"));
  EXPECT_EQ(message_of([&] {
              run_command(plugin_command(), {"new", "my_lab", "--dir", store()});
            }),
            store() + "/my_lab is there already");
}

TEST_F(PluginCommands, NewHasATemplateOfEveryKind) {
  for (const ComponentKind& kind : component_kinds()) {
    testing::internal::CaptureStderr();
    const std::string name = "my_" + kind.name, folder = store() + "/" + name + "/";
    EXPECT_EQ(output(plugin_command, {"new", name, "--kind", kind.name, "--dir", store()}),
              store() + "/" + name + "\n");
    testing::internal::GetCapturedStderr();
    EXPECT_THAT(
        read_text(folder + name + ".cpp"),
        HasSubstr("#include \"facet/" +
                  (kind.name == "prior" ? std::string("distribution") : kind.name) + ".h\""));
    EXPECT_THAT(read_text(folder + "README.md"), HasSubstr("of the kind " + kind.name));
    EXPECT_THAT(read_text(folder + name + "_test.cpp"), HasSubstr("\"" + name + "/"));
  }
}

TEST_F(PluginCommands, BuildMakesAndInstallsAPluginOfOneFile) {
  const TemporaryFolder sources;
  const std::string source = sources.path() + "/halves.cpp";
  const auto write_scheduler = [&](const std::string& more) {
    std::ofstream(source) << "#include \"facet/plugin.h\"\n#include \"facet/scheduler.h\"\n"
                             "struct Halves : facet::Scheduler {\n"
                             "  std::optional<std::vector<double>> weights(std::int64_t) const\n"
                             "      override { return std::vector<double>{0.5, 0.5}; }\n};\n"
                             "FACET_PLUGIN(r) { r.add<Halves>(\"halves\", \"x\");"
                          << more << " }\n";
  };
  write_scheduler("");
  EXPECT_EQ(output(plugin_command, {"build", source}),
            "installed halves in " + store() +
                ": scheduler halves\nTo check it: facet plugin check halves\n");
  EXPECT_THAT(output(plugin_command, {"list"}), ContainsRegex("halves +0.0.0 +1 components"));
  write_scheduler("r.add<Halves>(\"again\", \"y\");");
  EXPECT_EQ(output(plugin_command, {"build", source}),
            "installed halves in " + store() +
                ": scheduler halves, scheduler again\nTo check it: facet plugin check halves\n");

  write_scheduler("a mistake");  // which leaves the plugin that was built before
  testing::internal::CaptureStderr();
  EXPECT_THAT(message_of([&] {
                run_command(plugin_command(), {"build", source});
              }),
              StartsWith(source + " cannot be compiled by: "));
  testing::internal::GetCapturedStderr();
  EXPECT_THAT(output(plugin_command, {"list"}), ContainsRegex("halves +0.0.0 +2 components"));
  EXPECT_EQ(output(pack_command, {"remove", "halves"}), "removed halves\n");
}

TEST_F(PluginCommands, BuildLeavesAPackOfThatNameAlone) {
  install_lab_pack();
  EXPECT_EQ(usage_error(plugin_command, {"build", "lab_pack.cpp"}),
            "a pack named 'lab_pack' is installed, in version 1.0.0: give the file another name, "
            "or remove the pack (facet pack remove lab_pack)");
}

TEST_F(PluginCommands, NothingOfAPluginRunsWhereItIsListed) {
  const TemporaryFolder sources;
  const std::string source = sources.path() + "/writes.cpp", trace = sources.path() + "/was_loaded";
  std::ofstream(source) << "#include <fstream>\n#include \"facet/plugin.h\"\n"
                           "#include \"facet/scheduler.h\"\n"
                           "static const bool written = (std::ofstream(\""
                        << trace
                        << "\") << 1, true);\nstruct Ones : facet::Scheduler {\n"
                           "  std::optional<std::vector<double>> weights(std::int64_t) const\n"
                           "      override { return std::vector<double>{1}; }\n};\n"
                           "FACET_PLUGIN(r) { r.add<Ones>(\"ones\", \"x\"); }\n";
  output(plugin_command, {"build", source});
  ASSERT_TRUE(fs::remove(trace)) << "the build loads it once, in a process of its own";
  EXPECT_THAT(output(plugin_command, {"list"}), ContainsRegex("writes +0.0.0 +1 components"));
  output(plugin_command, {"info", store() + "/writes/0.0.0/writes.so"});
  output(components_command, {"scheduler", "ones"});
  EXPECT_FALSE(fs::exists(trace));
}

TEST_F(PluginCommands, BuildRefusesWhatIsNoSourceOfAPlugin) {
  const TemporaryFolder sources;
  const auto refusal = [&](const std::string& name, const std::string& text) {
    const std::string source = sources.path() + "/" + name;
    std::ofstream(source) << text;
    const std::string message = message_of([&] {
      run_command(plugin_command(), {"build", source});
    });
    EXPECT_THAT(message, StartsWith(source + ": "));
    return message.substr(source.size() + 2);
  };
  EXPECT_THAT(refusal("loss.py", "import torch\n"), StartsWith("is no C++ file"));
  EXPECT_THAT(refusal("nothing.cpp", "int x;\n"), StartsWith("has no FACET_PLUGIN(registrar)"));
  EXPECT_THAT(refusal("bare.cpp", "FACET_PLUGIN(r) {}\n"),
              StartsWith("FACET_PLUGIN is used without #include \"facet/plugin.h\""));
  EXPECT_THAT(refusal("empty.cpp", "#include \"facet/plugin.h\"\nFACET_PLUGIN(r) {}\n"),
              StartsWith("registers no component, so nothing is installed"));
  EXPECT_FALSE(fs::exists(store() + "/empty"));
}

TEST_F(PluginCommands, CheckSaysWhatItWants) {
  EXPECT_THAT(message_of([] {
                run_command(plugin_command(), {"check", "loss.cpp"});
              }),
              HasSubstr("`facet plugin build loss.cpp` makes a plugin of it"));
  EXPECT_THAT(message_of([] {
                run_command(plugin_command(), {"check", "no_such_plugin"});
              }),
              StartsWith("no_such_plugin: there is no such file"));
}

/// The first line of what the compiler says that has an error.
std::string first_error(const std::string& messages) {
  std::istringstream lines(messages);
  for (std::string line; std::getline(lines, line);)
    if (line.find(" error: ") != std::string::npos) return line;
  return "(no error)";
}

/// Of the line that begins so; empty where there is none.
std::string rest_of_line(const std::string& text, const std::string& begin) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return "";
  return text.substr(at + begin.size(), text.find('\n', at) - at - begin.size());
}

/// What it has to be stands in the first line of each file; what the compiler shows below it, where
/// the error is the compiler's own, in the second one.
TEST_F(PluginCommands, BuildSaysFirstWhatIsWrongInAComponent) {
  int tried = 0;
  for (const auto& mistake : fs::directory_iterator(COMPILE_MISTAKES)) {
    const std::string source = mistake.path(), text = read_text(source);
    const std::string intro = "// The first error: ";
    ASSERT_THAT(text, StartsWith(intro)) << source;
    testing::internal::CaptureStderr();
    EXPECT_THROW(run_command(plugin_command(), {"build", source}), Error);
    const std::string messages = testing::internal::GetCapturedStderr();
    EXPECT_THAT(first_error(messages), HasSubstr(rest_of_line(text, intro))) << source;
    EXPECT_THAT(messages, HasSubstr(rest_of_line(text, "// Below it: "))) << source;
    ++tried;
  }
  EXPECT_GE(tried, 16);
}

TEST_F(PluginCommands, NewRefusesNamesThatCannotBe) {
  EXPECT_EQ(usage_error(plugin_command, {"new", "1/lab"}),
            "the name of a plugin must be a letter and then letters, digits and '_', got '1/lab'");
  EXPECT_EQ(usage_error(plugin_command, {"new", "test"}),
            "a plugin cannot be called 'test': CMake has a target of that name");
  install_lab_pack();
  EXPECT_EQ(usage_error(plugin_command, {"new", "lab", "--dir", store()}),
            "there is a plugin 'lab' already, which it would hide: " + store() +
                "/lab_pack/1.0.0/lab.so");
  EXPECT_THAT(
      usage_error(plugin_command, {"new", "other", "--kind", "criterio", "--dir", store()}),
      AllOf(StartsWith("--kind must be one of 'attribution', 'criterion', "),
            EndsWith("got 'criterio', did you mean 'criterion' or 'supervised_criterion'?")));
  EXPECT_FALSE(fs::exists(store() + "/lab") || fs::exists(store() + "/other"));
}

}  // namespace
}  // namespace facet
