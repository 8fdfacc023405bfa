#include "dialect.h"

#include <algorithm>
#include <optional>

#include "cell.h"
#include "facet/error.h"
#include "parser.h"

namespace facet::csv {

namespace {

class FirstRows : public Taker {
 public:
  void take_cell(std::string_view cell) override {
    if (wants_more()) row_.emplace_back(cell);
  }
  void end_row() override {
    if (wants_more() && !row_.empty()) rows_.push_back(std::move(row_));
    row_.clear();
  }
  bool wants_more() const override { return rows_.size() < 10; }

  const std::vector<Row>& rows() const { return rows_; }

 private:
  Row row_;
  std::vector<Row> rows_;
};

/// Whether all rows have as many cells, two at least, and the first one as many names or R's.
bool fits(const Beginning& cut) {
  const Row& names = cut.rows.front();
  const Row& values = cut.rows.back();
  return values.size() >= 2 &&
         (names.size() == values.size() || has_row_names(names, values, cut.separator)) &&
         std::all_of(cut.rows.begin() + 1, cut.rows.end(),
                     [&](const Row& row) { return row.size() == values.size(); });
}

std::int64_t num_numbers(const Beginning& cut) {
  const Missing nothing({});
  std::int64_t count = 0;
  for (const Row& row : cut.rows)
    count += std::count_if(row.begin(), row.end(), [&](const std::string& cell) {
      const CellKind kind = kind_of(cell, nothing);
      return kind != CellKind::text && kind != CellKind::spoilt_number;
    });
  return count;
}

/// Nothing, where a quotation mark stands where none can be.
std::optional<Beginning> cut_at(const std::string& path, char separator) {
  FirstRows first;
  try {
    parse(path, separator, first);
  } catch (const Error&) {
    return std::nullopt;
  }
  if (first.rows().empty()) return std::nullopt;
  return Beginning{separator, first.rows()};
}

}  // namespace

Beginning read_beginning(const std::string& path) {
  std::optional<Beginning> best;
  for (const char separator : {'\t', ';', ','}) {
    const auto cut = cut_at(path, separator);
    if (cut && fits(*cut) && (!best || num_numbers(*cut) > num_numbers(*best))) best = cut;
  }
  if (best) return *best;
  if (const auto cut = cut_at(path, ' '); cut && fits(*cut)) return *cut;

  // One column, or a row of another length: which one is told by who reads all of them.
  best = cut_at(path, ',');
  for (const char separator : {'\t', ';'})
    if (const auto cut = cut_at(path, separator);
        cut && cut->rows[0].size() > (best ? best->rows[0].size() : 1))
      best = cut;
  if (best) return *best;
  FirstRows none;
  parse(path, ',', none);
  throw Error(path + ": has no row of names");
}

}  // namespace facet::csv
