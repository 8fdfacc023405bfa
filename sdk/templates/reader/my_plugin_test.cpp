// my_plugin_test FOLDER: uses the plugin in that folder as a run would, on a file that is whole and
// on one that is not.

#include <ATen/ops/tensor.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "facet/framework.h"
#include "facet/reader.h"

int main(int, char** argv) {
  const auto registry = facet::open_registry({argv[1]});
  const auto reader = registry->create<facet::Reader>({"my_plugin/signals", {}});

  const std::string path = "my_plugin_test.signals";
  const std::int64_t sizes[] = {2, 3};
  const float values[] = {1, 2, 3, 4, 5, 6};
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(sizes), sizeof sizes)
      .write(reinterpret_cast<const char*>(values), sizeof values);
  const at::Tensor expected = at::tensor({1.0F, 2.0F, 3.0F, 4.0F, 5.0F, 6.0F}).view({2, 3});
  const bool right = reader->list(path).at(0).read().equal(expected);

  std::filesystem::resize_file(path, sizeof sizes + 20);
  bool refused = false;
  try {
    reader->list(path);
  } catch (const facet::Error& error) {
    std::printf("%s\n", error.what());
    refused = true;
  }
  std::filesystem::remove(path);
  std::printf("values %s, a damaged file %s\n", right ? "right" : "wrong",
              refused ? "refused" : "read");
  return right && refused ? 0 : 1;
}
