#pragma once

#include <cstdint>
#include <string>

namespace facet {

/// A file of a pack that is being written into a work folder. It is for its owner to change and for
/// everybody to read, whatever the umask is: the host refuses plugins that others may write to.
class NewPackFile {
 public:
  /// Makes the folders that it lies in. Throws Error that begins with `name` where there is a file
  /// of that name already, or it cannot be made.
  NewPackFile(const std::string& folder, const std::string& name);
  ~NewPackFile();
  NewPackFile(const NewPackFile&) = delete;
  NewPackFile& operator=(const NewPackFile&) = delete;

  /// Throws Error, also where this program is asked to end (see DeferredEnd).
  void write(const void* data, std::uint64_t size);

 private:
  [[noreturn]] void fail() const;

  std::string name_;
  int file_ = -1;
};

}  // namespace facet
