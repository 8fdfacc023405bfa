#pragma once

#include <hdf5.h>

#include <algorithm>

#include "facet/file_array.h"
#include "handle.h"

namespace facet::hdf5 {

/// Rows of a dataset of one dimension: the spaces that select them, in memory and in the file.
struct RowPart {
  RowPart(hid_t dataset, Rows rows)
      : count(static_cast<hsize_t>(rows.end - rows.begin)),
        memory(H5Screate_simple(1, &count, nullptr), H5Sclose),
        file(H5Dget_space(dataset), H5Sclose) {
    const auto begin = static_cast<hsize_t>(rows.begin);
    H5Sselect_hyperslab(file, H5S_SELECT_SET, &begin, nullptr, &count, nullptr);
  }

  const hsize_t count;
  const Handle memory, file;
};

/// `read(piece)` of rows, piece by piece.
template <class Read>
void in_pieces(Rows rows, std::int64_t piece, const Read& read) {
  for (std::int64_t begin = rows.begin; begin < rows.end; begin += piece)
    read(Rows{begin, std::min(begin + piece, rows.end)});
}

}  // namespace facet::hdf5
