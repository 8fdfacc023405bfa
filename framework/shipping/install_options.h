#pragma once

namespace facet {

/// What a user allows of a pack that would else be refused.
struct InstallOptions {
  bool allow_unsigned = false;
  bool allow_unknown_signer = false;
  bool allow_hiding = false;  ///< a plugin of a name that another has
  bool downgrade = false;     ///< an older version than the newest that is installed
  bool replace = false;       ///< the same version, with other files
};

}  // namespace facet
