#include "mat5_file.h"

#include <fstream>

#include "facet/error.h"
#include "mat5_values.h"
#include "only_matlab_reads.h"

namespace facet::matlab {

namespace {

const char* const no_mat_file =
    ": is not a whole MAT file of version 5, 6, 7 or 7.3: it is damaged or of another format (one "
    "of version 4: save it with -v7)";

/// matio takes what has another header for a file of version 4, and the sizes in it as they are.
const std::string& require_header(const std::string& path) {
  using namespace std::string_literals;
  std::string header(128, '\0');
  std::ifstream(path, std::ios::binary).read(header.data(), 128);
  if (!header.ends_with("\0\1IM"s) && !header.ends_with("\1\0MI"s)) throw Error(path + no_mat_file);
  return path;
}

/// Whether it is one struct, rather than an array of them.
bool is_struct(const matvar_t& variable) {
  return variable.class_type == MAT_C_STRUCT && variable.rank == 2 && variable.dims[0] == 1 &&
         variable.dims[1] == 1;
}

/// Where a field lies: the variable, then a number for each struct on the way.
struct Place {
  std::string variable;
  std::vector<unsigned> fields;
};

at::Tensor read(const std::string& path, const Place& place) {
  const Mat5File file(path);
  file.require_checksum(place.variable);
  const Variable variable = file.info(place.variable);
  matvar_t* field = variable.get();
  for (const unsigned number : place.fields) {
    field = Mat_VarGetStructFieldByIndex(field, number, 0);
    if (!field) throw Error("is not there any more");
  }
  file.read_values(*field);
  return values(*field);
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
          add(name, {name, {}}, *variable);
      } catch (const Error& error) {
        arrays_.push_back(FileArray::unreadable(name, error.what()));
      }
    }
    for (const auto& [name, matlab_class] : file_.opaque())
      arrays_.push_back(FileArray::unreadable(name, only_matlab_reads(matlab_class, name)));
    return std::move(arrays_);
  }

 private:
  void add(const std::string& name, const Place& place, matvar_t& variable) {
    if (is_struct(variable)) return add_fields(name, place, variable);
    const std::string why = why_unreadable(variable, name);
    if (!why.empty()) return arrays_.push_back(FileArray::unreadable(name, why));
    const auto read_it = [path = path_, name, place] {
      try {
        return read(path, place);
      } catch (const Error& error) {
        throw Error(path + ": '" + name + "' " + error.what());
      }
    };
    arrays_.emplace_back(name, shape_of(variable), type_of(variable), read_it);
  }

  void add_fields(const std::string& name, const Place& place, matvar_t& variable) {
    const unsigned count = Mat_VarGetNumberOfFields(&variable);
    char* const* names = Mat_VarGetStructFieldnames(&variable);
    for (unsigned i = 0; i < count; ++i) {
      const std::string field_name = name + "." + names[i];
      Place field_place = place;
      field_place.fields.push_back(i);
      matvar_t* field = Mat_VarGetStructFieldByIndex(&variable, i, 0);
      if (field)
        add(field_name, field_place, *field);
      else
        arrays_.push_back(FileArray::unreadable(field_name, "is empty"));
    }
  }

  const std::string path_;
  const Mat5File file_;
  FileArrays arrays_;
};

}  // namespace

Mat5File::Mat5File(const std::string& path)
    : path_(require_header(path)), file_(Mat_Open(path.c_str(), MAT_ACC_RDONLY), Mat_Close) {
  if (!file_) throw Error(path + no_mat_file);
  elements_ = whole_elements(path);
}

std::vector<std::string> Mat5File::names() const {
  std::size_t count = 0;
  const auto* names = Mat_GetDir(file_.get(), &count);
  if (count == 0 && !elements_.empty())
    throw Error(path_ + ": is damaged: none of its " + std::to_string(elements_.size()) +
                " variables can be read");
  return names ? std::vector<std::string>(names, names + count) : std::vector<std::string>();
}

std::vector<OpaqueVariable> Mat5File::opaque() const {
  return opaque_variables(path_, elements_);
}

void Mat5File::require_checksum(const std::string& name) const {
  const std::vector<std::string> all = names();
  // Where matio leaves an element out, any of them may be the variable's.
  const bool known = all.size() == elements_.size();
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (!elements_[i].compressed || (known && all[i] != name)) continue;
    if (!has_right_checksum(path_, elements_[i]))
      throw Error("is damaged: its checksum does not match");
  }
}

Variable Mat5File::info(const std::string& name) const {
  Variable variable(Mat_VarReadInfo(file_.get(), name.c_str()), Mat_VarFree);
  if (!variable) throw Error("cannot be read: it is damaged");
  return variable;
}

void Mat5File::read_values(matvar_t& variable) const {
  require_memory(shape_of(variable), type_of(variable));
  if (Mat_VarReadDataAll(file_.get(), &variable) != 0 || !variable.data)
    throw Error("is damaged: its values cannot be read");
}

FileArrays list_mat5(const std::string& path) {
  return Lister(path).list();
}

}  // namespace facet::matlab
