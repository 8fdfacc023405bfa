#pragma once

namespace facet {

/// Puts a model, or the encoders of a run, into eval mode while it lives, and back into what they
/// were.
template <class Network>
class EvalMode {
 public:
  explicit EvalMode(Network& network) : network_(network), was_training_(network.is_training()) {
    network_.train(false);
  }
  ~EvalMode() { network_.train(was_training_); }
  EvalMode(const EvalMode&) = delete;
  EvalMode& operator=(const EvalMode&) = delete;

 private:
  Network& network_;
  const bool was_training_;
};

}  // namespace facet
