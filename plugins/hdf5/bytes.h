#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "facet/error.h"

namespace facet::hdf5 {

/// Bytes of an object's header, the lowest of a number first. Throws Error behind their end.
class Bytes {
 public:
  explicit Bytes(std::string bytes) : bytes_(std::move(bytes)) {}

  std::uint64_t size() const { return bytes_.size(); }

  std::uint64_t number(std::uint64_t at, std::uint64_t width) const {
    require(at, width);
    std::uint64_t value = 0;
    for (std::uint64_t i = width; i-- > 0;)
      value = value << 8 | static_cast<unsigned char>(bytes_[at + i]);
    return value;
  }

  /// As an address is that means none.
  bool all_ones(std::uint64_t at, std::uint64_t width) const {
    return part(at, width).bytes_.find_first_not_of('\xff') == std::string::npos;
  }

  Bytes part(std::uint64_t at, std::uint64_t count) const {
    require(at, count);
    return Bytes(bytes_.substr(at, count));
  }

  void require(std::uint64_t at, std::uint64_t count) const {
    if (at > size() || count > size() - at)
      throw Error("is damaged: a part of its header reaches beyond the place it lies in");
  }

 private:
  std::string bytes_;
};

}  // namespace facet::hdf5
