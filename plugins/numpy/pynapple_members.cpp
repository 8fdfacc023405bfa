#include "pynapple_members.h"

#include <algorithm>
#include <optional>
#include <set>

#include "events.h"
#include "facet/error.h"

namespace facet {

namespace {

const std::set<std::string> known_members{"t",   "d",    "index",   "keys",     "start",
                                          "end", "type", "columns", "_metadata"};

bool has_rows(const FileArray& array, std::int64_t rows) {
  return !array.shape().empty() && array.shape()[0] == rows;
}

/// `type`, where its text can be read: the name of pynapple's class, or of something else.
std::optional<std::string> text_of(const FileArray* type) try {
  if (!type || !type->is_text() || type->shape()[0] != 1) return std::nullopt;
  const TextValues text = type->read_text();
  return text.classes.empty() ? "" : text.classes[0];
} catch (const Error&) {
  return std::nullopt;  // is damaged
}

bool is_class_of_pynapple(const std::string& type) {
  for (const char* name : {"Ts", "TsGroup", "Tsd", "TsdFrame", "TsdTensor", "IntervalSet"})
    if (type == name) return true;
  return false;
}

}  // namespace

const FileArray* PynappleMembers::find(const std::string& name) const {
  const auto found = std::find_if(arrays_.begin(), arrays_.end(),
                                  [&](const FileArray& array) { return array.name() == name; });
  return found == arrays_.end() ? nullptr : &*found;
}

FileArrays PynappleMembers::others() const {
  FileArrays others;
  for (const FileArray& array : arrays_)
    if (!known_members.contains(array.name())) others.push_back(array);
  return others;
}

bool PynappleMembers::has_times(const std::string& name) const {
  return has(name) && can_be_times(*find(name));
}

PynappleObject PynappleMembers::likely_object() const {
  if (!has("t")) return has("d") ? PynappleObject::none : PynappleObject::intervals;
  if (has("index")) return PynappleObject::group;
  return has("d") ? PynappleObject::samples : PynappleObject::timestamps;
}

/// Whether it has its members, and their lengths go together.
bool PynappleMembers::is_whole(PynappleObject object) const {
  if (!has_times("start") || !has_times("end") || find("start")->shape() != find("end")->shape())
    return false;
  if (object == PynappleObject::intervals) return true;
  if (!has_times("t")) return false;
  const FileArray *times = find("t"), *units = find("index"), *samples = find("d");
  if (object == PynappleObject::group)
    return can_be_units(*units) && units->shape() == times->shape();
  return object == PynappleObject::timestamps || has_rows(*samples, times->shape()[0]);
}

/// An archive of another program may have members of these names among others.
bool PynappleMembers::has_no_strangers(PynappleObject object) const {
  const FileArrays strangers = others();
  if (!has("type") || strangers.empty()) return strangers.empty();
  const bool of_intervals = object == PynappleObject::intervals;
  if (!of_intervals && object != PynappleObject::group) return false;
  const std::int64_t rows = find(of_intervals ? "start" : "t")->shape()[0];
  return std::all_of(strangers.begin(), strangers.end(), [&](const FileArray& array) {
    return !array.why_unreadable().empty() ||
           (array.shape().size() == 1 && has_rows(array, rows) == of_intervals);
  });
}

PynappleObject PynappleMembers::object() const {
  const PynappleObject likely = likely_object();
  if (likely == PynappleObject::none || !is_whole(likely)) return PynappleObject::none;
  const FileArray* type = find("type");
  if (const auto text = text_of(type))
    return is_class_of_pynapple(*text) ? likely : PynappleObject::none;
  const bool may_be_text = !type || type->is_text() || !type->why_unreadable().empty();
  return may_be_text && has_no_strangers(likely) ? likely : PynappleObject::none;
}

}  // namespace facet
