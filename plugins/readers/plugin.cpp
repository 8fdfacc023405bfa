#include "facet/plugin.h"

#include "event_pairs.h"
#include "facet/npz.h"
#include "facet/reader.h"
#include "pynapple.h"

namespace {

class NpzReader : public facet::Reader {
 public:
  facet::FileArrays list(const std::string& path) const override {
    return facet::with_event_pairs(facet::with_pynapple_objects(facet::list_npz(path), path), path);
  }
};

/// The array takes the name of its file.
class NpyReader : public facet::Reader {
 public:
  facet::FileArrays list(const std::string& path) const override {
    return {facet::list_npy(path)};
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<NpzReader>("npz", "numpy's archive of arrays, or an object of pynapple's");
  registrar.add<NpyReader>("npy", "one numpy array, named after its file");
}
