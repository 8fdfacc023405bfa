#include "zip_directory.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "facet/error.h"

namespace facet {

namespace {

constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t zip64_end_signature = 0x06064b50;
constexpr std::uint32_t zip64_locator_signature = 0x07064b50;
constexpr std::uint32_t directory_signature = 0x02014b50;
constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::size_t end_size = 22, zip64_locator_size = 20, directory_size = 46, local_size = 30;
constexpr std::uint32_t in_zip64 = 0xffffffff;

/// Little-endian numbers at places of a file; a place outside is an Error.
class Bytes {
 public:
  Bytes(std::span<const std::byte> bytes, const std::string& path) : bytes_(bytes), path_(path) {}

  std::uint64_t number(std::size_t at, std::size_t size) const {
    const auto part = range(at, size);
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | std::uint64_t(part[i]);
    return value;
  }
  std::span<const std::byte> range(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) damaged();
    return bytes_.subspan(at, size);
  }
  std::string text(std::size_t at, std::size_t size) const {
    return {reinterpret_cast<const char*>(range(at, size).data()), size};
  }
  std::size_t size() const { return bytes_.size(); }
  [[noreturn]] void damaged() const {
    const bool begins_as_one = bytes_.size() >= 2 && std::memcmp(bytes_.data(), "PK", 2) == 0;
    throw Error(path_ + (begins_as_one
                             ? ": is not a whole zip archive: it is truncated or damaged"
                             : ": is no npz file: it does not begin as a zip archive does"));
  }

 private:
  std::span<const std::byte> bytes_;
  const std::string& path_;
};

struct Directory {
  std::size_t offset, count;
};

Directory find_directory(const Bytes& zip) {
  if (zip.size() < end_size) zip.damaged();
  constexpr std::size_t longest_comment = 0xffff;
  std::size_t end = zip.size() - end_size;
  const std::size_t lowest = end > longest_comment ? end - longest_comment : 0;
  while (zip.number(end, 4) != end_signature) {
    if (end == lowest) zip.damaged();
    --end;
  }
  const bool has_locator = end >= zip64_locator_size &&
                           zip.number(end - zip64_locator_size, 4) == zip64_locator_signature;
  if (!has_locator) return {zip.number(end + 16, 4), zip.number(end + 10, 2)};
  const std::size_t end64 = zip.number(end - zip64_locator_size + 8, 8);
  if (zip.number(end64, 4) != zip64_end_signature) zip.damaged();
  return {zip.number(end64 + 48, 8), zip.number(end64 + 32, 8)};
}

/// Sizes and offset of an entry, which a zip64 extra field replaces where they do not fit.
struct Extent {
  std::uint64_t size, stored, offset;
};

Extent read_extent(const Bytes& zip, std::size_t at, std::size_t extra, std::size_t extra_size) {
  Extent extent{zip.number(at + 24, 4), zip.number(at + 20, 4), zip.number(at + 42, 4)};
  const std::size_t end = extra + extra_size;
  while (extra + 4 <= end) {
    const std::uint64_t id = zip.number(extra, 2), size = zip.number(extra + 2, 2);
    std::size_t field = extra + 4;
    extra = field + size;
    if (id != 1) continue;
    for (std::uint64_t* value : {&extent.size, &extent.stored, &extent.offset}) {
      if (*value != in_zip64) continue;
      *value = zip.number(field, 8);
      field += 8;
    }
  }
  return extent;
}

/// Why an entry cannot be read though it stands in the directory; finds its data otherwise.
std::string find_data(const Bytes& zip, const Extent& extent, std::uint64_t method,
                      ZipEntry& entry) {
  if (method != 0 && method != 8)
    return "is compressed by method " + std::to_string(method) +
           ", only stored and deflated arrays can be read";
  const bool has_header = extent.offset < zip.size() && zip.size() - extent.offset > local_size &&
                          zip.number(extent.offset, 4) == local_signature;
  if (!has_header) return "is damaged: it does not lie where the directory says";
  const std::size_t begin = extent.offset + local_size + zip.number(extent.offset + 26, 2) +
                            zip.number(extent.offset + 28, 2);
  if (begin > zip.size() || extent.stored > zip.size() - begin)
    return "is damaged: it reaches beyond the end of the file";
  entry.data = zip.range(begin, extent.stored);
  // Deflate cannot shrink by more than about 1032 to 1: a larger size is a lie.
  constexpr std::uint64_t highest_ratio = 1100;
  const bool possible =
      entry.deflated ? extent.size / highest_ratio <= extent.stored : extent.size == extent.stored;
  return possible ? "" : "is damaged: it cannot be as large as the directory says";
}

/// A byte that belongs to two entries would be read twice: a small file could be made to fill any
/// memory.
void require_apart(std::vector<ZipEntry> entries, const std::string& path) {
  std::erase_if(entries, [](const ZipEntry& entry) { return entry.data.empty(); });
  const auto before = [](const ZipEntry& a, const ZipEntry& b) {
    return a.data.data() < b.data.data();
  };
  std::sort(entries.begin(), entries.end(), before);
  for (std::size_t i = 1; i < entries.size(); ++i)
    if (entries[i - 1].data.data() + entries[i - 1].data.size() > entries[i].data.data())
      throw Error(path + ": is damaged: '" + entries[i - 1].name + "' and '" + entries[i].name +
                  "' lie over one another");
}

}  // namespace

std::vector<ZipEntry> read_zip_directory(std::span<const std::byte> bytes,
                                         const std::string& path) {
  constexpr std::string_view extension = ".npy";
  const Bytes zip(bytes, path);
  const Directory directory = find_directory(zip);
  std::vector<ZipEntry> entries;
  std::size_t at = directory.offset;
  for (std::size_t i = 0; i < directory.count; ++i) {
    if (zip.number(at, 4) != directory_signature) zip.damaged();
    const std::size_t name_size = zip.number(at + 28, 2), extra_size = zip.number(at + 30, 2);
    const std::size_t comment_size = zip.number(at + 32, 2);
    const std::uint64_t flags = zip.number(at + 8, 2), method = zip.number(at + 10, 2);
    ZipEntry entry;
    entry.name = zip.text(at + directory_size, name_size);
    if (entry.name.ends_with(extension)) entry.name.resize(entry.name.size() - extension.size());
    entry.crc = static_cast<std::uint32_t>(zip.number(at + 16, 4));
    entry.deflated = method == 8;
    const Extent extent = read_extent(zip, at, at + directory_size + name_size, extra_size);
    entry.size = extent.size;
    entry.why_unreadable = flags & 1 ? "is encrypted" : find_data(zip, extent, method, entry);
    entries.push_back(std::move(entry));
    at += directory_size + name_size + extra_size + comment_size;
  }
  require_apart(entries, path);
  return entries;
}

}  // namespace facet
