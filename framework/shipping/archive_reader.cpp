#include "framework/shipping/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <filesystem>
#include <memory>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/files/file_kind.h"
#include "framework/packs/pack_file_name.h"
#include "framework/shipping/archive_entries.h"
#include "framework/shipping/new_pack_file.h"

namespace facet {

namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

std::string said_by(archive* reader) {
  const char* text = archive_error_string(reader);
  std::string said = text ? text : "it is damaged";
  make_plain(said);
  return said;
}

/// A pipe would be waited for.
void require_file(const std::string& path) {
  std::error_code error;
  const std::filesystem::file_type type = std::filesystem::status(path, error).type();
  if (type != std::filesystem::file_type::regular && type != std::filesystem::file_type::not_found)
    throw Error("is no archive of a pack: it is " + file_kind(type) + ", not a file");
}

Archive open_archive(const std::string& path) {
  require_file(path);
  Archive reader(archive_read_new(), archive_read_free);
  archive_read_support_filter_zstd(reader.get());
  archive_read_support_format_tar(reader.get());
  if (archive_read_open_filename(reader.get(), path.c_str(), 1 << 16) != ARCHIVE_OK)
    throw Error("is no archive of a pack (tar compressed by zstd): " + said_by(reader.get()));
  if (archive_filter_code(reader.get(), 0) != ARCHIVE_FILTER_ZSTD)
    throw Error("is no archive of a pack: it is not compressed by zstd");
  return reader;
}

/// What an entry is that is neither a file nor a folder; empty: it is one of them.
std::string odd_kind(archive_entry* entry) {
  if (archive_entry_hardlink(entry)) return "a hard link";
  if (archive_entry_sparse_count(entry) > 0) return "a file with holes";
  switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
    case AE_IFDIR: return "";
    case AE_IFLNK: return "a link";
    case AE_IFCHR:
    case AE_IFBLK: return "a device";
    case AE_IFIFO: return "a pipe";
    case AE_IFSOCK: return "a socket";
    default: return "of an unknown kind";
  }
}

void unpack_file(archive* reader, NewPackFile& file, ArchiveEntries& entries) {
  const void* data = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0, expected = 0;
  for (;;) {
    const int result = archive_read_data_block(reader, &data, &size, &offset);
    if (result == ARCHIVE_EOF) return;
    if (result != ARCHIVE_OK) throw Error("is damaged: " + said_by(reader));
    if (offset != expected) throw Error("has a file with holes");
    expected += static_cast<la_int64_t>(size);
    entries.count(size);
    file.write(data, size);
  }
}

void unpack_entry(archive* reader, archive_entry* entry, ArchiveEntries& entries,
                  const std::string& folder) {
  const char* text = archive_entry_pathname(entry);
  if (!text) throw Error("has an entry whose name cannot be read");
  const std::string name = text;
  if (const std::string odd = odd_kind(entry); !odd.empty())
    throw Error("'" + shown_file_name(name) + "': is " + odd +
                "; a pack has files and folders only");
  if (archive_entry_filetype(entry) == AE_IFDIR) {
    entries.take_folder(name);
    return;  // made with the first file in it: SHA256SUMS knows no empty folders
  }
  entries.take_file(name);
  NewPackFile file(folder, name);
  unpack_file(reader, file, entries);
}

void unpack(const std::string& path, const std::string& folder) {
  const Archive reader = open_archive(path);
  ArchiveEntries entries(std::filesystem::file_size(path));
  for (;;) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader.get(), &entry);
    if (result == ARCHIVE_EOF) return;
    if (result != ARCHIVE_OK) throw Error("is damaged: " + said_by(reader.get()));
    unpack_entry(reader.get(), entry, entries, folder);
  }
}

}  // namespace

void unpack_archive(const std::string& archive, const std::string& folder) {
  try {
    unpack(archive, folder);
  } catch (const Error& error) {
    throw Error(archive + ": " + error.what());
  }
}

}  // namespace facet
