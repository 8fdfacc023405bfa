#include "mat73_file.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <set>

#include "../hdf5/attributes.h"
#include "../hdf5/dataset.h"
#include "../hdf5/hdf5_file.h"
#include "as_matlab_shows.h"
#include "facet/error.h"
#include "mat73_sparse.h"
#include "only_matlab_reads.h"

namespace facet::matlab {

namespace {

/// Of a string or a table, which are rows of handles: numbers of which only MATLAB knows what they
/// mean. Empty for other variables, also those that say nothing of their class.
std::string why_only_matlab_reads(hid_t object, const std::string& matlab_class,
                                  const std::string& name) {
  static const std::set<std::string> others = {"",       "double",  "single", "int8",   "uint8",
                                               "int16",  "uint16",  "int32",  "uint32", "int64",
                                               "uint64", "logical", "char",   "cell",   "struct"};
  const bool is_object = H5Aexists(object, "MATLAB_object_decode") > 0;
  if (!is_object && others.contains(matlab_class)) return "";
  return only_matlab_reads(matlab_class.empty() ? "object" : matlab_class, name);
}

/// Instead of values the dataset holds the dimensions.
std::string why_empty(const hdf5::Dataset& variable) {
  const std::vector<std::int64_t> shape = variable.shape();
  constexpr std::int64_t most_dimensions = 32;
  if (!variable.why_unreadable().empty() || shape.size() != 1 || shape[0] > most_dimensions)
    return "is empty";
  const at::Tensor dims = variable.read().to(at::kLong);
  return is_empty({dims.data_ptr<std::int64_t>(), dims.data_ptr<std::int64_t>() + dims.numel()});
}

std::string why_unreadable(const hdf5::Dataset& variable, const std::string& matlab_class,
                           const std::string& name) {
  const std::string only_matlab = why_only_matlab_reads(variable.id(), matlab_class, name);
  if (!only_matlab.empty()) return only_matlab;
  if (hdf5::number_attribute(variable.id(), "MATLAB_empty").value_or(0) != 0)
    return why_empty(variable);
  if (matlab_class == "char") return holds_text;
  if (matlab_class == "cell") return "is a cell array";
  const std::string why = variable.why_unreadable();
  if (why.starts_with("holds text")) return holds_text;
  if (why.starts_with("holds references")) return "is an array of structs";
  if (why.starts_with("holds records")) return "is complex";
  return why;
}

at::Tensor read(const std::string& path, const std::string& dataset, const std::string& name,
                bool logical) {
  return hdf5::read_named(path, name, [&] {
    const hdf5::File file(path);
    const at::Tensor values = as_matlab_shows(hdf5::Dataset(file, dataset).read());
    return logical ? values.to(at::kBool) : values;
  });
}

FileArray list_variable(const std::string& path, hid_t file, const std::string& dataset,
                        const std::string& name) {
  const hdf5::Dataset variable(file, dataset);
  const std::string matlab_class = hdf5::text_attribute(variable.id(), "MATLAB_class");
  const std::string why = why_unreadable(variable, matlab_class, name);
  if (!why.empty()) return FileArray::unreadable(name, why);
  const bool logical = matlab_class == "logical";
  std::vector<std::int64_t> shape = variable.shape();
  std::reverse(shape.begin(), shape.end());
  if (std::count(shape.begin(), shape.end(), 0) > 0)
    return FileArray::unreadable(name, is_empty(shape));
  return {name, shape_as_matlab_shows(shape), logical ? at::kBool : variable.type(),
          [=] { return read(path, dataset, name, logical); }};
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
    if (is_internal(place)) return false;
    const std::string name = with_dots(place);
    if (is_sparse(group)) {
      arrays.push_back(list_sparse(path, group, place, name));
      return false;
    }
    const std::string why =
        why_only_matlab_reads(group, hdf5::text_attribute(group, "MATLAB_class"), name);
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
