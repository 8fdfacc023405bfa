#include "framework/assembly/device.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <regex>

#include "facet/error.h"

namespace facet {

namespace {

std::int64_t num_cuda_devices() {
  return at::hasCUDA() ? at::detail::getCUDAHooks().getNumGPUs() : 0;
}

}  // namespace

c10::Device choose_device(const std::string& text) {
  if (text == "cpu") return c10::kCPU;
  if (text == "auto") return num_cuda_devices() > 0 ? c10::Device(c10::kCUDA, 0) : c10::kCPU;

  std::smatch match;
  if (!std::regex_match(text, match, std::regex("cuda(:([0-9]{1,3}))?")))
    throw Error("must be one of 'auto', 'cpu', 'cuda', 'cuda:N', got '" + text + "'");
  if (!at::hasCUDA())
    throw Error("'" + text +
                "' was asked for, but this libtorch was built without CUDA; use 'cpu' " +
                "or 'auto', or build Facet with a CUDA libtorch (-DFACET_TORCH=...)");
  const int index = match[2].matched ? std::stoi(match[2]) : 0;
  if (index >= num_cuda_devices())
    throw Error("'" + text + "' was asked for, but this machine has " +
                std::to_string(num_cuda_devices()) + " CUDA devices; use 'cpu' or 'auto'");
  return c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(index));
}

}  // namespace facet
