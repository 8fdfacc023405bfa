#include "framework/sweeping/sweep_table.h"

#include <algorithm>
#include <cmath>

#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/judging/metrics_file.h"

namespace facet {

namespace {

using Cells = std::vector<std::string>;

/// In quotes where CSV needs them.
std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string cell = "\"";
  for (const char letter : text)
    cell += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return cell + "\"";
}

/// Empty where it is not a number, as in the tables of a run.
std::string number_cell(double value) {
  return std::isnan(value) ? "" : number_text(value, 17);
}

std::string csv_line(const Cells& cells) {
  Cells quoted_cells;
  for (const std::string& cell : cells) quoted_cells.push_back(csv_cell(cell));
  return join(quoted_cells, ",") + "\n";
}

Cells first_cells(const TrialRow& row, std::size_t trial) {
  Cells cells{std::to_string(trial)};
  cells.insert(cells.end(), row.values.begin(), row.values.end());
  cells.push_back(std::to_string(row.num_complete) + " of " + std::to_string(row.num_runs));
  return cells;
}

bool is_held_out_loss(const std::string& figure) {
  return figure.starts_with("objectives ") && figure.ends_with(" value");
}

Cells shown_figures(const SweepTable& table, const std::string& figure) {
  if (!figure.empty()) return {figure};
  Cells shown = figure_names(table);
  std::erase_if(shown, [](const std::string& name) { return !is_held_out_loss(name); });
  return shown.empty() ? Cells{"total"} : shown;
}

}  // namespace

const FigureSummary* TrialRow::find(const std::string& figure) const {
  const auto found = std::ranges::find_if(
      figures, [&](const FigureSummary& one) { return to_string(one.path) == figure; });
  return found == figures.end() ? nullptr : &*found;
}

SweepTable read_sweep_table(const SweepFolder& folder, const SweepQuestion& question,
                            const SweepFailures& failures) {
  const Trials trials = make_trials(question);
  SweepTable table{trials.keys, std::vector<TrialRow>(trials.values.size())};
  std::vector<std::vector<Figures>> figures(trials.values.size());
  for (const SweepRun& run : runs_of(question, trials)) {
    TrialRow& row = table.rows[run.trial];
    ++row.num_runs;
    if (folder.is_complete(run))
      figures[run.trial].push_back(read_flat_figures(folder.folder(run).metrics()));
    if (const auto failure = failures.find(to_string(run)); failure != failures.end())
      row.failures.push_back("seed " + std::to_string(run.seed) + ": " + failure->second);
  }
  for (std::size_t trial = 0; trial < table.rows.size(); ++trial) {
    table.rows[trial].values = trials.values[trial];
    table.rows[trial].num_complete = figures[trial].size();
    table.rows[trial].figures = summarize(figures[trial]);
  }
  return table;
}

std::vector<std::string> figure_names(const SweepTable& table) {
  std::vector<std::string> names;
  for (const TrialRow& row : table.rows)
    for (const FigureSummary& summary : row.figures)
      if (const std::string name = to_string(summary.path); !std::ranges::count(names, name))
        names.push_back(name);
  return names;
}

std::string to_table(const SweepTable& table, const std::string& figure) {
  const Cells shown = shown_figures(table, figure);
  TableRows rows = {{"trial"}};
  rows[0].insert(rows[0].end(), table.keys.begin(), table.keys.end());
  rows[0].push_back("runs");
  const std::size_t num_texts = rows[0].size();
  for (const std::string& name : shown) {
    rows[0].push_back(name);
    rows[0].emplace_back(" deviation");
  }
  std::string failures;
  for (std::size_t trial = 0; trial < table.rows.size(); ++trial) {
    const TrialRow& row = table.rows[trial];
    rows.push_back(first_cells(row, trial));
    for (const std::string& name : shown) {
      const FigureSummary* summary = row.find(name);
      rows.back().push_back(summary ? four_digits(summary->mean()) : "");
      rows.back().push_back(summary ? four_digits(summary->deviation()) : "");
    }
    for (const std::string& failure : row.failures)
      failures += "trial " + std::to_string(trial) + " failed with " + failure + "\n";
  }
  return text_table(rows, num_texts) + failures;
}

std::string to_csv(const SweepTable& table) {
  const Cells names = figure_names(table);
  Cells head{"trial"};
  head.insert(head.end(), table.keys.begin(), table.keys.end());
  head.emplace_back("runs");
  for (const std::string& name : names) {
    head.push_back(name + " mean");
    head.push_back(name + " deviation");
  }
  head.emplace_back("failures");
  std::string text = csv_line(head);
  for (std::size_t trial = 0; trial < table.rows.size(); ++trial) {
    const TrialRow& row = table.rows[trial];
    Cells cells = first_cells(row, trial);
    for (const std::string& name : names) {
      const FigureSummary* summary = row.find(name);
      cells.push_back(summary ? number_cell(summary->mean()) : "");
      cells.push_back(summary ? number_cell(summary->deviation()) : "");
    }
    cells.push_back(join(row.failures, "; "));
    text += csv_line(cells);
  }
  return text;
}

}  // namespace facet
