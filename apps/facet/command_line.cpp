#include "command_line.h"

#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <iostream>
#include <sstream>

#include "usage.h"

namespace facet {

namespace po = boost::program_options;

namespace {

po::value_semantic* word() {
  return po::value<std::string>();
}
po::value_semantic* words() {
  return po::value<std::vector<std::string>>();
}

bool may_be_missing(const std::string& positional) {
  return positional.starts_with("[");
}

/// `ONE` of `[ONE]`
std::string name_of(const std::string& positional) {
  return may_be_missing(positional) ? positional.substr(1, positional.size() - 2) : positional;
}

}  // namespace

ExistingFile existing_file(const po::variables_map& given) {
  return given.count("overwrite") ? ExistingFile::overwritten : ExistingFile::refused;
}

std::optional<po::variables_map> parse_command_line(const std::vector<std::string>& arguments,
                                                    const std::string& usage,
                                                    const po::options_description& options,
                                                    const std::vector<std::string>& positional) {
  std::ostringstream text;
  text << "usage: facet " << usage << '\n' << options;
  std::string help = text.str();
  help.pop_back();  // the list of options ends its last line

  if (asks_for_help(arguments)) {
    std::cout << help << '\n';
    return std::nullopt;
  }

  po::options_description all;
  po::positional_options_description places;
  all.add(options);
  for (const std::string& word_or_words : positional) {
    const std::string name = name_of(word_or_words);
    const bool several = name.ends_with("...");
    all.add_options()(name.c_str(), several ? words() : word());
    places.add(name.c_str(), several ? -1 : 1);
  }
  po::variables_map given;
  try {
    // A long option in full, so that a later one cannot make an abbreviation ambiguous.
    const int style =
        po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(all).positional(places).style(style).run(),
              given);
    po::notify(given);
  } catch (const po::error& error) {
    wrong_usage(std::string(error.what()) + "\n" + help);
  }
  for (const std::string& name : positional)
    if (!may_be_missing(name) && !given.count(name)) wrong_usage(name + " is missing\n" + help);
  return given;
}

}  // namespace facet
