#pragma once

#include <cstdint>
#include <string>

namespace facet {

/// A message in the wire format of Protocol Buffers: fields one behind the other, each a number and
/// a value. (https://protobuf.dev/programming-guides/encoding)
class ProtobufMessage {
 public:
  ProtobufMessage& add(std::uint32_t field, std::int64_t value);  ///< a varint
  ProtobufMessage& add(std::uint32_t field, const std::string& bytes);
  ProtobufMessage& add(std::uint32_t field, const char* text) {
    return add(field, std::string(text));
  }
  ProtobufMessage& add(std::uint32_t field, const ProtobufMessage& message) {
    return add(field, message.bytes());
  }

  const std::string& bytes() const { return bytes_; }

 private:
  void add_varint(std::uint64_t value);

  std::string bytes_;
};

}  // namespace facet
