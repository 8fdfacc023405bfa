#include "framework/assembly/device.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <gmock/gmock.h>

#include "message_of.h"

namespace facet {
namespace {

int num_devices() {
  return at::hasCUDA() ? at::detail::getCUDAHooks().getNumGPUs() : 0;
}

TEST(ChooseDevice, TakesTheCpuWhenAskedTo) {
  EXPECT_EQ(choose_device("cpu").str(), "cpu");
}

TEST(ChooseDevice, TakesCudaWhereThereIsOneWhenItMayChoose) {
  EXPECT_EQ(choose_device("auto").str(), num_devices() > 0 ? "cuda:0" : "cpu");
}

TEST(ChooseDevice, SaysWhatIsWrongWhenCudaIsAbsent) {
  const std::string message = message_of([] { choose_device("cuda:99"); });
  if (at::hasCUDA())
    EXPECT_EQ(message, "'cuda:99' was asked for, but this machine has " +
                           std::to_string(num_devices()) + " CUDA devices; use 'cpu' or 'auto'");
  else
    EXPECT_EQ(message,
              "'cuda:99' was asked for, but this libtorch was built without CUDA; use 'cpu' or "
              "'auto', or build Facet with a CUDA libtorch (-DFACET_TORCH=...)");
}

TEST(ChooseDevice, RefusesOtherTexts) {
  EXPECT_EQ(message_of([] { choose_device("gpu"); }),
            "must be one of 'auto', 'cpu', 'cuda', 'cuda:N', got 'gpu'");
}

}  // namespace
}  // namespace facet
