#include "block_columns.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <limits>

#include "../hdf5_file.h"
#include "facet/error.h"
#include "facet/reader.h"
#include "facet/text.h"

namespace facet::hdf5::pandas {

namespace {

constexpr double least_ahead = 8e6, most_ahead = 128e6;  // bytes
constexpr std::size_t most_classes = 1'000'000;

/// Whole seconds and what is left by themselves: nanoseconds since 1970 do not fit into a float64.
at::Tensor in_seconds(const at::Tensor& counts, std::int64_t per_second) {
  const at::Tensor whole = at::div(counts, per_second, "floor");
  const at::Tensor left = counts.sub(whole.mul(per_second));
  const at::Tensor seconds = whole.to(at::kDouble).add(left.to(at::kDouble).div(per_second));
  const auto none = std::numeric_limits<std::int64_t>::min();  // pandas' NaT
  return seconds.masked_fill(counts.eq(none), std::numeric_limits<double>::quiet_NaN());
}

/// As it is given, from what is stored.
at::Tensor converted(const at::Tensor& stored, const ValueType& type) {
  if (type.kind == ValueType::Kind::boolean) return stored.ne(0);
  if (type.kind == ValueType::Kind::time) return in_seconds(stored, type.per_second);
  const bool is_uint64 = type.memory == H5T_NATIVE_UINT64;
  if (is_uint64 && stored.lt(0).any().item<bool>())
    throw Error("has values of 2^63 or more, which no label can hold");
  return stored;
}

std::string text_at(const std::byte* letters, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(letters), size);
  return text.substr(0, std::min(text.find('\0'), size));
}

void require_classes(const TextValues& text) {
  if (text.classes.size() > most_classes)
    throw Error("has more than 1000000 different texts: it is no class");
  for (std::string name : text.classes)
    if (make_plain(name) == "bytes that are not UTF-8")
      throw Error("holds bytes that are not UTF-8, first in '" + name + "'");
}

}  // namespace

BlockColumns::BlockColumns(Block block)
    : block_(std::move(block)),
      given_(static_cast<std::size_t>(block_.num_columns)),
      ahead_(least_ahead) {}

at::Tensor BlockColumns::read(std::int64_t column) {
  if (!read_.contains(column)) read_from(column);
  given_[static_cast<std::size_t>(column)] = true;
  return converted(read_.at(column), block_.type);
}

void BlockColumns::read_from(std::int64_t column) {
  read_.clear();
  std::map<std::int64_t, at::Tensor> columns;
  const auto bytes = static_cast<double>(block_.type.size) * static_cast<double>(block_.num_rows);
  for (std::int64_t next = column; next < block_.num_columns; ++next) {
    const bool fits = static_cast<double>(columns.size() + 1) * bytes <= ahead_;
    if (next == column || (fits && !given_[static_cast<std::size_t>(next)]))
      columns[next] = memory_for({block_.num_rows}, block_.type.stored);
  }
  for_rows(block_, [&](const std::byte* values, std::int64_t first, std::int64_t count) {
    const at::Tensor rows = at::from_blob(const_cast<std::byte*>(values),
                                          {count, block_.num_columns}, block_.type.stored);
    for (auto& [read, into] : columns) into.narrow(0, first, count).copy_(rows.select(1, read));
  });
  read_ = std::move(columns);
  ahead_ = std::min(4 * ahead_, most_ahead);
}

TextValues BlockColumns::read_text(std::int64_t column) const {
  const auto size = block_.type.size;
  require_memory({block_.num_rows, static_cast<std::int64_t>(size) + 32}, at::kByte);
  std::vector<std::string> texts;
  for_rows(block_, [&](const std::byte* values, std::int64_t, std::int64_t count) {
    values += static_cast<std::size_t>(column) * size;
    for (std::int64_t row = 0; row < count;
         ++row, values += static_cast<std::size_t>(block_.num_columns) * size) {
      texts.push_back(text_at(values, size));
      if (texts.back() == block_.missing) texts.back().clear();
    }
  });
  TextValues text = TextValues::of(texts);
  require_classes(text);
  return text;
}

FileArray list_column(const std::string& name, const std::shared_ptr<BlockColumns>& columns,
                      std::int64_t column) {
  const Block& block = columns->block();
  const auto told = [path = block.path, name](const auto& action) {
    try {
      return action();
    } catch (const Error& error) {
      throw Error(path + ": '" + name + "' " + error.what());
    }
  };
  if (block.type.kind == ValueType::Kind::text)
    return FileArray::text(name, block.num_rows,
                           [=] { return told([&] { return columns->read_text(column); }); });
  FileArray array(name, {block.num_rows}, block.type.given(),
                  [=] { return told([&] { return columns->read(column); }); });
  ArrayFacts facts;
  if (block.type.kind == ValueType::Kind::time) facts.unit = "s";
  return array.with(facts);
}

}  // namespace facet::hdf5::pandas
