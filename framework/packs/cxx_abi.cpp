#include "framework/packs/cxx_abi.h"

#include <map>

#include "facet/build.h"

namespace facet {

namespace {

/// What GCC documents at -fabi-version, whose number N is 1000 + N here; 1002 is what clang says,
/// whichever its version, and what GCC said before it had others.
const std::map<std::string, std::string> compilers_by_abi = {
    {"1002", "clang, or GCC before 5"},
    {"1011", "GCC 7"},
    {"1012", "GCC 8.1"},
    {"1013", "GCC 8.2 to 9"},
    {"1014", "GCC 10.1 and 10.2"},
    {"1015", "GCC 10.3 and later ones of 10"},
    {"1016", "GCC 11"},
    {"1017", "GCC 12"},
    {"1018", "GCC 13"},
    {"1019", "GCC 14"},
    {"1020", "GCC 15"},
};

}  // namespace

std::string shown_cxx_abi(const std::string& number) {
  const auto known = compilers_by_abi.find(number);
  return known == compilers_by_abi.end() ? number : number + " (" + known->second + ")";
}

std::string host_compiler() {
#if defined(__clang__)
  return "clang " FACET_QUOTE(__clang_major__);
#else
  return "GCC " FACET_QUOTE(__GNUC__) "." FACET_QUOTE(__GNUC_MINOR__);
#endif
}

}  // namespace facet
