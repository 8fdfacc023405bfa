#include "framework/report/decoding_table.h"

#include <algorithm>

namespace facet {

namespace {

std::string value_text(const FigureSummary& figure) {
  const std::string mean = four_digits(figure.mean());
  return figure.count() > 1 ? mean + " ± " + four_digits(figure.deviation()) : mean;
}

/// The place of the row that begins with these texts, and of the column of that head; each is made
/// where it is not there yet.
class GrowingTable {
 public:
  explicit GrowingTable(std::vector<std::string> heads) : rows_{std::move(heads)} {}

  void put(const std::vector<std::string>& row, const std::string& head, const std::string& text) {
    const auto begins = [&](const std::vector<std::string>& other) {
      return std::equal(row.begin(), row.end(), other.begin());
    };
    auto own = std::find_if(rows_.begin() + 1, rows_.end(), begins);
    if (own == rows_.end()) own = rows_.insert(own, row);
    auto& heads = rows_[0];
    const auto column = std::ranges::find(heads, head) - heads.begin();
    if (column == static_cast<std::ptrdiff_t>(heads.size())) heads.push_back(head);
    if (own->size() <= static_cast<std::size_t>(column))
      own->resize(static_cast<std::size_t>(column) + 1);
    (*own)[static_cast<std::size_t>(column)] = text;
  }

  /// Every row as long as the heads; nothing where there is none.
  TableRows rows() const {
    TableRows whole = rows_;
    for (auto& row : whole) row.resize(rows_[0].size());
    return whole.size() > 1 ? whole : TableRows{};
  }

 private:
  TableRows rows_;
};

}  // namespace

TableRows decoding_table(const std::vector<FigureSummary>& judgement) {
  GrowingTable table({"columns", "label", "decoder", "measure", "embedding"});
  for (const FigureSummary& figure : judgement) {
    const FigurePath& path = figure.path;
    const std::string measure = path.back().name;
    if (path.size() < 5 || (measure != "r2" && measure != "accuracy")) continue;
    const auto from_end = [&](std::size_t count) { return to_string(path[path.size() - count]); };
    table.put({from_end(4), from_end(3), from_end(2), measure == "r2" ? "R²" : measure},
              path[0].name == "baselines" ? path[1].name : "embedding", value_text(figure));
  }
  return table.rows();
}

TableRows held_out_table(const std::vector<FigureSummary>& judgement) {
  GrowingTable table({"columns", "loss", "objective"});
  for (const FigureSummary& figure : judgement) {
    const FigurePath& path = figure.path;
    if (path[0].name != "objectives" || path.size() < 5) continue;
    const std::string measure = path.back().name;
    if (measure != "value" && measure != "bits") continue;
    table.put({to_string(path[1]), to_string(path[2]), to_string(path[3])},
              measure == "value" ? "held out" : measure, value_text(figure));
  }
  return table.rows();
}

}  // namespace facet
