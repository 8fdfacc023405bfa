// Compiled, and never run: no machine with a GPU was at hand.
#include <ATen/core/grad_mode.h>

#include <cstdlib>
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>

#include "framework/parallel/rank_group.h"
#include "framework/parallel/tcp_store.h"

namespace facet {

namespace {

using c10d::ProcessGroupNCCL;

class NcclGroup : public RankGroup {
 public:
  explicit NcclGroup(const GroupPlace& place) {
    // Otherwise libtorch ends the process where a rank is lost, and nothing can be told or saved.
    ::setenv("TORCH_NCCL_BLOCKING_WAIT", "1", 0);
    const auto options = ProcessGroupNCCL::Options::create();
    options->timeout = place.timeout;
    nccl_ = c10::make_intrusive<ProcessGroupNCCL>(store_of_group(place.store, "nccl"),
                                                  static_cast<int>(place.rank),
                                                  static_cast<int>(place.size), options);
  }

  void sum(at::Tensor& values) override {
    const at::NoGradGuard no_grad;
    std::vector<at::Tensor> summed{values.contiguous()};
    nccl_->allreduce(summed)->wait();
    if (!summed[0].is_same(values)) values.copy_(summed[0]);
  }

 private:
  c10::intrusive_ptr<ProcessGroupNCCL> nccl_;
};

}  // namespace

std::unique_ptr<RankGroup> connect_by_nccl(const GroupPlace& place) {
  return std::make_unique<NcclGroup>(place);
}

}  // namespace facet
