#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "framework/exchange/protobuf_message.h"

namespace facet {

/// What a node of a graph is told beside its inputs.
struct OnnxAttribute {
  const char* name;
  std::vector<std::int64_t> values;
  bool is_list = false;
};

/// A size of a tensor: a number, or a name where it may be any.
struct OnnxSize {
  std::int64_t number = 0;
  std::string name = {};
};

/// A graph of ONNX while it grows: nodes, and the tensors that they are given. Values have names.
/// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto)
class OnnxGraph {
 public:
  void input(const std::string& name, const std::vector<OnnxSize>& sizes);
  void output(const std::string& name, const std::vector<OnnxSize>& sizes);
  /// A tensor of that name, once. float32, float64 or int64.
  std::string tensor(const std::string& name, const at::Tensor& values);
  std::string numbers(const std::vector<std::int64_t>& values);
  std::string number(float value);
  /// Its output. `name`: of that output; else one of its own.
  std::string node(const char* operation, const std::vector<std::string>& inputs,
                   const std::vector<OnnxAttribute>& attributes = {}, const std::string& name = {});

  /// The whole model. `about` is its metadata `facet`.
  std::string model(const std::string& about) const;

 private:
  std::string new_name(const char* kind);

  ProtobufMessage nodes_, tensors_, inputs_, outputs_;
  std::vector<std::string> known_;
  std::size_t count_ = 0;
};

}  // namespace facet
