#include "mat_writer.h"

#include <matio.h>

#include <memory>

#include "facet/atomic_file.h"
#include "facet/error.h"
#include "variable_names.h"
#include "written_variable.h"

namespace facet {

namespace {

/// The first bytes of the file. matio's own would hold the time, and equal arrays give equal bytes.
constexpr const char* header = "MATLAB 5.0 MAT-file, written by Facet";

using File = std::unique_ptr<mat_t, int (*)(mat_t*)>;

void write_variable(mat_t* file, const std::string& name, const FileArray& array) {
  const matlab::Variable variable = array.is_text() ? matlab::text_variable(name, array.read_text())
                                                    : matlab::number_variable(name, array.read());
  if (Mat_VarWrite(file, variable.get(), MAT_COMPRESSION_ZLIB) != 0)
    throw Error("'" + array.name() + "': cannot be written");
}

void write_variables(const std::string& path, const FileArrays& arrays) {
  File file(Mat_CreateVer(path.c_str(), header, MAT_FT_MAT5), Mat_Close);
  if (!file) throw Error("the file cannot be opened");
  const std::vector<std::string> names = matlab::variable_names(arrays);
  for (std::size_t i = 0; i < arrays.size(); ++i) write_variable(file.get(), names[i], arrays[i]);
  if (Mat_Close(file.release()) != 0) throw Error("it cannot be written to its end");
}

}  // namespace

std::vector<LeftOut> MatWriter::write(const std::string& path, const FileArrays& arrays) const {
  AtomicFile file(path);
  try {
    write_variables(file.temporary(), arrays);
  } catch (const Error& error) {
    throw Error(path + ": cannot be written: " + error.what());
  }
  file.finish();
  return {};
}

}  // namespace facet
