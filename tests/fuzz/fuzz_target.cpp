// libFuzzer's entry for the kind of file that FUZZ_KIND names.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "facet/error.h"
#include "fuzz/input_kinds.h"

namespace {

const facet::InputKind& kind() {
  const auto& kinds = facet::input_kinds();
  return *std::find_if(kinds.begin(), kinds.end(),
                       [](const facet::InputKind& own) { return own.name == FUZZ_KIND; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  try {
    kind().read({reinterpret_cast<const char*>(bytes), size});
  } catch (const facet::Error&) {
  }
  return 0;
}
