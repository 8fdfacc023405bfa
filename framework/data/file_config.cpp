#include "framework/data/file_config.h"

#include <functional>

#include "facet/text.h"

namespace facet {

namespace {

/// What stands in its place was written there.
Value placed(Value value, const Location& where) {
  value.where = where;
  return value;
}

/// A text stands for a table in which it is the value of `key`, and that for a list of one.
Value spelled_out(const Value& item, const char* key) {
  return item.is_text() ? placed(Table{{key, item}}, item.where) : item;
}

void spell_out(Value& list, const char* key) {
  if (list.is_text() || list.is_table())
    list = placed(Value::List{spelled_out(list, key)}, list.where);
  else if (list.is_list())
    for (Value& item : list.list()) item = spelled_out(item, key);
}

Value shortened(const Value& file) {
  if (!file.is_table()) return file;
  const Value* path = file.table().find("path");
  if (!path || !path->is_text()) return file;
  return file.table() == OptionsDescription<FileConfig>().write(path->text()) ? *path : file;
}

void for_each_section(Table& data, const std::function<void(Table&)>& action) {
  action(data);
  Value* sessions = data.find("session");
  if (!sessions || !sessions->is_list()) return;
  for (Value& session : sessions->list())
    if (session.is_table()) action(session.table());
}

}  // namespace

void FileConfig::describe(OptionsDescription<FileConfig>& options) {
  options.add("path", &FileConfig::path, "the file, or the folder where a recording is one")
      .required();
  options
      .add("reader", &FileConfig::reader,
           "the component that reads it; else that of the recording, or of its extension")
      .of_kind("reader");
  options.add("prefix", &FileConfig::prefix, "stands before the names of its arrays: `day1.`");
  options.add(
      "time", &FileConfig::time,
      "with data.bin: its arrays of time stamps, each of the arrays that have as many rows");
  options
      .add("rate", &FileConfig::rate,
           "with data.bin: how often its arrays were sampled, in Hz, where they do not say so")
      .above(0);
  options.add("start", &FileConfig::start, "when the first sample was taken, in seconds");
  options.add("unit", &FileConfig::unit, "of the times in it").one_of({"s", "ms", "us"});
  options.add("intervals", &FileConfig::intervals,
              "with data.bin: the two arrays where its intervals begin and end; they become one "
              "with the name of the file, and what has as many rows its columns");
  options.add("events", &FileConfig::events,
              "with data.bin: the array of event times, and the array that says whose each is; "
              "they become one with the name of the file");
}

void FileConfig::validate(Problems& problems, const std::string& key) const {
  if (rate && !time.empty())
    problems.add({}, join_key(key, "rate"), "cannot be given together with time");
  if (start != 0 && !rate) problems.add({}, join_key(key, "start"), "needs rate");
  if (!intervals.empty() && intervals.size() != 2)
    problems.add({}, join_key(key, "intervals"), "must be two arrays, of begins and ends");
  if (events.size() > 2)
    problems.add({}, join_key(key, "events"), "must be the times, and whose they are");
  if (!intervals.empty() && !events.empty())
    problems.add({}, join_key(key, "events"), "cannot be given together with intervals");
}

bool FileConfig::is_timed() const {
  return !time.empty() || rate || unit != "s" || !intervals.empty() || !events.empty();
}

void spell_out_files(Table& data) {
  for_each_section(data, [](Table& recording) {
    if (Value* files = recording.find("file")) spell_out(*files, "path");
    if (Value* fill = recording.find("fill")) spell_out(*fill, "by");
  });
}

void shorten_files(Table& data) {
  for_each_section(data, [](Table& recording) {
    Value* files = recording.find("file");
    if (!files || !files->is_list()) return;
    for (Value& file : files->list()) file = shortened(file);
  });
}

std::string file_names(const std::vector<FileConfig>& files) {
  std::vector<std::string> names;
  for (const FileConfig& file : files) names.push_back(file.path);
  return join(names);
}

}  // namespace facet
