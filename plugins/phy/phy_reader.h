#pragma once

#include <array>
#include <optional>
#include <string>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// The spikes that Kilosort sorted and somebody judged in phy.
class PhyReader : public Reader {
 public:
  struct Options {
    std::optional<double> sample_rate;

    static void describe(OptionsDescription<Options>& options);
  };
  static constexpr std::array folder_with{"spike_times.npy"};
  static inline const Documentation documentation = {
      .formula = "seconds = spike_times / sample_rate",
      .shapes =
          "`spikes`: the times of each cluster that has spikes, clusters ascending; "
          "`cluster_id` and the columns of `cluster_*.tsv` and `.csv` (`group`, `KSLabel`, ...): "
          "a row for each of these clusters",
      .units = "spikes s; columns those of the tables",
      .source =
          "phy's template-gui: spike_times.npy, spike_clusters.npy, params.py, cluster_*.tsv"};

  explicit PhyReader(Options options) : options_(std::move(options)) {}

  FileArrays list(const std::string& path) const override;

 private:
  Options options_;
};

}  // namespace facet
