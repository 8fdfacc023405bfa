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

/// zlib counts in 32 bits: feeds it piece by piece.
uInt piece(std::size_t left) {
  return static_cast<uInt>(std::min<std::size_t>(left, std::numeric_limits<uInt>::max()));
}

/// Inflates until `out` is full or the entry ends. Returns whether it did both, or is as it should
/// be so far where `out` is smaller than the entry.
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
  const bool ended = status == Z_STREAM_END || out.size() < entry.size;
  return ended && out_left == 0;
}

std::shared_ptr<std::vector<std::byte>> inflated(const ZipEntry& entry) {
  auto bytes = std::make_shared<std::vector<std::byte>>(entry.size);
  if (!inflate_into(entry, *bytes)) throw Error("is damaged: it cannot be inflated");
  return bytes;
}

void require_checksum(const ZipEntry& entry, std::span<const std::byte> bytes) {
  const uLong crc = crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  if (crc != entry.crc) throw Error("is damaged: its checksum does not match");
}

/// Puts the name of an array before what is wrong with it.
template <class Action>
auto named(const std::string& name, const Action& action) {
  try {
    return action();
  } catch (const Error& error) {
    throw Error(name + " " + error.what());
  }
}

at::Tensor read_entry(const std::shared_ptr<const MappedFile>& file, const ZipEntry& entry,
                      const NpyHeader& header) {
  return named(file->path() + ": '" + entry.name + "'", [&] {
    if (entry.deflated) require_memory(header.shape, header.type);
    const auto bytes = entry.deflated ? inflated(entry) : nullptr;
    const std::span<const std::byte> npy = bytes ? *bytes : entry.data;
    require_checksum(entry, npy);
    return parse_npy(npy, bytes ? std::shared_ptr<const void>(bytes) : file);
  });
}

NpyHeader header_of(const ZipEntry& entry) {
  if (!entry.deflated) return read_npy_header(entry.data);
  std::vector<std::byte> begin(std::min(entry.size, longest_npy_header));
  if (!inflate_into(entry, begin)) throw Error("is damaged: it cannot be inflated");
  return read_npy_header(begin);
}

FileArray list_entry(const std::shared_ptr<const MappedFile>& file, const ZipEntry& entry) {
  if (!entry.why_unreadable.empty()) return FileArray::unreadable(entry.name, entry.why_unreadable);
  try {
    const NpyHeader header = header_of(entry);
    if (!header.why_unreadable.empty())
      return FileArray::unreadable(entry.name, header.why_unreadable);
    require_size(header, entry.size);
    return {entry.name, header.shape, header.type, [=] { return read_entry(file, entry, header); }};
  } catch (const Error& error) {
    return FileArray::unreadable(entry.name, error.what());
  }
}

/// What macOS puts into an archive beside each file of it.
bool is_of_finder(const std::string& name) {
  const std::string file = name.substr(name.rfind('/') + 1);
  return name.starts_with("__MACOSX/") || file.starts_with("._") || file == ".DS_Store";
}

}  // namespace

at::Tensor read_npy(const std::string& path) {
  const auto file = std::make_shared<const MappedFile>(path);
  return named(path + ":", [&] { return parse_npy(file->bytes(), file); });
}

FileArrays list_npz(const std::string& path) {
  const auto file = std::make_shared<const MappedFile>(path);
  FileArrays arrays;
  for (const ZipEntry& entry : read_zip_directory(file->bytes(), path))
    if (!is_of_finder(entry.name)) arrays.push_back(list_entry(file, entry));
  return arrays;
}

std::vector<NamedTensor> read_npz(const std::string& path) {
  std::vector<NamedTensor> arrays;
  for (const FileArray& array : list_npz(path)) {
    if (!array.why_unreadable().empty())
      throw Error(path + ": '" + array.name() + "' " + array.why_unreadable());
    arrays.push_back({array.name(), array.read()});
  }
  return arrays;
}

}  // namespace facet
