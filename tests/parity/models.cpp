#include <ATen/Functions.h>

#include "framework/run_folder/model_file.h"
#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

Arrays model(const ReferenceCase& reference, Registry& registry) {
  const auto encoder = create_model(registry, reference.name, reference.options);
  copy_state(reference, "state.", model_state(*encoder));
  encoder->eval();

  const at::Tensor x = leaf(reference.input("x"));
  const at::Tensor output = encoder->forward(x);
  output.square().sum().backward();
  const Offset offset = encoder->offset();
  Arrays got = {{"output", output},
                {"grad_x", grad_of(x)},
                {"offset", at::tensor({offset.left, offset.right, offset.size()})}};
  if (reference.expects("prediction")) {  // which follows the features
    const std::int64_t features = reference.options.at("num_output");
    got["output"] = output.slice(1, 0, features);
    got["prediction"] = output.slice(1, features);
  }
  return got;
}

}  // namespace facet::parity
