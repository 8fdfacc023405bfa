#pragma once

#include <hdf5.h>

#include <cstdint>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace facet::hdf5 {

/// What stands in a file in the place of a value of variable length.
struct HeapReference {
  std::uint32_t length = 0;   ///< items
  std::uint64_t address = 0;  ///< of the collection of values in which it lies
  std::uint32_t index = 0;
};

/// The values of variable length of a file, read by us: HDF5 1.10 believes whatever a damaged heap
/// says of their sizes, and writes beyond its memory or never ends.
class GlobalHeap {
 public:
  /// Of the file in which a dataset, a group or an attribute's object lies. Throws Error where it
  /// cannot be opened.
  explicit GlobalHeap(hid_t object);

  /// The bytes of a value whose items have `item_size` bytes; valid until the next call. Throws
  /// Error, `is damaged: `, where the file does not hold them.
  std::string_view value(const HeapReference& reference, std::size_t item_size);

  /// References as a dataset or an attribute stores them, `count` of them.
  std::vector<HeapReference> references(hid_t dataset, hid_t memory_space, hid_t file_space,
                                        std::size_t count) const;
  HeapReference reference(hid_t attribute) const;
  std::uint64_t file_size() const { return file_size_; }

 private:
  struct Value {
    std::size_t begin, size;
  };
  struct Collection {
    std::string bytes;
    std::map<std::uint32_t, Value> values;  // by their index
  };

  const Collection& collection(std::uint64_t address);
  std::string read(std::uint64_t address, std::uint64_t size);
  std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) const;
  HeapReference reference_in(std::string_view stored) const;
  Collection cut(std::string bytes) const;
  std::size_t stored_size() const { return 4 + address_size_ + 4; }

  std::size_t address_size_ = 8, length_size_ = 8;
  std::uint64_t base_ = 0, file_size_ = 0;
  std::ifstream file_;
  std::map<std::uint64_t, Collection> collections_;
  std::size_t held_ = 0;  // bytes
};

}  // namespace facet::hdf5
