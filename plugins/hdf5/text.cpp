#include "text.h"

#include <ATen/Functions.h>

#include <algorithm>

#include "facet/reader.h"
#include "global_heap.h"
#include "hdf5_errors.h"
#include "plausible_size.h"
#include "row_part.h"
#include "unwritten.h"

namespace facet::hdf5 {

namespace {

/// Up to the first zero, or without the blanks at its end.
std::string_view without_filling(std::string_view text, H5T_str_t filling) {
  text = text.substr(0, text.find('\0'));
  if (filling == H5T_STR_SPACEPAD) text = text.substr(0, text.find_last_not_of(' ') + 1);
  return text;
}

void each_variable_text(const Dataset& dataset, std::int64_t rows,
                        const std::function<void(std::string_view)>& take) {
  GlobalHeap heap(dataset.id());
  in_pieces({0, rows}, 65536, [&](Rows piece) {
    const RowPart part(dataset.id(), piece);
    for (const HeapReference& reference :
         heap.references(dataset.id(), part.memory, part.file, part.count))
      take(without_filling(heap.value(reference, 1), H5T_STR_NULLTERM));
  });
}

void each_fixed_text(const Dataset& dataset, hid_t type, std::int64_t rows,
                     const std::function<void(std::string_view)>& take) {
  constexpr std::size_t piece_size = 1U << 20U;
  const std::size_t size = H5Tget_size(type);
  require_memory({static_cast<std::int64_t>(size)}, at::kByte);
  const auto piece = static_cast<std::int64_t>(std::max<std::size_t>(1, piece_size / size));
  in_pieces({0, rows}, piece, [&](Rows some) {
    const RowPart part(dataset.id(), some);
    std::string bytes(part.count * size, '\0');
    if (H5Dread(dataset.id(), type, part.memory, part.file, H5P_DEFAULT, bytes.data()) < 0)
      throw Error("is damaged: " + last_error());
    for (std::size_t at = 0; at < bytes.size(); at += size)
      take(without_filling(std::string_view(bytes).substr(at, size), H5Tget_strpad(type)));
  });
}

}  // namespace

void each_text(const Dataset& dataset, const std::function<void(std::string_view)>& take) {
  const std::vector<std::int64_t> shape = dataset.shape();
  const Handle type(H5Dget_type(dataset.id()), H5Tclose);
  if (shape.size() != 1 || !dataset.is_text()) throw Error("holds no rows of text");
  require_plausible_size(dataset);
  if (H5Tis_variable_str(type) > 0)
    each_variable_text(dataset, shape[0], take);
  else
    each_fixed_text(dataset, type, shape[0], take);
}

void TextRows::add(std::string_view text) {
  constexpr std::size_t most_classes = 1000000;
  if (text.empty()) return codes_.push_back(-1);
  auto found = classes_.find(text);
  if (found == classes_.end()) {
    if (classes_.size() == most_classes)
      throw Error("has more than 1000000 different texts, which are no classes");
    found = classes_.emplace(text, static_cast<std::int64_t>(classes_.size())).first;
  }
  codes_.push_back(found->second);
}

TextValues TextRows::values() const {
  TextValues text;
  std::vector<std::int64_t> place(classes_.size());
  for (const auto& [name, code] : classes_) {
    place[static_cast<std::size_t>(code)] = static_cast<std::int64_t>(text.classes.size());
    text.classes.push_back(name);
  }
  text.codes = at::empty({static_cast<std::int64_t>(codes_.size())}, at::kLong);
  std::transform(
      codes_.begin(), codes_.end(), text.codes.data_ptr<std::int64_t>(),
      [&](std::int64_t code) { return code < 0 ? code : place[static_cast<std::size_t>(code)]; });
  return text;
}

FileArray list_text(const Source& source, const Dataset& listed) {
  const std::vector<std::int64_t> shape = listed.shape();
  const std::string why = listed.missing_filter();
  if (!why.empty()) return FileArray::unreadable(source.name, why);
  if (shape.empty()) return FileArray::unreadable(source.name, "holds a single text");
  if (shape.size() > 1) return FileArray::unreadable(source.name, "holds several texts in a row");
  return FileArray::text(source.name, shape[0], [source] {
    return source.read([&](const Dataset& dataset, hid_t) {
      TextRows rows;
      tell_of_what_was_not_written(dataset, source.file, source.name);
      each_text(dataset, [&](std::string_view text) { rows.add(text); });
      return rows.values();
    });
  });
}

}  // namespace facet::hdf5
