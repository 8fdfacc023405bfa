#include "framework/conformance/use.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

Use new_use(const Tried& tried) {
  static const std::map<std::string, Use (*)(const Tried&)> uses = {
      {"attribution", use_attribution},
      {"criterion", use_criterion},
      {"distribution", use_distribution},
      {"learning_rate", use_learning_rate},
      {"mask", use_mask},
      {"model", use_model},
      {"observer", use_observer},
      {"optimizer", use_optimizer},
      {"prior", use_prior},
      {"reader", use_reader},
      {"regularizer", use_regularizer},
      {"scheduler", use_scheduler},
      {"writer", use_writer}};
  return uses.at(tried.info().kind)(tried);
}

Results use(const Tried& tried, const Situation& situation) {
  return new_use(tried)(situation);
}

std::vector<Situation> fitting(const Tried& tried, const std::vector<Situation>& situations) {
  const auto is_refused = [&](const Situation& situation) {
    try {
      use(tried, situation);
    } catch (const Error& error) {
      const std::string message = error.what();
      return std::any_of(tried.options().begin(), tried.options().end(), [&](const auto& option) {
        return message.find(option.first) != std::string::npos;
      });
    }
    return false;
  };
  if (tried.options().empty()) return situations;
  std::vector<Situation> fit;
  std::ranges::remove_copy_if(situations, std::back_inserter(fit), is_refused);
  return fit;
}

namespace {

/// NaN is the same as NaN here: it is told elsewhere.
bool same_to_the_bit(const at::Tensor& a, const at::Tensor& b) {
  if (a.sizes() != b.sizes() || a.scalar_type() != b.scalar_type()) return false;
  return a.eq(b).logical_or(a.ne(a).logical_and(b.ne(b))).all().item<bool>();
}

std::string difference(const at::Tensor& got, const at::Tensor& expected, double tolerance) {
  if (got.sizes() != expected.sizes())
    return "is " + shape_text(got.sizes()) + " instead of " + shape_text(expected.sizes());
  if (tolerance == 0) return same_to_the_bit(got, expected) ? "" : "is another";
  if (got.numel() == 0) return "";
  const at::Tensor a = got.to(at::kDouble), b = expected.to(at::kDouble);
  const double largest = b.abs().max().item<double>(), apart = (a - b).abs().max().item<double>();
  if (apart <= tolerance * (largest + 1e-6)) return "";
  return "differs by " + number_text(apart) + " where the largest is " + number_text(largest);
}

}  // namespace

void require_same(const Results& got, const Results& expected, double tolerance,
                  const std::string& when) {
  if (got.size() != expected.size())
    throw Error(when + ", it gives " + std::to_string(got.size()) + " results instead of " +
                std::to_string(expected.size()));
  for (std::size_t i = 0; i < got.size(); ++i) {
    const std::string what = difference(got[i].tensor, expected[i].tensor, tolerance);
    if (!what.empty()) throw Error(when + ", its " + expected[i].name + " " + what);
  }
}

}  // namespace facet
