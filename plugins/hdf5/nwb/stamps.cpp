#include "stamps.h"

#include "../numbers.h"
#include "facet/text.h"

namespace facet::nwb {

FileArray list_stamps(const Object& series, hid_t file, const std::string& name,
                      std::int64_t rows) {
  const hdf5::Source source = series.source("timestamps", name);
  try {
    const hdf5::Dataset stamps = series.open(file, "timestamps");
    const std::string why = stamps.why_unreadable();
    if (!why.empty()) return FileArray::unreadable(name, "has no timestamps: what is there " + why);
    if (stamps.shape() != std::vector<std::int64_t>{rows})
      return FileArray::unreadable(name, "does not fit: " + std::to_string(rows) +
                                             " rows of data, timestamps " +
                                             shape_text(stamps.shape()));
  } catch (const Error& error) {
    return FileArray::unreadable(name, error.what());
  }
  return FileArray::by_rows(name, {rows}, at::kDouble, [source](Rows part) {
    return read_numbers(source, part).to(at::kDouble);
  });
}

}  // namespace facet::nwb
