#include "described_options.h"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>

#include "framework/toml/toml_reader.h"

namespace facet {

namespace {

std::string flag(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

}  // namespace

void add_described_options(boost::program_options::options_description& options,
                           const std::vector<OptionInfo>& infos) {
  namespace po = boost::program_options;
  for (const OptionInfo& option : infos) {
    const std::string help = option.doc + " (default " + option.default_value.to_string() + ")";
    options.add_options()(flag(option.name).c_str(), po::value<std::string>()->value_name("VALUE"),
                          help.c_str());
  }
}

Table described_options(const boost::program_options::variables_map& given,
                        const std::vector<OptionInfo>& infos) {
  Table table;
  for (const OptionInfo& option : infos) {
    if (!given.count(flag(option.name))) continue;
    const std::string text = given[flag(option.name)].as<std::string>();
    table.set(option.name, parse_toml_value(text, {}).value_or(Value(text)));
  }
  return table;
}

}  // namespace facet
