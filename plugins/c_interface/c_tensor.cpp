#include "c_tensor.h"

namespace facet {

namespace {

constexpr std::int32_t cpu = 1;  // these numbers are DLPack's
constexpr std::uint8_t integer = 0, floating = 2;

}  // namespace

CTensor::CTensor(at::Tensor tensor)
    : tensor_(std::move(tensor)),
      shape_(tensor_.sizes().vec()),
      strides_(tensor_.strides().vec()),
      described_{.data = tensor_.data_ptr(),
                 .device_type = cpu,
                 .device_id = 0,
                 .ndim = static_cast<std::int32_t>(tensor_.dim()),
                 .code = tensor_.is_floating_point() ? floating : integer,
                 .bits = static_cast<std::uint8_t>(8 * tensor_.element_size()),
                 .lanes = 1,
                 .shape = shape_.data(),
                 .strides = strides_.data(),
                 .byte_offset = 0} {}

}  // namespace facet
