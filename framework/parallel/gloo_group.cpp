#include "framework/parallel/gloo_group.h"

#include <ATen/core/grad_mode.h>

#include <sstream>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>

#include "framework/parallel/launch.h"
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

}  // namespace

struct GlooGroup::Group {
  c10::intrusive_ptr<ProcessGroupGloo> gloo;
};

GlooGroup::GlooGroup(const StorePlace& store, std::int64_t rank, std::int64_t size,
                     const std::string& address, std::chrono::milliseconds timeout) {
  const auto options = ProcessGroupGloo::Options::create(timeout);
  options->devices = devices_of(address);
  const auto own_store = c10::make_intrusive<c10d::PrefixStore>(
      store.prefix + "/gloo", connect_tcp_store(store.host, store.port));
  group_ = std::make_unique<Group>(Group{c10::make_intrusive<ProcessGroupGloo>(
      own_store, static_cast<int>(rank), static_cast<int>(size), options)});
}

GlooGroup::~GlooGroup() = default;

void GlooGroup::sum(at::Tensor& values) {
  const at::NoGradGuard no_grad;
  std::vector<at::Tensor> summed{values.cpu().contiguous()};  // the same, where it is both
  group_->gloo->allreduce(summed)->wait();
  if (!summed[0].is_same(values)) values.copy_(summed[0]);
}

bool can_sum(at::ScalarType type) {
  return type == at::kFloat || type == at::kDouble || type == at::kLong || type == at::kByte;
}

}  // namespace facet
