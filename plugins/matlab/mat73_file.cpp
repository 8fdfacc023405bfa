#include "mat73_file.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

#include "../hdf5/attributes.h"
#include "../hdf5/dataset.h"
#include "../hdf5/hdf5_file.h"
#include "as_matlab_shows.h"
#include "facet/error.h"

namespace facet::matlab {

namespace {

std::string why_unreadable(const hdf5::Dataset& variable, const std::string& matlab_class) {
  if (matlab_class == "char") return holds_text;
  if (matlab_class == "cell") return "is a cell array";
  if (matlab_class == "function_handle") return "is of a class that holds no numbers";
  if (variable.has_attribute("MATLAB_empty")) return "is empty";
  const std::string why = variable.why_unreadable();
  if (why.starts_with("holds references")) return "is an array of structs";
  if (why.starts_with("holds records")) return "is complex";
  return why;
}

at::Tensor read(const std::string& path, const std::string& name, bool logical) {
  return hdf5::read_named(path, name, [&] {
    const hdf5::File file(path);
    const at::Tensor values = as_matlab_shows(hdf5::Dataset(file, name).read());
    return logical ? values.to(at::kBool) : values;
  });
}

FileArray list_variable(const std::string& path, hid_t file, const std::string& dataset,
                        const std::string& name) {
  const hdf5::Dataset variable(file, dataset);
  const std::string matlab_class = hdf5::text_attribute(variable.id(), "MATLAB_class");
  const std::string why = why_unreadable(variable, matlab_class);
  if (!why.empty()) return FileArray::unreadable(name, why);
  const bool logical = matlab_class == "logical";
  std::vector<std::int64_t> shape = variable.shape();
  std::reverse(shape.begin(), shape.end());
  return {name, shape_as_matlab_shows(shape), logical ? at::kBool : variable.type(),
          [=] { return read(path, dataset, logical); }};
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
      arrays.push_back(list_variable(path, file, place, with_dots(place)));
    } catch (const Error& error) {
      damaged(place, error.what());
    }
  };
  const auto enter = [&](hid_t group, const std::string& place) {
    const bool sparse = H5Aexists(group, "MATLAB_sparse") > 0;
    if (sparse) damaged(place, "is sparse: save full(" + with_dots(place) + ")");
    return !sparse && !is_internal(place);
  };
  try {
    hdf5::visit(file, {enter, variable, damaged});
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return arrays;
}

}  // namespace facet::matlab
