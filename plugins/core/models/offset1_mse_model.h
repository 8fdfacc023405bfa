#pragma once

#include <optional>
#include <string>
#include <vector>

#include "encoder.h"

namespace facet {

/// What bounds the outputs of a member of the family.
enum class Bounding { none, tanh, clip };

/// offset1-model-mse and its relatives: hidden sizes 30 O, 30 O, 10 O, on single bins.
class Offset1MseModel : public Encoder {
 public:
  struct Options {
    std::vector<std::int64_t> hidden_units = {};
    std::optional<std::int64_t> num_units = {};
    std::int64_t num_output = 8;
    bool normalize = false;
    // What makes the family; not options.
    Bounding bounding = Bounding::none;
    double lowest = 0, highest = 0;

    static void describe(OptionsDescription<Options>& options);
    void validate(Problems& problems, const std::string& key) const;
  };
  static inline const Documentation documentation{
      .formula =
          "Linear(N to 30 O), GELU, Linear(30 O to 30 O), GELU, Linear(30 O to 10 O), GELU, "
          "Linear(10 O to O), in -tanh tanh, with normalize y / |y|, in -clip-a-b clipped to "
          "[-a, b]",
      .shapes = "B x N x 1 to B x O",
      .source = "Schneider, Gonzalez Laiz, Filippova, Frey, Mathis, AISTATS (2025)"};

  Offset1MseModel(const Options& options, const Arguments& arguments);
};

}  // namespace facet
