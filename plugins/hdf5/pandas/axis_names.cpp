#include "axis_names.h"

#include "../attributes.h"
#include "../hdf5_file.h"
#include "facet/error.h"

namespace facet::hdf5::pandas {

namespace {

constexpr std::int64_t most_names = 1'000'000, most_levels = 8;

std::vector<std::int64_t> numbers_of(const Block& block) {
  const at::Tensor numbers = BlockColumns(block).read(0).to(at::kLong);
  const auto* first = numbers.data_ptr<std::int64_t>();
  return {first, first + numbers.numel()};
}

Block block_in(hid_t file, const Place& place, const std::string& name) {
  const std::string path = place.group + "/" + name;
  const Dataset dataset(file, path);
  auto block = block_of(place.path, dataset, path, "", text_attribute(dataset.id(), "kind"));
  if (!block || block->num_columns != 1 || block->num_rows > most_names ||
      block->type.kind == ValueType::Kind::time || block->type.kind == ValueType::Kind::boolean ||
      at::isFloatingType(block->type.stored))
    throw Error("are no text: write df.columns = df.columns.astype(str)");
  block->missing = "";
  return *block;
}

std::vector<std::string> texts_in(hid_t file, const Place& place, const std::string& name) {
  const Block block = block_in(file, place, name);
  std::vector<std::string> texts;
  if (block.type.kind == ValueType::Kind::text) {
    const TextValues text = BlockColumns(block).read_text(0);
    const auto* codes = text.codes.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < block.num_rows; ++i)
      texts.push_back(codes[i] < 0 ? "" : text.classes[static_cast<std::size_t>(codes[i])]);
  } else {
    for (const std::int64_t number : numbers_of(block)) texts.push_back(std::to_string(number));
  }
  return texts;
}

void add_level(const std::vector<std::string>& texts, const std::vector<std::int64_t>& places,
               std::vector<Name>& names) {
  if (names.empty()) names.resize(places.size());
  if (names.size() != places.size()) throw Error("are damaged: their rows have different lengths");
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto place = static_cast<std::size_t>(places[i]);
    names[i].push_back(places[i] >= 0 && place < texts.size() ? texts[place] : "");
  }
}

/// 0: it has one row of names, which is no level.
std::int64_t num_levels(hid_t file, const Place& place, const std::string& axis) {
  const Handle group(H5Gopen2(file, place.group.c_str(), H5P_DEFAULT), H5Gclose);
  if (text_attribute(group, (axis + "_variety").c_str()) != "multi") return 0;
  const auto levels = number_attribute(group, (axis + "_nlevels").c_str()).value_or(0);
  if (levels < 1 || levels > most_levels) throw Error("are damaged: they have no rows");
  return levels;
}

}  // namespace

std::vector<Name> axis_names(hid_t file, const Place& place, const std::string& axis) {
  std::vector<Name> names;
  const std::int64_t levels = num_levels(file, place, axis);
  if (levels == 0)
    for (const std::string& text : texts_in(file, place, axis)) names.push_back({text});
  for (std::int64_t level = 0; level < levels; ++level) {
    const std::string number = std::to_string(level);
    add_level(texts_in(file, place, axis + "_level" + number),
              numbers_of(block_in(file, place, axis + "_label" + number)), names);
  }
  return names;
}

bool has_level(hid_t file, const Place& place, const std::string& axis,
               const std::string& name) try {
  const std::string path = place.group + "/" + axis + "_level";
  for (std::int64_t level = 0; level < num_levels(file, place, axis); ++level)
    if (text_attribute(Dataset(file, path + std::to_string(level)).id(), "name") == name)
      return true;
  return false;
} catch (const Error&) {  // told of the columns
  return false;
}

}  // namespace facet::hdf5::pandas
