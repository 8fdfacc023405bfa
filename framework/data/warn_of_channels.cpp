#include "framework/data/warn_of_channels.h"

#include <algorithm>
#include <limits>

#include "facet/text.h"
#include "facet/warning.h"
#include "framework/data/copied_channels.h"

namespace facet {

namespace {

/// Bins. What two channels have in fewer, they have alike by chance.
constexpr std::int64_t handful = 5;

/// How many bins may differ in a channel that is nearly constant.
std::int64_t few_bins(const ChannelSummary& summary) {
  return std::min(handful, summary.num_bins / 100);
}

bool varies_by_rounding(const ChannelSummary& summary, std::size_t c) {
  constexpr float steps = 16 * std::numeric_limits<float>::epsilon();
  return summary.high[c] - summary.low[c] <= steps * std::max(summary.high[c], -summary.low[c]);
}

bool has_broken_counts(const ChannelSummary& summary, std::size_t c) {
  return summary.low[c] >= 0 && summary.broken[c] > 0 &&
         std::int64_t{100} * summary.broken[c] <= summary.nonzero[c];
}

/// Channels by what is to be said of them.
struct Kinds {
  std::vector<std::int64_t> zero, constant, rounding, broken, varied;
};

Kinds kinds_of(const ChannelSummary& summary) {
  Kinds kinds;
  for (std::size_t c = 0; c < summary.hash.size(); ++c) {
    const auto channel = static_cast<std::int64_t>(c);
    if (summary.nonzero[c] == 0)
      kinds.zero.push_back(channel);
    else if (summary.unusual[c] <= few_bins(summary))
      kinds.constant.push_back(channel);
    else if (varies_by_rounding(summary, c))
      kinds.rounding.push_back(channel);
    else if (summary.unusual[c] > handful)
      kinds.varied.push_back(channel);
    if (has_broken_counts(summary, c)) kinds.broken.push_back(channel);
  }
  return kinds;
}

/// `rat.npz: 3 of 20 channels WHAT: 4, 7, 9 (HELP)`
class Teller {
 public:
  Teller(const Recording& recording, const SignalSource& source)
      : recording_(recording), source_(source) {}

  void tell(const std::vector<std::int64_t>& channels, const std::string& what,
            const std::string& help = "") const {
    tell_each(channels, what, help, [&](std::int64_t channel) { return source_.text(channel); });
  }
  void tell(const std::vector<CopiedChannel>& copies, const std::string& what) const {
    tell_each(copies, what, "", [&](const CopiedChannel& copy) {
      return source_.text(copy.channel) + " of " + source_.text(copy.original);
    });
  }

 private:
  template <class Channel, class Text>
  void tell_each(const std::vector<Channel>& channels, const std::string& what,
                 const std::string& help, const Text& text) const {
    constexpr std::size_t most = 10;
    if (channels.empty()) return;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(channels.size(), most); ++i)
      texts.push_back(text(channels[i]));
    warn(recording_.name + ": " + std::to_string(channels.size()) + " of " +
         std::to_string(recording_.num_channels()) + " channels " + what + ": " + join(texts) +
         (channels.size() > most ? ", ..." : "") + " (" + help +
         "data.neurons can leave them out)");
  }

  const Recording& recording_;
  const SignalSource& source_;
};

std::string constant_text(const ChannelSummary& summary) {
  const std::int64_t few = few_bins(summary);
  return "have one value in " +
         (few == 0 ? "all " : "all but at most " + std::to_string(few) + " of the ") +
         std::to_string(summary.num_bins) + " bins that are used";
}

}  // namespace

void warn_of_channels(const Recording& recording, const ChannelSummary& summary,
                      const SignalSource& source) {
  const Teller teller(recording, source);
  const Kinds kinds = kinds_of(summary);
  teller.tell(kinds.zero, "are 0 in every bin that is used");
  teller.tell(kinds.constant, constant_text(summary));
  teller.tell(kinds.rounding, "vary by no more than float32 rounds numbers of their size",
              "store them without their offset, or ");
  teller.tell(copied_channels(recording, kinds.varied, summary),
              "are copies, in every bin that is used the same as another one");
  teller.tell(kinds.broken, "have whole numbers, as counts have, but for 1 % or less of them",
              "data.fill by \"nearest\" makes whole numbers, data.select leaves bins out, ");
}

}  // namespace facet
