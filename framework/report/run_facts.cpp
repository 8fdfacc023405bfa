#include "framework/report/run_facts.h"

#include <ctime>
#include <nlohmann/json.hpp>

#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/run_folder/read_record.h"

namespace facet {

namespace {

using Json = nlohmann::json;

std::string date_text(double seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts);
  return text;
}

std::string duration_text(double seconds) {
  if (seconds < 100) return number_text(seconds, 3) + " s";
  const auto minutes = static_cast<std::int64_t>(seconds / 60);
  if (minutes < 100) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

std::string plain(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string summary_of(const Json& record) {
  std::string text =
      plain(record.at("steps")) + " steps in " + duration_text(record.at("seconds").get<double>()) +
      " on " + plain(record.at("device")) + ", " + date_text(record.at("started").get<double>());
  if (record.at("interrupted").get<bool>()) text += ", interrupted";
  if (record.at("stopped_early").get<bool>()) text += ", stopped early";
  return text;
}

TableRows table_of(const Json& record) {
  TableRows rows;
  for (const char* key : {"facet", "libtorch", "compiler", "blas", "processor", "device", "threads",
                          "seed", "kernels", "peak_memory_mib"})
    rows.push_back({key, plain(record.at(key))});
  for (const Json& data : record.at("data"))
    rows.push_back({"data", plain(data.at("name")) + ": " + plain(data.at("bins_with_window")) +
                                " of " + plain(data.at("bins")) + " bins in " +
                                plain(data.at("segments")) + " segments, " +
                                plain(data.at("checksum"))});
  for (const Json& plugin : record.at("plugins"))
    rows.push_back({"plugin", plain(plugin.at("name")) + " " + plain(plugin.at("version")) + ", " +
                                  plain(plugin.at("checksum"))});
  return rows;
}

}  // namespace

RunFacts run_facts(const RunFolder& run) {
  RunFacts facts;
  read_record(run, [&](const Json& record) {
    for (const char* key : {"warnings", "changes"})
      for (const Json& line : record.at(key)) facts.warnings.push_back(plain(line));
    facts.summary = summary_of(record);
    facts.table = table_of(record);
  });
  return facts;
}

}  // namespace facet
