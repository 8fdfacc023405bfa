#include "mat73_text.h"

#include <ATen/core/Tensor.h>
#include <c10/util/accumulate.h>

#include <algorithm>

#include "../hdf5/hdf5_errors.h"
#include "facet/error.h"
#include "facet/text.h"
#include "text_rows.h"

namespace facet::matlab {

namespace {

bool is_char_array(const hdf5::Dataset& dataset) {
  const hdf5::Handle type(H5Dget_type(dataset.id()), H5Tclose);
  return H5Tget_class(type) == H5T_INTEGER;
}

std::vector<std::string> rows_of_letters(const hdf5::Dataset& dataset) {
  const at::Tensor numbers = dataset.read().to(at::kLong).contiguous();
  const auto* number = numbers.data_ptr<std::int64_t>();
  std::u16string letters;
  for (std::int64_t i = 0; i < numbers.numel(); ++i) {
    if (number[i] < 0 || number[i] > 0xffff) throw Error("is damaged: its text is not in UTF-16");
    letters.push_back(static_cast<char16_t>(number[i]));
  }
  return text_rows(letters, num_texts(dataset));
}

std::vector<std::string> variable_texts(const hdf5::Dataset& dataset, hid_t type) {
  const hdf5::Handle space(H5Dget_space(dataset.id()), H5Sclose);
  std::vector<char*> letters(static_cast<std::size_t>(num_texts(dataset)), nullptr);
  const bool is_read =
      H5Dread(dataset.id(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, letters.data()) >= 0;
  const std::string error = is_read ? "" : hdf5::last_error();
  std::vector<std::string> texts;
  for (const char* text : letters) texts.emplace_back(text ? text : "");
  H5Dvlen_reclaim(type, space, H5P_DEFAULT, letters.data());
  if (!is_read) throw Error("is damaged: " + error);
  return texts;
}

std::vector<std::string> fixed_texts(const hdf5::Dataset& dataset, hid_t type) {
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
  const std::vector<std::int64_t> shape = dataset.shape();
  if (is_char_array(dataset) ? shape.size() > 2
                             : c10::multiply_integers(shape) != num_texts(dataset))
    return "holds text of " + shape_text(shape);
  const hdf5::Handle type(H5Dget_type(dataset.id()), H5Tclose);
  const auto bytes = H5Tget_size(type) * static_cast<hsize_t>(c10::multiply_integers(shape));
  constexpr hsize_t most_by_compression = 1032;  // what deflate makes of one byte at most
  if (bytes / most_by_compression > H5Dget_storage_size(dataset.id()))
    return "is damaged: it has not so many letters";
  return "";
}

std::int64_t num_texts(const hdf5::Dataset& dataset) {
  const std::vector<std::int64_t> shape = dataset.shape();
  if (is_char_array(dataset)) return shape.size() == 2 ? shape[1] : 1;
  std::int64_t longest = 1;
  for (const std::int64_t size : shape) longest = std::max(longest, size);
  return longest;
}

std::vector<std::string> texts(const hdf5::Dataset& dataset) {
  if (is_char_array(dataset)) return rows_of_letters(dataset);
  const hdf5::Handle type(H5Dget_type(dataset.id()), H5Tclose);
  return H5Tis_variable_str(type) > 0 ? variable_texts(dataset, type) : fixed_texts(dataset, type);
}

}  // namespace facet::matlab
