#include "apps/facet/plugin/plugin_source.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>

#include "facet/error.h"
#include "framework/files/files.h"

namespace facet {

namespace fs = std::filesystem;

void require_plugin_source(const std::string& source) {
  constexpr std::array endings = {".cpp", ".cc", ".cxx", ".c++", ".C"};
  const std::string text = read_text(source), ending = fs::path(source).extension();
  if (std::ranges::find(endings, ending) == endings.end())
    throw Error(source + ": is no C++ file: its name must end in .cpp, .cc, .cxx, .c++ or .C");
  const bool has_own_headers = std::regex_search(text, std::regex("#\\s*include\\s*\"(?!facet/)"));
  if (has_own_headers) return;
  if (text.find("FACET_PLUGIN") == std::string::npos)
    throw Error(source +
                ": has no FACET_PLUGIN(registrar) { ... }, in which components are "
                "registered");
  if (text.find("facet/plugin.h") == std::string::npos)
    throw Error(source + ": FACET_PLUGIN is used without #include \"facet/plugin.h\"");
}

}  // namespace facet
