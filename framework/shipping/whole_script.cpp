#include "framework/shipping/whole_script.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

/// Numbers and code shrink far less.
constexpr std::uintmax_t most_inflated = 200, allowed_anyhow = 1 << 20;

[[noreturn]] void damaged(archive* reader) {
  const char* text = archive_error_string(reader);
  std::string said = text ? text : "its archive ends early";
  make_plain(said);
  throw Error("it is damaged: " + said);
}

/// How many bytes there are in the entry, all of which are read.
std::uintmax_t read_entry(archive* reader) {
  std::array<char, 1 << 16> bytes;
  std::uintmax_t size = 0;
  for (;;) {
    const la_ssize_t count = archive_read_data(reader, bytes.data(), bytes.size());
    if (count == 0) return size;
    if (count < 0) damaged(reader);
    size += static_cast<std::uintmax_t>(count);
  }
}

}  // namespace

void require_whole_script(const std::string& path) {
  const std::unique_ptr<archive, decltype(&archive_read_free)> reader(archive_read_new(),
                                                                      archive_read_free);
  archive_read_support_format_zip_seekable(reader.get());
  if (archive_read_open_filename(reader.get(), path.c_str(), 1 << 16) != ARCHIVE_OK)
    damaged(reader.get());
  const std::uintmax_t most =
      std::max(allowed_anyhow, most_inflated * std::filesystem::file_size(path));
  std::uintmax_t size = 0;
  archive_entry* entry = nullptr;
  for (;;) {
    const int result = archive_read_next_header(reader.get(), &entry);
    if (result == ARCHIVE_EOF) return;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) damaged(reader.get());
    size += read_entry(reader.get());
    if (size > most) throw Error("it inflates to more than " + std::to_string(most) + " bytes");
  }
}

}  // namespace facet
