#pragma once

#include "framework/packs/pack.h"

namespace facet {

/// Throws Error, which begins with `pack.toml:`, with all that the pack requires and this host does
/// not have: this Facet, its libtorch and C++ ABI, and the packs in the store.
void require_met(const Pack& pack);

}  // namespace facet
