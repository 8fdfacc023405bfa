#include "framework/data/file_config.h"

#include "facet/text.h"

namespace facet {

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
  options
      .add("unit", &FileConfig::unit,
           "of its time stamps, events and intervals, where these do not say so; `samples`: of "
           "`rate`")
      .one_of({"s", "ms", "us", "samples"});
  options.add("intervals", &FileConfig::intervals,
              "with data.bin: the two arrays where its intervals begin and end; they become one "
              "with the name of the file, and what has as many rows its columns");
  options.add("events", &FileConfig::events,
              "with data.bin: the array of event times, and the array that says whose each is; "
              "they become one with the name of the file");
}

void FileConfig::validate(Problems& problems, const std::string& key) const {
  const bool has_times = !time.empty() || !intervals.empty() || !events.empty();
  if (rate && !time.empty() && unit != "samples")
    problems.add({}, join_key(key, "rate"), "cannot be given together with time");
  if (unit && !has_times)
    problems.add({}, join_key(key, "unit"),
                 "needs time, events or intervals: it is the unit of these");
  if (unit == "samples" && !rate)
    problems.add({}, join_key(key, "unit"), "\"samples\" needs rate, how many are a second");
  if (start != 0 && !rate) problems.add({}, join_key(key, "start"), "needs rate");
  if (!intervals.empty() && intervals.size() != 2)
    problems.add({}, join_key(key, "intervals"), "must be two arrays, of begins and ends");
  if (events.size() > 2)
    problems.add({}, join_key(key, "events"), "must be the times, and whose they are");
  if (!intervals.empty() && !events.empty())
    problems.add({}, join_key(key, "events"), "cannot be given together with intervals");
}

bool FileConfig::is_timed() const {
  return !time.empty() || rate || unit || !intervals.empty() || !events.empty();
}

std::string file_names(const std::vector<FileConfig>& files) {
  std::vector<std::string> names;
  for (const FileConfig& file : files) names.push_back(file.path);
  return join(names);
}

}  // namespace facet
