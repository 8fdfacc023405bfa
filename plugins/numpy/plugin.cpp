#include "facet/plugin.h"

#include "event_pairs.h"
#include "facet/npz.h"
#include "facet/reader.h"
#include "facet/writer.h"
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
  facet::FileArrays list(const std::string& path) const override { return {facet::list_npy(path)}; }
};

class NpzWriter : public facet::Writer {
 public:
  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    facet::write_npz_arrays(path, arrays);
    return {};
  }
};

class NpyWriter : public facet::Writer {
 public:
  std::vector<facet::LeftOut> write(const std::string& path,
                                    const facet::FileArrays& arrays) const override {
    facet::write_npy(path, arrays.at(0));
    std::vector<facet::LeftOut> left_out;
    for (std::size_t i = 1; i < arrays.size(); ++i)
      left_out.push_back({arrays[i].name(), "a .npy file holds one array"});
    return left_out;
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<NpzReader>("npz", "numpy's archive of arrays, or an object of pynapple's");
  registrar.add<NpyReader>("npy", "one numpy array, named after its file");
  registrar.add<NpzWriter>("npz", "numpy's archive of arrays");
  registrar.add<NpyWriter>("npy", "the first of the arrays");
}
