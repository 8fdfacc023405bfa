#include "framework/judging/attribute.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>

#include <map>
#include <optional>

#include "facet/error.h"
#include "framework/assembly/create_layout.h"
#include "framework/assembly/device.h"
#include "framework/attribution/facet_attribution.h"
#include "framework/files/files.h"
#include "framework/files/folder_lock.h"
#include "framework/judging/run_facets.h"
#include "framework/reading/recording_reader.h"
#include "framework/run_folder/read_record.h"
#include "framework/run_folder/run_arrays.h"
#include "framework/run_folder/trained_run.h"

namespace facet {

namespace {

at::Tensor find_array(const FileArrays& arrays, const std::string& name) {
  std::vector<std::string> names;
  for (const FileArray& array : arrays) {
    if (array.name() == name) return array.read();
    names.push_back(array.name());
  }
  throw Error("the recording has no array '" + name + "' with the ground truth" +
              did_you_mean(name, names));
}

/// The ground truth of that name among the arrays of the recording's files; undefined where none is
/// named.
at::Tensor read_truth(const RecordingConfig& config, const std::string& name, Registry& registry) {
  return name.empty() ? at::Tensor() : find_array(list_files(config, registry).arrays, name);
}

/// The maps of all methods: their means, and what is kept of every bin.
class MapCollector {
 public:
  explicit MapCollector(bool every_bin) : every_bin_(every_bin) {}

  void add(const Attribution& method, Model& model, const Recording& recording,
           const AttributionOptions& options) {
    const auto keep = [&](const at::Tensor&, const std::vector<NamedTensor>& maps) {
      if (!every_bin_) return;
      for (const NamedTensor& map : maps) batches_[map.name].push_back(map.tensor.to(at::kFloat));
    };
    const AttributionResult result = attribute(method, model, recording, options, keep);
    means_.insert(means_.end(), result.maps.begin(), result.maps.end());
    bins_ = at::tensor(result.bins, at::kLong);
  }

  const std::vector<NamedTensor>& means() const { return means_; }

  /// `session` is empty where the run has one recording.
  void write(const std::string& path, const std::string& model, const std::string& session) const {
    std::vector<NamedTensor> arrays = means_;
    if (!session.empty()) arrays.push_back({session_array, text_array(session)});
    if (every_bin_) arrays.push_back({"bins", bins_});
    arrays.push_back({model_array, text_array(model)});
    for (const auto& [name, maps] : batches_) arrays.push_back({name + ".bins", at::cat(maps)});
    write_run_arrays(path, arrays);
  }

 private:
  bool every_bin_;
  std::vector<NamedTensor> means_;
  std::map<std::string, std::vector<at::Tensor>> batches_;
  at::Tensor bins_;
};

/// Of which session the file is; empty where it does not say, or cannot be read.
std::string session_in(const std::string& path) {
  if (!path_exists(path)) return {};
  try {
    for (const FileArray& array : list_run_file(path))  // maps of every bin may be large
      if (array.name() == session_array) return text_in(array.read());
  } catch (const Error&) {  // it is written anew
  }
  return {};
}

/// Which session is meant, and what of another one is gone afterwards.
void tell_session(const std::string& session, const std::string& path, const Note& note) {
  if (session.empty() || !note) return;
  note("session '" + session + "'");
  const std::string before = session_in(path);
  if (!before.empty() && before != session)
    note(path + ": that of session '" + before + "' is replaced");
}

}  // namespace

Figures attribute_run(const RunFolder& folder, const AttributionRequest& request,
                      Registry& registry) {
  folder.require();
  const FolderLock lock(folder.path());
  const std::string model_checksum = folder.model_checksum();
  const TrainedRun run = load_run(folder, registry);
  if (create_layout(run.config.training)->joins_sessions())
    throw Error("an encoder that sees all sessions side by side has no map of one of them");
  const std::int64_t session = find_session(run.config.data, request.session);
  const RecordingConfig config = recording_of(run.config.data, session);
  Recording recording = read_recording(config, registry).recording;
  const at::Tensor truth = read_truth(config, request.ground_truth, registry);
  const std::string name = run.config.data.session.empty()
                               ? ""
                               : run.config.data.session[static_cast<std::size_t>(session)].name;
  tell_session(name, folder.attribution(), request.note);
  if (request.note) request.note(size_text(recording));
  require_trained_signals(folder, static_cast<std::size_t>(session), recording);
  bring_to_scale(recording, run, folder, session);
  SubspaceModel& model = run.encoders.of(session);
  model.to(choose_device(run.config.training.device));
  std::optional<GroundTruth> ground_truth;
  if (truth.defined())
    ground_truth.emplace(request.ground_truth, truth, objective_slices(run.config),
                         model.num_output(), recording.num_channels());

  MapCollector collector(request.every_bin);
  for (const ComponentChoice& choice : request.methods)
    collector.add(*registry.create<Attribution>(choice, {}, "method"), model, recording,
                  request.options);
  collector.write(folder.attribution(), model_checksum, name);
  return attribute_facets(collector.means(), run_facets(run.config, model.num_output()),
                          ground_truth ? &*ground_truth : nullptr);
}

}  // namespace facet
