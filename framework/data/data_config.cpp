#include "framework/data/data_config.h"

#include "facet/text.h"

namespace facet {

namespace {

/// The keys that one recording has, in a section that may have more.
template <class Section>
void describe_recording(OptionsDescription<Section>& options) {
  options.add("file", &Section::file, "the recording; several files are joined array by array")
      .required();
  options
      .add("reader", &Section::reader,
           "the component that reads the files; else the one of their extension")
      .of_kind("reader");
  options.add("signals", &Section::signals,
              "the arrays of signals, bins x channels, joined channel by channel; `unit_*` are all "
              "that begin with unit_");
  options.add("neurons", &Section::neurons,
              "the channels that are used, `[0, 5, [10, 20]]`, or a condition on arrays with one "
              "value a channel");
  options.add("continuous", &Section::continuous, "labels to take as continuous");
  options.add("discrete", &Section::discrete, "labels to take as discrete");
  options.add("trials", &Section::trials,
              "a discrete label; where it changes is a border that no window crosses");
  options.add("time", &Section::time,
              "the array of time stamps; a step of more than 1.5 times their median is a border");
  options.add("select", &Section::select,
              "a condition on labels such as `speed > 0.05`; the other bins are cut out");
  options.add("epochs", &Section::epochs,
              "the bins [begin, end] that are kept, times where `time` is named; the end itself is "
              "left out");
  options
      .add("validation", &Section::validation,
           "the fraction of the bins, at the end, that is held out for validation")
      .above(0)
      .below(1);
  options.add("validation_from", &Section::validation_from, "the first bin that is held out")
      .at_least(1);
}

}  // namespace

void RecordingConfig::describe(OptionsDescription<RecordingConfig>& options) {
  describe_recording(options);
}

void SessionConfig::describe(OptionsDescription<SessionConfig>& options) {
  options.add("name", &SessionConfig::name,
              "by which it is called; else its first file's, without extension");
  describe_recording(options);
}

void DataConfig::describe(OptionsDescription<DataConfig>& options) {
  describe_recording(options);
  options
      .add("masks", &DataConfig::masks,
           "hide parts of the windows while training; of several one is drawn for each pass")
      .of_kind("mask");
  options.add("zscore", &DataConfig::zscore,
              "every channel is brought to mean 0 and standard deviation 1 of the bins that are "
              "trained on");
  options.add("session", &DataConfig::session,
              "one of several recordings; keys that it leaves out are those of [data]");
}

const RecordingConfig& recording_of(const DataConfig& data, std::int64_t session) {
  if (data.session.empty()) return data;
  return data.session.at(static_cast<std::size_t>(session));
}

std::int64_t find_session(const DataConfig& data, const std::string& name) {
  std::vector<std::string> names;
  for (const SessionConfig& session : data.session) {
    if (session.name == name) return static_cast<std::int64_t>(names.size());
    names.push_back(session.name);
  }
  if (name.empty() && names.empty()) return 0;
  if (names.empty()) throw Error("there is no session '" + name + "': the run has one recording");
  throw Error((name.empty() ? "the run has several sessions, one of them must be named: "
                            : "there is no session '" + name + "', only ") +
              quoted(names));
}

void inherit_into_sessions(Table& data) {
  Value* sessions = data.find("session");
  if (!sessions || !sessions->is_list() || sessions->list().empty()) return;
  const OptionsDescription<RecordingConfig> description;
  for (Value& session : sessions->list()) {
    if (!session.is_table()) continue;
    for (const OptionInfo& option : description.infos()) {
      const Value* inherited = data.find(option.name);
      if (inherited && !session.table().contains(option.name))
        session.table().set(option.name, *inherited);
    }
  }
  if (!data.contains("file")) data.set("file", Value::List());
}

}  // namespace facet
