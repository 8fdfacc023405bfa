#include "framework/shipping/raw_archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdio>
#include <stdexcept>

namespace facet::test {

namespace {

void put(std::string& header, std::size_t at, const std::string& text) {
  header.replace(at, text.size(), text);
}

std::string octal(std::size_t number, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%0*zo", digits, number);
  return text;
}

/// POSIX.1-1988, as pax(1) tells it.
std::string ustar_header(const RawEntry& entry) {
  std::string header(512, '\0');
  put(header, 0, entry.name.substr(0, 100));
  put(header, 100, "0004755");
  put(header, 108, "0000000");
  put(header, 116, "0000000");
  put(header, 124, octal(entry.content.size(), 11));
  put(header, 136, "00000000000");
  header[156] = entry.type;
  put(header, 157, entry.link.substr(0, 100));
  put(header, 257,
      std::string("ustar\0"
                  "00",
                  8));
  put(header, 329, "0000001");
  put(header, 337, "0000003");
  put(header, 148, "        ");
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  put(header, 148, octal(sum, 6) + std::string(1, '\0') + " ");
  return header;
}

}  // namespace

std::string raw_tar(const std::vector<RawEntry>& entries) {
  std::string bytes;
  for (const RawEntry& entry : entries) {
    bytes += ustar_header(entry) + entry.content;
    bytes.resize((bytes.size() + 511) / 512 * 512, '\0');
  }
  return bytes + std::string(1024, '\0');
}

RawEntry pax_header(const std::vector<std::string>& properties) {
  std::string content;
  for (const std::string& property : properties) {
    std::size_t size = property.size() + 3;  // a digit, a blank and a line break
    while (std::to_string(size).size() + property.size() + 2 != size) ++size;
    content += std::to_string(size) + " " + property + "\n";
  }
  return {"pax", content, 'x'};
}

void write_compressed(const std::string& path, const std::string& bytes) {
  archive* writer = archive_write_new();
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  const bool written = archive_write_set_format_raw(writer) == ARCHIVE_OK &&
                       archive_write_add_filter_zstd(writer) == ARCHIVE_OK &&
                       archive_write_open_filename(writer, path.c_str()) == ARCHIVE_OK &&
                       archive_write_header(writer, entry) == ARCHIVE_OK &&
                       archive_write_data(writer, bytes.data(), bytes.size()) ==
                           static_cast<la_ssize_t>(bytes.size()) &&
                       archive_write_close(writer) == ARCHIVE_OK;
  archive_entry_free(entry);
  archive_write_free(writer);
  if (!written) throw std::runtime_error("cannot write " + path);
}

}  // namespace facet::test
