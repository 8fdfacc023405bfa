#include <ATen/core/grad_mode.h>

#include <sstream>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>

#include "framework/parallel/launch.h"
#include "framework/parallel/rank_group.h"
#include "framework/parallel/tcp_store.h"

namespace facet {

namespace {

using c10d::ProcessGroupGloo;
using Device = decltype(ProcessGroupGloo::Options::devices)::value_type;

std::vector<Device> devices_of(const std::string& address) {
  const auto interfaces = own_variable("GLOO_SOCKET_IFNAME");
  if (!interfaces) return {ProcessGroupGloo::createDeviceForHostname(address)};
  std::vector<Device> devices;
  std::istringstream names(*interfaces);
  for (std::string name; std::getline(names, name, ',');)
    devices.push_back(ProcessGroupGloo::createDeviceForInterface(name));
  return devices;
}

class GlooGroup : public RankGroup {
 public:
  explicit GlooGroup(const GroupPlace& place) {
    const auto options = ProcessGroupGloo::Options::create(place.timeout);
    options->devices = devices_of(place.address);
    gloo_ = c10::make_intrusive<ProcessGroupGloo>(store_of_group(place.store, "gloo"),
                                                  static_cast<int>(place.rank),
                                                  static_cast<int>(place.size), options);
  }

  void sum(at::Tensor& values) override {
    const at::NoGradGuard no_grad;
    std::vector<at::Tensor> summed{values.cpu().contiguous()};  // the same, where it is both
    gloo_->allreduce(summed)->wait();
    if (!summed[0].is_same(values)) values.copy_(summed[0]);
  }

 private:
  c10::intrusive_ptr<ProcessGroupGloo> gloo_;
};

}  // namespace

std::unique_ptr<RankGroup> connect_by_gloo(const GroupPlace& place) {
  return std::make_unique<GlooGroup>(place);
}

}  // namespace facet
