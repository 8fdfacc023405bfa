#include "axes.h"

#include <algorithm>

#include "../attributes.h"
#include "facet/error.h"
#include "facet/text.h"

namespace facet::hdf5::sleap {

namespace {

constexpr std::size_t longest = 4096;  // of `dims`

/// The words of `["track", "xy", "node", "frame"]`.
Axes words_of(const std::string& list) {
  Axes words;
  if (list.size() > longest) return words;
  for (std::size_t at = list.find('"'); at != std::string::npos; at = list.find('"', at)) {
    const std::size_t end = list.find('"', at + 1);
    if (end == std::string::npos) break;
    words.push_back(list.substr(at + 1, end - at - 1));
    at = end + 1;
  }
  return words;
}

bool is_order_of(const Axes& words, Axes axes) {
  return std::is_permutation(words.begin(), words.end(), axes.begin(), axes.end());
}

}  // namespace

Axes axes_of(const Dataset& tracks, std::int64_t num_tracks, std::int64_t num_nodes) {
  const std::vector<std::int64_t> shape = tracks.shape();
  const Axes said = words_of(text_attribute(tracks.id(), "dims"));
  const auto fits = [&](const Axes& axes) {
    const auto size = [&](const char* axis) {
      return shape[static_cast<std::size_t>(place_of(axes, axis))];
    };
    return shape.size() == 4 && is_order_of(axes, {"track", "xy", "node", "frame"}) &&
           size("xy") == 2 && size("node") == num_nodes && size("track") == num_tracks;
  };
  for (const Axes& axes :
       {said, Axes{"track", "xy", "node", "frame"}, Axes{"frame", "track", "node", "xy"},
        Axes{"frame", "node", "xy", "track"}})
    if (fits(axes)) return axes;
  throw Error("has axes that cannot be told: it is " + shape_text(shape) + ", of " +
              std::to_string(num_tracks) + " tracks and " + std::to_string(num_nodes) + " nodes");
}

Axes axes_of_scores(const Dataset& scores, Axes of_tracks) {
  const Axes said = words_of(text_attribute(scores.id(), "dims"));
  if (is_order_of(said, {"track", "node", "frame"})) return said;
  std::erase(of_tracks, "xy");
  return of_tracks;
}

std::int64_t place_of(const Axes& axes, const std::string& axis) {
  const auto found = std::find(axes.begin(), axes.end(), axis);
  return found == axes.end() ? 0 : found - axes.begin();
}

}  // namespace facet::hdf5::sleap
