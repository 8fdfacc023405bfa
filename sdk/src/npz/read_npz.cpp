#include <zlib.h>

#include <algorithm>
#include <limits>

#include "facet/error.h"
#include "facet/npz.h"
#include "mapped_file.h"
#include "npy.h"
#include "zip_directory.h"

namespace facet {

namespace {

constexpr std::string_view extension = ".npy";

/// zlib counts in 32 bits: feeds it piece by piece.
uInt piece(std::size_t left) {
  return static_cast<uInt>(std::min<std::size_t>(left, std::numeric_limits<uInt>::max()));
}

bool inflate_into(const ZipEntry& entry, std::vector<std::byte>& out) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
  std::size_t in_left = entry.data.size(), out_left = out.size();
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(entry.data.data()));
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  int status = Z_OK;
  while (status == Z_OK) {
    const uInt in = piece(in_left), room = piece(out_left);
    stream.avail_in = in;
    stream.avail_out = room;
    status = inflate(&stream, Z_NO_FLUSH);
    in_left -= in - stream.avail_in;
    out_left -= room - stream.avail_out;
    if (status == Z_OK && stream.avail_in == in && stream.avail_out == room) status = Z_BUF_ERROR;
  }
  inflateEnd(&stream);
  return status == Z_STREAM_END && out_left == 0;
}

std::shared_ptr<std::vector<std::byte>> inflated(const ZipEntry& entry, const std::string& where) {
  // Deflate cannot shrink by more than about 1032 to 1: a larger size is a lie.
  if (entry.size / 1100 > entry.data.size()) throw Error(where + ": is damaged");
  auto bytes = std::make_shared<std::vector<std::byte>>(entry.size);
  if (!inflate_into(entry, *bytes)) throw Error(where + ": is damaged: it cannot be inflated");
  uLong crc = crc32_z(0, reinterpret_cast<const Bytef*>(bytes->data()), bytes->size());
  if (crc != entry.crc) throw Error(where + ": is damaged: its checksum does not match");
  return bytes;
}

}  // namespace

at::Tensor read_npy(const std::string& path) {
  const auto file = std::make_shared<const MappedFile>(path);
  return parse_npy(file->bytes(), file, path);
}

std::vector<NamedTensor> read_npz(const std::string& path,
                                  std::vector<UnreadableArray>* unreadable) {
  const auto file = std::make_shared<const MappedFile>(path);
  std::vector<NamedTensor> arrays;
  for (const ZipEntry& entry : read_zip_directory(file->bytes(), path)) {
    std::string name = entry.name;
    if (name.ends_with(extension)) name.resize(name.size() - extension.size());
    const std::string where = path + ": '" + name + "'";
    std::span<const std::byte> npy = entry.data;
    std::shared_ptr<const void> owner = file;
    if (entry.deflated) {
      const auto bytes = inflated(entry, where);
      npy = *bytes;
      owner = bytes;
    }
    const std::string why = unreadable ? why_unreadable(npy, where) : "";
    if (why.empty())
      arrays.push_back({name, parse_npy(npy, owner, where)});
    else
      unreadable->push_back({name, why});
  }
  return arrays;
}

}  // namespace facet
