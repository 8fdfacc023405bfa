#include "core/kernels/kernel_table.h"

#include <ATen/ops/zeros.h>
#include <gtest/gtest.h>

#include "plugins/core/kernels/processor_flags.h"

namespace facet::kernels {
namespace {

using Name = const char*();

const char* cuda() {
  return "cuda";
}
const char* float_cpu() {
  return "float on a CPU";
}
const char* any_cpu() {
  return "any on a CPU";
}
const char* plain() {
  return "plain";
}

constexpr Implementation<Name> table[] = {
    {.device = at::kCUDA, .function = cuda},
    {.device = at::kCPU, .types = {at::kFloat}, .function = float_cpu},
    {.device = at::kCPU, .function = any_cpu},
    {.function = plain},
};

std::string chosen(at::Device device, at::ScalarType type) {
  return choose(table, at::zeros({1}, at::device(device).dtype(type)))();
}

TEST(KernelTable, GivesTheFirstImplementationForTheDeviceAndType) {
  EXPECT_EQ(chosen(at::kCPU, at::kFloat), "float on a CPU");
  EXPECT_EQ(chosen(at::kCPU, at::kDouble), "any on a CPU");
}

TEST(KernelTable, GivesTheLastWhereNoOtherIsFor) {
  EXPECT_EQ(chosen(at::kMeta, at::kFloat), "plain");
}

/// What the kernel says of the processor, which Linux prints.
TEST(KernelTable, KnowsTheInstructionSetsOfTheProcessor) {
  EXPECT_TRUE(runs_here(InstructionSet::any));
  EXPECT_EQ(runs_here(InstructionSet::avx2), test::processor_has({"avx2", "fma"}));
  EXPECT_EQ(runs_here(InstructionSet::avx512),
            test::processor_has({"avx2", "fma", "avx512f", "avx512bw", "avx512dq", "avx512vl"}));
}

}  // namespace
}  // namespace facet::kernels
