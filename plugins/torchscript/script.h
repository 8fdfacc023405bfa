#pragma once

#include <torch/csrc/jit/api/module.h>

#include <exception>
#include <string>
#include <vector>

namespace facet {

/// The line that says what went wrong: libtorch puts a traceback before it or behind it.
std::string reason(const std::exception& error);

/// TorchScript, on the CPU as long as nobody moves its tensors.
class Script {
 public:
  /// Both throw Error that names the file where it cannot be read.
  explicit Script(const std::string& file);
  /// What was read from the file already.
  Script(const std::string& file, const std::string& bytes);

  const std::string& file() const { return file_; }
  const torch::jit::Module& module() const { return module_; }
  void train(bool on) { module_.train(on); }

  /// Calls its forward as it is written: optimized after some runs, it would round otherwise than
  /// in a run that was resumed. Throws what it throws.
  c10::IValue operator()(std::vector<c10::IValue> inputs);

 private:
  std::string file_;
  torch::jit::Module module_;
};

}  // namespace facet
