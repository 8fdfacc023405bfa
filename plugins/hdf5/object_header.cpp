#include "object_header.h"

#include <algorithm>
#include <fstream>

#include "handle.h"
#include "texts.h"

namespace facet::hdf5 {

namespace {

/// What the file of an object was created with.
class Creation {
 public:
  explicit Creation(hid_t object)
      : file_(H5Iget_file_id(object), H5Fclose), properties_(H5Fget_create_plist(file_), H5Pclose) {
    H5Pget_userblock(properties_, &user_block);
    H5Pget_sizes(properties_, &widths.of_address, &widths.of_length);
  }

  hsize_t user_block = 0;  ///< bytes before the one with address 0
  Widths widths;

 private:
  const Handle file_, properties_;
};

/// A part of a header: where it is, or what lies there.
struct Place {
  std::uint64_t at, size;
};

Bytes read(std::ifstream& file, const Place& place) {
  constexpr std::uint64_t longest = 1 << 24;  // a message has 64 KB at most
  std::string bytes(std::min(place.size, longest), '\0');
  file.clear();
  file.seekg(static_cast<std::streamoff>(place.at));
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  const Bytes there(std::move(bytes));
  there.require(0, place.size);
  return there;
}

constexpr std::uint64_t continuation = 16;  // the message that says where the header goes on

struct Messages {
  std::vector<Bytes> asked;
  std::vector<Place> parts;  ///< of the header
};

void take_messages(const Bytes& part, Message kind, const Creation& creation, Messages& messages) {
  constexpr std::uint64_t shared = 2, before = 8;
  const Widths& widths = creation.widths;
  for (std::uint64_t at = 0; at + before <= part.size();) {
    const std::uint64_t type = part.number(at, 2), flags = part.number(at + 4, 1);
    const Bytes message = part.part(at + before, part.number(at + 2, 2));
    if (type == static_cast<std::uint64_t>(kind) && (flags & shared) == 0)
      messages.asked.push_back(message);
    if (type == continuation)
      messages.parts.push_back({creation.user_block + message.number(0, widths.of_address),
                                message.number(widths.of_address, widths.of_length)});
    at += before + message.size();
  }
}

}  // namespace

std::vector<Bytes> messages_of(hid_t object, Message kind) {
  constexpr std::uint64_t begin = 16;  // of the messages, behind how many bytes they take
  H5O_info_t info;
  if (H5Oget_info2(object, &info, H5O_INFO_BASIC | H5O_INFO_HDR) < 0 || info.hdr.version != 1 ||
      (info.hdr.mesg.present >> static_cast<unsigned>(kind) & 1) == 0)
    return {};
  const Creation creation(object);
  std::ifstream file(file_of(object), std::ios::binary);
  const std::uint64_t at = creation.user_block + info.addr;
  Messages messages;
  messages.parts.push_back({at + begin, read(file, {at, begin}).number(8, 4)});
  for (std::size_t i = 0; i < std::min<std::size_t>(messages.parts.size(), info.hdr.nchunks); ++i)
    take_messages(read(file, messages.parts[i]), kind, creation, messages);
  return std::move(messages.asked);
}

Widths widths_in_file_of(hid_t object) {
  return Creation(object).widths;
}

}  // namespace facet::hdf5
