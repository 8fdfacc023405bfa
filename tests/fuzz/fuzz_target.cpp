// libFuzzer's entry for the kind of file that FUZZ_KIND names.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "facet/error.h"
#include "framework/files/files.h"
#include "fuzz/input_kinds.h"
#include "temporary_folder.h"

namespace {

const facet::InputKind& kind() {
  const auto& kinds = facet::input_kinds();
  return *std::find_if(kinds.begin(), kinds.end(),
                       [](const facet::InputKind& own) { return own.name == FUZZ_KIND; });
}

}  // namespace

/// Begins with a whole example, also where the folders of the corpus hold none.
extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
  static const facet::TemporaryFolder folder;
  facet::write_text(folder.path() + "/example", kind().example);
  static std::string seed = "-seed_inputs=" + folder.path() + "/example";
  static std::vector<char*> with_seed(*words, *words + *count);
  with_seed.push_back(seed.data());
  *count = static_cast<int>(with_seed.size());
  *words = with_seed.data();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  try {
    kind().read({reinterpret_cast<const char*>(bytes), size});
  } catch (const facet::Error&) {
  }
  return 0;
}
