#include "mat73_file.h"

#include <algorithm>

#include "../hdf5/hdf5_file.h"
#include "facet/error.h"
#include "mat73_rows.h"
#include "mat73_sparse.h"
#include "mat73_variable.h"
#include "named.h"

namespace facet::matlab {

namespace {

template <class Take>
auto read(const std::string& path, const std::string& place, const std::string& name,
          const Take& take) {
  return named(path, name, [&] {
    const hdf5::File file(path);
    return take(Mat73Variable(file, place));
  });
}

FileArray list_text(const std::string& path, const std::string& place, const std::string& name,
                    const Mat73Variable& variable) {
  return FileArray::text(name, variable.num_texts(), [=] {
    return read(path, place, name,
                [](const Mat73Variable& text) { return TextValues::of(text.texts()); });
  });
}

FileArrays list_variable(const std::string& path, hid_t file, const std::string& place,
                         const std::string& name) {
  const Mat73Variable variable(file, place);
  const std::string why = variable.why_unreadable(name);
  if (!why.empty()) return {FileArray::unreadable(name, why)};
  if (variable.has_elements()) return list_elements(path, file, place, name, variable);
  if (variable.is_text()) return {list_text(path, place, name, variable)};
  return {{name, variable.shape(), variable.type(), [=] {
             return read(path, place, name,
                         [](const Mat73Variable& numbers) { return numbers.values(); });
           }}};
}

/// `session/speed` is the field `session.speed`.
std::string with_dots(std::string path) {
  std::replace(path.begin(), path.end(), '/', '.');
  return path;
}

/// Variables named `#refs#` are MATLAB's own.
bool is_internal(const std::string& path) {
  return path.starts_with("#");
}

}  // namespace

bool is_mat73(const std::string& path) {
  const hdf5::QuietErrors quiet;
  return H5Fis_hdf5(path.c_str()) > 0;
}

FileArrays list_mat73(const std::string& path) {
  const hdf5::File file(path);
  FileArrays arrays;
  const auto damaged = [&](const std::string& place, const std::string& why) {
    arrays.push_back(FileArray::unreadable(with_dots(place), why));
  };
  const auto variable = [&](const std::string& place) {
    try {
      for (FileArray& array : list_variable(path, file, place, with_dots(place)))
        arrays.push_back(std::move(array));
    } catch (const Error& error) {
      damaged(place, error.what());
    }
  };
  const auto enter = [&](hid_t group, const std::string& place) {
    if (is_internal(place)) return false;
    const std::string name = with_dots(place);
    if (is_sparse(group)) {
      arrays.push_back(list_sparse(path, group, place, name));
      return false;
    }
    const std::string why = why_only_matlab_reads(group, name);
    if (!why.empty()) damaged(place, why);
    return why.empty();
  };
  try {
    hdf5::visit(file, {enter, variable, damaged});
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return arrays;
}

}  // namespace facet::matlab
