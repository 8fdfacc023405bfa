#include "facet/random.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>

#include <random>

#include "facet/error.h"
#include "facet/shared_rows.h"

namespace facet {

namespace {

std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;

/// Draws for the rows of all processes, and cuts out those of this one.
template <class Draw>
at::Tensor own_rows(at::IntArrayRef sizes, const Draw& draw) {
  const SharedRows* shared = SharedRows::now();
  if (!shared) return draw(sizes);
  if (sizes.empty() || shared->begin() + sizes[0] > shared->total())
    throw Error("random numbers for " + (sizes.empty() ? "no" : std::to_string(sizes[0])) +
                " rows, where this process works on the rows from " +
                std::to_string(shared->begin()) + " of " + std::to_string(shared->total()));
  std::vector<std::int64_t> all = sizes.vec();
  all[0] = shared->total();
  return draw(all).narrow(0, shared->begin(), sizes[0]);
}

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

at::Tensor Random::uniform_rows(at::IntArrayRef sizes) {
  const at::Generator numbers = generator();
  return own_rows(sizes, [&](at::IntArrayRef all) { return at::rand(all, numbers, at::kFloat); });
}

at::Tensor Random::normal_rows(at::IntArrayRef sizes) {
  const at::Generator numbers = generator();
  return own_rows(sizes, [&](at::IntArrayRef all) { return at::randn(all, numbers, at::kFloat); });
}

}  // namespace facet
