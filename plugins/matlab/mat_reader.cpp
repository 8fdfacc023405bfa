#include "mat_reader.h"

#include "mat_file.h"
#include "mat_values.h"

namespace facet {

namespace {

/// Whether it is one struct, rather than an array of them.
bool is_struct(const matvar_t& variable) {
  return variable.class_type == MAT_C_STRUCT && variable.rank == 2 && variable.dims[0] == 1 &&
         variable.dims[1] == 1;
}

void add_variable(FileArrays& found, const std::string& name, matvar_t& variable) {
  if (is_struct(variable)) {
    const unsigned count = Mat_VarGetNumberOfFields(&variable);
    char* const* fields = Mat_VarGetStructFieldnames(&variable);
    for (unsigned i = 0; i < count; ++i) {
      const std::string field_name = name + "." + fields[i];
      matvar_t* field = Mat_VarGetStructFieldByIndex(&variable, i, 0);
      if (field)
        add_variable(found, field_name, *field);
      else
        found.unreadable.push_back({field_name, "is empty"});
    }
    return;
  }
  const std::string why = matlab::why_unreadable(variable, name);
  if (why.empty())
    found.arrays.push_back({name, matlab::values(variable)});
  else
    found.unreadable.push_back({name, why});
}

}  // namespace

FileArrays MatReader::read(const std::string& path) const {
  require_readable(path);
  const matlab::MatFile file(path);
  FileArrays found;
  for (const std::string& name : file.names()) add_variable(found, name, *file.read(name));
  return found;
}

}  // namespace facet
