#include <filesystem>
#include <fstream>

#include "facet/atomic_file.h"
#include "facet/error.h"
#include "facet/plugin.h"
#include "facet/reader.h"
#include "facet/writer.h"

namespace {

/// Files of the numbers of rows and of columns (int64), and the first array, row by row (float64),
/// in the byte order of the machine. On the command line, by the file's extension:
///
///     facet data convert run.toml --out rat.matrix
class MatrixWriter : public facet::Writer {
 public:
  static inline const facet::Documentation documentation = {
      .shapes = "the first of the arrays: rows x columns"};

  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    const facet::FileArray& first = arrays.at(0);
    if (first.is_text() || first.shape().size() != 2)
      throw facet::Error(path + ": '" + first.name() + "' is no matrix of numbers");
    const at::Tensor values = first.read().to(at::kDouble).contiguous();
    facet::AtomicFile file(path);
    file.write(values.sizes().data(), 2 * sizeof(std::int64_t));
    file.write(values.data_ptr(), values.nbytes());
    file.finish();
    std::vector<facet::LeftOut> left_out;
    for (std::size_t i = 1; i < arrays.size(); ++i)
      left_out.push_back({arrays[i].name(), "a .matrix file holds one array"});
    return left_out;
  }
};

/// Of the same name, so that what is written can be read again.
class MatrixReader : public facet::Reader {
 public:
  static inline const facet::Documentation documentation = {.shapes = "matrix: rows x columns"};

  facet::FileArrays list(const std::string& path) const override {
    facet::require_readable(path);
    std::int64_t sizes[2] = {};
    std::ifstream(path, std::ios::binary).read(reinterpret_cast<char*>(sizes), sizeof sizes);
    const auto [rows, columns] = sizes;
    const auto given = static_cast<std::int64_t>(std::filesystem::file_size(path));
    if (rows < 1 || columns < 1 || rows > given / columns ||
        given != static_cast<std::int64_t>(sizeof sizes) + rows * columns * 8)
      throw facet::Error(path + ": is damaged: its size does not fit its rows and columns");
    return {{"matrix", {rows, columns}, at::kDouble, [=] {
               at::Tensor values = facet::memory_for({rows, columns}, at::kDouble);
               std::ifstream file(path, std::ios::binary);
               file.seekg(sizeof sizes);
               if (!file.read(static_cast<char*>(values.data_ptr()), rows * columns * 8))
                 throw facet::Error(path + ": 'matrix' cannot be read to its end");
               return values;
             }}};
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<MatrixWriter>("matrix", "one matrix behind its sizes");
  registrar.add<MatrixReader>("matrix", "one matrix behind its sizes");
}
