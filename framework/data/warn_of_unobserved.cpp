#include "framework/data/warn_of_unobserved.h"

#include <algorithm>

#include "facet/text.h"
#include "facet/warning.h"

namespace facet {

namespace {

using Segments = std::vector<Segment>;

/// Of all channels side by side.
std::vector<Segments> by_channel(const std::vector<const FileArray*>& signals,
                                 const Unobserved& unobserved) {
  std::vector<Segments> channels;
  for (const FileArray* array : signals) {
    const auto known = unobserved.find(array->name());
    if (known != unobserved.end())
      channels.insert(channels.end(), known->second.begin(), known->second.end());
    else
      channels.resize(channels.size() +
                      static_cast<std::size_t>(array->shape().size() < 2 ? 1 : array->shape()[1]));
  }
  return channels;
}

/// What two lists have in common, both ascending.
Segments common(const Segments& a, const Segments& b) {
  Segments found;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const std::int64_t begin = std::max(x->begin, y->begin), end = std::min(x->end, y->end);
    if (begin < end) found.push_back({begin, end});
    x->end < y->end ? ++x : ++y;
  }
  return found;
}

}  // namespace

void warn_of_unobserved(const Recording& recording, const std::vector<const FileArray*>& signals,
                        const SignalSource& source, const Unobserved& unobserved) {
  constexpr std::size_t most = 10;
  if (unobserved.empty()) return;
  const std::vector<Segments> channels = by_channel(signals, unobserved);
  std::vector<std::string> numbers;
  std::vector<bool> bins(static_cast<std::size_t>(recording.num_bins()));
  for (std::int64_t channel = 0; channel < recording.num_channels(); ++channel) {
    const std::int64_t number = source.in_file(channel);
    const Segments missing =
        common(recording.segments, channels.at(static_cast<std::size_t>(number)));
    if (!missing.empty()) numbers.push_back(source.text(channel));
    for (const Segment& part : missing)
      std::fill(bins.begin() + part.begin, bins.begin() + part.end, true);
  }
  const std::size_t count = numbers.size();
  if (count == 0) return;
  const auto first = std::find(bins.begin(), bins.end(), true) - bins.begin();
  numbers.resize(std::min(count, most));
  warn(recording.name + ": " + std::to_string(count) + " of " +
       std::to_string(recording.num_channels()) +
       " channels were not observed in some of the bins that are used, where a count of 0 is no "
       "measurement: " +
       join(numbers) + (count > most ? ", ..." : "") + "; together in " +
       std::to_string(std::count(bins.begin(), bins.end(), true)) + " of " +
       std::to_string(Bins(recording.segments).size()) + " bins, first in bin " +
       std::to_string(first) +
       " (data.select, data.epochs, data.start and data.stop can leave bins out, data.neurons "
       "channels)");
}

}  // namespace facet
