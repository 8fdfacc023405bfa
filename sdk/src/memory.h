#pragma once

#include <c10/core/ScalarType.h>
#include <c10/util/ArrayRef.h>

#include <cstdint>
#include <string>

namespace facet {

/// `is 108000000 x 384, 82.9 GB: there are 7.9 GB of memory left`
std::string too_large_text(c10::ArrayRef<std::int64_t> shape, c10::ScalarType type);

}  // namespace facet
