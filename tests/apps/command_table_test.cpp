// What every command of `facet` has, whoever adds one.
#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <regex>
#include <set>

#include "command_line.h"
#include "commands.h"
#include "completion/completed.h"
#include "help.h"
#include "manual.h"
#include "message_of.h"
#include "plugin/plugin_template.h"
#include "shown_options.h"

namespace facet {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

/// Each command that is no group of actions, with the words that lead to it.
void for_each_command(const std::function<void(const std::string&, const Command&)>& check) {
  for (const Command& command : all_commands()) {
    if (command.actions.empty()) check(command.name, command);
    for (const Command& action : command.actions) check(command.name + " " + action.name, action);
  }
}

/// The words of a line that is typed; quotes hold a word together, and what goes to a file or
/// another program is left out.
Texts words_of(const std::string& line) {
  const std::regex word("'[^']*'|[^ ]+");
  Texts words;
  for (std::sregex_iterator found(line.begin(), line.end(), word), end; found != end; ++found) {
    const std::string text = found->str();
    if (text == ">" || text == "|") break;
    words.push_back(text[0] == '\'' ? text.substr(1, text.size() - 2) : text);
  }
  return words;
}

TEST(CommandTable, HasASummaryADescriptionAndExamplesForEachCommand) {
  for_each_command([](const std::string& path, const Command& command) {
    EXPECT_FALSE(command.summary.empty()) << path;
    EXPECT_LE(command.summary.size(), 64u) << path << ": a line of --help";
    EXPECT_FALSE(command.summary.ends_with(".")) << path;
    EXPECT_TRUE(command.description.ends_with(".")) << path;
    EXPECT_FALSE(command.examples.empty()) << path;
  });
}

TEST(CommandTable, ExamplesAreWhatTheCommandTakes) {
  for_each_command([](const std::string& path, const Command& command) {
    for (const Example& example : command.examples) {
      Texts words = words_of(example.line);
      if (words[0] != "facet") continue;  // `source <(facet completion bash)`
      const Texts lead = words_of(path);
      ASSERT_GE(words.size(), 1 + lead.size()) << example.line;
      EXPECT_EQ(Texts(words.begin() + 1, words.begin() + 1 + lead.size()), lead) << example.line;
      words.erase(words.begin(), words.begin() + 1 + lead.size());
      EXPECT_EQ(message_of([&] { parse_command_line(path, command, words); }), "") << example.line;
    }
  });
}

TEST(CommandTable, WhatReportsTakesJson) {
  for_each_command([](const std::string& path, const Command& command) {
    const Texts words{"--json"};
    const std::string usage = message_of([&] { parse_command_line(path, command, words); });
    EXPECT_EQ(usage.find("unrecognised option '--json'") == std::string::npos, command.reports)
        << path;
  });
}

TEST(CommandTable, ChoicesAreOfWordsAndOptionsThatThereAre) {
  for_each_command([](const std::string& path, const Command& command) {
    Texts places;
    for (const std::string& word : command.positional) places.push_back(place_name(word));
    for (const ShownOption& option : shown_options(command)) places.push_back(option.name);
    for (const auto& [place, words] : command.choices)
      EXPECT_THAT(places, testing::Contains(place)) << path;
  });
}

Command example_command() {
  Command command{"paint", "paints a wall", {"WALL", "[CORNER]", "BRUSH..."}};
  command.description =
      "Paints a wall, all of it, from its first corner to its last, in the colour "
      "that was chosen, and says when it is dry.";
  command.options.add_options()("colour,c", text_of("NAME")->default_value("white"), "which one")(
      "key", text_of("FILE")->required(), "opens the door")("twice", "two layers");
  command.examples = {{"facet paint north", "in white"}};
  command.reports = true;
  return command;
}

TEST(CommandHelp, IsTheUsageTheOptionsAndExamples) {
  EXPECT_EQ(command_help("paint", example_command()),
            "usage: facet paint WALL [CORNER] BRUSH... --key FILE [options]\n"
            "Paints a wall, all of it, from its first corner to its last, in the colour that\n"
            "was chosen, and says when it is dry.\n"
            "\n"
            "options:\n"
            "  -c [ --colour ] NAME (=white) which one\n"
            "  --key FILE                    opens the door\n"
            "  --twice                       two layers\n"
            "  --json                        as JSON\n"
            "\n"
            "examples:\n"
            "  facet paint north\n"
            "      in white\n");
}

TEST(CommandLine, SaysWhatIsMissingOrNotKnown) {
  const auto message = [](const Texts& words) {
    return message_of([&] { parse_command_line("paint", example_command(), words); });
  };
  EXPECT_THAT(message({"--key", "k"}), StartsWith("WALL is missing\nusage: facet paint WALL"));
  EXPECT_THAT(message({"north", "--key", "k", "--colur", "red"}),
              StartsWith("unrecognised option '--colur', did you mean '--colour'?\n"));
  EXPECT_THAT(message({"north", "--key", "k", "--colur", "red"}),
              EndsWith("\n(facet paint --help tells more)"));
  const Given given =
      parse_command_line("paint", example_command(), {"north", "ne", "a", "b", "--key", "k"});
  EXPECT_EQ(given["CORNER"].as<std::string>(), "ne");
  EXPECT_EQ(given["BRUSH"].as<Texts>(), (Texts{"a", "b"}));
  EXPECT_EQ(given["colour"].as<std::string>(), "white");
}

TEST(CommandLine, SaysWhichActionIsMeant) {
  EXPECT_THAT(message_of([] {
                run_command(pack_command(), {"instal", "lab"});
              }),
              StartsWith("unknown action 'instal', did you mean 'install'?\nusage: facet pack "
                         "ACTION [arguments]\n"));
  EXPECT_THAT(message_of([] { run_command(pack_command(), {}); }),
              StartsWith("ACTION is missing\n"));
}

TEST(Manual, HasAPageForEachCommandThatTellsOfItsOptions) {
  const auto pages = manual_pages(all_commands());
  EXPECT_EQ(pages.size(), all_commands().size() + 1);
  for (const Command& command : all_commands())
    EXPECT_THAT(pages.at("facet.1"), HasSubstr(".Xr facet-" + command.name + " 1"));
  EXPECT_THAT(pages.at("facet-train.1"), HasSubstr(".It Fl q , Fl \\-quiet\nno progress\n"));
  EXPECT_THAT(pages.at("facet-pack.1"), HasSubstr(".Ss facet pack install\n"));
}

TEST(Manual, TakesNoTextForAMacro) {
  Command command = example_command();
  command.description = ".hidden is a word with a back\\slash. It is no macro.";
  EXPECT_THAT(manual_pages({command}).at("facet-paint.1"),
              HasSubstr("\\&.hidden is a word with a back\\eslash.\nIt is no macro.\n"));
}

/// Also without libfacet-dev, in which the templates are.
TEST(CommandTable, KnowsTheTemplatesOfPlugins) {
  Texts folders;
  for (const auto& entry :
       std::filesystem::directory_iterator(FACET_SOURCE_FOLDER "/sdk/templates"))
    if (entry.path().filename() != "project") folders.push_back(entry.path().filename());
  EXPECT_THAT(template_kinds(), testing::UnorderedElementsAreArray(folders));
}

// Those that Ctrl-C ends at once do not promise to be saved.
TEST(CommandTable, OnlyThoseThatTrainEndSavedByCtrlC) {
  const auto pages = manual_pages(all_commands());
  for (const Command& command : all_commands()) {
    const bool trains = std::set<std::string>{"train", "sweep", "adapt"}.contains(command.name);
    EXPECT_EQ(pages.at("facet-" + command.name + ".1").find(".It 75\n") != std::string::npos,
              trains)
        << command.name;
  }
  EXPECT_THAT(pages.at("facet.1"), HasSubstr(".It 75\ntrain, sweep, adapt: stopped by Ctrl-C"));
}

TEST(CommandTable, KeysOfAConfigAreCompletedWhereverTheyStand) {
  for (const ShownOption& option : shown_options(sweep_command()))
    EXPECT_EQ(completed_value(sweep_command(), option).kind == Completed::keys,
              (std::set<std::string>{"set", "grid", "random"}.contains(option.name)))
        << option.name;
}

}  // namespace
}  // namespace facet
