#include <ATen/TensorOperators.h>
#include <ATen/ops/equal.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "facet/random.h"
#include "facet/reader.h"
#include "facet/text.h"
#include "framework/conformance/check.h"
#include "framework/conformance/use.h"
#include "framework/files/temporary_folder.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// A file of the reader's extension, for the time of a check.
class TrialFile {
 public:
  TrialFile(const Tried& tried, const std::string& bytes)
      : path_(folder_.path() + "/trial." + tried.info().name) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }

  const std::string& folder() const { return folder_.path(); }
  const std::string& path() const { return path_; }

 private:
  TemporaryFolder folder_;
  std::string path_;
};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string random_bytes() {
  Random random(1);
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes.push_back(static_cast<char>(random.below(256)));
  return bytes;
}

void require_refused(const Reader& reader, const std::string& path, const std::string& what) {
  try {
    reader.list(path);
  } catch (const Error& error) {
    if (std::string(error.what()).find(fs::path(path).filename()) == std::string::npos)
      throw Error(what + " is refused by an error that does not name it: " + error.what());
    return;
  } catch (const std::exception& error) {
    throw Error(what + " ends in an exception that is not a facet::Error: " + reason_of(error));
  }
  throw Error(what + " is read without an error");
}

void require_no_file_refused(const Tried& tried) {
  const auto reader = tried.make<Reader>();
  const TrialFile empty(tried, ""), noise(tried, random_bytes());
  require_refused(*reader, empty.path() + ".missing", "a file that is not there");
  require_refused(*reader, empty.folder(), "a folder");
  require_refused(*reader, empty.path(), "an empty file");
  require_refused(*reader, noise.path(), "a file of random bytes");
}

void require_sample(const Tried& tried) {
  if (tried.sample().empty()) throw Error("not tried: say --sample FILE, a file of this format");
}

/// Twice, and when the reader is gone.
void require_as_listed(const Tried& tried) {
  require_sample(tried);
  const FileArrays arrays = tried.make<Reader>()->list(tried.sample());
  if (arrays.empty()) throw Error("it lists nothing in " + tried.sample());
  for (const FileArray& array : arrays) {
    if (!array.why_unreadable().empty()) continue;
    const at::Tensor once = array.read(), again = array.read();
    require_same({{array.name(), again}}, {{array.name(), once}}, 0, "read again");
    if (array.is_text() && array.read_text().classes != array.read_text().classes)
      throw Error("the classes of its '" + array.name() + "' are others when it is read again");
  }
}

/// What a damaged file gives must be an error, or what the whole one has.
void require_no_wrong_values(const Tried& tried, const std::string& bytes,
                             const std::map<std::string, at::Tensor>& whole) {
  const TrialFile cut(tried, bytes);
  const std::string what = "cut after " + std::to_string(bytes.size()) + " bytes";
  try {
    for (const FileArray& array : tried.make<Reader>()->list(cut.path())) {
      if (!array.why_unreadable().empty()) continue;
      const at::Tensor got = array.read();
      const auto known = whole.find(array.name());
      if (known != whole.end() && known->second.sizes() == got.sizes() &&
          !at::equal(known->second, got))
        throw std::runtime_error("its '" + array.name() + "' has the whole shape and other values");
    }
  } catch (const Error&) {
  } catch (const std::exception& error) {
    throw Error(what + ": " + reason_of(error));
  }
}

void require_cut_files_refused(const Tried& tried) {
  require_sample(tried);
  const std::string bytes = bytes_of(tried.sample());
  std::map<std::string, at::Tensor> whole;
  for (const NamedTensor& array : use(tried)) whole.emplace(array.name, array.tensor);
  for (std::size_t part = 1; part < 16; ++part)
    require_no_wrong_values(tried, bytes.substr(0, bytes.size() * part / 16), whole);
}

}  // namespace

Checks reader_checks() {
  return {{"refused",
           "no file, a folder, an empty file and random bytes are refused by an error "
           "that names the file",
           require_no_file_refused},
          {"listed", "arrays are what was listed, read twice, when the reader is gone",
           require_as_listed},
          {"cut", "of a file that is cut somewhere, no array has the whole shape and other values",
           require_cut_files_refused}};
}

}  // namespace facet
