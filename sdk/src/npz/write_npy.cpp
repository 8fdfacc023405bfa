#include <ATen/ops/empty.h>

#include "facet/atomic_file.h"
#include "facet/npz.h"
#include "written_npy.h"

namespace facet {

WrittenNpy written_npy(const FileArray& array) {
  if (array.is_text()) return {npy_of_text(array.read_text()), at::empty({0}, at::kByte)};
  const at::Tensor values = array.read().detach().to(at::kCPU).contiguous();
  return {npy_header(values), values};
}

void write_npy(const std::string& path, const FileArray& array) {
  const WrittenNpy npy = written_npy(array);
  AtomicFile file(path);
  file.write(npy.header);
  file.write(npy.values.data_ptr(), npy.num_bytes());
  file.finish();
}

}  // namespace facet
