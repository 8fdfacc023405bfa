#include "event.h"

#include <algorithm>
#include <bit>

#include "crc32c.h"

namespace facet::logs {

namespace {

template <class Integer>
std::string little_endian(Integer value) {
  std::string bytes;
  for (std::size_t i = 0; i < sizeof value; ++i)
    bytes += static_cast<char>(value >> (8 * i) & 0xff);
  return bytes;
}

std::string varint(std::uint64_t value) {
  std::string bytes;
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  return bytes + static_cast<char>(value);
}

// Fields of a message of protocol buffers: their number and what kind of value follows, then that.

std::string integer_field(std::uint64_t number, std::int64_t value) {
  return varint(number << 3) + varint(static_cast<std::uint64_t>(value));
}

std::string double_field(std::uint64_t number, double value) {
  return varint(number << 3 | 1) + little_endian(std::bit_cast<std::uint64_t>(value));
}

std::string bytes_field(std::uint64_t number, const std::string& bytes) {
  return varint(number << 3 | 2) + varint(bytes.size()) + bytes;
}

std::string float_field(std::uint64_t number, float value) {
  return varint(number << 3 | 5) + little_endian(std::bit_cast<std::uint32_t>(value));
}

std::string masked_checksum(const std::string& bytes) {
  return little_endian(std::rotr(crc32c(bytes), 15) + 0xa282ead8U);
}

}  // namespace

std::string framed(const std::string& data) {
  const std::string length = little_endian<std::uint64_t>(data.size());
  return length + masked_checksum(length) + data + masked_checksum(data);
}

// The numbers are those of tensorflow.Event, .SessionLog, .Summary and .Summary.Value.

std::string version_record(double wall_time) {
  return framed(double_field(1, wall_time) + bytes_field(3, "brain.Event:2"));
}

std::string start_record(double wall_time, std::int64_t step) {
  constexpr std::int64_t start = 1;
  return framed(double_field(1, wall_time) + integer_field(2, step) +
                bytes_field(7, integer_field(1, start)));
}

std::string row_record(double wall_time, const Row& row) {
  std::string summary;
  for (const auto& [name, value] : row.values) {
    std::string tag = name;
    std::ranges::replace(tag, '.', '/');
    summary += bytes_field(1, bytes_field(1, tag) + float_field(2, static_cast<float>(value)));
  }
  return framed(double_field(1, wall_time) + integer_field(2, row.step) + bytes_field(5, summary));
}

}  // namespace facet::logs
