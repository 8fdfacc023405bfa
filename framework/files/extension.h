#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// `csv` of `day1/rat.CSV`; empty where the name has none.
FACET_API std::string extension_of(const std::string& path);

}  // namespace facet
