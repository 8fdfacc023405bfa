#include "mat5_place.h"

#include <algorithm>

#include "facet/error.h"

namespace facet::matlab {

Mat5Place Mat5Place::field(unsigned number) const {
  Mat5Place place = *this;
  place.fields.push_back(number);
  return place;
}

matvar_t& Mat5Place::in(matvar_t& whole) const {
  matvar_t* found = &whole;
  for (const unsigned number : fields) {
    found = Mat_VarGetStructFieldByIndex(found, number, 0);
    if (!found) throw Error("is not there any more");
  }
  return *found;
}

std::vector<std::string> field_names(matvar_t& structs) {
  const unsigned count = Mat_VarGetNumberOfFields(&structs);
  char* const* names = Mat_VarGetStructFieldnames(&structs);
  if (count > 0 && (!names || std::count(names, names + count, nullptr) > 0))
    throw Error("is damaged: the names of its fields cannot be read");
  return {names, names + count};
}

bool is_struct(const matvar_t& variable) {
  return variable.class_type == MAT_C_STRUCT && variable.rank == 2 && variable.dims[0] == 1 &&
         variable.dims[1] == 1;
}

bool has_no_values(const matvar_t& variable) {
  return variable.class_type == MAT_C_EMPTY ||
         std::count(variable.dims, variable.dims + variable.rank, 0) > 0;
}

}  // namespace facet::matlab
