#include "framework/assembly/device.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <regex>

#include "facet/error.h"

namespace facet {

namespace {

std::int64_t num_cuda_devices() {
  return at::hasCUDA() ? at::detail::getCUDAHooks().getNumGPUs() : 0;
}

c10::Device current_cuda_device() {
  return c10::impl::VirtualGuardImpl(c10::kCUDA).getDevice();
}

}  // namespace

c10::Device choose_device(const std::string& text) {
  if (text == "cpu") return c10::kCPU;
  if (text == "auto") return num_cuda_devices() > 0 ? current_cuda_device() : c10::kCPU;

  std::smatch match;
  if (!std::regex_match(text, match, std::regex("cuda(:([0-9]{1,3}))?")))
    throw Error("must be one of 'auto', 'cpu', 'cuda', 'cuda:N', got '" + text + "'");
  if (!at::hasCUDA())
    throw Error("'" + text +
                "' was asked for, but this libtorch was built without CUDA; use 'cpu' " +
                "or 'auto', or build Facet with a CUDA libtorch (-DFACET_TORCH=...)");
  const std::int64_t count = num_cuda_devices();
  if (count > 0 && !match[2].matched) return current_cuda_device();
  const int index = match[2].matched ? std::stoi(match[2]) : 0;
  if (index >= count)
    throw Error("'" + text + "' was asked for, but this machine has " + std::to_string(count) +
                " CUDA devices; use 'cpu' or 'auto'");
  return c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(index));
}

void take_cuda_device(std::int64_t number) {
  const std::int64_t count = num_cuda_devices();
  if (count == 0) return;
  const auto index = static_cast<c10::DeviceIndex>(number % count);
  c10::impl::VirtualGuardImpl(c10::kCUDA).setDevice({c10::kCUDA, index});
}

}  // namespace facet
