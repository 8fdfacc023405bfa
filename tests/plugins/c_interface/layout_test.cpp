// What the C interface says of DLPack, held against libtorch's own copy of DLPack.
#include <ATen/dlpack.h>
#include <gtest/gtest.h>

#include <cstddef>

#include "facet/c_interface.h"

namespace {

TEST(CInterface, ItsTensorIsLaidOutAsDLPacks) {
  EXPECT_EQ(sizeof(facet_tensor), sizeof(DLTensor));
  EXPECT_EQ(offsetof(facet_tensor, data), offsetof(DLTensor, data));
  EXPECT_EQ(offsetof(facet_tensor, device_type),
            offsetof(DLTensor, device) + offsetof(DLDevice, device_type));
  EXPECT_EQ(offsetof(facet_tensor, device_id),
            offsetof(DLTensor, device) + offsetof(DLDevice, device_id));
  EXPECT_EQ(offsetof(facet_tensor, ndim), offsetof(DLTensor, ndim));
  EXPECT_EQ(offsetof(facet_tensor, code), offsetof(DLTensor, dtype) + offsetof(DLDataType, code));
  EXPECT_EQ(offsetof(facet_tensor, bits), offsetof(DLTensor, dtype) + offsetof(DLDataType, bits));
  EXPECT_EQ(offsetof(facet_tensor, lanes), offsetof(DLTensor, dtype) + offsetof(DLDataType, lanes));
  EXPECT_EQ(offsetof(facet_tensor, shape), offsetof(DLTensor, shape));
  EXPECT_EQ(offsetof(facet_tensor, strides), offsetof(DLTensor, strides));
  EXPECT_EQ(offsetof(facet_tensor, byte_offset), offsetof(DLTensor, byte_offset));
}

/// Plugins that were built hold these numbers: a change needs a new FACET_C_INTERFACE.
TEST(CInterface, StaysAsItIsWhileItsNumberIsOne) {
  static_assert(FACET_C_INTERFACE == 1);
  EXPECT_EQ(sizeof(facet_tensor), 48U);
  EXPECT_EQ(sizeof(facet_message), 16U);
  EXPECT_EQ(sizeof(facet_value), 32U);
  EXPECT_EQ(sizeof(facet_option), 88U);
  EXPECT_EQ(sizeof(facet_component), 64U);
  EXPECT_EQ(sizeof(facet_segment), 24U);
  EXPECT_EQ(offsetof(facet_step, uniformity), 72U);
  EXPECT_EQ(offsetof(facet_criterion, destroy), 96U);
  EXPECT_EQ(offsetof(facet_space, num_bins), 32U);
  EXPECT_EQ(offsetof(facet_random, normal), 40U);
  EXPECT_EQ(offsetof(facet_distribution, destroy), 96U);
  EXPECT_EQ(offsetof(facet_plugin, num_distributions), 32U);
  EXPECT_EQ(FACET_LABEL, 4);
  EXPECT_EQ(FACET_AT_MOST, 8);
  EXPECT_EQ(FACET_INFO_NCE, 4);
  EXPECT_EQ(static_cast<int>(kDLCPU), 1);
  EXPECT_EQ(static_cast<int>(kDLInt), 0);
  EXPECT_EQ(static_cast<int>(kDLFloat), 2);
}

}  // namespace
