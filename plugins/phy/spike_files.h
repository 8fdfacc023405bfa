#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/file_array.h"

namespace facet::phy {

/// spike_times.npy and spike_clusters.npy of a folder: when each spike was, and of which cluster it
/// is. Where nobody has used phy there may be spike_templates.npy alone, which then are the
/// clusters.
class SpikeFiles {
 public:
  /// Finds the clusters. Throws Error that names the file which is missing or wrong.
  explicit SpikeFiles(const std::string& folder);

  /// Of the clusters that have spikes, ascending.
  const std::vector<std::int64_t>& ids() const { return ids_; }

  /// The times of some of these clusters, in seconds, each in the order of the file. Throws Error
  /// that names the file.
  RaggedValues read(Rows clusters, double sample_rate) const;

 private:
  std::int64_t row_of(std::int64_t id) const;

  std::string times_path_, clusters_path_;
  std::int64_t num_spikes_ = 0;
  std::vector<std::int64_t> ids_;
};

}  // namespace facet::phy
