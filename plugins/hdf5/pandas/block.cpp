#include "block.h"

#include <algorithm>
#include <array>
#include <vector>

#include "../hdf5_file.h"
#include "facet/error.h"
#include "value_type.h"

namespace facet::hdf5::pandas {

namespace {

constexpr std::int64_t most_bytes = 8 << 20;  // of what is read at once

/// The type of one value, and how many stand in a row.
struct Stored {
  Stored(hid_t dataset, const std::string& field)
      : record(H5Dget_type(dataset), H5Tclose),
        place(field.empty() ? -1 : H5Tget_member_index(record, field.c_str())),
        entry(place < 0 ? H5Tcopy(record) : H5Tget_member_type(record, unsigned(place)), H5Tclose),
        is_array(H5Tget_class(entry) == H5T_ARRAY),
        value(is_array ? H5Tget_super(entry) : H5Tcopy(entry), H5Tclose) {
    if (!field.empty() && place < 0) throw Error("has no field '" + field + "'");
    if (!is_array) return;
    std::array<hsize_t, H5S_MAX_RANK> sizes{};
    const int rank = H5Tget_array_dims2(entry, sizes.data());
    for (int i = 0; i < rank; ++i)
      if (__builtin_mul_overflow(count, std::int64_t(sizes[std::size_t(i)]), &count)) count = -1;
  }

  const Handle record;
  const int place;
  const Handle entry;
  const bool is_array;
  const Handle value;
  std::int64_t count = 1;
};

/// How a row of the block lies in memory: its values one after the other.
class Memory {
 public:
  Memory(const Stored& stored, const Block& block)
      : value_(block.type.kind == ValueType::Kind::text ? H5Tcopy(stored.value)
                                                        : H5Tcopy(block.type.memory),
               H5Tclose),
        entry_(stored.is_array ? array_like(stored.entry) : H5Tcopy(value_), H5Tclose),
        row_(block.field.empty() ? H5Tcopy(value_) : H5Tcreate(H5T_COMPOUND, H5Tget_size(entry_)),
             H5Tclose) {
    if (!block.field.empty()) H5Tinsert(row_, block.field.c_str(), 0, entry_);
  }

  operator hid_t() const { return row_; }

 private:
  hid_t array_like(hid_t stored) const {
    std::array<hsize_t, H5S_MAX_RANK> sizes{};
    const int rank = H5Tget_array_dims2(stored, sizes.data());
    return H5Tarray_create2(value_, unsigned(rank), sizes.data());
  }

  const Handle value_, entry_, row_;
};

std::int64_t bytes_of_row(const Block& block) {
  std::int64_t bytes = 0;
  const bool too_many =
      __builtin_mul_overflow(block.num_columns, std::int64_t(block.type.size), &bytes);
  return too_many ? -1 : bytes;
}

/// Of what was listed there.
void require_unchanged(const Dataset& dataset, const Stored& stored, const Block& block) {
  const std::vector<std::int64_t> shape = dataset.shape();
  const bool right = (shape.size() == 1 || (shape.size() == 2 && block.field.empty())) &&
                     shape[0] == block.num_rows &&
                     (shape.size() == 2 ? shape[1] : stored.count) == block.num_columns;
  const bool is_text = block.type.kind == ValueType::Kind::text;
  if (!right || (is_text && (H5Tget_class(stored.value) != H5T_STRING ||
                             H5Tget_size(stored.value) != block.type.size)))
    throw Error("has changed since it was opened");
}

void require_written(const Dataset& dataset) {
  if (dataset.written() != Dataset::Written::whole)
    throw Error("was written only in part: the program that wrote it did not finish");
}

void read_rows(const Dataset& dataset, hid_t memory, const Block& block, std::int64_t first,
               std::int64_t count, std::byte* into) {
  const Handle space(H5Dget_space(dataset.id()), H5Sclose);
  const std::array begin{hsize_t(first), hsize_t(0)};
  const std::array size{hsize_t(count), hsize_t(block.num_columns)};
  const int rank = H5Sget_simple_extent_ndims(space);
  const Handle part(H5Screate_simple(rank, size.data(), nullptr), H5Sclose);
  H5Sselect_hyperslab(space, H5S_SELECT_SET, begin.data(), nullptr, size.data(), nullptr);
  if (H5Dread(dataset.id(), memory, part, space, H5P_DEFAULT, into) < 0)
    throw Error("is damaged: " + last_error());
}

}  // namespace

std::optional<Block> block_of(const std::string& path, const Dataset& dataset,
                              const std::string& name, const std::string& field,
                              const std::string& type) {
  const std::vector<std::int64_t> shape = dataset.shape();
  if (shape.empty() || shape.size() > (field.empty() ? 2U : 1U)) return std::nullopt;
  const Stored stored(dataset.id(), field);
  const auto value = value_type(stored.value, type);
  if (!value || (field.empty() && stored.is_array)) return std::nullopt;
  Block block{path, name, field, shape[0], shape.size() == 2 ? shape[1] : stored.count, *value};
  const std::int64_t bytes = bytes_of_row(block);
  return bytes < 0 || bytes > 8 * most_bytes ? std::nullopt : std::optional(block);
}

void for_rows(const Block& block, const TakeRows& take) {
  const File file(block.path);
  const Dataset dataset(file, block.dataset);
  const Stored stored(dataset.id(), block.field);
  require_unchanged(dataset, stored, block);
  if (block.num_rows == 0 || block.num_columns == 0) return;
  require_written(dataset);
  const Memory memory(stored, block);
  const std::int64_t bytes = bytes_of_row(block);
  const std::int64_t most_rows = std::clamp<std::int64_t>(most_bytes / bytes, 1, block.num_rows);
  std::vector<std::byte> rows(static_cast<std::size_t>(most_rows * bytes));
  for (std::int64_t first = 0; first < block.num_rows; first += most_rows) {
    const std::int64_t count = std::min(most_rows, block.num_rows - first);
    read_rows(dataset, memory, block, first, count, rows.data());
    take(rows.data(), first, count);
  }
}

}  // namespace facet::hdf5::pandas
