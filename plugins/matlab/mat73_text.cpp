#include "mat73_text.h"

#include <ATen/core/Tensor.h>
#include <c10/util/accumulate.h>

#include <algorithm>
#include <fstream>

#include "../hdf5/hdf5_errors.h"
#include "../hdf5/texts.h"
#include "facet/error.h"
#include "facet/text.h"
#include "text_rows.h"

namespace facet::matlab {

namespace {

bool is_char_array(const hdf5::Dataset& dataset) {
  const hdf5::Handle type(H5Dget_type(dataset.id()), H5Tclose);
  return H5Tget_class(type) != H5T_STRING;
}

/// The text before HDF5's own part says who wrote the file.
bool is_column_of_hdf5storage(const hdf5::Dataset& dataset) {
  if (dataset.shape()[0] != 1) return false;
  std::string text(116, '\0');
  std::ifstream(hdf5::file_of(dataset.id()), std::ios::binary).read(text.data(), 116);
  return text.find("Platform: hdf5storage") != std::string::npos;
}

std::u16string letters_of(const hdf5::Dataset& dataset) {
  const at::Tensor numbers = dataset.read().to(at::kLong).contiguous();
  const auto* number = numbers.data_ptr<std::int64_t>();
  std::u16string letters;
  for (std::int64_t i = 0; i < numbers.numel(); ++i) {
    if (number[i] < 0 || number[i] > 0xffff) throw Error("is damaged: its text is not in UTF-16");
    letters.push_back(static_cast<char16_t>(number[i]));
  }
  return letters;
}

std::vector<std::string> fixed_texts(const hdf5::Dataset& dataset) {
  const hdf5::Handle type(H5Dget_type(dataset.id()), H5Tclose);
  const std::size_t size = H5Tget_size(type);
  std::string letters(size * static_cast<std::size_t>(num_texts(dataset)), '\0');
  if (H5Dread(dataset.id(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, letters.data()) < 0)
    throw Error("is damaged: " + hdf5::last_error());
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < letters.size(); at += size)
    texts.emplace_back(letters.substr(at, size).c_str());
  return texts;
}

}  // namespace

std::string why_no_text(const hdf5::Dataset& dataset) {
  if (is_char_array(dataset) && !dataset.why_unreadable().empty()) return dataset.why_unreadable();
  const std::vector<std::int64_t> shape = dataset.shape();
  if (is_char_array(dataset) ? shape.size() > 2
                             : c10::multiply_integers(shape) != num_texts(dataset))
    return "holds text of " + shape_text(shape);
  const hdf5::Handle type(H5Dget_type(dataset.id()), H5Tclose);
  // HDF5 hangs or crashes where their heap is damaged.
  if (H5Tis_variable_str(type) > 0)
    return "holds text of variable length, as h5py writes it: write np.bytes_(x)";
  const auto bytes = H5Tget_size(type) * static_cast<hsize_t>(c10::multiply_integers(shape));
  constexpr hsize_t most_by_compression = 1032;  // what deflate makes of one byte at most
  if (bytes / most_by_compression > H5Dget_storage_size(dataset.id()))
    return "is damaged: it has not so many letters";
  return "";
}

std::int64_t num_texts(const hdf5::Dataset& dataset) {
  const std::vector<std::int64_t> shape = dataset.shape();
  if (is_char_array(dataset) && (shape.size() != 2 || is_column_of_hdf5storage(dataset))) return 1;
  if (is_char_array(dataset)) return shape[1];
  std::int64_t longest = 1;
  for (const std::int64_t size : shape) longest = std::max(longest, size);
  return longest;
}

std::vector<std::string> texts(const hdf5::Dataset& dataset) {
  if (is_char_array(dataset)) return text_rows(letters_of(dataset), num_texts(dataset));
  return fixed_texts(dataset);
}

std::string text_of(const hdf5::Dataset& dataset) {
  if (is_char_array(dataset)) return text_of(letters_of(dataset));
  const std::vector<std::string> all = texts(dataset);
  if (all.size() != 1) throw Error("has an element that holds several texts");
  return all[0];
}

}  // namespace facet::matlab
