#include "mat73_rows.h"

#include <ATen/core/Tensor.h>
#include <c10/util/accumulate.h>

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include "../hdf5/access.h"
#include "../hdf5/hdf5_errors.h"
#include "../hdf5/hdf5_file.h"
#include "../hdf5/links.h"
#include "as_matlab_shows.h"
#include "element_rows.h"
#include "facet/error.h"
#include "mat73_sparse.h"

namespace facet::matlab {

namespace {

/// What a reference leads to, negative where that is nothing. `within` is the path from there to
/// what is meant, `info/name`, of a field in a struct; `.` without one.
hid_t open_element(hid_t file, hobj_ref_t reference, const std::string& within) {
  const hdf5::Handle object(H5Rdereference2(file, H5P_DEFAULT, H5R_OBJECT, &reference), H5Oclose);
  return object < 0 ? -1 : H5Oopen(object, within.c_str(), hdf5::object_access());
}

std::string why_no_row(const Mat73Variable& variable, const std::string& name) {
  if (variable.has_elements()) return "is a cell array: save it without these";
  const std::string why = variable.why_unreadable(name);
  const std::size_t dimensions = variable.dims().size();
  return why.empty() && dimensions > 2 ? "has " + std::to_string(dimensions) + " dimensions" : why;
}

Element described(const Mat73Variable& variable, const std::string& name) {
  if (variable.is_empty()) return {.is_text = variable.is_text()};
  const std::string why = why_no_row(variable, name);
  if (!why.empty()) return {.why_no_row = why};
  std::vector<std::int64_t> dims = variable.dims();
  dims.resize(2, 1);
  if (variable.is_text()) return {dims[0], dims[1], at::kLong, true};
  return {dims[0], dims[1], variable.type()};
}

Element described(hid_t object, const std::string& name) {
  if (object < 0) return {.why_no_row = "is not there: its struct has other fields, or is damaged"};
  if (H5Iget_type(object) == H5I_DATASET) return described(Mat73Variable(object, "."), name);
  const std::string why = why_only_matlab_reads(object, name);
  if (!why.empty()) return {.why_no_row = why};
  if (is_sparse(object)) return {.why_no_row = "is a sparse matrix: save full(x)"};
  return {.why_no_row = "is a struct: save an array of structs"};
}

class Mat73ElementValues : public ElementValues {
 public:
  Mat73ElementValues(const std::string& path, const std::string& place, std::string within)
      : file_(path),
        references_(Mat73Variable(file_, place).references()),
        within_(std::move(within)) {}

  at::Tensor numbers(std::size_t element) override { return variable(element).values(); }
  std::string text(std::size_t element) override { return variable(element).text(); }

 private:
  Mat73Variable variable(std::size_t number) const {
    const hdf5::Handle object(open_element(file_, references_.at(number), within_), H5Oclose);
    if (object < 0) throw Error("is damaged: " + hdf5::last_error());
    return {object, "."};
  }

  const hdf5::File file_;
  const std::vector<hobj_ref_t> references_;
  const std::string within_;
};

class Mat73ElementLister {
 public:
  Mat73ElementLister(const std::string& path, hid_t file, const std::string& place,
                     const Mat73Variable& variable)
      : path_(path),
        file_(file),
        place_(place),
        references_(variable.references()),
        of_(variable.is_cell_array() ? ElementsOf::cells : ElementsOf::structs) {}

  void add(const std::string& name, const std::string& within) {
    if (of_ == ElementsOf::structs && add_fields(name, within)) return;
    std::vector<Element> elements;
    for (const hobj_ref_t reference : references_) {
      const hdf5::Handle object(open_element(file_, reference, within), H5Oclose);
      elements.push_back(described(object, name));
    }
    const auto open = [path = path_, place = place_, within] {
      return std::make_unique<Mat73ElementValues>(path, place, within);
    };
    arrays_.push_back(array_of_elements(path_, name, elements, of_, open));
  }

  FileArrays arrays() { return std::move(arrays_); }

 private:
  /// Those of the structs that are the elements; false where these are something else.
  bool add_fields(const std::string& name, const std::string& within) {
    for (const hobj_ref_t reference : references_) {
      const hdf5::Handle object(open_element(file_, reference, within), H5Oclose);
      if (object < 0) return false;
      if (H5Iget_type(object) == H5I_DATASET) {
        if (Mat73Variable(object, ".").is_empty()) continue;
        return false;
      }
      if (is_sparse(object) || !why_only_matlab_reads(object, name).empty()) return false;
      enter(object, name, within);
      return true;
    }
    return false;
  }

  /// Each struct once: a damaged one may hold itself.
  void enter(hid_t group, const std::string& name, const std::string& within) {
    H5O_info_t info;
    if (H5Oget_info2(group, &info, H5O_INFO_BASIC) < 0 || !entered_.insert(info.addr).second)
      return arrays_.push_back(FileArray::unreadable(name, "is damaged: it holds itself"));
    for (const hdf5::Link& link : hdf5::links_of(group))
      add(name + "." + link.name, within == "." ? link.name : within + "/" + link.name);
  }

  const std::string& path_;
  const hid_t file_;
  const std::string& place_;
  const std::vector<hobj_ref_t> references_;
  const ElementsOf of_;
  std::set<haddr_t> entered_;
  FileArrays arrays_;
};

}  // namespace

FileArrays list_elements(const std::string& path, hid_t file, const std::string& place,
                         const std::string& name, const Mat73Variable& variable) {
  const std::vector<std::int64_t> dims = variable.dims();
  const std::int64_t longest = dims.empty() ? 1 : *std::max_element(dims.begin(), dims.end());
  if (c10::multiply_integers(dims) != longest)
    return {FileArray::unreadable(name, is_no_vector(dims))};
  Mat73ElementLister lister(path, file, place, variable);
  lister.add(name, ".");
  FileArrays arrays = lister.arrays();
  const std::size_t dot = name.rfind('.');
  if (variable.is_cell_array() || dot == std::string::npos) return arrays;
  ArrayFacts facts;
  facts.of = name.substr(0, dot);
  for (FileArray& array : arrays)
    if (array.why_unreadable().empty()) array = array.with(facts);
  return arrays;
}

}  // namespace facet::matlab
