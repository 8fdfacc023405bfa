#include "categories.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "../hdf5_file.h"
#include "facet/error.h"

namespace facet::hdf5::pandas {

namespace {

/// Classes that no row has are left out.
TextValues with_classes_in_use(const TextValues& all) {
  const auto used = std::get<0>(at::_unique(all.codes.masked_select(all.codes.ge(0))));
  const auto count = static_cast<std::int64_t>(all.classes.size());
  at::Tensor places = at::full({count + 1}, -1, at::kLong);  // the last one for -1
  places.index_copy_(0, used, at::arange(used.numel(), at::kLong));
  TextValues text{places.index_select(0, all.codes.remainder(count + 1)), {}};
  for (std::int64_t i = 0; i < used.numel(); ++i)
    text.classes.push_back(all.classes[static_cast<std::size_t>(used[i].item<std::int64_t>())]);
  return text;
}

TextValues read_categories(const Block& codes, const Block& names) {
  const at::Tensor places = BlockColumns(codes).read(0).to(at::kLong);
  TextValues categories = BlockColumns(names).read_text(0);
  const std::int64_t count = names.num_rows;
  if (places.lt(-1).logical_or(places.ge(count)).any().item<bool>())
    throw Error("is damaged: it has categories that are not listed");
  const at::Tensor with_none = at::cat({categories.codes, at::full({1}, -1, at::kLong)});
  categories.codes = with_none.index_select(0, places.remainder(count + 1));
  return with_classes_in_use(categories);
}

}  // namespace

FileArray list_categories(hid_t file, const Place& place, const std::string& name,
                          const Block& codes) try {
  const std::string table = place.group + "/meta/" + codes.field + "/meta/table";
  const auto names = block_of(place.path, Dataset(file, table), table, "values", "");
  const bool has_codes = codes.num_columns == 1 && codes.type.kind == ValueType::Kind::number;
  if (!names || names->num_columns != 1 || names->type.kind != ValueType::Kind::text || !has_codes)
    return FileArray::unreadable(
        name, "has categories that are no text: write df.astype({\"" + name + "\": float})");
  return FileArray::text(name, codes.num_rows, [=, path = place.path] {
    try {
      return read_categories(codes, *names);
    } catch (const Error& error) {
      throw Error(path + ": '" + name + "' " + error.what());
    }
  });
} catch (const Error& error) {
  return FileArray::unreadable(name, std::string("has categories whose list ") + error.what());
}

}  // namespace facet::hdf5::pandas
