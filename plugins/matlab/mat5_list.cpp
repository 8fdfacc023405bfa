#include "mat5_list.h"

#include "facet/error.h"
#include "mat5_file.h"
#include "mat5_place.h"
#include "mat5_rows.h"
#include "mat5_text.h"
#include "mat5_values.h"
#include "named.h"
#include "only_matlab_reads.h"

namespace facet::matlab {

namespace {

/// What `take` makes of the variable at a place, when its values are read.
template <class Take>
auto read(const std::string& path, const std::string& name, const Mat5Place& place,
          const Take& take) {
  return named(path, name, [&] {
    const Mat5File file(path);
    const Variable variable = file.checked(place.variable);
    matvar_t& found = place.in(*variable);
    file.read_values(found);
    return take(found);
  });
}

class Lister {
 public:
  explicit Lister(const std::string& path) : path_(path), file_(path) {}

  FileArrays list() {
    for (const std::string& name : file_.names()) {
      if (name.empty()) continue;  // MATLAB's own, of variables that only it reads
      try {
        const Variable variable = file_.info(name);
        if (variable->class_type != MAT_C_OPAQUE)  // of which matio takes another text for the name
          add(name, {name}, *variable);
      } catch (const Error& error) {
        arrays_.push_back(FileArray::unreadable(name, error.what()));
      }
    }
    for (const auto& [name, matlab_class] : file_.opaque())
      arrays_.push_back(FileArray::unreadable(name, only_matlab_reads(matlab_class, name)));
    return std::move(arrays_);
  }

 private:
  void add(const std::string& name, const Mat5Place& place, matvar_t& variable) {
    if (is_struct(variable)) return add_fields(name, place, variable);
    const std::string why = why_unreadable(variable, name);
    if (!why.empty()) return arrays_.push_back(FileArray::unreadable(name, why));
    if (has_elements(variable)) return add_elements(name, place, variable);
    arrays_.push_back(array_of(name, place, variable));
  }

  FileArray array_of(const std::string& name, const Mat5Place& place, const matvar_t& variable) {
    if (variable.class_type == MAT_C_CHAR)
      return FileArray::text(name, dims_of(variable)[0], [path = path_, name, place] {
        return TextValues::of(read(path, name, place, texts_of));
      });
    return {name, shape_of(variable), type_of(variable),
            [path = path_, name, place] { return read(path, name, place, values); }};
  }

  void add_elements(const std::string& name, const Mat5Place& place, matvar_t& variable) {
    for (FileArray& array : list_elements(path_, name, place, variable))
      arrays_.push_back(std::move(array));
  }

  void add_fields(const std::string& name, const Mat5Place& place, matvar_t& variable) {
    const std::vector<std::string> names = field_names(variable);
    for (unsigned i = 0; i < names.size(); ++i) {
      const std::string field_name = name + "." + names[i];
      matvar_t* field = Mat_VarGetStructFieldByIndex(&variable, i, 0);
      if (field)
        add(field_name, place.field(i), *field);
      else
        arrays_.push_back(FileArray::unreadable(field_name, "is empty"));
    }
  }

  const std::string path_;
  const Mat5File file_;
  FileArrays arrays_;
};

}  // namespace

FileArrays list_mat5(const std::string& path) {
  return Lister(path).list();
}

}  // namespace facet::matlab
