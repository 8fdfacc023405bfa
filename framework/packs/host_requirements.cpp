#include "framework/packs/host_requirements.h"

#include <algorithm>

#include "facet/build.h"
#include "facet/text.h"
#include "framework/packs/cxx_abi.h"
#include "framework/packs/pack_store.h"
#include "framework/packs/requirement.h"

namespace facet {

namespace {

/// Adds to `unmet` where this host's version is none of those that will do. `shown` is how a
/// message has it.
void compare_version(const std::string& what, const std::string& conditions,
                     const std::string& ours, std::vector<std::string>& unmet,
                     std::string (*shown)(const std::string&) = nullptr) {
  if (conditions.empty() || VersionConditions(conditions).hold_for(Version(ours))) return;
  unmet.push_back("requires " + what + " " + conditions + ", this host has " +
                  (shown ? shown(ours) : ours));
}

void look_for_pack(const std::string& text, std::vector<std::string>& unmet) {
  const Requirement required = parse_requirement(text);
  std::vector<std::string> there;
  for (const StoredPack& pack : stored_versions(required.pack)) {
    if (required.versions.hold_for(pack.version)) return;
    there.push_back(pack.version.text());
  }
  unmet.push_back("requires the pack " + text + ", " +
                  (there.empty() ? "which is not installed" : "installed is " + join(there)));
}

/// libtorch calls a build 2.7.1+cpu; what follows the numbers does not count.
std::string libtorch_version() {
  const std::string version = TORCH_VERSION;
  return version.substr(0, version.find_first_not_of("0123456789."));
}

}  // namespace

void require_met(const Pack& pack) {
  std::vector<std::string> unmet;
  compare_version("Facet", pack.required.facet, FACET_VERSION, unmet);
  compare_version("libtorch", pack.required.libtorch, libtorch_version(), unmet);
  compare_version("the C++ ABI", pack.required.cxx_abi, FACET_QUOTE(__GXX_ABI_VERSION), unmet,
                  shown_cxx_abi);
  for (const std::string& other : pack.required.packs) look_for_pack(other, unmet);
  if (!unmet.empty()) throw Error(std::string(pack_toml) + ": " + join(unmet, "; "));
}

}  // namespace facet
