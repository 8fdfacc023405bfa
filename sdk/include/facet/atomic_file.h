#pragma once

#include <cstdint>
#include <string>

#include "facet/export.h"

namespace facet {

/// A new file that replaces the one at `path` when it is finished, and goes away when it is not: at
/// any moment the path holds either the old file or the whole new one. What goes wrong is an Error
/// that names the path. Not thread-safe.
class FACET_API AtomicFile {
 public:
  explicit AtomicFile(const std::string& path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(const void* data, std::uint64_t size);
  void write(const std::string& text) { write(text.data(), text.size()); }
  std::uint64_t written() const { return written_; }  ///< bytes until now
  /// The name that the file has until it is finished, for a library that writes it by name (opens
  /// it, not renames another one to it) and closes it before finish().
  const std::string& temporary() const { return temporary_; }

  /// Puts the file, safely on the disk, in the place of the old one. Nothing may follow.
  void finish();

 private:
  [[noreturn]] void fail() const;

  std::string path_, temporary_;
  int file_ = -1;
  std::uint64_t written_ = 0;
};

}  // namespace facet
