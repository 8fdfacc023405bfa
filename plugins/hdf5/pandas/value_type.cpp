#include "value_type.h"

namespace facet::hdf5::pandas {

namespace {

constexpr std::size_t longest_text = 1 << 20;

/// Of `datetime64[us]` and `timedelta64[us]`; nanoseconds where no unit is said.
std::int64_t per_second(const std::string& word) {
  const std::size_t open = word.find('[');
  const std::string unit = open == std::string::npos ? "ns" : word.substr(open + 1, 2);
  if (unit == "ms") return 1000;
  if (unit == "us") return 1'000'000;
  return unit == "s]" ? 1 : 1'000'000'000;
}

ValueType integer(std::size_t size, bool has_sign) {
  using Kind = ValueType::Kind;
  if (size == 1 && has_sign) return {Kind::number, H5T_NATIVE_INT8, 1, at::kChar};
  if (size == 1) return {Kind::number, H5T_NATIVE_UINT8, 1, at::kByte};
  if (size == 2 && has_sign) return {Kind::number, H5T_NATIVE_INT16, 2, at::kShort};
  if (size == 2 || (size == 4 && has_sign)) return {Kind::number, H5T_NATIVE_INT32, 4, at::kInt};
  return {Kind::number, size == 8 && !has_sign ? H5T_NATIVE_UINT64 : H5T_NATIVE_INT64, 8,
          at::kLong};
}

}  // namespace

at::ScalarType ValueType::given() const {
  if (kind == Kind::time) return at::kDouble;
  return kind == Kind::boolean ? at::kBool : stored;
}

std::optional<ValueType> value_type(hid_t stored, const std::string& word) {
  using Kind = ValueType::Kind;
  const std::size_t size = H5Tget_size(stored);
  const bool is_time = word.starts_with("datetime64") || word.starts_with("timedelta64");
  switch (H5Tget_class(stored)) {
    case H5T_BITFIELD:
      if (size != 1) return std::nullopt;
      return ValueType{Kind::boolean, H5T_NATIVE_B8, 1, at::kByte};
    case H5T_FLOAT:
      return size <= 4 ? ValueType{Kind::number, H5T_NATIVE_FLOAT, 4, at::kFloat}
                       : ValueType{Kind::number, H5T_NATIVE_DOUBLE, 8, at::kDouble};
    case H5T_INTEGER:
      if (is_time) return ValueType{Kind::time, H5T_NATIVE_INT64, 8, at::kLong, per_second(word)};
      if (word == "bool" && size == 1)
        return ValueType{Kind::boolean, H5T_NATIVE_UINT8, 1, at::kByte};
      return integer(size, H5Tget_sign(stored) == H5T_SGN_2);
    case H5T_STRING:
      if (H5Tis_variable_str(stored) > 0 || size > longest_text) return std::nullopt;
      return ValueType{Kind::text, -1, size};
    default: return std::nullopt;
  }
}

}  // namespace facet::hdf5::pandas
