#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "facet/error.h"

namespace facet::csv {

/// `action()`; puts the file before what an Error says.
template <class Action>
void named(const std::string& path, const Action& action) {
  try {
    action();
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
}

/// Takes a file's cells in their order. An Error that it throws ends the reading.
class Taker {
 public:
  virtual ~Taker() = default;
  /// Without its quotation marks; without the blanks around it where it had none.
  virtual void take_cell(std::string_view cell) = 0;
  virtual void end_row() = 0;
  /// Looked at after each 64 KB.
  virtual bool wants_more() const { return true; }
};

/// Hands a file's cells over. Lines without anything are no rows. Between blanks nothing is no
/// cell: several are one separator. Throws Error that names the file.
void parse(const std::string& path, char separator, Taker& taker);

/// The first line without anything that is not at the end of the file: in a file of one column it
/// can be an empty cell.
std::optional<std::int64_t> find_empty_line(const std::string& path);

}  // namespace facet::csv
