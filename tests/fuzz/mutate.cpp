#include "fuzz/mutate.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace facet {

namespace {

class Mutator {
 public:
  Mutator(std::string& bytes, Random& random) : bytes_(bytes), random_(random) {}

  void mutate() {
    switch (random_.below(6)) {
      case 0: return flip_bit();
      case 1: return bytes_.resize(place());
      case 2: return void(bytes_.erase(place(), length()));
      case 3: return void(bytes_.insert(place(), bytes_.substr(place(), length())));
      case 4: return extreme_number();
      default: return exchange();
    }
  }

 private:
  std::size_t place() {
    return static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(bytes_.size()) + 1));
  }
  std::size_t length() { return static_cast<std::size_t>(1 + random_.below(64)); }

  void flip_bit() {
    const std::size_t at = place();
    if (at < bytes_.size()) bytes_[at] = static_cast<char>(bytes_[at] ^ (1 << random_.below(8)));
  }

  void extreme_number() {
    constexpr std::array<std::uint64_t, 8> numbers = {
        0, 1, 0x7F, 0xFF, 0x7FFFFFFF, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF};
    const std::uint64_t number = numbers[static_cast<std::size_t>(random_.below(numbers.size()))];
    const std::size_t at = place();
    const std::size_t size =
        std::min<std::size_t>(std::size_t{1} << random_.below(4), bytes_.size() - at);
    std::memcpy(bytes_.data() + at, &number, size);
  }

  void exchange() {
    const std::size_t at = place();
    std::reverse(
        bytes_.begin() + static_cast<std::ptrdiff_t>(at),
        bytes_.begin() + static_cast<std::ptrdiff_t>(std::min(at + length(), bytes_.size())));
  }

  std::string& bytes_;
  Random& random_;
};

}  // namespace

std::string mutated(std::string bytes, Random& random) {
  const std::int64_t count = 1 + random.below(4);
  for (std::int64_t i = 0; i < count; ++i) Mutator(bytes, random).mutate();
  return bytes;
}

}  // namespace facet
