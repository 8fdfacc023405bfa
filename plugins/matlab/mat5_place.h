#pragma once

#include <matio.h>

#include <string>
#include <vector>

namespace facet::matlab {

/// Where an array lies in a file of version 5, 6 or 7: the variable, then a number for each struct
/// on the way.
struct Mat5Place {
  std::string variable;
  std::vector<unsigned> fields = {};

  Mat5Place field(unsigned number) const;
  /// Within its variable. Throws Error where it is not there any more.
  matvar_t& in(matvar_t& whole) const;
};

/// Of a struct or an array of them. Throws Error, which continues its name, where they are damaged.
std::vector<std::string> field_names(matvar_t& structs);

/// Whether it is one struct, rather than an array of them.
bool is_struct(const matvar_t& variable);

/// Whether it is empty: one that matio found nothing of, or one of size 0.
bool has_no_values(const matvar_t& variable);

}  // namespace facet::matlab
