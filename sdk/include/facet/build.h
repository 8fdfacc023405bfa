#pragma once

#include <torch/version.h>

#include <cstddef>  // brings libstdc++'s own macros

#include "facet/export.h"

/// What of a build must be the same on both sides of the plugin border, as lines `key=value`. A
/// plugin carries the text of its own build in its note (cmake/plugin_note.cpp), the host compares
/// it with host_build() before any code of the plugin runs. The level of optimisation does not
/// matter.

#define FACET_QUOTE_(text) #text
#define FACET_QUOTE(macro) FACET_QUOTE_(macro)

#if defined(__SANITIZE_ADDRESS__)
#define FACET_SANITIZER "address"
#elif defined(__SANITIZE_THREAD__)
#define FACET_SANITIZER "thread"
#else
#define FACET_SANITIZER "none"
#endif

// The debug mode of libstdc++ changes the layout of its containers.
#if defined(_GLIBCXX_DEBUG)
#define FACET_CONTAINERS "debug"
#else
#define FACET_CONTAINERS "release"
#endif

// FACET_SDK_VERSION is defined for everything that links Facet::sdk.
#define FACET_BUILD \
  "sdk=" FACET_SDK_VERSION "\n"                                        \
  "libtorch=" TORCH_VERSION "\n"                                       \
  "c++-abi=" FACET_QUOTE(__GXX_ABI_VERSION) "\n"                       \
  "cxx11-strings=" FACET_QUOTE(_GLIBCXX_USE_CXX11_ABI) "\n"            \
  "sanitizer=" FACET_SANITIZER "\n"                                    \
  "containers=" FACET_CONTAINERS "\n"

namespace facet {

/// FACET_BUILD as the sdk's library was compiled; a static text.
FACET_API const char* host_build();

}  // namespace facet
