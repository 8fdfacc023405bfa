#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/stateful.h"

namespace facet {

/// One array of a file: what is known of it before it is read, and how it is read. Of all that a
/// file holds only what a run asks for is read.
class FACET_API FileArray {
 public:
  /// Gives the array on the CPU; perhaps mapped from the file, and then not to be written to.
  /// Called only where the array is asked for, perhaps more than once, in one thread, and when the
  /// reader itself is gone: it holds what it needs. Throws Error that names the file and the array.
  using Read = std::function<at::Tensor()>;

  /// `shape` and `type` are those that `read` will give.
  FileArray(std::string name, std::vector<std::int64_t> shape, at::ScalarType type, Read read);
  /// An array that is in memory.
  FileArray(std::string name, const at::Tensor& values);
  FileArray(const NamedTensor& array) : FileArray(array.name, array.tensor) {}
  /// One that is there and cannot be read. `why` continues the name: `holds text`. It is told when
  /// the array is asked for, and is no mistake before.
  static FileArray unreadable(std::string name, std::string why);

  const std::string& name() const { return name_; }
  const std::vector<std::int64_t>& shape() const { return shape_; }
  at::ScalarType type() const { return type_; }
  const std::string& why_unreadable() const { return why_unreadable_; }  ///< empty: it can be read
  bool in_memory() const { return in_memory_; }

  /// Throws Error where it is unreadable, too large for the memory, or not what was announced.
  at::Tensor read() const;

 private:
  std::string name_;
  std::vector<std::int64_t> shape_;
  at::ScalarType type_;
  Read read_;
  bool in_memory_ = false;
  std::string why_unreadable_;
};

/// What a file holds, in its order.
using FileArrays = std::vector<FileArray>;

/// Reads the arrays of a file. Registered under the file name's extension without its dot: the
/// reader of `session.npz` is `npz`. Called from one thread.
class FACET_API Reader : public Component {
 public:
  using Kind = Reader;
  static constexpr std::string_view kind = "reader";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Reader();
  /// All arrays, each in the type and shape in which it is stored. What can be known of an array
  /// without reading it is looked at here, its values in FileArray::Read; what is damaged or of a
  /// type that no tensor has (texts, records) is listed as unreadable, so that the others can be
  /// used. Throws Error that names the file where nothing of it can be read.
  virtual FileArrays list(const std::string& path) const = 0;
};

/// Throws Error, `PATH: cannot be read: No such file or directory`, where a file cannot be opened,
/// is a folder or is empty. For readers that leave the opening to a library.
FACET_API void require_readable(const std::string& path);

/// Throws Error, `is 108000000 x 384, 82.9 GB: there are 7.9 GB of memory left`, where an array
/// would not fit into the memory. The text continues the array's name.
FACET_API void require_memory(c10::ArrayRef<std::int64_t> shape, at::ScalarType type);

/// Memory for an array of a file, not yet filled. Throws what require_memory throws.
FACET_API at::Tensor memory_for(c10::ArrayRef<std::int64_t> shape, at::ScalarType type);

}  // namespace facet
