#include "apps/facet/init/missing_values.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "apps/facet/init/array_kinds.h"
#include "apps/facet/init/signals.h"

namespace facet {

namespace {

constexpr std::int64_t longest_hole = 5;  // bins, as data.fill has it
constexpr std::size_t most_epochs = 50;   // that a reader of a config would look at

/// The signals that may have holes.
std::vector<const FileArray*> sampled_signals(const Proposal& made, const FileArrays& arrays) {
  std::vector<const FileArray*> sampled = named_arrays(arrays, made.signals.value);
  std::erase_if(sampled, [](const FileArray* array) {
    return !can_be_read(*array) || array->is_ragged() || array->shape().empty() ||
           array->shape().size() > 2 || !at::isFloatingType(array->type());
  });
  return sampled;
}

/// Rows that lack a value in some channel; undefined: none does.
at::Tensor missing_rows(const std::vector<const FileArray*>& sampled, bool transposed) {
  at::Tensor missing;
  for (const FileArray* array : sampled) {
    at::Tensor own = array->read().isnan();
    if (own.dim() == 2) own = own.any(transposed ? 0 : 1);
    missing = missing.defined() ? missing.logical_or(own) : own;
  }
  return missing.defined() && missing.any().item<bool>() ? missing : at::Tensor();
}

std::vector<Segment> holes_in(const at::Tensor& missing) {
  const at::Tensor rows = missing.nonzero().squeeze(1).contiguous();
  std::vector<Segment> holes;
  for (std::int64_t i = 0; i < rows.size(0); ++i) {
    const std::int64_t row = rows.data_ptr<std::int64_t>()[i];
    if (holes.empty() || holes.back().end < row) holes.push_back({row, row});
    holes.back().end = row + 1;
  }
  return holes;
}

/// What no value on either side can fill.
bool is_too_long(const Segment& hole, std::int64_t num_bins) {
  return hole.size() > longest_hole || hole.begin == 0 || hole.end == num_bins;
}

}  // namespace

void choose_for_missing(Proposal& made, const FileArrays& arrays) {
  const std::vector<const FileArray*> sampled = sampled_signals(made, arrays);
  const at::Tensor missing = missing_rows(sampled, !made.transpose.empty());
  if (!missing.defined()) return;
  const std::int64_t num_bins = missing.size(0);
  Reasoned<std::vector<Segment>> epochs{{}, "bins where signals are missing are left out"};
  bool has_short_ones = false;
  std::int64_t begin = 0;
  for (const Segment& hole : holes_in(missing)) {
    if (!is_too_long(hole, num_bins)) {
      has_short_ones = true;
      continue;
    }
    if (hole.begin > begin) epochs.value.push_back({begin, hole.begin});
    begin = hole.end;
  }
  if (begin < num_bins) epochs.value.push_back({begin, num_bins});
  if (has_short_ones || made.bin)
    made.filled = {sampled[0]->name(), "where a few values of the signals are missing"};
  const bool has_cuts = begin > 0 || epochs.value.size() > 1;
  if (has_cuts && !made.bin && epochs.value.size() <= most_epochs) made.epochs = epochs;
}

}  // namespace facet
