#include "mat5_rows.h"

#include <ATen/core/Tensor.h>

#include <vector>

#include "as_matlab_shows.h"
#include "element_rows.h"
#include "facet/error.h"
#include "mat5_file.h"
#include "mat5_text.h"
#include "mat5_values.h"

namespace facet::matlab {

namespace {

using Names = std::vector<std::string>;

/// The cell, or what lies in the struct of an array under these names; what is empty where the
/// struct in which it would lie is. Nothing where there is none.
matvar_t* element_of(matvar_t& variable, std::size_t number, const Names& fields) {
  if (!variable.data) return nullptr;
  if (fields.empty()) return Mat_VarGetCell(&variable, static_cast<int>(number));
  matvar_t* found = Mat_VarGetStructFieldByName(&variable, fields[0].c_str(), number);
  for (std::size_t i = 1; i < fields.size(); ++i) {
    if (!found || has_no_values(*found)) return found;
    if (!is_struct(*found) || !found->data) return nullptr;
    found = Mat_VarGetStructFieldByName(found, fields[i].c_str(), 0);
  }
  return found;
}

std::string why_no_row(const matvar_t& variable, const std::string& name) {
  if (variable.class_type == MAT_C_CELL) return "is a cell array: save it without these";
  if (variable.class_type == MAT_C_STRUCT) return "is a struct: save an array of structs";
  const std::string why = why_unreadable(variable, name);
  return why.empty() && variable.rank != 2 ? "has " + std::to_string(variable.rank) + " dimensions"
                                           : why;
}

Element described(const matvar_t* variable, const std::string& name) {
  if (!variable) return {.why_no_row = "is not there: its struct has other fields, or is damaged"};
  const bool is_text = variable->class_type == MAT_C_CHAR;
  if (has_no_values(*variable)) return {.is_text = is_text};
  const std::string why = why_no_row(*variable, name);
  if (!why.empty()) return {.why_no_row = why};
  return {static_cast<std::int64_t>(variable->dims[0]),
          static_cast<std::int64_t>(variable->dims[1]), type_of(*variable), is_text};
}

class Mat5ElementValues : public ElementValues {
 public:
  Mat5ElementValues(const std::string& path, const Mat5Place& place, Names fields)
      : file_(path),
        variable_(file_.checked(place.variable)),
        elements_(place.in(*variable_)),
        fields_(std::move(fields)) {}

  at::Tensor numbers(std::size_t element) override { return values(read(element)); }
  std::string text(std::size_t element) override { return text_of(read(element)); }

 private:
  matvar_t& read(std::size_t number) {
    matvar_t* element = element_of(elements_, number, fields_);
    if (!element) throw Error("is not there any more");
    file_.read_values(*element);
    return *element;
  }

  const Mat5File file_;
  const Variable variable_;
  matvar_t& elements_;
  const Names fields_;
};

class Mat5ElementLister {
 public:
  Mat5ElementLister(const std::string& path, const Mat5Place& place, matvar_t& variable,
                    std::size_t count)
      : path_(path), place_(place), variable_(variable), count_(count) {}

  void add(const std::string& name, const Names& fields) {
    if (matvar_t* first = first_with_values(fields); first && !fields.empty() && is_struct(*first))
      return add_fields(name, fields, *first);
    std::vector<Element> elements;
    for (std::size_t i = 0; i < count_; ++i) {
      const matvar_t* element = element_of(variable_, i, fields);
      elements.push_back(described(element, name));
      if (!element) break;  // a damaged file may say that there are many more
    }
    const auto of = fields.empty() ? ElementsOf::cells : ElementsOf::structs;
    const auto open = [path = path_, place = place_, fields] {
      return std::make_unique<Mat5ElementValues>(path, place, fields);
    };
    arrays_.push_back(array_of_elements(path_, name, elements, of, open));
  }

  /// Those that `structs`, one or an array, has under these fields.
  void add_fields(const std::string& name, const Names& fields, matvar_t& structs) {
    for (const std::string& field : field_names(structs)) {
      Names deeper = fields;
      deeper.push_back(field);
      add(name + "." + field, deeper);
    }
  }

  FileArrays arrays() { return std::move(arrays_); }

 private:
  /// Nothing where all are empty, or before one that is not there.
  matvar_t* first_with_values(const Names& fields) {
    for (std::size_t i = 0; i < count_; ++i) {
      matvar_t* element = element_of(variable_, i, fields);
      if (!element || !has_no_values(*element)) return element;
    }
    return nullptr;
  }

  const std::string& path_;
  const Mat5Place& place_;
  matvar_t& variable_;
  const std::size_t count_;
  FileArrays arrays_;
};

/// 0: it is no vector of elements.
std::size_t count_of(const matvar_t& variable) {
  const bool is_row = variable.rank == 2 && variable.dims[0] == 1;
  const bool is_column = variable.rank == 2 && variable.dims[1] == 1;
  return is_row ? variable.dims[1] : is_column ? variable.dims[0] : 0;
}

}  // namespace

bool has_elements(const matvar_t& variable) {
  return variable.class_type == MAT_C_CELL || variable.class_type == MAT_C_STRUCT;
}

FileArrays list_elements(const std::string& path, const std::string& name, const Mat5Place& place,
                         matvar_t& variable) {
  const std::size_t count = count_of(variable);
  if (count == 0) return {FileArray::unreadable(name, is_no_vector(dims_of(variable)))};
  Mat5ElementLister lister(path, place, variable, count);
  if (variable.class_type == MAT_C_CELL) {
    lister.add(name, {});
    return lister.arrays();
  }
  lister.add_fields(name, {}, variable);
  FileArrays fields = lister.arrays();
  ArrayFacts facts;
  facts.of = name;
  for (FileArray& field : fields)
    if (field.why_unreadable().empty()) field = field.with(facts);
  return fields;
}

}  // namespace facet::matlab
