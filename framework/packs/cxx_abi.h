#pragma once

#include <string>

namespace facet {

/// A number of the C++ ABI (__GXX_ABI_VERSION) and the compilers that have it: `1018 (GCC 13)`; the
/// number alone where none is known. Not every compiler has a number of its own.
std::string shown_cxx_abi(const std::string& number);

/// The compiler with which this host was built: `GCC 12.2`.
std::string host_compiler();

}  // namespace facet
