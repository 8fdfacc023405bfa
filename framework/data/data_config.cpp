#include "framework/data/data_config.h"

#include "facet/text.h"

namespace facet {

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
}

}  // namespace facet
