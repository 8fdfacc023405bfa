#include "framework/shipping/archive_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include "facet/atomic_file.h"
#include "facet/error.h"

namespace facet {

namespace {

/// What libarchive calls writes into the file; an Error cannot pass through it.
struct Output {
  AtomicFile file;
  std::string failure;
};

la_ssize_t write_piece(archive*, void* data, const void* bytes, std::size_t size) {
  auto& output = *static_cast<Output*>(data);
  try {
    output.file.write(bytes, size);
    return static_cast<la_ssize_t>(size);
  } catch (const Error& error) {
    output.failure = error.what();
    return -1;
  }
}

class ArchiveWriter {
 public:
  explicit ArchiveWriter(const std::string& path)
      : path_(path),
        output_{AtomicFile(path), ""},
        writer_(archive_write_new(), archive_write_free) {
    check(archive_write_set_format_pax_restricted(writer_.get()));
    check(archive_write_add_filter_zstd(writer_.get()));
    check(archive_write_set_filter_option(writer_.get(), "zstd", "compression-level", "15"));
    check(archive_write_set_bytes_in_last_block(writer_.get(), 1));  // no zeros behind zstd's end
    check(archive_write_open(writer_.get(), &output_, nullptr, write_piece, nullptr));
  }

  void add(const std::string& folder, const std::string& name) {
    const std::filesystem::path file = std::filesystem::path(folder) / name;
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), 0, 0);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(std::filesystem::file_size(file)));
    check(archive_write_header(writer_.get(), entry.get()));
    add_content(file);
  }

  void finish() {
    check(archive_write_close(writer_.get()));
    output_.file.finish();
  }

 private:
  void add_content(const std::string& file) {
    std::ifstream input(file, std::ios::binary);
    std::array<char, 1 << 16> piece;
    while (input.read(piece.data(), piece.size()) || input.gcount() > 0) {
      const auto size = static_cast<std::size_t>(input.gcount());
      if (archive_write_data(writer_.get(), piece.data(), size) != static_cast<la_ssize_t>(size))
        fail();
    }
    if (!input.eof()) throw Error(file + ": cannot be read: " + std::strerror(errno));
  }

  void check(int result) {
    if (result != ARCHIVE_OK) fail();
  }

  [[noreturn]] void fail() {
    if (!output_.failure.empty()) throw Error(output_.failure);
    const char* said = archive_error_string(writer_.get());
    throw Error(path_ + ": cannot be written: " + (said ? said : "libarchive does not say why"));
  }

  std::string path_;
  Output output_;
  std::unique_ptr<archive, decltype(&archive_write_free)> writer_;
};

}  // namespace

void write_archive(const std::string& archive, const std::string& folder,
                   const std::vector<std::string>& names) {
  ArchiveWriter writer(archive);
  for (const std::string& name : names) writer.add(folder, name);
  writer.finish();
}

}  // namespace facet
