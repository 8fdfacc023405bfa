#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "facet/component.h"
#include "facet/export.h"
#include "facet/file_array.h"

namespace facet {

/// Reads the arrays of a file. Registered under the file name's extension without its dot: the
/// reader of `session.npz` is `npz`. One that reads folders says by which files it knows them, in
/// `static constexpr std::array folder_with{"spike_times.npy"};`. Called from one thread.
class FACET_API Reader : public Component {
 public:
  using Kind = Reader;
  static constexpr std::string_view kind = "reader";
  static constexpr std::string_view form = "";
  struct Arguments {};

  virtual ~Reader();
  /// All arrays, each in the type and shape in which it is stored. What can be known of an array
  /// without reading it is looked at here, its values in FileArray::Read; what is damaged or
  /// neither numbers nor text (records) is listed as unreadable, so that the others can be
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
