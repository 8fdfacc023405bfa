#include "header.h"

#include "cell.h"
#include "facet/error.h"

namespace facet::csv {

namespace {

/// DeepLabCut's tables have a name a row: of the network, of the animal (where there are several),
/// of the part, of the coordinate. 0: it is another table.
std::int64_t pose_rows(const std::vector<Row>& rows) {
  const auto begins = [&](const std::vector<std::string>& words) {
    if (rows.size() < words.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (rows[i][0] != words[i]) return false;
    return true;
  };
  if (begins({"scorer", "bodyparts", "coords"})) return 3;
  return begins({"scorer", "individuals", "bodyparts", "coords"}) ? 4 : 0;
}

Header pose_header(const std::vector<Row>& rows, std::int64_t num_rows) {
  Header header;
  header.num_rows = num_rows;
  const Row& coordinates = rows[static_cast<std::size_t>(num_rows) - 1];
  const Row& parts = rows[static_cast<std::size_t>(num_rows) - 2];
  header.names = coordinates;
  for (std::size_t row = 0; row < static_cast<std::size_t>(num_rows); ++row)
    if (rows[row].size() != coordinates.size())
      throw Error(wrong_row(static_cast<std::int64_t>(row) + 1, rows[row].size(), header));
  for (std::size_t i = 0; i < coordinates.size(); ++i) {
    const bool is_index = i == 0 || coordinates[i].empty();
    const std::string animal = num_rows == 4 ? rows[1][i] + "." : "";
    header.pose.push_back(is_index ? PoseColumn{} : PoseColumn{animal + parts[i], coordinates[i]});
    header.names[i] = is_index ? "index" : header.pose[i].part + "." + coordinates[i];
  }
  return header;
}

void require_names(const Row& names) {
  const Missing nothing({});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const CellKind kind = kind_of(names[i], nothing);
    if (kind == CellKind::missing || kind == CellKind::boolean || kind == CellKind::text ||
        kind == CellKind::spoilt_number)
      continue;
    throw Error("the first row must name every column, but has the number " + names[i] +
                " in column " + std::to_string(i + 1) + ": write names, such as unit_1");
  }
}

}  // namespace

bool has_row_names(const Row& names, const Row& values, char separator) {
  return values.size() == names.size() + 1 && (separator != ',' || names.size() > 1);
}

Header read_header(const std::vector<Row>& first_rows, char separator) {
  const std::int64_t num_pose_rows = pose_rows(first_rows);
  if (num_pose_rows > 0) return pose_header(first_rows, num_pose_rows);
  Header header;
  header.names = first_rows.at(0);
  require_names(header.names);
  if (header.names[0].empty()) header.names[0] = "index";  // pandas' and R's
  header.index_added =
      first_rows.size() > 1 && has_row_names(header.names, first_rows[1], separator);
  if (header.index_added) header.names.insert(header.names.begin(), "index");
  return header;
}

std::string wrong_row(std::int64_t row, std::size_t num_cells, const Header& header) {
  const std::size_t num_names = header.names.size() - (header.index_added ? 1 : 0);
  return "row " + std::to_string(row) + " has " + std::to_string(num_cells) +
         " cells, the first row names " + std::to_string(num_names) +
         " columns: the first row is that of the names, and each has a cell for every one" +
         (header.index_added ? ", and one for R's row names" : "");
}

}  // namespace facet::csv
