#pragma once

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <mutex>

#include "facet/framework.h"
#include "framework/ranks/thread_ranks.h"
#include "framework/training/named_state.h"

namespace facet::rank_run {

inline const std::string training = R"(
model = { name = "offset10-model", num_units = 8, num_output = 4 }
[training]
steps = 12
batch_size = 24
device = "cpu"  # whose backward passes, unlike those of a GPU, run in the threads of the ranks
optimizer = { name = "SGD", lr = 1e-2 }
)";

inline const std::string one_file = "[data]\n";
inline const std::string held_out = "[data]\nvalidation = 0.2\n";
inline const std::string two_sessions =
    "[data]\n[[data.session]]\nname = \"a\"\nfile = \"none\"\n[[data.session]]\nname = \"b\"\n"
    "file = \"none\"\n";

inline const std::string time_objective = R"(
[[objective]]
slice = [0, 4]
loss = { name = "LearnableCosineInfoNCE" }
distribution = { name = "time", time_offset = 2 }
)";

inline const std::string label_objective = R"(
[[objective]]
slice = [2, 4]
loss = { name = "FixedEuclideanInfoNCE" }
distribution = { name = "time_delta", label = "angle" }
)";

inline const std::string nce_objective = R"(
[[objective]]
slice = [0, 2]
loss = { name = "NCE", reduce = "sum", negative_weight = 0.5 }
distribution = { name = "time", time_offset = 2 }
)";

inline const std::string supervised_objectives = R"(
[[objective]]
slice = [0, 1]
loss = { name = "nn.MSELoss" }
target = "angle"

[[objective]]
slice = [2, 4]
loss = { name = "nn.CrossEntropyLoss" }
target = "half"
)";

/// More keys of [training].
inline std::string with_training(const std::string& more = "") {
  return training + more + "\n";
}

/// 300 bins of 5 neurons that turn with a slow angle; labels `angle` and `half`.
inline LoadedRecording turning(const RecordingConfig& config, double phase) {
  const at::Tensor t = at::arange(300, at::kFloat) / 30 + phase;
  const at::Tensor signals = (t.unsqueeze(1) * at::tensor({1.0F, 1.3F, 0.4F, 2.0F, 0.7F})).sin();
  return make_recording(
      "turning",
      {{"neural", signals}, {"angle", t.sin().unsqueeze(1)}, {"half", t.sin().gt(0).to(at::kLong)}},
      config);
}

inline std::mutex registry_mutex;  // a registry is not for several threads

/// `text`: a config of recordings at hand, with so many sessions as it has.
inline Assembly assembled(const std::string& text, Registry& registry,
                          const std::shared_ptr<Ranks>& ranks) {
  const std::lock_guard lock(registry_mutex);
  const RunConfig config = parse_run_config_text(text, "test.toml", registry, DataFiles::at_hand);
  std::vector<LoadedRecording> recordings;
  for (std::size_t session = 0; session < std::max<std::size_t>(config.data.session.size(), 1);
       ++session) {
    const auto number = static_cast<std::int64_t>(session);
    recordings.push_back(
        turning(recording_of(config.data, number), 0.5 * static_cast<double>(number)));
  }
  return assemble(config, std::move(recordings), registry, ranks);
}

/// Calls `work` with one rank, and in `size` ranks; gives what each returned.
template <class Work>
auto in_each_rank(std::int64_t size, const Work& work) {
  std::vector<decltype(work(std::shared_ptr<Ranks>()))> results(static_cast<std::size_t>(size));
  if (size == 1)
    results[0] = work(std::make_shared<SingleRank>());
  else
    testing_ranks::in_ranks(size, [&](const std::shared_ptr<Ranks>& own) {
      results[static_cast<std::size_t>(own->rank())] = work(own);
    });
  return results;
}

}  // namespace facet::rank_run
