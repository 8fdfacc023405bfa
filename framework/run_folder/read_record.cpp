#include "framework/run_folder/read_record.h"

#include <optional>

#include "facet/error.h"
#include "framework/data/recording_checksum.h"
#include "framework/files/files.h"
#include "framework/files/format.h"

namespace facet {

namespace {

using Json = nlohmann::json;

std::optional<std::int64_t> format_of(const Json& record) {
  const Json format = record.value("format", Json());
  if (!format.is_number_integer()) return {};
  return format.get<std::int64_t>();
}

void require_same(const std::string& name, const Json& recorded, const std::string& now) {
  const auto trained = recorded.get<std::string>();
  if (now != trained)
    throw Error(name +
                " is not what the run was trained on: the file, or what [data] takes of it, "
                "has changed since (its checksum was " +
                trained + ", is now " + now + ")");
}

}  // namespace

void read_record(const RunFolder& folder, const std::function<void(const Json&)>& take) {
  const std::string path = folder.record();
  const std::string text = read_text(path);
  try {
    const Json record = Json::parse(text);
    require_format(path, format_of(record));
    take(record);
  } catch (const Json::parse_error& error) {
    throw Error(path + ": is damaged: it is not JSON from byte " + std::to_string(error.byte) +
                " on; with it goes what the run was made with, so train it again");
  } catch (const Json::exception&) {
    throw Error(path +
                ": is damaged: it lacks what the record of a run says; train it again, or restore "
                "the file");
  }
}

void require_trained_data(const RunFolder& folder, const RunData& data) {
  read_record(folder, [&](const Json& record) {
    for (std::size_t session = 0; session < data.checksums.size(); ++session)
      require_same(data.sessions->recordings()[session].name,
                   record.at("data").at(session).at("checksum"), data.checksums[session].whole);
  });
}

void require_trained_signals(const RunFolder& folder, std::size_t session,
                             const Recording& recording) {
  read_record(folder, [&](const Json& record) {
    require_same(recording.name, record.at("data").at(session).at("signals"),
                 recording_checksum(recording).signals);
  });
}

}  // namespace facet
