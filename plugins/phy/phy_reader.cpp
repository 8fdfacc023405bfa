#include "phy_reader.h"

#include <ATen/Functions.h>

#include <memory>

#include "cluster_tables.h"
#include "facet/error.h"
#include "sample_rate.h"
#include "spike_files.h"

namespace facet {

namespace {

constexpr const char* events = "spikes";

std::vector<std::string> names_of(const std::vector<std::int64_t>& ids) {
  std::vector<std::string> names;
  for (const std::int64_t id : ids) names.push_back(std::to_string(id));
  return names;
}

FileArray list_events(const std::shared_ptr<const phy::SpikeFiles>& files, double rate) {
  ArrayFacts facts;
  facts.role = ArrayRole::events;
  facts.unit = "s";
  facts.columns = names_of(files->ids());
  return FileArray::ragged(events, {static_cast<std::int64_t>(files->ids().size())}, at::kDouble,
                           [=](Rows rows) { return files->read(rows, rate); })
      .with(facts);
}

}  // namespace

void PhyReader::Options::describe(OptionsDescription<Options>& options) {
  options
      .add("sample_rate", &Options::sample_rate,
           "Hz, of the samples in which spike_times.npy counts; left out: what params.py says")
      .above(0);
}

FileArrays PhyReader::list(const std::string& path) const {
  const auto files = std::make_shared<const phy::SpikeFiles>(path);
  FileArrays arrays;
  try {
    const double rate = options_.sample_rate ? *options_.sample_rate : phy::find_sample_rate(path);
    arrays.push_back(list_events(files, rate));
  } catch (const Error& error) {
    arrays.push_back(FileArray::unreadable(events, error.what()));
  }
  ArrayFacts of_clusters;
  of_clusters.of = events;
  arrays.push_back(FileArray("cluster_id", at::tensor(files->ids(), at::kLong)).with(of_clusters));
  for (const FileArray& column : phy::list_cluster_tables(path, files->ids())) {
    arrays.push_back(column.why_unreadable().empty() ? column.with(of_clusters) : column);
  }
  return arrays;
}

}  // namespace facet
