#include "framework/sweeping/sweep_question.h"

#include "framework/files/files.h"
#include "framework/files/format.h"
#include "framework/toml/toml_reader.h"
#include "framework/toml/toml_writer.h"

namespace facet {

SweepQuestion read_sweep_question(const std::string& path) {
  Table table = read_toml(path);
  require_format(table);
  table.erase("format");
  return parse_options<SweepQuestion>(table, {}, "", {path});
}

void write_sweep_question(const std::string& path, const SweepQuestion& question) {
  Table table{{"format", file_format}};
  for (const auto& [key, value] : OptionsDescription<SweepQuestion>().write(question))
    table.set(key, value);
  write_text(path, write_toml(table));
}

std::vector<std::string> differences(const SweepQuestion& before, const SweepQuestion& now) {
  const OptionsDescription<SweepQuestion> description;
  const Table old = description.write(before);
  std::vector<std::string> lines;
  for (const auto& [key, value] : description.write(now))
    if (key != "best" && !(value == *old.find(key)))
      lines.push_back(key + " was " + old.find(key)->to_string() + ", is now " + value.to_string());
  return lines;
}

}  // namespace facet
