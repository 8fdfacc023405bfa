#pragma once

#include "frame.h"

namespace facet::hdf5::pandas {

/// A column of pandas' type `category`: places in a list of texts, which lies in
/// `meta/FIELD/meta/table`.
FileArray list_categories(hid_t file, const Place& place, const std::string& name,
                          const Block& codes);

}  // namespace facet::hdf5::pandas
