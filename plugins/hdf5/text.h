#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source.h"

namespace facet::hdf5 {

/// The array of a dataset of texts of fixed or variable length, one in a row; unreadable where
/// there are several in a row.
FileArray list_text(const Source& source, const Dataset& listed);

/// The texts of all rows, one after the other; each is valid until the next one. What fills up
/// texts of fixed length is left out. Throws Error where the file is damaged.
void each_text(const Dataset& dataset, const std::function<void(std::string_view)>& take);

/// Gathers the texts of rows. Throws Error where there are so many different ones that they name
/// nothing.
class TextRows {
 public:
  void add(std::string_view text);
  TextValues values() const;

 private:
  std::map<std::string, std::int64_t, std::less<>> classes_;  // by the order in which they came
  std::vector<std::int64_t> codes_;
};

}  // namespace facet::hdf5
