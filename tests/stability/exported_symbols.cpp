#include "stability/exported_symbols.h"

#include <regex>
#include <set>
#include <sstream>

#include "facet/error.h"
#include "run_program.h"
#include "stability/type_names.h"

namespace facet {

std::vector<std::string> exported_symbols(const std::string& library) {
  const ProgramResult listed =
      run_program({NM, "--dynamic", "--demangle", "--defined-only", library}, "/");
  if (listed.exit_code != 0) throw Error("nm " + library + ": " + listed.errors);
  // Address, kind and name; W is a weak function.
  static const std::regex symbol(
      "[0-9a-f]+ [A-VX-Z] ((?:vtable for |typeinfo for |typeinfo name for )?facet(?:::|_).*)");
  std::set<std::string> symbols;
  std::istringstream lines(listed.output);
  std::smatch match;
  for (std::string line; std::getline(lines, line);)
    if (std::regex_match(line, match, symbol)) symbols.insert(in_short(match[1]));
  return {symbols.begin(), symbols.end()};
}

}  // namespace facet
