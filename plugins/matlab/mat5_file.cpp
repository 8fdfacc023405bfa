#include "mat5_file.h"

#include <filesystem>
#include <fstream>

#include "facet/error.h"
#include "mat5_values.h"

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

Variable Mat5File::checked(const std::string& name) const {
  require_checksum(name);
  return info(name);
}

void Mat5File::read_values(matvar_t& variable) const {
  constexpr double most_by_compression = 1032;  // what deflate makes of one byte at most
  double count = 1;
  for (const std::int64_t size : dims_of(variable)) count *= static_cast<double>(size);
  const bool is_full = variable.class_type != MAT_C_SPARSE;
  if (is_full &&
      count / most_by_compression > static_cast<double>(std::filesystem::file_size(path_)))
    throw Error("is damaged: the file cannot hold so many values");
  require_memory(shape_of(variable), type_of(variable));
  if (Mat_VarReadDataAll(file_.get(), &variable) != 0 || !variable.data)
    throw Error("is damaged: its values cannot be read");
}

}  // namespace facet::matlab
