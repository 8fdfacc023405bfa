#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// The name of a pack's archive: `lab_pack-1.0.0.facetpack`, for the pack in `folder`.
FACET_API std::string archive_name(const std::string& folder);

/// Makes the folder a whole pack: writes its SHA256SUMS, and the archive. A signature that the
/// folder has stays in it, and goes into the archive, where SHA256SUMS is what it was; else it is
/// removed, with a warning; one tells of sources that pack.toml does not name, too. Throws
/// OptionsError for mistakes in pack.toml, Error for a file that is missing or that a pack cannot
/// have (a private key, too), and for a plugin that the host would not use.
FACET_API void build_pack(const std::string& folder, const std::string& archive);

}  // namespace facet
