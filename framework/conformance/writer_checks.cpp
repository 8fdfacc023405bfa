#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "facet/reader.h"
#include "facet/text.h"
#include "facet/writer.h"
#include "framework/conformance/check.h"
#include "framework/conformance/trial_arrays.h"
#include "framework/files/files.h"
#include "framework/files/temporary_folder.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

void require_unwritable_refused(const Tried& tried) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/missing/trial." + tried.info().name;
  try {
    tried.make<Writer>()->write(path, trial_arrays());
  } catch (const Error& error) {
    if (std::string(error.what()).find(fs::path(path).filename()) == std::string::npos)
      throw Error(std::string("a folder that is not there is refused by an error that does not "
                              "name the file: ") +
                  error.what());
    return;
  }
  throw Error("it writes into a folder that is not there without an error");
}

/// The last array cannot be read.
FileArrays with_a_failing_array() {
  FileArrays arrays = trial_arrays();
  const FileArray& first = arrays[0];
  arrays.push_back({"failing", first.shape(), first.type(),
                    []() -> at::Tensor { throw Error("the array cannot be read"); }});
  return arrays;
}

/// A writer that does not hold such an array leaves it out, and writes the others.
void require_whole(const Tried& tried) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/trial." + tried.info().name;
  write_text(path, "what was there before");
  try {
    tried.make<Writer>()->write(path, with_a_failing_array());
  } catch (const Error&) {
    if (read_text(path) != "what was there before")
      throw Error("where an array cannot be read, the file that was there before is lost");
  }
  const auto files = std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
  if (files != 1) throw Error("it leaves a file behind beside the one that it writes");
}

/// Of a table that has a column for each of its columns, these.
at::Tensor columns_of(const std::string& name, const FileArrays& arrays) {
  std::vector<at::Tensor> columns;
  for (const FileArray& array : arrays)
    if (array.name() == name + "_" + std::to_string(columns.size()))
      columns.push_back(array.read());
  if (columns.empty()) throw Error("it gives no '" + name + "', which was written");
  return at::stack(columns, 1);
}

at::Tensor numbers_of(const std::string& name, const FileArrays& arrays) {
  if (arrays.size() == 1) return arrays[0].read();  // it may have the file's name
  for (const FileArray& array : arrays)
    if (array.name() == name) return array.read();
  return columns_of(name, arrays);
}

/// In the type in which it was written: a table knows no types.
void require_numbers(const FileArray& written, const FileArrays& read) {
  const std::string& name = written.name();
  const at::Tensor got = numbers_of(name, read).to(written.type());
  require_same({{name, got}}, {{name, written.read()}}, 0, "read again");
}

std::vector<std::string> rows_of(const TextValues& text) {
  std::vector<std::string> rows;
  for (std::int64_t i = 0; i < text.codes.numel(); ++i) {
    const auto code = text.codes[i].item<std::int64_t>();
    rows.push_back(code < 0 ? "" : text.classes.at(static_cast<std::size_t>(code)));
  }
  return rows;
}

void require_text(const FileArray& written, const FileArrays& read) {
  const auto own = std::ranges::find_if(
      read, [&](const FileArray& array) { return array.name() == written.name(); });
  if (own == read.end() || !own->is_text())
    throw Error("it gives no text '" + written.name() + "', which was written");
  if (rows_of(own->read_text()) != rows_of(written.read_text()))
    throw Error("read again, '" + written.name() + "' has other texts");
}

void require_read_again(const Tried& tried) {
  const auto reader = tried.reader_of_the_same_name();
  if (!reader)
    throw Error("its plugin has no reader '" + tried.info().name + "' that reads what it writes");
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/trial." + tried.info().name;
  const FileArrays written = trial_arrays();
  const std::vector<LeftOut> left_out = tried.make<Writer>()->write(path, written);
  const FileArrays read = reader->list(path);
  for (const FileArray& array : written) {
    const auto is_it = [&](const LeftOut& left) { return left.array == array.name(); };
    if (std::ranges::any_of(left_out, is_it)) continue;
    array.is_text() ? require_text(array, read) : require_numbers(array, read);
  }
}

}  // namespace

Checks writer_checks() {
  return {{"unwritable", "a folder that is not there is refused by an error that names the file",
           require_unwritable_refused},
          {"whole", "where an array cannot be read, the file that was there before stays as it was",
           require_whole},
          {"read_again",
           "the reader of the same name, of the same plugin, gives all that was not left out, with "
           "the same values",
           require_read_again}};
}

}  // namespace facet
