#include "framework/calls/promises.h"

#include <c10/core/ScalarType.h>

#include <sstream>
#include <utility>

#include "facet/text.h"

namespace facet {

namespace {

std::string type_text(const at::Tensor& tensor) {
  std::ostringstream text;
  text << c10::toString(tensor.scalar_type()) << " on " << tensor.device();
  return text.str();
}

void require_defined(const at::Tensor& given, const std::string& what) {
  if (!given.defined()) throw BrokenPromise(what + " is an undefined tensor");
}

}  // namespace

bool has_gradient_of_inputs(const at::Tensor& given) {
  return given.requires_grad() && !given.is_leaf();
}

void require_shape(const at::Tensor& given, const std::vector<std::int64_t>& promised,
                   const std::string& what) {
  require_defined(given, what);
  if (given.sizes() != promised)
    throw BrokenPromise(what + " is of shape " + shape_text(given.sizes()) + ", promised is " +
                        shape_text(promised));
}

void require_type(const at::Tensor& given, const at::Tensor& from, const std::string& what) {
  if (given.scalar_type() != from.scalar_type() || given.device() != from.device())
    throw BrokenPromise(what + " is " + type_text(given) + ", promised is " + type_text(from) +
                        ", as what it was computed from");
}

void require_part(const at::Tensor& given, const at::Tensor& from, const std::string& what) {
  require_defined(given, what);
  if (given.dim() != 0)
    throw BrokenPromise(what + " is of shape " + shape_text(given.sizes()) +
                        ", promised is a scalar, such as .mean() gives");
  require_type(given, from, what);
}

bool records_gradient(const at::Tensor& from) {
  return at::GradMode::is_enabled() && from.requires_grad();
}

void require_gradient(const at::Tensor& given, const std::string& what) {
  require_defined(given, what);
  if (!has_gradient_of_inputs(given))
    throw BrokenPromise(what +
                        " has no gradient, promised is one that is differentiable in its inputs: "
                        "is there a detach(), or a value taken out of a tensor?");
}

void require_loss(const at::Tensor& given, const at::Tensor& from, bool with_gradient,
                  const std::string& what) {
  require_part(given, from, what);
  if (with_gradient) require_gradient(given, what);
}

Unwritten::Unwritten(std::vector<at::Tensor> inputs) : inputs_(std::move(inputs)) {
  // Those of at::InferenceMode do not tell.
  std::erase_if(inputs_, [](const at::Tensor& input) { return input.is_inference(); });
  for (const at::Tensor& input : inputs_) versions_.push_back(input._version());
}

void Unwritten::require() const {
  for (std::size_t i = 0; i < inputs_.size(); ++i)
    if (static_cast<std::int64_t>(inputs_[i]._version()) != versions_[i])
      throw BrokenPromise(
          "it wrote into a tensor that it was given (such as by mul_): other objectives see the "
          "same one; promised is that it computes a new one");
}

}  // namespace facet
