#pragma once

#include <map>
#include <memory>
#include <vector>

#include "block.h"
#include "facet/file_array.h"

namespace facet::hdf5::pandas {

/// Reads the columns of a block when they are asked for. Each reading goes through all of the
/// block, so it takes the columns behind with it: 8 MB at first, then four times as much, up to 128
/// MB.
class BlockColumns {
 public:
  explicit BlockColumns(Block block);

  const Block& block() const { return block_; }

  /// Throws Error, which continues the column's name.
  at::Tensor read(std::int64_t column);
  /// Of text. A text for each row, where there are not more than a million different ones.
  TextValues read_text(std::int64_t column) const;

 private:
  void read_from(std::int64_t column);

  const Block block_;
  std::map<std::int64_t, at::Tensor> read_;  // by the last reading
  std::vector<bool> given_;
  double ahead_;  // bytes
};

/// One column of a block. `name` is that of the array.
FileArray list_column(const std::string& name, const std::shared_ptr<BlockColumns>& columns,
                      std::int64_t column);

}  // namespace facet::hdf5::pandas
