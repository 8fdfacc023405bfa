#include "facet/random.h"

#include <ATen/CPUGeneratorImpl.h>

#include <random>

namespace facet {

namespace {

std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;

}  // namespace

Random::Random(std::uint64_t seed, std::string_view stream, std::uint64_t step)
    : state_(mix(seed + golden)) {
  for (const char c : stream) state_ = mix((state_ ^ static_cast<unsigned char>(c)) + golden);
  state_ = mix(state_ ^ mix(step + golden));
}

Random::result_type Random::operator()() {
  state_ += golden;
  return mix(state_);
}

std::int64_t Random::below(std::int64_t n) {
  return std::uniform_int_distribution<std::int64_t>(0, n - 1)(*this);
}

double Random::uniform() {
  return static_cast<double>((*this)() >> 11) * 0x1.0p-53;
}

double Random::normal() {
  return std::normal_distribution<double>()(*this);
}

at::Generator Random::generator() {
  return at::detail::createCPUGenerator((*this)());
}

}  // namespace facet
