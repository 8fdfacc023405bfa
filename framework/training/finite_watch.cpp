#include "framework/training/finite_watch.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace facet {

namespace {

constexpr std::size_t rows_kept_there = 100;
const char* const embedding_of_step = "embedding";  // the first of a row

/// Of a validation or a step: what has to be finite, that of the objectives first.
std::vector<const Quantity*> watched(const Report& report) {
  std::vector<const Quantity*> found;
  const Quantity* total = nullptr;
  for (const Quantity& quantity : report.quantities) {
    if (quantity.name == "total") total = &quantity;
    if (quantity.name.ends_with(".loss") || quantity.name.ends_with(".regularizer"))
      found.push_back(&quantity);
  }
  if (total) found.push_back(total);
  return found;
}

std::vector<at::Tensor> gradients_of(const std::vector<at::Tensor>& parameters) {
  std::vector<at::Tensor> gradients;
  for (const at::Tensor& parameter : parameters)
    if (parameter.grad().defined()) gradients.push_back(parameter.grad());
  return gradients;
}

/// Whether no number has all bits of its exponent set: without a branch, so that the compiler makes
/// it as fast as the memory.
template <class Float, class Bits>
bool all_finite(const Float* values, std::int64_t count, Bits sign, Bits exponent) {
  Bits carry = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    Bits bits;
    std::memcpy(&bits, values + i, sizeof bits);
    carry |= (bits & ~sign) + (sign - exponent);
  }
  return (carry & sign) == 0;
}

/// Finite where all values are: the sum of their sizes, which overflows only close to the largest
/// number there is.
at::Tensor magnitude(const std::vector<at::Tensor>& tensors) {
  return at::stack(at::_foreach_norm(tensors, 1)).to(at::kDouble).sum();
}

}  // namespace

bool all_finite(const at::Tensor& values) {
  const bool in_place = values.is_cpu() && values.is_contiguous();
  if (in_place && values.scalar_type() == at::kFloat)
    return all_finite<float, std::uint32_t>(values.data_ptr<float>(), values.numel(), 0x80000000U,
                                            0x7f800000U);
  if (in_place && values.scalar_type() == at::kDouble)
    return all_finite<double, std::uint64_t>(values.data_ptr<double>(), values.numel(), 1ULL << 63,
                                             0x7ff0000000000000ULL);
  return values.isfinite().all().item<bool>();
}

bool all_finite(const std::vector<at::Tensor>& tensors) {
  return std::all_of(tensors.begin(), tensors.end(),
                     [](const at::Tensor& tensor) { return all_finite(tensor); });
}

void FiniteWatch::note(const Report& report, const std::vector<at::Tensor>& parameters,
                       const std::vector<at::Tensor>& embeddings) {
  if (report.quantities.empty() || report.quantities[0].value.is_cpu())
    return note_in_place(report, parameters, embeddings);
  Row row{report.step, {}, {}};
  std::vector<at::Tensor> values;
  const auto add = [&](const std::string& name, const at::Tensor& value) {
    row.names.push_back(name);
    values.push_back(value.to(at::kDouble));
  };
  if (!embeddings.empty()) add(embedding_of_step, magnitude(embeddings));
  for (const Quantity* quantity : watched(report)) add(quantity->name, quantity->value);
  const std::vector<at::Tensor> gradients = gradients_of(parameters);
  if (!gradients.empty()) add("gradient", magnitude(gradients));
  if (!parameters.empty()) add("parameters", magnitude(parameters));
  row.values = at::stack(values);
  pending_.push_back(std::move(row));
}

void FiniteWatch::note_in_place(const Report& report, const std::vector<at::Tensor>& parameters,
                                const std::vector<at::Tensor>& embeddings) {
  const auto note_if = [&](bool bad, const std::string& name) {
    if (bad && !found_) found_ = NotFinite{report.step, name, !all_finite(embeddings)};
  };
  for (const Quantity* quantity : watched(report))
    note_if(!facet::all_finite(quantity->value), quantity->name);
  note_if(!all_finite(gradients_of(parameters)), "gradient");
  note_if(!all_finite(parameters), "parameters");
}

std::optional<NotFinite> FiniteWatch::read() {
  if (!pending_.empty()) {
    std::vector<at::Tensor> all;
    for (const Row& row : pending_) all.push_back(row.values);
    if (all[0].is_meta()) {  // which has no values
      pending_.clear();
      return std::nullopt;
    }
    const at::Tensor values = at::cat(all).cpu();
    const double* next = values.data_ptr<double>();
    for (const Row& row : std::exchange(pending_, {})) {
      bool embedding = false;
      for (const std::string& name : row.names) {
        if (std::isfinite(*next++)) continue;
        if (name == embedding_of_step)
          embedding = true;
        else if (!found_)
          found_ = NotFinite{row.step, name, embedding};
      }
    }
  }
  return std::exchange(found_, std::nullopt);
}

bool FiniteWatch::should_be_read() const {
  return pending_.empty() || pending_.size() >= rows_kept_there;
}

}  // namespace facet
