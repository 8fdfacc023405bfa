#pragma once

#include <string>

namespace facet::logs {

/// A file to whose end bytes are added. Throws Error that names the path.
class AppendedFile {
 public:
  enum class Old { kept, emptied };
  /// Made where there is none.
  AppendedFile(const std::string& path, Old old);
  ~AppendedFile();
  AppendedFile(const AppendedFile&) = delete;
  AppendedFile& operator=(const AppendedFile&) = delete;

  /// When it returns, another process sees the bytes.
  void append(const std::string& bytes);

 private:
  [[noreturn]] void fail() const;

  const std::string path_;
  int file_ = -1;
};

}  // namespace facet::logs
