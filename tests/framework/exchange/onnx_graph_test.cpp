#include "framework/exchange/onnx_graph.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/exchange/bytes.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::HasSubstr;

/// By the numbers of onnx.proto.
TEST(OnnxGraph, HasTheFieldsOfTheFormat) {
  OnnxGraph graph;
  graph.input("x", {{0, "n"}, {2}});
  graph.output(graph.node("Relu", {"x"}, {}, "y"), {{0, "n"}, {2}});
  const std::string model = graph.model("{}");
  EXPECT_TRUE(model.starts_with(bytes({0x08, 8, 0x12, 5}) + "facet")) << "IR version 8";
  const std::string node = bytes({0x0a, 1}) + "x" + bytes({0x12, 1}) + "y" + bytes({0x1a, 6}) +
                           "Relu_0" + bytes({0x22, 4}) + "Relu";
  EXPECT_THAT(model, HasSubstr(bytes({0x0a, static_cast<int>(node.size())}) + node));
  const std::string shape = bytes({0x0a, 3, 0x12, 1}) + "n" + bytes({0x0a, 2, 0x08, 2});
  const std::string tensor = bytes({0x08, 1, 0x12, 9}) + shape;
  const std::string x = bytes({0x0a, 1}) + "x" + bytes({0x12, 15, 0x0a, 13}) + tensor;
  EXPECT_THAT(model, HasSubstr(bytes({0x5a, 20}) + x)) << "the input";
  EXPECT_THAT(model, HasSubstr(bytes({0x42, 4, 0x0a, 0, 0x10, 17}))) << "opset 17";
  EXPECT_TRUE(model.ends_with(bytes({0x72, 11, 0x0a, 5}) + "facet" + bytes({0x12, 2}) + "{}"));
}

TEST(OnnxGraph, HasTensorsByTheirBytes) {
  OnnxGraph graph;
  graph.tensor("w", at::tensor({1.0F, -2.0F}));
  graph.tensor("w", at::tensor({1.0F, -2.0F}));
  graph.numbers({-1});
  const std::string model = graph.model("");
  const std::string w = bytes({0x2a, 17, 0x08, 2, 0x10, 1, 0x42, 1}) + "w" +
                        bytes({0x4a, 8, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0});
  const std::size_t first = model.find(w);
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(model.find(w, first + 1), std::string::npos) << "once";
  EXPECT_THAT(model, HasSubstr(bytes({0x08, 1, 0x10, 7, 0x42, 9}) + "numbers_0" +
                               bytes({0x4a, 8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})));
}

TEST(OnnxGraph, HasAttributesWithTheirTypes) {
  OnnxGraph graph;
  graph.node("Conv", {"x"}, {{"strides", {2}, true}, {"group", {1}}});
  const std::string model = graph.model("");
  EXPECT_THAT(model,
              HasSubstr(bytes({0x2a, 14, 0x0a, 7}) + "strides" + bytes({0x40, 2, 0xa0, 1, 7})));
  EXPECT_THAT(model,
              HasSubstr(bytes({0x2a, 12, 0x0a, 5}) + "group" + bytes({0x18, 1, 0xa0, 1, 2})));
}

TEST(OnnxGraph, RefusesWhatTheFormatCannotHold) {
  OnnxGraph graph;
  EXPECT_THAT(message_of([&] { graph.tensor("w", at::zeros({2}, at::kHalf)); }),
              HasSubstr("float32 or float64, not in Half"));
}

}  // namespace
}  // namespace facet
