#include "framework/calls/drawn_bins.h"

#include "framework/calls/call.h"

namespace facet {

void require_drawn(const std::vector<std::int64_t>& drawn, std::size_t promised, const Bins& among,
                   const std::string& what) {
  if (drawn.size() != promised)
    throw BrokenPromise("it drew " + std::to_string(drawn.size()) + " " + what + ", promised are " +
                        std::to_string(promised));
  for (const std::int64_t bin : drawn)
    if (!among.contains(bin))
      throw BrokenPromise("it drew bin " + std::to_string(bin) + " among the " + what +
                          ", promised are bins of the space that it was given: that one is held "
                          "out, at a border, or not in the recording");
}

}  // namespace facet
