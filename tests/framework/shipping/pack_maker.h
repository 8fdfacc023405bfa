#pragma once

#include <functional>
#include <string>
#include <vector>

#include "framework/plugin_loader/environment.h"
#include "framework/plugin_loader/zoo.h"
#include "temporary_folder.h"

namespace facet::test {

/// The packs of one test: their sources, keys, a store and a list of signers of their own. The
/// environment leads to these until the end of the test.
class PackMaker {
 public:
  PackMaker();

  /// The folder of a pack `lab` with the plugin `good` of the zoo and a README; `more` is appended
  /// to its pack.toml. Not built yet.
  std::string folder(const std::string& version, const std::string& more = "") const;
  /// The folder of a pack `lab` that has the sources of a plugin `good` and no binary of it: its
  /// scheduler `good` has `weight`, a number in C++. Not built yet.
  std::string source_folder(const std::string& version, const std::string& weight) const;
  /// A folder, built: the archive.
  std::string archive_of(const std::string& folder) const;
  /// That of folder().
  std::string archive(const std::string& version, const std::string& more = "") const;
  /// The same, signed by the key.
  std::string signed_archive(const std::string& version, const std::string& key) const;

  /// The file of a private key, made by ssh-keygen, that is in the list of signers as `name`.
  std::string known_key(const std::string& name) const;
  /// One that is not.
  std::string unknown_key(const std::string& name) const;
  void forget_signers() const;

  std::string path() const { return folder_.path(); }
  std::string store() const { return path() + "/store"; }
  std::string installed(const std::string& version) const { return store() + "/lab/" + version; }
  /// All that lies in the store, as paths within it, sorted.
  std::vector<std::string> all_of_store() const;

 private:
  TemporaryFolder folder_;
  Zoo zoo_;
  Environment store_{"FACET_PACK_PATH", store()};
  Environment config_{"XDG_CONFIG_HOME", path() + "/config"};
};

/// The message of the Error that `function` throws, with the maker's own paths cut short: what lies
/// in the store begins with STORE, other things with DIR.
std::string said_by(const PackMaker& maker, const std::function<void()>& function);

}  // namespace facet::test
