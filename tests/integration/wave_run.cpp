#include "integration/wave_run.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/criterion.h"
#include "facet/framework.h"
#include "plugins/built_plugins.h"

namespace facet {

namespace {

constexpr std::int64_t num_bins = 300;

at::Tensor waves() {
  const at::Tensor t = at::arange(num_bins, at::kFloat).unsqueeze(1) / 30;
  return (t * at::tensor({1.0F, 1.3F, 0.4F, 2.0F, 0.7F})).sin();
}

std::string supervised_objective(const std::string& loss) {
  const auto criterion = make<SupervisedCriterion>(loss);
  std::string options;
  for (const OtherLabel& other : criterion->other_labels())
    options += ", " + other.option + " = \"number\"";
  const std::vector<at::Tensor> others(criterion->other_labels().size(),
                                       wave_labels()[0].tensor);
  for (const NamedTensor& label : wave_labels()) {
    const auto kind =
        label.tensor.is_floating_point() ? LabelKind::continuous : LabelKind::discrete;
    const std::string mistake = error_of([&] {
      criterion->check(3, {label.tensor, others});
      criterion->forward(at::full({num_bins, 3}, 0.5), {label.tensor, others});
    });
    if (criterion->accepts(kind) && mistake == "(no error)")
      return named("loss", loss, options) + "\ntarget = \"" + label.name + "\"";
  }
  return {};
}

}  // namespace

std::string WaveRun::text() const {
  std::string sessions;
  for (std::int64_t i = 0; num_sessions > 1 && i < num_sessions; ++i)
    sessions += "[[data.session]]\nname = \"s" + std::to_string(i) + "\"\n";
  return "[data]\n" + data + "\n" + sessions + "[model]\n" + model +
         "\n[[objective]]\nslice = [0, 3]\n" + objective +
         "\n[training]\nsteps = 3\nbatch_size = 16\n" + training + "\n";
}

std::vector<NamedTensor> wave_labels() {
  const at::Tensor number = waves().narrow(1, 0, 3) * 0.4 + 0.5;
  const at::Tensor sign = (number > 0.5).to(at::kFloat) * 2 - 1;
  return {{"number", number},
          {"sign", sign},
          {"row_sign", sign.narrow(1, 0, 1).contiguous()},
          {"list", at::tensor({2.0F, 0.0F, -1.0F}).repeat({num_bins, 1})},
          {"class", (sign.select(1, 0) > 0).to(at::kLong)}};
}

Assembly assemble_waves(const RunConfig& config, std::int64_t num_sessions) {
  std::vector<LoadedRecording> recordings;
  for (std::int64_t session = 0; session < num_sessions; ++session) {
    std::vector<NamedTensor> arrays = wave_labels();
    arrays.push_back({"neural", waves()});
    recordings.push_back(make_recording("waves", {arrays.begin(), arrays.end()},
                                        recording_of(config.data, session)));
  }
  return assemble(config, std::move(recordings), built_plugins());
}

std::string named(const char* key, const std::string& name, const std::string& options) {
  return std::string(key) + " = { name = \"" + name + "\"" + options + " }";
}

std::vector<std::string> complete_components(const std::string& kind) {
  std::vector<std::string> names;
  for (const std::string& name : built_components(kind)) {
    const auto& options = built_plugins().find(kind, name).options;
    if (std::none_of(options.begin(), options.end(), [](const auto& o) { return o.required; }))
      names.push_back(name);
  }
  return names;
}

std::string objective_with(const std::string& criterion) {
  if (built_plugins().find("criterion", criterion).form == SupervisedCriterion::form)
    return supervised_objective(criterion);
  return named("loss", criterion) + "\n" +
         named("distribution", "time_delta", ", label = \"number\"");
}

}  // namespace facet
