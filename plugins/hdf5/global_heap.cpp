#include "global_heap.h"

#include <filesystem>

#include "facet/error.h"
#include "handle.h"
#include "hdf5_errors.h"
#include "texts.h"

namespace facet::hdf5 {

namespace {

/// HDF5 asks first whether it can do this, then has each piece converted, and says when it is over.
herr_t keep_as_stored(hid_t from, hid_t to, H5T_cdata_t* conversion, std::size_t, std::size_t,
                      std::size_t, void*, void*, hid_t) {
  if (conversion->command != H5T_CONV_INIT) return 0;
  conversion->need_bkg = H5T_BKG_NO;
  const bool varies = H5Tis_variable_str(from) > 0 || H5Tget_class(from) == H5T_VLEN;
  return varies && H5Tget_class(to) == H5T_OPAQUE ? 0 : -1;
}

/// A type of plain bytes, in which HDF5 gives references as they are stored.
Handle type_of_references(std::size_t size) {
  static const bool known = [] {
    const Handle from(H5Tvlen_create(H5T_NATIVE_CHAR), H5Tclose);
    const Handle to(H5Tcreate(H5T_OPAQUE, 1), H5Tclose);
    return H5Tregister(H5T_PERS_SOFT, "as_stored", from, to, keep_as_stored) >= 0;
  }();
  if (!known) throw Error("cannot be read: " + last_error());
  return {H5Tcreate(H5T_OPAQUE, size), H5Tclose};
}

[[noreturn]] void throw_damaged(const std::string& what) {
  throw Error("is damaged: " + what);
}

}  // namespace

GlobalHeap::GlobalHeap(hid_t object) : file_(file_of(object), std::ios::binary) {
  const Handle file(H5Iget_file_id(object), H5Fclose);
  const Handle properties(H5Fget_create_plist(file), H5Pclose);
  hsize_t user_block = 0;
  std::error_code missing;
  file_size_ = std::filesystem::file_size(file_of(object), missing);
  if (!file_ || missing || H5Pget_sizes(properties, &address_size_, &length_size_) < 0 ||
      H5Pget_userblock(properties, &user_block) < 0)
    throw Error("cannot be read: " + last_error());
  base_ = user_block;
}

std::uint64_t GlobalHeap::number(std::string_view bytes, std::size_t at, std::size_t size) const {
  std::uint64_t value = 0;
  for (std::size_t i = size; i > 0; --i)
    value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

HeapReference GlobalHeap::reference_in(std::string_view stored) const {
  return {static_cast<std::uint32_t>(number(stored, 0, 4)), number(stored, 4, address_size_),
          static_cast<std::uint32_t>(number(stored, 4 + address_size_, 4))};
}

std::vector<HeapReference> GlobalHeap::references(hid_t dataset, hid_t memory_space,
                                                  hid_t file_space, std::size_t count) const {
  const Handle type = type_of_references(stored_size());
  std::string stored(count * stored_size(), '\0');
  if (count > 0 && H5Dread(dataset, type, memory_space, file_space, H5P_DEFAULT, stored.data()) < 0)
    throw_damaged(last_error());
  std::vector<HeapReference> references(count);
  for (std::size_t i = 0; i < count; ++i)
    references[i] = reference_in(std::string_view(stored).substr(i * stored_size()));
  return references;
}

HeapReference GlobalHeap::reference(hid_t attribute) const {
  const Handle type = type_of_references(stored_size());
  std::string stored(stored_size(), '\0');
  if (H5Aread(attribute, type, stored.data()) < 0) throw_damaged(last_error());
  return reference_in(stored);
}

std::string GlobalHeap::read(std::uint64_t address, std::uint64_t size) {
  if (address > file_size_ || base_ > file_size_ - address || size > file_size_ - address - base_)
    throw_damaged("a value of variable length lies beyond the end of the file");
  std::string bytes(size, '\0');
  file_.clear();
  file_.seekg(static_cast<std::streamoff>(base_ + address));
  if (!file_.read(bytes.data(), static_cast<std::streamsize>(size)))
    throw_damaged("values of variable length cannot be read");
  return bytes;
}

/// After the head of a collection its values, each with a head of its own; 0 is what is free.
GlobalHeap::Collection GlobalHeap::cut(std::string bytes) const {
  const std::size_t head = 8 + length_size_;
  Collection collection;
  for (std::size_t at = head; at + head <= bytes.size();) {
    const auto index = static_cast<std::uint32_t>(number(bytes, at, 2));
    const std::uint64_t size = number(bytes, at + 8, length_size_);
    if (index == 0) break;
    if (size > bytes.size() - at - head)
      throw_damaged("a value of variable length is longer than the place where it lies");
    collection.values[index] = {at + head, static_cast<std::size_t>(size)};
    at += head + (static_cast<std::size_t>(size) + 7) / 8 * 8;
  }
  collection.bytes = std::move(bytes);
  return collection;
}

const GlobalHeap::Collection& GlobalHeap::collection(std::uint64_t address) {
  constexpr std::size_t most_held = 16U << 20U;
  const auto found = collections_.find(address);
  if (found != collections_.end()) return found->second;
  const std::string head = read(address, 8 + length_size_);
  if (!head.starts_with("GCOL\1")) throw_damaged("there is no heap of values of variable length");
  Collection cut_up = cut(read(address, number(head, 8, length_size_)));
  if (held_ + cut_up.bytes.size() > most_held) {
    collections_.clear();
    held_ = 0;
  }
  held_ += cut_up.bytes.size();
  return collections_.emplace(address, std::move(cut_up)).first->second;
}

std::string_view GlobalHeap::value(const HeapReference& reference, std::size_t item_size) {
  if (reference.length == 0) return {};
  const Collection& there = collection(reference.address);
  const auto found = there.values.find(reference.index);
  const std::uint64_t size = std::uint64_t{reference.length} * item_size;
  if (found == there.values.end() || size > found->second.size)
    throw_damaged("a value of variable length is not where it should be");
  return std::string_view(there.bytes).substr(found->second.begin, size);
}

}  // namespace facet::hdf5
