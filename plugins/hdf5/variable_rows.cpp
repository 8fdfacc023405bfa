#include "variable_rows.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <cstring>

#include "global_heap.h"
#include "hdf5_errors.h"
#include "plausible_size.h"
#include "row_part.h"

namespace facet::hdf5 {

namespace {

/// The numbers in the rows of a dataset: as they are stored, and in memory.
struct NumberType {
  explicit NumberType(hid_t dataset)
      : rows(H5Dget_type(dataset), H5Tclose), stored(H5Tget_super(rows), H5Tclose) {}

  bool is_float() const { return H5Tget_class(stored) == H5T_FLOAT; }
  bool is_number() const { return is_float() || H5Tget_class(stored) == H5T_INTEGER; }
  at::ScalarType scalar() const {
    if (!is_float()) return at::kLong;
    return H5Tget_size(stored) <= 4 ? at::kFloat : at::kDouble;
  }
  hid_t memory() const {
    if (!is_float()) return H5T_NATIVE_INT64;
    return H5Tget_size(stored) <= 4 ? H5T_NATIVE_FLOAT : H5T_NATIVE_DOUBLE;
  }

  const Handle rows, stored;
};

at::Tensor row_of(std::string_view bytes, std::size_t count, const NumberType& type) {
  // HDF5 converts in place
  const at::Tensor row = at::empty({static_cast<std::int64_t>(count)}, type.scalar());
  if (count == 0) return row;
  const std::size_t item = std::max(H5Tget_size(type.stored), H5Tget_size(type.memory()));
  std::string numbers(count * item, '\0');
  std::memcpy(numbers.data(), bytes.data(), bytes.size());
  if (H5Tconvert(type.stored, type.memory(), count, numbers.data(), nullptr, H5P_DEFAULT) < 0)
    throw Error("cannot be read: " + last_error());
  std::memcpy(row.data_ptr(), numbers.data(), row.nbytes());
  return row;
}

RaggedValues read_rows(const Dataset& dataset, Rows rows) {
  const NumberType type(dataset.id());
  GlobalHeap heap(dataset.id());
  std::vector<at::Tensor> all;
  std::uint64_t size = 0;
  in_pieces(rows, 65536, [&](Rows piece) {
    const RowPart part(dataset.id(), piece);
    for (const HeapReference& reference :
         heap.references(dataset.id(), part.memory, part.file, part.count)) {
      size += reference.length * std::uint64_t{H5Tget_size(type.stored)};
      if (size > heap.file_size()) throw Error("is damaged: its rows are longer than the file");
      const std::string_view bytes = heap.value(reference, H5Tget_size(type.stored));
      all.push_back(row_of(bytes, reference.length, type));
    }
  });
  if (all.empty()) return {at::empty({0}, type.scalar()), at::empty({0}, at::kLong)};
  return RaggedValues::of(all);
}

}  // namespace

bool has_variable_rows(const Dataset& dataset) {
  const Handle type(H5Dget_type(dataset.id()), H5Tclose);
  return H5Tget_class(type) == H5T_VLEN;
}

FileArray list_variable_rows(const Source& source, const Dataset& listed) {
  const NumberType type(listed.id());
  const std::vector<std::int64_t> shape = listed.shape();
  if (shape.size() != 1 || !type.is_number())
    return FileArray::unreadable(source.name, "holds rows of varying length of what is no number");
  const std::string why = listed.missing_filter();
  if (!why.empty()) return FileArray::unreadable(source.name, why);
  return FileArray::ragged(source.name, shape, type.scalar(), [source](Rows rows) {
    return source.read([&](const Dataset& dataset, hid_t) {
      require_plausible_size(dataset);
      return read_rows(dataset, rows);
    });
  });
}

}  // namespace facet::hdf5
