#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace facet {

/// What an archive may have, told entry by entry. Each function throws Error that begins with the
/// name of the entry.
class ArchiveEntries {
 public:
  /// `archive_size` is that of the archive itself: it must not unpack to very much more.
  explicit ArchiveEntries(std::uint64_t archive_size) : archive_size_(archive_size) {}

  /// Takes the next file, or folder: names that a file of a pack cannot have, those that differ
  /// from an earlier one in nothing but case, and too many of them are refused.
  void take_file(const std::string& name);
  void take_folder(const std::string& name);
  /// Counts bytes of the file that was taken last: too many are refused.
  void count(std::uint64_t bytes);

 private:
  void take(const std::string& name, bool is_folder);
  void take_parents(const std::string& name);

  std::uint64_t archive_size_;
  std::uint64_t bytes_ = 0, bytes_of_file_ = 0;
  std::string file_;
  /// By their names in small letters: the name, and whether it is a folder.
  std::map<std::string, std::pair<std::string, bool>> taken_;
};

}  // namespace facet
