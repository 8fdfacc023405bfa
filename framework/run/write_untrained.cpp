#include "framework/run/write_untrained.h"

#include <chrono>

#include "framework/run/embed_recordings.h"
#include "framework/run/old_run.h"
#include "framework/run/run_writer.h"

namespace facet {

namespace {

RunRecord untrained_record(const Assembly& assembly) {
  RunRecord record;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  record.started = std::chrono::duration<double>(now).count();
  record.device = assembly.solver->device().str();
  record.interrupted = false;
  record.warnings = assembly.warnings.all();
  record.data = recorded_data(assembly);
  return record;
}

}  // namespace

void write_untrained(Assembly& assembly, const RunFolder& folder, Registry& registry,
                     TrainFrom from) {
  RunPlace place(folder.path(), old_run(from), assembly.config);
  RunWriter writer(RunFolder(place.path()), registry, assembly, [&] { place.keep(); });
  writer.begin();
  writer.write(untrained_record(assembly));
  writer.on_checkpoint(0);
  writer.end(embed_own_recordings(assembly, assembly.solver->ranks()));
}

}  // namespace facet
