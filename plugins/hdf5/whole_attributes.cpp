#include "whole_attributes.h"

#include "object_header.h"

namespace facet::hdf5 {

namespace {

/// How many values a dataspace has; of more than can be counted, the most there are.
std::uint64_t num_values(const Bytes& space, std::size_t of_length) {
  constexpr std::uint64_t none = 2;  // the kind of one of version 2
  const std::uint64_t version = space.number(0, 1), rank = space.number(1, 1);
  if (version == 2 && space.number(3, 1) == none) return 0;
  std::uint64_t count = 1;
  for (std::uint64_t i = 0; i < rank; ++i)
    if (__builtin_mul_overflow(
            count, space.number((version == 1 ? 8 : 4) + i * of_length, of_length), &count))
      return UINT64_MAX;
  return count;
}

/// Its name, type, dataspace and values lie one after the other.
void require_whole(const Bytes& attribute, std::size_t of_length) {
  constexpr std::uint64_t elsewhere = 3;  // flags: its type, its dataspace
  const std::uint64_t version = attribute.number(0, 1);
  const auto padded = [&](std::uint64_t size) { return version == 1 ? (size + 7) / 8 * 8 : size; };
  const std::uint64_t type_size = attribute.number(4, 2), space_size = attribute.number(6, 2);
  const std::uint64_t type_at = (version < 3 ? 8 : 9) + padded(attribute.number(2, 2));
  const std::uint64_t space_at = type_at + padded(type_size);
  const std::uint64_t values_at = space_at + padded(space_size);
  attribute.require(values_at, 0);
  if (version > 1 && (attribute.number(1, 1) & elsewhere) != 0) return;
  const std::uint64_t of_value = attribute.part(type_at, type_size).number(4, 4);
  std::uint64_t count = num_values(attribute.part(space_at, space_size), of_length);
  if (__builtin_mul_overflow(count, of_value, &count)) count = UINT64_MAX;
  attribute.require(values_at, count);
}

}  // namespace

void require_whole_attributes(hid_t object) {
  const std::size_t of_length = widths_in_file_of(object).of_length;
  for (const Bytes& attribute : messages_of(object, Message::attribute))
    require_whole(attribute, of_length);
}

}  // namespace facet::hdf5
