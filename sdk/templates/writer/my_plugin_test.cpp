// my_plugin_test FOLDER: uses the plugin in that folder as a run would: writes a matrix and looks
// at the bytes, and asks for what cannot be written.

#include <ATen/ops/tensor.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "facet/framework.h"
#include "facet/writer.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto writer = registry->create<facet::Writer>({"my_plugin/matrix", {}});

  const std::string path = "my_plugin_test.matrix";
  const at::Tensor matrix = at::tensor({1.0, 2.0, 3.0, 4.0, 5.0, 6.0}, at::kDouble).view({2, 3});
  const auto left_out = writer->write(path, {{"neural", matrix}, {"trial", matrix[0]}});
  double values[6] = {};
  std::ifstream file(path, std::ios::binary);
  file.seekg(16).read(reinterpret_cast<char*>(values), sizeof values);
  const bool right = file && values[0] == 1 && values[4] == 5 && left_out.size() == 1;

  bool refused = false;
  try {
    writer->write(path, {{"trial", matrix[0]}});
  } catch (const facet::Error& error) {
    std::printf("%s\n", error.what());
    refused = true;
  }
  std::filesystem::remove(path);
  std::printf("values %s, what is no matrix %s\n", right ? "right" : "wrong",
              refused ? "refused" : "written");
  return right && refused ? 0 : 1;
}
