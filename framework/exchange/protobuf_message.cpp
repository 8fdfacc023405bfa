#include "framework/exchange/protobuf_message.h"

namespace facet {

namespace {

constexpr std::uint64_t varint = 0, length_delimited = 2;

std::uint64_t tag(std::uint32_t field, std::uint64_t type) {
  return std::uint64_t{field} << 3 | type;
}

}  // namespace

/// Seven bits a byte, the lowest first; the eighth says that more follow.
void ProtobufMessage::add_varint(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>((value & 0x7f) | 0x80);
  bytes_ += static_cast<char>(value);
}

ProtobufMessage& ProtobufMessage::add(std::uint32_t field, std::int64_t value) {
  add_varint(tag(field, varint));
  add_varint(static_cast<std::uint64_t>(value));
  return *this;
}

ProtobufMessage& ProtobufMessage::add(std::uint32_t field, const std::string& bytes) {
  add_varint(tag(field, length_delimited));
  add_varint(bytes.size());
  bytes_ += bytes;
  return *this;
}

}  // namespace facet
