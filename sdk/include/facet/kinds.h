#pragma once

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// A kind of component, as `facet components` and `of_kind` name it.
struct ComponentKind {
  std::string name;
  std::string summary;  ///< one line
  /// Keys of the engine that a config has beside the component's own options.
  std::vector<std::string> engine_keys = {};
};

/// All kinds, by name. A new kind is one line in their list and an interface that
/// has its name as `kind`.
FACET_API const std::vector<ComponentKind>& component_kinds();

/// Whether no component of that kind may call an option so: `name`, or a key of the engine.
FACET_API bool is_reserved(const std::string& kind, const std::string& option);

}  // namespace facet
