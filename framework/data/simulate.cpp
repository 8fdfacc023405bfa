#include "framework/data/simulate.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <cmath>

#include "facet/npz.h"
#include "facet/random.h"

namespace facet {

namespace {

constexpr std::int64_t most_values = 1'000'000'000;
constexpr std::int64_t latent_size = 3;  // of z1 and of z2
constexpr double step_size = 0.1;

at::Tensor normal(std::int64_t rows, std::int64_t columns, Random& random) {
  const at::Tensor values = at::empty({rows, columns}, at::kDouble);
  double* value = values.data_ptr<double>();
  for (std::int64_t i = 0; i < values.numel(); ++i) value[i] = random.normal();
  return values;
}

/// One coordinate's way through (-1, 1).
void walk(double* position, std::int64_t num_bins, std::int64_t stride, Random& random) {
  double now = 0;
  for (std::int64_t bin = 0; bin < num_bins; ++bin) {
    position[bin * stride] = now;
    double next = 0;
    do next = now + step_size * random.normal();
    while (std::abs(next) >= 1);
    now = next;
  }
}

at::Tensor draw_latents(std::int64_t num_bins, Random& random) {
  constexpr std::int64_t columns = 2 * latent_size;
  const at::Tensor latents = at::empty({num_bins, columns}, at::kDouble);
  for (std::int64_t column = 0; column < columns; ++column)
    walk(latents.data_ptr<double>() + column, num_bins, columns, random);
  return latents;
}

/// f(z) W: invertible in z as long as there are as many neurons as latents.
at::Tensor mix(const at::Tensor& latents, std::int64_t num_neurons, Random& random) {
  const std::int64_t d = latents.size(1);
  at::Tensor hidden = latents;
  for (int layer = 0; layer < 2; ++layer) {
    const at::Tensor rotation = std::get<0>(at::linalg_qr(normal(d, d, random)));
    hidden = at::leaky_relu(hidden.matmul(rotation), 0.3);
  }
  return hidden.matmul(normal(d, num_neurons, random));
}

}  // namespace

void SimulateOptions::describe(OptionsDescription<SimulateOptions>& options) {
  options.add("num_bins", &SimulateOptions::num_bins, "bins of time").at_least(2).at_most(1e8);
  options.add("num_neurons", &SimulateOptions::num_neurons, "channels; half are driven by z1 alone")
      .at_least(2)
      .at_most(1e5);
  options
      .add("noise", &SimulateOptions::noise, "standard deviation of what is added to each neuron")
      .at_least(0)
      .at_most(1e6);
  options.add("seed", &SimulateOptions::seed, "of all random numbers").at_least(0);
  options
      .add("session", &SimulateOptions::session,
           "which of the sessions with this seed's latents: each has neurons of its own")
      .at_least(0);
}

void simulate(const SimulateOptions& options, const std::string& path) {
  require_valid(options);
  if (options.num_bins * options.num_neurons > most_values)
    throw Error("num_bins x num_neurons must be at most " + std::to_string(most_values) + ", got " +
                std::to_string(options.num_bins * options.num_neurons));
  const auto seed = static_cast<std::uint64_t>(options.seed);
  const auto session = static_cast<std::uint64_t>(options.session);
  Random latent_random(seed, "latents");
  Random mixing_random(seed, "mixing", session);
  Random noise_random(seed, "noise", session);

  const std::int64_t num_neurons = options.num_neurons;
  const std::int64_t half = num_neurons / 2;
  const at::Tensor latents = draw_latents(options.num_bins, latent_random);
  const at::Tensor z1 = latents.narrow(1, 0, latent_size);
  const at::Tensor z2 = latents.narrow(1, latent_size, latent_size);
  const at::Tensor clean =
      at::cat({mix(z1, half, mixing_random), mix(latents, num_neurons - half, mixing_random)}, 1);
  const at::Tensor noise = normal(options.num_bins, num_neurons, noise_random) * options.noise;

  const at::Tensor drives = at::ones({2 * latent_size, num_neurons}, at::kBool);
  drives.narrow(0, latent_size, latent_size).narrow(1, 0, half).fill_(false);
  write_npz(path, {{"neurons", (clean + noise).to(at::kFloat)},
                   {"latents", latents.to(at::kFloat)},
                   {"Z1", z1.to(at::kFloat)},
                   {"Z2", z2.to(at::kFloat)},
                   {"side", z2.select(1, 0).gt(0).to(at::kLong)},
                   {"gt_attribution_map", drives}});
}

}  // namespace facet
