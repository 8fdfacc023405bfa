#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "framework/registry/registry.h"
#include "temporary_folder.h"

namespace facet::test {

/// A folder of plugins for one test, with the plugin `good` in it. Gone at the end of the test.
class Zoo {
 public:
  Zoo();

  /// Copies a plugin of the zoo, and its components.json where it has one.
  std::filesystem::path add(const std::string& plugin);
  /// The same with a components.json that says what that of `good` says.
  std::filesystem::path add_as_good(const std::string& plugin);
  /// A file NAME.so with this content.
  std::filesystem::path add_file(const std::string& name, const std::string& content);

  std::filesystem::path folder() const { return folder_.path(); }
  /// The host's view of it.
  Registry registry() const;

 private:
  TemporaryFolder folder_;
};

/// Why the host refuses the file; an error in the test where it refuses another or none. Also
/// expects that the host goes on with `good`.
std::string refusal(const Zoo& zoo, const std::filesystem::path& library);

/// What the scheduler `name` of the registry says at step 0.
double weight(Registry& registry, const std::string& name);

}  // namespace facet::test
