#pragma once

#include <cstddef>
#include <ctime>
#include <memory>
#include <span>
#include <string>

namespace facet {

/// A file mapped for reading. Writing to the pages ends the process; the file must not shrink.
class MappedFile {
 public:
  /// Throws Error that names the file.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::span<const std::byte> bytes() const { return {data_, size_}; }
  const std::string& path() const { return path_; }
  /// Throws Error where it was written to since it was mapped.
  void require_unchanged() const;

 private:
  void map();

  std::string path_;
  int file_ = -1;  // stays open: another file may take the name
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  timespec written_ = {};
};

}  // namespace facet
