#include "block_masks.h"

#include <ATen/ops/ones.h>

#include <algorithm>
#include <numeric>

#include "facet/plugin.h"

namespace facet {

namespace {

/// floor(fraction of count), as far as a product of doubles tells.
std::int64_t part_of(std::int64_t count, double fraction) {
  return static_cast<std::int64_t>(static_cast<double>(count) * fraction);
}

}  // namespace

at::Tensor NeuronBlockMask::keep(const WindowShape& shape, Random& random) const {
  const std::int64_t hidden = part_of(shape.num_neurons, options_.draw(random));
  const at::Tensor kept = at::ones({shape.num_windows, shape.num_neurons, 1});
  float* row = kept.data_ptr<float>();
  for (std::int64_t b = 0; b < shape.num_windows; ++b, row += shape.num_neurons)
    std::fill_n(row + random.below(shape.num_neurons - hidden + 1), hidden, 0.F);
  return kept;
}

void TimeBlockMask::Options::describe(OptionsDescription<Options>& options) {
  options
      .add("sampled_rate", &Options::sampled_rate,
           "the fraction of the bins at which a span begins")
      .above(0)
      .below(1);
  options.add("masked_seq_len", &Options::masked_seq_len, "bins of a span").at_least(1);
}

at::Tensor TimeBlockMask::keep(const WindowShape& shape, Random& random) const {
  const std::int64_t length = shape.num_bins, spans = part_of(length, options_.sampled_rate);
  const at::Tensor kept = at::ones({shape.num_windows, 1, length});
  float* row = kept.data_ptr<float>();
  std::vector<std::int64_t> bins(static_cast<std::size_t>(length));
  for (std::int64_t b = 0; b < shape.num_windows; ++b, row += length) {
    std::iota(bins.begin(), bins.end(), 0);
    for (std::int64_t i = 0; i < spans; ++i) {  // the first steps of a shuffle
      const auto place = static_cast<std::size_t>(i);
      std::swap(bins[place], bins[static_cast<std::size_t>(i + random.below(length - i))]);
      const std::int64_t first = bins[place];
      std::fill(row + first, row + std::min(first + options_.masked_seq_len, length), 0.F);
    }
  }
  return kept;
}

FACET_PLUGIN(registrar) {
  registrar.add<NeuronBlockMask>("NeuronBlockMask", "hides a block of neighbouring neurons");
  registrar.add<TimeBlockMask>("TimeBlockMask", "hides spans of bins");
}

}  // namespace facet
