#pragma once

#include <functional>
#include <vector>

#include "facet/observer.h"
#include "framework/assembly/assembly.h"
#include "framework/config/config_file.h"
#include "framework/config/used_components.h"
#include "framework/run_folder/embedding_file.h"
#include "framework/run_folder/run_folder.h"
#include "framework/run_folder/run_record.h"

namespace facet {

/// What a run.json says of the recordings.
std::vector<RecordedData> recorded_data(const Assembly& assembly);

/// Writes a run into its folder; of several ranks only the first one does. What it is given must
/// outlive it.
class RunWriter : public Observer {
 public:
  /// `saved` is called after each checkpoint.
  RunWriter(const RunFolder& folder, const Registry& registry, const Assembly& assembly,
            std::function<void()> saved)
      : folder_(folder),
        registry_(registry),
        assembly_(assembly),
        components_(used_components(write_run_config(assembly.config, registry), registry)),
        saved_(std::move(saved)) {}

  /// What stands before the first step: the config and what signals were scaled by.
  void begin();
  /// Throws Error where the data were written to since they were read: nothing is saved then.
  Training on_step(const Report& report) override;
  Training on_checkpoint(std::int64_t step) override;
  /// What was learned.
  void end(LabelledEmbedding embedding);
  void write(const RunRecord& record);

 private:
  void write_model_and_history();

  const RunFolder folder_;
  const Registry& registry_;
  const Assembly& assembly_;
  const std::vector<UsedComponent> components_;
  const std::function<void()> saved_;
};

}  // namespace facet
