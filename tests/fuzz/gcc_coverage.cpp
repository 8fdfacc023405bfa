// GCC tells of each block that is entered (-fsanitize-coverage=trace-pc); libFuzzer wants counters.
#include <array>
#include <cstddef>
#include <cstdint>

extern "C" {
void __sanitizer_cov_8bit_counters_init(std::uint8_t* begin, std::uint8_t* end);
void __sanitizer_cov_pcs_init(const std::uintptr_t* begin, const std::uintptr_t* end);
}

namespace {

constexpr std::size_t num_counters = 1 << 18;
std::array<std::uint8_t, num_counters> counters;
std::array<std::uintptr_t, 2 * num_counters> places;  // of each counter: an address and flags

const bool announced = [] {
  for (std::size_t i = 0; i < num_counters; ++i) places[2 * i] = i;
  __sanitizer_cov_8bit_counters_init(counters.data(), counters.data() + counters.size());
  __sanitizer_cov_pcs_init(places.data(), places.data() + places.size());
  return true;
}();

}  // namespace

extern "C" __attribute__((no_sanitize("address"))) void __sanitizer_cov_trace_pc() {
  const auto block = reinterpret_cast<std::uintptr_t>(__builtin_return_address(0));
  std::uint8_t& counter = counters[(block ^ (block >> 18)) % num_counters];
  if (counter < 255) ++counter;
}
