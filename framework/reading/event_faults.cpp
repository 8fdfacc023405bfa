#include "framework/reading/event_faults.h"

#include <ATen/TensorOperators.h>

#include "facet/text.h"
#include "facet/warning.h"

namespace facet {

void tell_of_whole_seconds(const std::string& events, const at::Tensor& times) {
  constexpr std::int64_t enough = 20;
  if (times.numel() < enough || times.ne(times.round()).any().item<bool>()) return;
  warn("the events '" + events + "' are all at whole seconds, the last one at " +
       number_text(times.max().item<double>(), 12) +
       " s: if the file has them in ms, us or samples, say so by unit (and rate) in data.file");
}

void tell_of_backwards(const std::string& events, const BinnedEvents& binned) {
  if (binned.backwards == 0) return;
  warn("the events '" + events + "' run backwards " + std::to_string(binned.backwards) +
       " times, first in unit " + std::to_string(binned.first_backwards_unit) +
       ": they are counted all the same");
}

}  // namespace facet
