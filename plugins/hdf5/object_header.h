#pragma once

#include <hdf5.h>

#include <vector>

#include "bytes.h"

namespace facet::hdf5 {

/// What a message in a header is.
enum class Message : unsigned { attribute = 12, symbol_table = 17 };

/// Those of one kind in the header of an object, if that is of version 1; none of a newer one,
/// which has checksums. Throws Error where the header is damaged.
std::vector<Bytes> messages_of(hid_t object, Message kind);

/// How many bytes an address and a length take in the file of an object.
struct Widths {
  std::size_t of_address = 8, of_length = 8;
};
Widths widths_in_file_of(hid_t object);

}  // namespace facet::hdf5
