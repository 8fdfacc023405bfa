#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "facet/atomic_file.h"
#include "facet/npz.h"
#include "written_npy.h"

namespace facet {

namespace {

constexpr std::uint64_t needs_zip64 = 0xffffffff;

void append(std::string& text, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i, number >>= 8) text += static_cast<char>(number & 0xff);
}

struct Entry {
  std::string name;
  WrittenNpy npy;
  std::uint32_t crc = 0;
  std::uint64_t offset = 0;

  std::uint64_t size() const { return npy.header.size() + npy.num_bytes(); }
  bool zip64() const { return size() >= needs_zip64 || offset >= needs_zip64; }
};

Entry make_entry(const FileArray& array) {
  Entry entry{array.name() + ".npy", written_npy(array)};
  const auto& [header, values] = entry.npy;
  uLong crc = crc32_z(0, reinterpret_cast<const Bytef*>(header.data()), header.size());
  if (entry.npy.num_bytes() > 0)  // zlib starts anew when it is given no bytes
    crc = crc32_z(crc, static_cast<const Bytef*>(values.data_ptr()), entry.npy.num_bytes());
  entry.crc = static_cast<std::uint32_t>(crc);
  return entry;
}

/// Names are UTF-8: readers are told so where it makes a difference.
std::uint64_t name_flag(const std::string& name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return (c & 0x80) == 0; });
  return ascii ? 0 : 0x800;
}

/// The fields that local header and directory share, from the version to the extra field's length.
/// The time is fixed (1980-01-01), so that equal arrays give equal bytes.
void append_common(std::string& text, const Entry& entry, std::size_t extra_size) {
  const std::uint64_t size = entry.zip64() ? needs_zip64 : entry.size();
  append(text, entry.zip64() ? 45 : 20, 2);
  append(text, name_flag(entry.name), 2);
  append(text, 0, 2);           // stored
  append(text, 0x00210000, 4);  // time and date
  append(text, entry.crc, 4);
  append(text, size, 4);
  append(text, size, 4);
  append(text, entry.name.size(), 2);
  append(text, extra_size, 2);
}

std::string zip64_extra(const Entry& entry, bool with_offset) {
  if (!entry.zip64()) return "";
  std::string extra;
  append(extra, 1, 2);
  append(extra, with_offset ? 24 : 16, 2);
  append(extra, entry.size(), 8);
  append(extra, entry.size(), 8);
  if (with_offset) append(extra, entry.offset, 8);
  return extra;
}

std::string local_header(const Entry& entry) {
  const std::string extra = zip64_extra(entry, false);
  std::string text;
  append(text, 0x04034b50, 4);
  append_common(text, entry, extra.size());
  return text + entry.name + extra;
}

std::string directory_entry(const Entry& entry) {
  const std::string extra = zip64_extra(entry, true);
  std::string text;
  append(text, 0x02014b50, 4);
  append(text, 45, 2);
  append_common(text, entry, extra.size());
  append(text, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
  append(text, entry.zip64() ? needs_zip64 : entry.offset, 4);
  return text + entry.name + extra;
}

std::string end_of_directory(std::uint64_t count, std::uint64_t size, std::uint64_t offset) {
  std::string text;
  const bool zip64 = offset >= needs_zip64 || count >= 0xffff;
  if (zip64) {
    append(text, 0x06064b50, 4);
    append(text, 44, 8);
    append(text, 45, 2);
    append(text, 45, 2);
    append(text, 0, 8);
    append(text, count, 8);
    append(text, count, 8);
    append(text, size, 8);
    append(text, offset, 8);
    append(text, 0x07064b50, 4);
    append(text, 0, 4);
    append(text, offset + size, 8);
    append(text, 1, 4);
  }
  append(text, 0x06054b50, 4);
  append(text, 0, 4);
  append(text, zip64 ? 0xffff : count, 2);
  append(text, zip64 ? 0xffff : count, 2);
  append(text, size, 4);
  append(text, zip64 ? needs_zip64 : offset, 4);
  append(text, 0, 2);
  return text;
}

}  // namespace

void write_npz_arrays(const std::string& path, const FileArrays& arrays) {
  std::vector<Entry> entries;
  for (const FileArray& array : arrays) entries.push_back(make_entry(array));
  AtomicFile file(path);
  for (Entry& entry : entries) {
    entry.offset = file.written();
    file.write(local_header(entry));
    file.write(entry.npy.header);
    file.write(entry.npy.values.data_ptr(), entry.npy.num_bytes());
  }
  const std::uint64_t directory = file.written();
  for (const Entry& entry : entries) file.write(directory_entry(entry));
  file.write(end_of_directory(entries.size(), file.written() - directory, directory));
  file.finish();
}

void write_npz(const std::string& path, const std::vector<NamedTensor>& arrays) {
  write_npz_arrays(path, {arrays.begin(), arrays.end()});
}

}  // namespace facet
