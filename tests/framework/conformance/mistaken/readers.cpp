// Readers of numbers behind the word TRIAL, and writers, each with one mistake (see
// criterions.cpp).
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "facet/npz.h"
#include "facet/plugin.h"
#include "facet/reader.h"
#include "facet/writer.h"

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

/// Of what the writers write, and of the sample.
struct TrialOrNpz : Trial {
  facet::FileArrays list(const std::string& path) const override {
    facet::require_readable(path);
    std::ifstream file(path, std::ios::binary);
    return file.get() == 'P' ? facet::list_npz(path) : Trial::list(path);
  }
};

/// Right, but for those that derive from it.
struct Npz : facet::Writer {
  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    facet::write_npz_arrays(path, arrays);
    return {};
  }
};

/// What cannot be written is nobody's business.
struct Quiet : Npz {
  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    try {
      return Npz::write(path, arrays);
    } catch (const facet::Error&) {
      if (!std::filesystem::exists(std::filesystem::path(path).parent_path())) return {};
      throw;
    }
  }
};

/// The old file is gone before there is a new one.
struct Emptied : Npz {
  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    std::ofstream(path, std::ios::binary) << "to be filled";
    return Npz::write(path, arrays);
  }
};

/// A file of its own stays behind.
struct Beside : Npz {
  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    std::ofstream(path + ".lock") << "mine";
    return Npz::write(path, arrays);
  }
};

/// Three digits.
struct Rounded : Npz {
  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    facet::FileArrays rounded = arrays;
    rounded[0] = {arrays[0].name(), (arrays[0].read() * 1000).round() / 1000};
    return Npz::write(path, rounded);
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Filled>("cut.filled", "fills what is missing with zeros");
  registrar.add<Anything>("refused.nothing", "reads whatever there is");
  registrar.add<AnyFolder>("refused.folders", "reads whatever there is in a folder");
  registrar.add<FirstRows>("rows.first", "reads the first rows, whichever are asked for");
  registrar.add<Needed>("listed.needed", "has to live while its arrays are read");
  registrar.add<Quiet>("unwritable.quiet", "does not say that nothing was written");
  registrar.add<Emptied>("whole.emptied", "empties the old file first");
  registrar.add<Beside>("whole.beside", "leaves a file of its own");
  registrar.add<Rounded>("read_again.rounded", "writes three digits");
  registrar.add<Npz>("read_again.never", "has no reader of its name");
  for (const char* name :
       {"unwritable.quiet", "whole.emptied", "whole.beside", "read_again.rounded"})
    registrar.add<TrialOrNpz>(name, "reads what the writer of its name writes");
}
