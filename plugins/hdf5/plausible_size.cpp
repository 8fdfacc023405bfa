#include "plausible_size.h"

#include <numeric>

#include "facet/error.h"
#include "facet/text.h"

namespace facet::hdf5 {

void require_plausible_size(const Dataset& dataset) {
  constexpr double most_compression = 1100;  // of deflate 1032
  const Handle properties(H5Dget_create_plist(dataset.id()), H5Pclose);
  if (H5Pget_layout(properties) == H5D_VIRTUAL || H5Pget_external_count(properties) > 0) return;
  const Handle file(H5Iget_file_id(dataset.id()), H5Fclose);
  const Handle type(H5Dget_type(dataset.id()), H5Tclose);
  hsize_t file_size = 0;
  const std::vector<std::int64_t> shape = dataset.shape();
  const double size = std::accumulate(
      shape.begin(), shape.end(), static_cast<double>(H5Tget_size(type)),
      [](double bytes, std::int64_t length) { return bytes * static_cast<double>(length); });
  if (H5Fget_filesize(file, &file_size) >= 0 &&
      size > most_compression * static_cast<double>(file_size))
    throw Error("is damaged: it says that it is " + shape_text(shape) + ", for which the file of " +
                std::to_string(file_size) + " bytes is too small");
}

}  // namespace facet::hdf5
