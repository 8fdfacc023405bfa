#include <ATen/ops/tensor.h>

#include "facet/writer.h"
#include "framework/conformance/doing.h"
#include "framework/conformance/trial_arrays.h"
#include "framework/conformance/uses_by_kind.h"
#include "framework/files/files.h"
#include "framework/files/temporary_folder.h"

namespace facet {

Use use_writer(const Tried& tried) {
  return [writer = tried.make<Writer>(), &tried](const Situation&) {
    const TemporaryFolder folder;
    const std::string path = folder.path() + "/trial." + tried.info().name;
    now_doing("its write()");
    writer->write(path, trial_arrays());
    now_doing(nullptr);
    const std::string bytes = read_text(path);
    return Results{
        {"file", at::tensor(std::vector<std::uint8_t>(bytes.begin(), bytes.end()), at::kByte)}};
  };
}

}  // namespace facet
