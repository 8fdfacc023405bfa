#include "framework/assembly/check_windows.h"

namespace facet {

namespace {

constexpr double most_without_window = 0.2;

/// `rat.npz is as long as the model's window of 36 bins`
std::string as_long_as_a_window(const RunData& data, std::size_t session,
                                const WindowCount& count) {
  return data.sessions->recordings()[session].name + " is as long as the model's window of " +
         std::to_string(count.window) + " bins";
}

/// Empty: nothing.
std::string mistake(const RunData& data, std::size_t session, const WindowCount& training,
                    const WindowCount& held_out) {
  if (training.with_window == 0)
    return "no segment of " + as_long_as_a_window(data, session, training) +
           ", so that nothing of it would be trained: let trials, time, select and epochs leave "
           "longer segments, or choose a model with a shorter window";
  if (held_out.bins > 0 && held_out.with_window == 0)
    return "nothing that is held out of " + as_long_as_a_window(data, session, held_out) +
           ": hold out more, or choose a model with a shorter window";
  return "";
}

}  // namespace

std::vector<WindowCount> count_windows(const RunData& data, const DataConfig& config,
                                       const Offset& offset, Problems& problems) {
  std::vector<WindowCount> counts = count_windows(*data.sessions, data.training, offset);
  const std::vector<WindowCount> held_out = count_windows(*data.sessions, data.held_out, offset);
  for (std::size_t session = 0; session < counts.size(); ++session) {
    const std::string wrong = mistake(data, session, counts[session], held_out[session]);
    const bool one = config.session.empty();
    if (!wrong.empty())
      problems.add({}, one ? "data" : item_key("data.session", session),
                   "cannot be used: " + wrong);
    counts[session] += held_out[session];
  }
  return counts;
}

std::vector<std::string> warn_of_windows(const RunData& data,
                                         const std::vector<WindowCount>& counts) {
  std::vector<std::string> warnings;
  for (std::size_t session = 0; session < counts.size(); ++session) {
    const WindowCount& count = counts[session];
    const auto without = static_cast<double>(count.without_window());
    if (without <= most_without_window * static_cast<double>(count.bins)) continue;
    warnings.push_back(data.sessions->recordings()[session].name + ": only " + to_string(count) +
                       ": the others are not trained and have no embedding; let trials, time, "
                       "select and epochs leave longer segments, or choose a model with a shorter "
                       "window");
  }
  return warnings;
}

}  // namespace facet
