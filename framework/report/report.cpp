#include "framework/report/report.h"

#include <algorithm>

#include "facet/text.h"
#include "framework/report/html.h"
#include "framework/report/sections.h"
#include "framework/viewer/embedding_views.h"
#include "framework/viewer/page.h"

namespace facet {

namespace {

/// What all runs are warned of is said once.
std::string warnings_of(const std::vector<std::string>& names, const std::vector<RunFacts>& facts) {
  std::vector<std::pair<std::string, std::vector<std::string>>> warned;
  for (std::size_t i = 0; i < facts.size(); ++i)
    for (const std::string& warning : facts[i].warnings) {
      auto own = std::ranges::find(warned, warning, [](const auto& one) { return one.first; });
      if (own == warned.end()) own = warned.insert(own, {warning, {}});
      own->second.push_back(names[i]);
    }
  std::string lines;
  for (const auto& [warning, runs] : warned) {
    const bool of_all = runs.size() >= facts.size();
    lines += "<li>" + html_text((of_all ? "" : join(runs) + ": ") + warning) + "</li>\n";
  }
  if (lines.empty()) return "";
  return "<div class=\"warnings\"><strong>Warnings</strong>\n<ul>\n" + lines + "</ul></div>\n";
}

std::string title_of(const std::vector<RunFolder>& runs) {
  return runs.size() == 1 ? "Run " + runs[0].path() : std::to_string(runs.size()) + " runs";
}

std::string header_of(const std::string& title, const std::vector<std::string>& names,
                      const std::vector<RunFacts>& facts, const std::vector<Section>& sections) {
  std::string text = "<h1>" + html_text(title) + "</h1>\n";
  for (std::size_t i = 0; i < facts.size(); ++i)
    text += html_paragraph((names[i].empty() ? "" : names[i] + ": ") + facts[i].summary);
  text += "<nav>\n" + html_link("embedding", "Embedding");
  for (const Section& section : sections) text += html_link(section.id, section.title);
  return text + "</nav>\n" + warnings_of(names, facts);
}

}  // namespace

std::string report(const ReportRequest& request, const Registry& registry) {
  const std::vector<std::string> names = run_names(request.runs);
  std::vector<ViewedRun> viewed;
  std::vector<RunFacts> facts;
  for (std::size_t i = 0; i < request.runs.size(); ++i) {
    viewed.push_back({request.runs[i], request.configs[i], names[i]});
    facts.push_back(run_facts(request.runs[i]));
  }
  const std::vector<Section> below = sections(request, names, facts, registry);
  PageParts parts;
  parts.title = title_of(request.runs);
  parts.header = header_of(parts.title, names, facts, below);
  for (const Section& section : below)
    parts.sections += html_section(section.id, section.title, section.body);
  return page(parts, embedding_views(viewed));
}

}  // namespace facet
