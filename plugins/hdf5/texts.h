#pragma once

#include <hdf5.h>

#include <algorithm>
#include <string>

namespace facet::hdf5 {

/// A text that HDF5 gives in two goes: its length, then its letters.
template <class Get>
std::string text_from(const Get& get) {
  const ssize_t size = get(nullptr, 0);
  std::string text(static_cast<std::size_t>(std::max<ssize_t>(size, 0)) + 1, '\0');
  get(text.data(), text.size());
  text.pop_back();
  return text;
}

/// The path of the file in which an object lies.
inline std::string file_of(hid_t object) {
  return text_from([&](char* text, std::size_t size) { return H5Fget_name(object, text, size); });
}

}  // namespace facet::hdf5
