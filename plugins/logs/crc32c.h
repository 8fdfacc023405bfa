#pragma once

#include <cstdint>
#include <string_view>

namespace facet::logs {

/// The checksum of RFC 3720, by the polynomial of Castagnoli.
std::uint32_t crc32c(std::string_view bytes);

}  // namespace facet::logs
