#pragma once

#include <string>
#include <vector>

#include "framework/registry/registry.h"
#include "framework/report/report.h"
#include "framework/report/run_facts.h"

namespace facet {

/// A part of the report, as HTML.
struct Section {
  std::string id, title, body;
};

/// The names of the runs, by which a reader tells them apart: the parts of their paths in which
/// they differ; of one run none.
std::vector<std::string> run_names(const std::vector<RunFolder>& runs);

/// Everything below the embedding, in the order in which it is read. `names` and `facts` are those
/// of the runs.
std::vector<Section> sections(const ReportRequest& request, const std::vector<std::string>& names,
                              const std::vector<RunFacts>& facts, const Registry& registry);

}  // namespace facet
