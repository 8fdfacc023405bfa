#include "parity/compare.h"

#include <ATen/Functions.h>

#include <cmath>
#include <sstream>

namespace facet::parity {

namespace {

/// `[2, 0]`: where element `flat` of a tensor of that shape is.
std::string position(at::IntArrayRef sizes, std::int64_t flat) {
  std::string text;
  for (auto size = sizes.rbegin(); size != sizes.rend(); ++size) {
    text = std::to_string(flat % *size) + (text.empty() ? "" : ", ") + text;
    flat /= *size;
  }
  return "[" + text + "]";
}

/// Infinities agree when they are equal; NaN agrees with nothing.
bool agree(double got, double want, double tolerance) {
  return got == want || std::abs(got - want) <= tolerance;
}

std::string difference(const std::string& name, const at::Tensor& got, const at::Tensor& want,
                       const Tolerance& tolerance) {
  std::ostringstream text;
  text.precision(9);
  const bool both_scalars = got.numel() == 1 && want.numel() == 1;
  if (got.sizes() != want.sizes() && !both_scalars) {
    text << name << " has shape " << got.sizes() << ", want " << want.sizes();
    return text.str();
  }
  const at::Tensor g = got.detach().to(at::kCPU, at::kDouble).contiguous();
  const at::Tensor w = want.to(at::kDouble).contiguous();
  for (std::int64_t i = 0; i < w.numel(); ++i) {
    const double one = g.data_ptr<double>()[i];
    const double other = w.data_ptr<double>()[i];
    const double allowed = tolerance.atol + tolerance.rtol * std::abs(other);
    if (agree(one, other, allowed)) continue;
    text << name << position(want.sizes(), i) << " got " << one << " want " << other
         << " tolerance " << allowed;
    return text.str();
  }
  return "";
}

}  // namespace

std::string first_difference(const ReferenceCase& reference, const Arrays& got) {
  for (const auto& [name, want] : reference.expected) {
    const auto tolerance = reference.tolerance(name);
    if (!tolerance) continue;
    const auto found = got.find(name);
    if (found == got.end()) return name + " was not computed";
    const std::string text = difference(name, found->second, want, *tolerance);
    if (!text.empty()) return text;
  }
  return "";
}

}  // namespace facet::parity
