#pragma once

#include <string>

#include "facet/export.h"
#include "framework/packs/pack_checksums.h"

namespace facet {

struct CheckedPack;

/// What was built on this machine from the sources of an installed pack: plugins, and what they
/// offer. The signed files stay as they are, so these lie beside the version's folder (see
/// built_place.h), and the record of the install has their checksums. Plain data.
struct BuiltFiles {
  std::string folder;  ///< empty: nothing was built
  PackChecksums checksums;
};

FACET_API bool was_built_here(const CheckedPack& pack, const std::string& plugin);

/// Where the file of the pack's plugin lies, be it there or not: the library that was built here,
/// or else what the pack brought.
FACET_API std::string plugin_path(const CheckedPack& pack, const std::string& plugin);

/// `facet pack rebuild lab 1.0`
FACET_API std::string rebuild_command(const CheckedPack& pack);

/// Throws Error, that begins with the file's name, where the library of a plugin is not there: what
/// was built is gone.
FACET_API void require_libraries(const CheckedPack& pack);

/// Throws Error, that begins with the file's name, where a file that was built for the pack has not
/// the checksum that it had then.
FACET_API void require_built(const CheckedPack& pack, const std::string& name,
                             const std::string& checksum);
/// The same of all of them.
FACET_API void check_built_files(const CheckedPack& pack);

}  // namespace facet
