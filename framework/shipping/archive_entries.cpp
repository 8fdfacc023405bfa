#include "framework/shipping/archive_entries.h"

#include <boost/algorithm/string/case_conv.hpp>

#include "facet/error.h"
#include "framework/packs/pack_file_name.h"

namespace facet {

namespace {

constexpr std::uint64_t mebibyte = 1 << 20;
constexpr std::size_t most_entries = 10'000;
constexpr std::uint64_t most_of_a_file = 2048 * mebibyte;
constexpr std::uint64_t most_of_all = 4096 * mebibyte;
/// Libraries and texts become a tenth of their size at best.
constexpr std::uint64_t most_times_the_archive = 200;
constexpr std::uint64_t always_allowed = 16 * mebibyte;

std::string in_mebibytes(std::uint64_t bytes) {
  return std::to_string(bytes / mebibyte) + " MiB";
}

}  // namespace

void ArchiveEntries::take_file(const std::string& name) {
  take(name, false);
  file_ = name;
  bytes_of_file_ = 0;
}

void ArchiveEntries::take_folder(const std::string& name) {
  take(name.ends_with('/') ? name.substr(0, name.size() - 1) : name, true);
}

void ArchiveEntries::take(const std::string& name, bool is_folder) {
  require_pack_file_name(name);
  take_parents(name);
  const auto [before, fresh] =
      taken_.emplace(boost::algorithm::to_lower_copy(name), std::pair{name, is_folder});
  if (!fresh && before->second.first != name)
    throw Error("'" + name + "': differs from '" + before->second.first +
                "' in nothing but small and capital letters");
  if (!fresh && !(is_folder && before->second.second))
    throw Error("'" + name + "': is there twice");
  if (taken_.size() > most_entries)
    throw Error("'" + name + "': is one more than the " + std::to_string(most_entries) +
                " files and folders that a pack may have");
}

/// A name that was a file's cannot be a folder's.
void ArchiveEntries::take_parents(const std::string& name) {
  for (std::size_t at = name.find('/'); at != std::string::npos; at = name.find('/', at + 1)) {
    const std::string parent = name.substr(0, at);
    const auto [before, fresh] =
        taken_.emplace(boost::algorithm::to_lower_copy(parent), std::pair{parent, true});
    if (!fresh && (before->second.first != parent || !before->second.second))
      throw Error("'" + name + "': lies in '" + parent + "', but '" + before->second.first +
                  (before->second.second ? "' is a folder" : "' is a file"));
  }
}

void ArchiveEntries::count(std::uint64_t bytes) {
  bytes_ += bytes;
  bytes_of_file_ += bytes;
  const auto refuse = [&](const std::string& why) { throw Error("'" + file_ + "': " + why); };
  if (bytes_of_file_ > most_of_a_file)
    refuse("is larger than the " + in_mebibytes(most_of_a_file) + " that a file may have");
  if (bytes_ > most_of_all)
    refuse("makes the pack larger than the " + in_mebibytes(most_of_all) + " that it may have");
  if (bytes_ > always_allowed && bytes_ / most_times_the_archive > archive_size_)
    refuse("makes the archive unpack to more than " + std::to_string(most_times_the_archive) +
           " times its size");
}

}  // namespace facet
