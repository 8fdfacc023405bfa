#include "mat73_variable.h"

#include <c10/util/accumulate.h>

#include <algorithm>
#include <set>

#include "../hdf5/attributes.h"
#include "../hdf5/hdf5_errors.h"
#include "as_matlab_shows.h"
#include "facet/error.h"
#include "mat73_text.h"
#include "only_matlab_reads.h"

namespace facet::matlab {

namespace {

bool says_it_is_empty(const hdf5::Dataset& dataset) {
  return hdf5::number_attribute(dataset.id(), "MATLAB_empty").value_or(0) != 0;
}

/// Instead of values the dataset of an empty one holds its dimensions.
std::string why_empty(const hdf5::Dataset& dataset) {
  const std::vector<std::int64_t> shape = dataset.shape();
  constexpr std::int64_t most_dimensions = 32;
  if (!dataset.why_unreadable().empty() || shape.size() != 1 || shape[0] > most_dimensions)
    return "is empty";
  const at::Tensor dims = dataset.read().to(at::kLong);
  return is_empty({dims.data_ptr<std::int64_t>(), dims.data_ptr<std::int64_t>() + dims.numel()});
}

}  // namespace

std::string why_only_matlab_reads(hid_t object, const std::string& name) {
  static const std::set<std::string> others = {"",       "double",  "single", "int8",   "uint8",
                                               "int16",  "uint16",  "int32",  "uint32", "int64",
                                               "uint64", "logical", "char",   "cell",   "struct"};
  const std::string matlab_class = hdf5::text_attribute(object, "MATLAB_class");
  const bool is_object = hdf5::has_attribute(object, "MATLAB_object_decode");
  if (!is_object && others.contains(matlab_class)) return "";
  return only_matlab_reads(matlab_class.empty() ? "object" : matlab_class, name);
}

Mat73Variable::Mat73Variable(hid_t file, const std::string& place)
    : dataset_(file, place), class_(hdf5::text_attribute(dataset_.id(), "MATLAB_class")) {}

std::string Mat73Variable::why_unreadable(const std::string& name) const {
  const std::string only_matlab = why_only_matlab_reads(dataset_.id(), name);
  if (!only_matlab.empty()) return only_matlab;
  if (says_it_is_empty(dataset_)) return why_empty(dataset_);
  if (is_empty()) return matlab::is_empty(dims());
  if (holds(H5T_REFERENCE)) return "";
  if (is_text()) return why_no_text(dataset_);
  const std::string why = dataset_.why_unreadable();
  return why.starts_with("holds records") ? "is complex" : why;
}

bool Mat73Variable::is_empty() const {
  return says_it_is_empty(dataset_) || c10::multiply_integers(dataset_.shape()) == 0;
}

bool Mat73Variable::has_elements() const {
  return holds(H5T_REFERENCE);
}

bool Mat73Variable::is_text() const {
  return class_ == "char" || holds(H5T_STRING);
}

bool Mat73Variable::holds(H5T_class_t type) const {
  const hdf5::Handle stored(H5Dget_type(dataset_.id()), H5Tclose);
  return H5Tget_class(stored) == type;
}

std::vector<std::int64_t> Mat73Variable::dims() const {
  std::vector<std::int64_t> shape = dataset_.shape();
  std::reverse(shape.begin(), shape.end());
  return shape;
}

std::vector<std::int64_t> Mat73Variable::shape() const {
  return shape_as_matlab_shows(dims());
}

at::ScalarType Mat73Variable::type() const {
  return class_ == "logical" ? at::kBool : dataset_.type();
}

at::Tensor Mat73Variable::values() const {
  return as_matlab_shows(dataset_.read()).to(type());
}

std::vector<std::string> Mat73Variable::texts() const {
  return matlab::texts(dataset_);
}

std::string Mat73Variable::text() const {
  return text_of(dataset_);
}

std::int64_t Mat73Variable::num_texts() const {
  return matlab::num_texts(dataset_);
}

std::vector<hobj_ref_t> Mat73Variable::references() const {
  const hdf5::Handle type(H5Dget_type(dataset_.id()), H5Tclose);
  if (H5Tequal(type, H5T_STD_REF_OBJ) <= 0)
    throw Error("holds references of a kind that is not known");
  constexpr std::int64_t most_by_compression = 1032;  // what deflate makes of one byte at most
  const std::int64_t count = c10::multiply_integers(dataset_.shape());
  const auto stored = static_cast<std::int64_t>(H5Dget_storage_size(dataset_.id()));
  if (count / most_by_compression > stored) throw Error("is damaged: it has not so many elements");
  std::vector<hobj_ref_t> references(static_cast<std::size_t>(count));
  if (H5Dread(dataset_.id(), H5T_STD_REF_OBJ, H5S_ALL, H5S_ALL, H5P_DEFAULT, references.data()) < 0)
    throw Error("is damaged: " + hdf5::last_error());
  return references;
}

}  // namespace facet::matlab
