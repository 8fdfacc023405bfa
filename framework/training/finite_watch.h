#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/observer.h"

namespace facet {

/// The first thing of a training that was not finite.
struct NotFinite {
  std::int64_t step = 0;
  std::string quantity;    ///< a column of the report, `gradient` or `parameters`
  bool embedding = false;  ///< nor was what the models encoded in that step
};

/// Watches that losses, penalties, gradients and parameters stay finite. On the CPU each is looked
/// at in place. On another device what is noted stays there, and is brought over when it is read.
class FiniteWatch {
 public:
  /// After a step, with what the losses were computed from; with no more than the report after a
  /// validation. Does not wait for the device.
  void note(const Report& report, const std::vector<at::Tensor>& parameters,
            const std::vector<at::Tensor>& embeddings);
  /// What was found first since the last time. Waits for the device.
  std::optional<NotFinite> read();
  /// Whether there is much to be read, or what there is costs nothing.
  bool should_be_read() const;

 private:
  struct Row {
    std::int64_t step;
    std::vector<std::string> names;
    at::Tensor values;  // float64 on the device
  };
  void note_in_place(const Report& report, const std::vector<at::Tensor>& parameters,
                     const std::vector<at::Tensor>& embeddings);

  std::optional<NotFinite> found_;
  std::vector<Row> pending_;
};

/// Whether all values are. Waits for the device.
bool all_finite(const at::Tensor& values);
bool all_finite(const std::vector<at::Tensor>& tensors);

}  // namespace facet
