// Readers of numbers behind the word TRIAL, each with one mistake (see criterions.cpp).
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "facet/plugin.h"
#include "facet/reader.h"

namespace {

constexpr std::int64_t num_values = 64;

std::string values_of(const std::string& path) {
  facet::require_readable(path);
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!bytes.starts_with("TRIAL")) throw facet::Error(path + ": cannot be read: no TRIAL");
  return bytes.substr(5);
}

/// Right, but for those that derive from it.
struct Trial : facet::Reader {
  facet::FileArrays list(const std::string& path) const override {
    const std::string bytes = values_of(path);
    if (bytes.size() != num_values * sizeof(float))
      throw facet::Error(path + ": cannot be read: cut");
    return {{"values", read(bytes)}};
  }

 protected:
  static at::Tensor read(const std::string& bytes) {
    const at::Tensor values = at::zeros({num_values});
    std::memcpy(values.data_ptr(), bytes.data(), bytes.size());
    return values;
  }
};

/// What a cut file lacks is zero.
struct Filled : Trial {
  facet::FileArrays list(const std::string& path) const override {
    return {{"values", read(values_of(path))}};
  }
};

/// Any file is as good.
struct Anything : Trial {
  facet::FileArrays list(const std::string&) const override {
    return {{"values", at::full({num_values}, 1.0)}};
  }
};

/// Its arrays cannot be read without it.
struct Needed : Trial {
  ~Needed() override { *gone_ = true; }
  facet::FileArrays list(const std::string& path) const override {
    const auto read = [gone = gone_, values = Trial::list(path)[0].read()] {
      if (*gone) throw facet::Error("the reader is gone");
      return values;
    };
    return {{"values", {num_values}, at::kFloat, read}};
  }
  std::shared_ptr<bool> gone_ = std::make_shared<bool>(false);
};

/// The first rows, whichever are asked for.
struct FirstRows : Trial {
  facet::FileArrays list(const std::string& path) const override {
    const at::Tensor values = Trial::list(path)[0].read();
    return {facet::FileArray::by_rows(
        "values", {num_values}, at::kFloat,
        [values](facet::Rows rows) { return values.narrow(0, 0, rows.end - rows.begin); })};
  }
};

/// Any folder is as good that holds a file of this name.
struct AnyFolder : Trial {
  static constexpr std::array folder_with{"values.trial"};
  facet::FileArrays list(const std::string& path) const override {
    if (!std::filesystem::exists(path + "/" + folder_with[0])) return Trial::list(path);
    return {{"values", at::full({num_values}, 1.0)}};
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Filled>("cut.filled", "fills what is missing with zeros");
  registrar.add<Anything>("refused.nothing", "reads whatever there is");
  registrar.add<AnyFolder>("refused.folders", "reads whatever there is in a folder");
  registrar.add<FirstRows>("rows.first", "reads the first rows, whichever are asked for");
  registrar.add<Needed>("listed.needed", "has to live while its arrays are read");
}
