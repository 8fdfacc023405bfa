#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/linalg_vector_norm.h>

#include "facet/text.h"
#include "framework/calls/promises.h"
#include "framework/conformance/check.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

namespace {

/// The windows may be used again, whatever the model does to them.
at::Tensor embed(Model& model, const at::Tensor& windows) {
  const at::NoGradGuard no_gradients;
  model.eval();
  return model.forward(windows.clone());
}

void require_shapes(const Tried& tried) {
  const auto model = make_model(tried);
  const Offset offset = model->offset();
  if (offset.left < 0 || offset.right < 1)
    throw Error("its offset is (" + std::to_string(offset.left) + ", " +
                std::to_string(offset.right) +
                "): promised are at least 0 bins before, and 1 from the bin itself on");
  for (const std::int64_t rows : {1, 2, 7, 32, 100}) {
    const at::Tensor windows = trial_windows({1, rows}, offset.size(), tried.num_neurons());
    const at::Tensor output = embed(*model, windows);
    const std::string what = "its output of " + std::to_string(rows) + " windows";
    require_shape(output, {rows, model->num_output()}, what);
    require_type(output, windows, what);
  }
}

/// The rows of a batch are those of its windows one by one.
void require_windows_apart(const Tried& tried) {
  const auto model = make_model(tried);
  const at::Tensor windows = trial_windows({}, model->offset().size(), tried.num_neurons());
  std::vector<at::Tensor> rows;
  for (std::int64_t i = 0; i < windows.size(0); ++i)
    rows.push_back(embed(*model, windows.narrow(0, i, 1)));
  require_same({{"output", embed(*model, windows)}}, {{"output", at::cat(rows)}}, 1e-4,
               "of several windows at once, instead of one by one");
}

/// What convolutional() promises. The longer windows are cut into those that one bin needs.
void require_dense_as_windowed(const Tried& tried) {
  const auto model = make_model(tried);
  if (!model->convolutional()) return;
  const std::int64_t size = model->offset().size(), more = 6;
  const at::Tensor long_windows = trial_windows({}, size + more, tried.num_neurons());
  const at::Tensor dense = embed(*model, long_windows);
  require_shape(dense, {long_windows.size(0), model->num_output(), more + 1},
                "its output of windows that are " + std::to_string(more) + " bins longer");
  for (std::int64_t bin = 0; bin <= more; ++bin)
    require_same({{"output", dense.select(2, bin)}},
                 {{"output", embed(*model, long_windows.narrow(2, bin, size))}}, 1e-4,
                 "at bin " + std::to_string(bin) + " of a long window");
}

void require_unit_length(const Tried& tried) {
  const auto model = make_model(tried);
  if (!model->normalized()) return;
  const at::Tensor output =
      embed(*model, trial_windows({}, model->offset().size(), tried.num_neurons()));
  const at::Tensor length = at::linalg_vector_norm(output, 2, at::IntArrayRef{1});
  const double apart = (length - 1).abs().max().item<double>();
  if (!(apart < 1e-4))
    throw Error("its normalized() is true, and the length of an output row differs from 1 by " +
                number_text(apart));
}

/// All that it has learned is in its parameters and buffers: those are what a run saves.
void require_saved_parameters(const Tried& tried) {
  const auto used = make_model(tried, 1), fresh = make_model(tried, 2);
  used->train();
  used->set_random(Random(1));
  const at::Tensor windows = trial_windows({}, used->offset().size(), tried.num_neurons());
  used->forward(windows);
  const at::NoGradGuard no_gradients;
  const auto copy = [](const auto& from, const auto& to) {
    for (const auto& own : to) own.value().copy_(from[own.key()]);
  };
  copy(used->named_parameters(), fresh->named_parameters());
  copy(used->named_buffers(), fresh->named_buffers());
  require_same({{"output", embed(*fresh, windows)}}, {{"output", embed(*used, windows)}}, 0,
               "given the parameters and buffers of one that was used");
}

void require_inputs_kept(const Tried& tried) {
  const auto model = make_model(tried);
  const at::Tensor windows = trial_windows({}, model->offset().size(), tried.num_neurons());
  const at::Tensor before = windows.clone();
  const at::NoGradGuard no_gradients;
  model->eval();
  model->forward(windows);
  require_same({{"windows", windows}}, {{"windows", before}}, 0, "after its forward()");
}

}  // namespace

Checks model_checks() {
  return {
      {"shapes", "one window and several give rows of num_output() numbers", require_shapes},
      {"inputs", "what it is given has the same values afterwards", require_inputs_kept},
      {"windows", "windows at once give what they give one by one", require_windows_apart},
      {"dense",
       "if it is convolutional(), one pass over a long window gives what passes over the "
       "short ones in it give",
       require_dense_as_windowed},
      {"unit_length", "if it is normalized(), output rows have unit length", require_unit_length},
      {"state", "a new one with the parameters and buffers of a used one gives the same",
       require_saved_parameters}};
}

}  // namespace facet
