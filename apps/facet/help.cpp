#include "help.h"

#include <sstream>

#include "exit_codes.h"
#include "framework/figures/text_table.h"
#include "shown_options.h"

namespace facet {

namespace {

constexpr std::size_t line_width = 80;

/// Broken between words, so that no line is longer than `line_width`.
std::string wrapped(const std::string& text) {
  std::istringstream words(text);
  std::string lines, line, word;
  while (words >> word) {
    if (!line.empty() && line.size() + 1 + word.size() > line_width) {
      lines += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return lines + line + (line.empty() ? "" : "\n");
}

std::string list_of(const std::vector<Command>& commands) {
  TableRows rows;
  for (const Command& command : commands) rows.push_back({command.name, command.summary});
  return text_table(rows, all_columns, "  ");
}

std::string examples(const Command& command) {
  std::string text;
  for (const Example& example : command.examples)
    text += "  " + example.line + "\n      " + example.what + "\n";
  return text.empty() ? "" : "\nexamples:\n" + text;
}

}  // namespace

std::string program_help(const std::vector<Command>& commands) {
  return "usage: facet COMMAND [arguments]\n"
         "       facet COMMAND --help | --help | --version\n\n" +
         list_of(commands) + "\n" + exit_codes_text;
}

std::string command_help(const std::string& path, const Command& command) {
  std::ostringstream help;
  help << "usage: " << synopsis(path, command) << '\n' << wrapped(command.description);
  if (!command.actions.empty())
    help << '\n' << list_of(command.actions) << "\nfacet " << path << " ACTION --help tells more\n";
  else if (const auto options = all_options(command); !options.options().empty())
    help << "\noptions:\n" << options;
  help << examples(command);
  return help.str();
}

}  // namespace facet
