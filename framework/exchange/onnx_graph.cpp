#include "framework/exchange/onnx_graph.h"

#include <ATen/Functions.h>

#include <algorithm>

#include "facet/error.h"

namespace facet {

namespace {

// Numbers of fields, by the messages of onnx.proto that have them.
namespace model_field {
constexpr int ir_version = 1, producer_name = 2, producer_version = 3, graph = 7, opset_import = 8,
              metadata_props = 14;
}
namespace graph_field {
constexpr int node = 1, name = 2, initializer = 5, input = 11, output = 12;
}
namespace node_field {
constexpr int input = 1, output = 2, name = 3, op_type = 4, attribute = 5;
}
namespace attribute_field {
constexpr int name = 1, i = 3, ints = 8, type = 20;
}
namespace tensor_field {
constexpr int dims = 1, data_type = 2, name = 8, raw_data = 9;
}
enum AttributeType : std::int64_t { of_int = 2, of_ints = 7 };
enum DataType : std::int64_t { of_float = 1, of_int64 = 7, of_double = 11 };

// Of 2021: whatever runs ONNX knows them.
constexpr std::int64_t ir_version = 8, opset = 17;

DataType type_of(const at::Tensor& tensor) {
  switch (tensor.scalar_type()) {
    case at::kFloat: return of_float;
    case at::kLong: return of_int64;
    case at::kDouble: return of_double;
    default:
      throw Error("ONNX is written of parameters in float32 or float64, not in " +
                  std::string(c10::toString(tensor.scalar_type())));
  }
}

ProtobufMessage value_info(const std::string& name, const std::vector<OnnxSize>& sizes) {
  ProtobufMessage shape;
  for (const OnnxSize& size : sizes) {
    ProtobufMessage dimension;
    if (size.name.empty())
      dimension.add(1, size.number);
    else
      dimension.add(2, size.name);
    shape.add(1, dimension);
  }
  const ProtobufMessage tensor = ProtobufMessage().add(1, std::int64_t{of_float}).add(2, shape);
  return ProtobufMessage().add(1, name).add(2, ProtobufMessage().add(1, tensor));
}

ProtobufMessage message_of(const OnnxAttribute& attribute) {
  ProtobufMessage message;
  message.add(attribute_field::name, attribute.name);
  for (const std::int64_t value : attribute.values)
    message.add(attribute.is_list ? attribute_field::ints : attribute_field::i, value);
  return message.add(attribute_field::type, std::int64_t{attribute.is_list ? of_ints : of_int});
}

}  // namespace

std::string OnnxGraph::new_name(const char* kind) {
  return std::string(kind) + "_" + std::to_string(count_++);
}

void OnnxGraph::input(const std::string& name, const std::vector<OnnxSize>& sizes) {
  inputs_.add(graph_field::input, value_info(name, sizes));
}

void OnnxGraph::output(const std::string& name, const std::vector<OnnxSize>& sizes) {
  outputs_.add(graph_field::output, value_info(name, sizes));
}

std::string OnnxGraph::tensor(const std::string& name, const at::Tensor& values) {
  if (std::ranges::find(known_, name) != known_.end()) return name;
  known_.push_back(name);
  const at::Tensor own = values.detach().cpu().contiguous();
  ProtobufMessage message;
  for (const std::int64_t size : own.sizes()) message.add(tensor_field::dims, size);
  message.add(tensor_field::data_type, std::int64_t{type_of(own)})
      .add(tensor_field::name, name)
      .add(tensor_field::raw_data,
           std::string(static_cast<const char*>(own.data_ptr()), own.nbytes()));
  tensors_.add(graph_field::initializer, message);
  return name;
}

std::string OnnxGraph::numbers(const std::vector<std::int64_t>& values) {
  return tensor(new_name("numbers"), at::tensor(values, at::kLong));
}

std::string OnnxGraph::number(float value) {
  return tensor(new_name("number"), at::scalar_tensor(value, at::kFloat));
}

std::string OnnxGraph::node(const char* operation, const std::vector<std::string>& inputs,
                            const std::vector<OnnxAttribute>& attributes, const std::string& name) {
  const std::string own = new_name(operation);
  const std::string& output = name.empty() ? own : name;
  ProtobufMessage message;
  for (const std::string& input : inputs) message.add(node_field::input, input);
  message.add(node_field::output, output)
      .add(node_field::name, own)
      .add(node_field::op_type, operation);
  for (const OnnxAttribute& attribute : attributes)
    message.add(node_field::attribute, message_of(attribute));
  nodes_.add(graph_field::node, message);
  return output;
}

std::string OnnxGraph::model(const std::string& about) const {
  const std::string graph = nodes_.bytes() +
                            ProtobufMessage().add(graph_field::name, "encoder").bytes() +
                            tensors_.bytes() + inputs_.bytes() + outputs_.bytes();
  return ProtobufMessage()
      .add(model_field::ir_version, ir_version)
      .add(model_field::producer_name, "facet")
      .add(model_field::producer_version, FACET_VERSION)
      .add(model_field::graph, graph)
      .add(model_field::opset_import, ProtobufMessage().add(1, "").add(2, opset))
      .add(model_field::metadata_props, ProtobufMessage().add(1, "facet").add(2, about))
      .bytes();
}

}  // namespace facet
