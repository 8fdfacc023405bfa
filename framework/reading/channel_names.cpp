#include "framework/reading/channel_names.h"

#include "framework/data/label_maker.h"
#include "framework/data/signals.h"
#include "framework/reading/arranged_arrays.h"
#include "framework/reading/recording_reader.h"

namespace facet {

namespace {

/// Those that `config` selects.
std::vector<std::string> selected(const std::vector<std::string>& names,
                                  const ArrangedArrays& rows) {
  if (rows.config.neurons.empty()) return names;
  LabelMaker maker(0, static_cast<std::int64_t>(names.size()), rows.config, {});
  for (const FileArray& array : rows.arrays) maker.add(array);
  const at::Tensor channels = selected_channels(rows.config.neurons, maker.channel_labels());
  std::vector<std::string> chosen;
  for (std::int64_t i = 0; i < channels.size(0); ++i)
    chosen.push_back(names[static_cast<std::size_t>(channels[i].item<std::int64_t>())]);
  return chosen;
}

}  // namespace

std::vector<std::string> channel_names(const RecordingConfig& config, Registry& registry) {
  const RecordingFiles files = list_files(config, registry);
  const ArrangedArrays rows = arranged(files.arrays, config, "data", {});
  const auto signals = find_signals(rows.arrays, rows.config.signals);
  return selected(channel_names(signals, rows.config.transpose), rows);
}

}  // namespace facet
