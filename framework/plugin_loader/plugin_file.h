#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace facet {

/// A plugin's file, opened once. It is checked and loaded through this one descriptor, so that what
/// was checked is what is loaded, whatever its path leads to by then.
class PluginFile {
 public:
  /// Throws Error, without the path, when it cannot be opened.
  explicit PluginFile(const std::string& path);
  ~PluginFile();
  PluginFile(const PluginFile&) = delete;
  PluginFile& operator=(const PluginFile&) = delete;

  const std::string& path() const { return path_; }            ///< as it was found
  const std::string& real_path() const { return real_path_; }  ///< without symbolic links
  int descriptor() const { return descriptor_; }
  struct ::stat status() const;
  /// Up to `count` bytes from place `from` on, fewer at its end; how many. Throws Error, without
  /// the path.
  std::size_t read(std::uint64_t from, char* to, std::size_t count) const;

 private:
  std::string path_;
  std::string real_path_;
  int descriptor_ = -1;
};

/// Whether these are the status of one and the same file.
bool same_file(const struct ::stat& a, const struct ::stat& b);

}  // namespace facet
