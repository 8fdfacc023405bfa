#include "numbers.h"

#include "facet/reader.h"
#include "unwritten.h"

namespace facet::hdf5 {

FileArray list_numbers(const Source& source, const Dataset& listed) {
  if (!listed.shape().empty())
    return FileArray::by_rows(source.name, listed.shape(), listed.type(),
                              [source](Rows rows) { return read_numbers(source, rows); });
  return {source.name, {}, listed.type(), [source] {
            return source.read([&](const Dataset& dataset, hid_t) {
              tell_of_what_was_not_written(dataset, source.file, source.name);
              return dataset.read();
            });
          }};
}

at::Tensor read_numbers(const Source& source, Rows rows) {
  return source.read([&](const Dataset& dataset, hid_t) {
    std::vector<std::int64_t> shape = dataset.shape();
    shape.at(0) = rows.end - rows.begin;
    require_memory(shape, dataset.type());
    if (rows.begin == 0) tell_of_what_was_not_written(dataset, source.file, source.name);
    return dataset.read_rows(rows);
  });
}

}  // namespace facet::hdf5
