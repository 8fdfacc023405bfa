// simulate_session FILE: writes the session with which the pack is tried, the same each time: 24
// neurons of the motor cortex while an arm reaches for one of four targets, again and again.
//
// In bins of 50 ms, a trial of T bins moves by sin^2(pi t / T) towards its target. The spikes of
// each neuron are Poisson. Their rate follows the cosine between the movement and the neuron's
// preferred direction, times the speed (Moran, Schwartz 1999), and two rhythms, which have nothing
// to do with the movement and together more variance. Target 0 is reached for four times as often
// as target 3.

#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <numbers>
#include <random>
#include <vector>

namespace {

constexpr int num_trials = 200, num_neurons = 24;
constexpr std::array<std::uint8_t, 10> targets = {0, 1, 0, 2, 1, 0, 3, 2, 0, 1};

/// std's distributions are not the same everywhere, its generators are.
class Draws {
 public:
  double uniform() { return static_cast<double>(generator_() >> 11) * 0x1p-53; }
  std::uint8_t poisson(double mean) {
    std::uint8_t count = 0;
    for (double left = uniform(); left > std::exp(-mean); left *= uniform()) ++count;
    return count;
  }

 private:
  std::mt19937_64 generator_{1};
};

struct Session {
  std::vector<std::uint8_t> neurons, target;
  std::vector<float> position;
  std::vector<std::int32_t> trial;
};

void reach(Session& session, int trial, Draws& draws) {
  constexpr double turn = 2 * std::numbers::pi;
  const std::uint8_t target = targets[static_cast<std::size_t>(trial) % targets.size()];
  const int length = 22 + 7 * trial % 9;
  const double angle = turn * target / 4;
  double slow = turn * draws.uniform(), fast = turn * draws.uniform();
  double distance = 0;
  for (int bin = 0; bin < length; ++bin) {
    const double sine = std::sin(std::numbers::pi * (bin + 0.5) / length), speed = sine * sine;
    distance += 2 * speed / length;
    slow += 0.5 + 0.4 * draws.uniform();
    fast += 1.2 + 0.4 * draws.uniform();
    for (int neuron = 0; neuron < num_neurons; ++neuron)
      session.neurons.push_back(draws.poisson(
          1.7 + 0.7 * speed * std::cos(angle - turn * neuron / num_neurons) +
          0.5 * std::cos(slow - turn * neuron / 5) + 0.5 * std::cos(fast - turn * neuron / 7)));
    session.position.push_back(static_cast<float>(distance * std::cos(angle)));
    session.position.push_back(static_cast<float>(distance * std::sin(angle)));
    session.target.push_back(target);
    session.trial.push_back(trial);
  }
}

template <class T>
void write(std::ofstream& file, const std::vector<T>& values) {
  file.write(reinterpret_cast<const char*>(values.data()),
             static_cast<std::streamsize>(values.size() * sizeof(T)));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  Session session;
  Draws draws;
  for (int trial = 0; trial < num_trials; ++trial) reach(session, trial, draws);
  const std::size_t bins = session.trial.size();
  std::ofstream file(argv[1], std::ios::binary);
  file << "labrec 1\nneurons uint8 " << bins << ' ' << num_neurons << "\nposition float32 " << bins
       << " 2\ntarget uint8 " << bins << "\ntrial int32 " << bins << "\nend\n";
  write(file, session.neurons);
  write(file, session.position);
  write(file, session.target);
  write(file, session.trial);
  return file.flush() ? 0 : 1;
}
