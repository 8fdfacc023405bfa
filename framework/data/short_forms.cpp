#include "framework/data/short_forms.h"

#include <functional>

#include "facet/options.h"
#include "framework/data/file_config.h"

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

}  // namespace facet
