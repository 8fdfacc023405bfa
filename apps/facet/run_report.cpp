#include "run_report.h"

#include <exception>

#include "framework/config/config_file.h"
#include "framework/files/files.h"
#include "framework/report/report.h"
#include "messages.h"

namespace facet {

void write_run_report(const std::string& path, const std::vector<RunFolder>& runs,
                      const Registry& registry, const std::vector<FigureSummary>& judgement) {
  try {
    ReportRequest request{runs, {}, judgement};
    for (const RunFolder& run : runs)
      request.configs.push_back(read_run_config(run.config(), {}, registry));
    write_text(path, report(request, registry));
  } catch (const std::exception& error) {
    tell_warning(path + " is not written: " + error.what());
  }
}

}  // namespace facet
