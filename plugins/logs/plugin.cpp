#include "facet/plugin.h"

#include "csv_file.h"
#include "event_files.h"
#include "jsonl_file.h"
#include "log.h"

FACET_PLUGIN(registrar) {
  using namespace facet::logs;
  registrar.add<LogInto<CsvFile>>(
      "csv", "log.csv in the folder of the run: losses, speed and memory as a table");
  registrar.add<LogInto<JsonlFile>>("jsonl", "log.jsonl: the same, an object of JSON in each line");
  registrar.add<LogInto<EventFiles>>("tensorboard",
                                     "tensorboard/events.out.tfevents.*: the same for TensorBoard");
}
