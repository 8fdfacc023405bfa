#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"

namespace facet {

/// Which of `channels` are used: what somebody judged to be cells, or good units. Nothing: all.
std::optional<Reasoned<std::string>> choose_neurons(const FileArrays& arrays,
                                                    std::int64_t channels);

}  // namespace facet
