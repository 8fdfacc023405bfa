#include "facet/plugin.h"

#include <filesystem>

#include "facet/npz.h"
#include "facet/reader.h"

namespace {

class NpzReader : public facet::Reader {
 public:
  facet::FileArrays read(const std::string& path) const override {
    facet::FileArrays file;
    file.arrays = facet::read_npz(path, &file.unreadable);
    return file;
  }
};

/// The array takes the name of its file.
class NpyReader : public facet::Reader {
 public:
  facet::FileArrays read(const std::string& path) const override {
    return {{{std::filesystem::path(path).stem(), facet::read_npy(path)}}};
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<NpzReader>("npz", "numpy's archive of arrays");
  registrar.add<NpyReader>("npy", "one numpy array, named after its file");
}
