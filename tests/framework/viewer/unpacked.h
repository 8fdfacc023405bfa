#pragma once

#include <sodium.h>
#include <zlib.h>

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace facet {

/// A packed column, read as the page reads it; NaN where a number is missing.
inline std::vector<double> unpacked(const nlohmann::json& column) {
  const auto text = column["levels"].get<std::string>();
  std::vector<unsigned char> packed(text.size());
  std::size_t size = 0;
  sodium_base642bin(packed.data(), packed.size(), text.data(), text.size(), nullptr, &size, nullptr,
                    sodium_base64_VARIANT_ORIGINAL);
  std::vector<unsigned char> bytes(1 << 20);
  uLongf count = bytes.size();
  uncompress(bytes.data(), &count, packed.data(), size);
  const double low = column["low"], high = column["high"], top = column["top"];
  std::vector<double> numbers;
  int level = 0;
  for (std::size_t i = 0; i < count / 2; ++i) {
    const int folded = bytes[i] + 256 * bytes[count / 2 + i];
    level = (level + (folded % 2 ? -(folded + 1) / 2 : folded / 2)) & 65535;
    numbers.push_back(level > top ? std::nan("") : low + (high - low) * level / top);
  }
  return numbers;
}

}  // namespace facet
