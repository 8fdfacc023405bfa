#include "pynapple.h"

#include <ATen/Functions.h>

#include <filesystem>
#include <optional>

#include "events.h"
#include "facet/error.h"
#include "facet/text.h"
#include "pynapple_members.h"

namespace facet {

namespace {

/// Times in seconds.
ArrayFacts times_that_are(ArrayRole role) {
  ArrayFacts facts;
  facts.role = role;
  facts.unit = "s";
  return facts;
}

/// n x 2, from the arrays `start` and `end`.
FileArray list_intervals(const std::string& name, const PynappleMembers& members) {
  const FileArray start = *members.find("start"), end = *members.find("end");
  return FileArray(name, {start.shape()[0], 2}, at::kDouble,
                   [=] {
                     return at::stack({start.read(), end.read()}, 1).to(at::kDouble);
                   })
      .with(times_that_are(ArrayRole::intervals));
}

FileArray list_times(const std::string& name, const PynappleMembers& members, ArrayRole role) {
  const FileArray times = *members.find("t");
  return FileArray(name, times.shape(), at::kDouble, [=] { return times.read().to(at::kDouble); })
      .with(times_that_are(role));
}

/// Names of the columns of a TsdFrame: numbers, or text; as a rule that is a pickle.
std::vector<std::string> columns_of(const PynappleMembers& members) try {
  const FileArray* columns = members.find("columns");
  std::vector<std::string> names;
  if (!columns || !can_be_units(*columns)) return names;
  const at::Tensor numbers = columns->read();
  const TextValues text = columns->is_text() ? columns->read_text() : TextValues{};
  for (std::int64_t i = 0; i < numbers.numel(); ++i) {
    const auto number = numbers[i].item<std::int64_t>();
    names.push_back(!columns->is_text() ? std::to_string(number)
                    : number < 0        ? ""
                                        : text.classes[static_cast<std::size_t>(number)]);
  }
  return names;
} catch (const Error&) {
  return {};  // are damaged
}

void add_samples(const std::string& name, const PynappleMembers& members, FileArrays& arrays) {
  const FileArray& samples = *members.find("d");
  if (samples.shape().size() > 2) {
    arrays.push_back(FileArray::unreadable(
        name, "is a TsdTensor, " + shape_text(samples.shape()) +
                  ": save its values with a row for each time and a column for each value"));
    return;
  }
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  facts.times = name + ".t";
  if (samples.shape().size() == 2) facts.columns = columns_of(members);
  if (!facts.columns.empty() &&
      static_cast<std::int64_t>(facts.columns.size()) != samples.shape()[1])
    facts.columns.clear();
  arrays.push_back(samples.named(name).with(facts));
  arrays.push_back(list_times(name + ".t", members, ArrayRole::times));
}

FileArray list_group(const std::string& path, const std::string& name,
                     const PynappleMembers& members) {
  const FileArray* keys = members.find("keys");
  return events_by_unit(path, name, *members.find("t"), *members.find("index"),
                        keys && can_be_units(*keys) ? std::optional(*keys) : std::nullopt);
}

/// What is known of each unit or interval.
void add_columns(const std::string& name, const PynappleMembers& members, FileArrays& arrays) {
  ArrayFacts facts;
  facts.of = name;
  for (const FileArray& column : members.others())
    arrays.push_back(column.named(name + "." + column.name()).with(facts));
  if (members.has("_metadata"))
    arrays.push_back(FileArray::unreadable(
        name + ".metadata",
        "is a pickle, which only Python reads: what is known of units, intervals or columns can "
        "stand in a csv beside, with a row for each of them"));
}

FileArrays list_object(const std::string& path, const PynappleMembers& members,
                       PynappleObject object) {
  const std::string name = std::filesystem::path(path).stem();
  FileArrays arrays;
  if (object == PynappleObject::group) arrays.push_back(list_group(path, name, members));
  if (object == PynappleObject::timestamps)
    arrays.push_back(list_times(name, members, ArrayRole::events));
  if (object == PynappleObject::samples) add_samples(name, members, arrays);
  if (object == PynappleObject::intervals) arrays.push_back(list_intervals(name, members));
  if (object == PynappleObject::group && members.has("d"))
    arrays.push_back(FileArray::unreadable(
        name + ".d", "are the values of a TsGroup of Tsd: save each Tsd in a file of its own"));
  add_columns(name, members, arrays);
  if (object != PynappleObject::intervals)
    arrays.push_back(list_intervals(name + ".support", members));
  return arrays;
}

}  // namespace

FileArrays with_pynapple_objects(FileArrays arrays, const std::string& path) {
  const PynappleMembers members(arrays);
  const PynappleObject object = members.object();
  if (object == PynappleObject::none) return arrays;
  return list_object(path, members, object);
}

}  // namespace facet
