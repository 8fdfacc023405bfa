#include "cluster_tables.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <string_view>
#include <utility>

#include "cluster_column.h"
#include "facet/error.h"
#include "facet/text.h"
#include "group.h"
#include "table_file.h"

namespace facet::phy {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "cluster_";

struct Column {
  std::string name, file;
  Cells cells;      // one for each cluster; empty where the table has none
  std::string why;  // it cannot be read; empty: it can
};
using Columns = std::vector<Column>;

/// Tables by their names, that of cluster_info last.
std::vector<fs::path> table_paths(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path& path = entry.path();
    const bool is_table = path.extension() == ".tsv" || path.extension() == ".csv";
    if (is_table && path.stem().string().starts_with(prefix) && entry.is_regular_file())
      paths.push_back(path);
  }
  if (error) throw Error(folder + ": cannot be listed: " + error.message());
  std::sort(paths.begin(), paths.end(), [](const fs::path& a, const fs::path& b) {
    return std::pair(a.stem() == "cluster_info", a) < std::pair(b.stem() == "cluster_info", b);
  });
  return paths;
}

bool is_id(const std::string& column) {
  return column == "cluster_id" || column == "id";
}

/// In which row of the table each cluster stands.
std::map<std::int64_t, std::size_t> rows_of_clusters(const TableFile& table) {
  const auto id = std::find_if(table.columns.begin(), table.columns.end(), is_id);
  if (id == table.columns.end()) throw Error(table.name + ": has no column `cluster_id`");
  const auto column = static_cast<std::size_t>(id - table.columns.begin());
  std::map<std::int64_t, std::size_t> rows;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string& cell = table.rows[row][column];
    std::int64_t cluster = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), cluster);
    const std::string where = table.name + ": row " + std::to_string(row + 2);
    if (error != std::errc() || end != cell.data() + cell.size())
      throw Error(where + " is of the cluster '" + printable(cell) + "', which is no number");
    if (!rows.emplace(cluster, row).second)
      throw Error(where + " is the second one of cluster " + cell);
  }
  return rows;
}

bool is_info(const std::string& file) {
  return file.starts_with("cluster_info.");
}

Column* find(Columns& columns, const std::string& name) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

void add(Columns& columns, Column column) {
  Column* known = find(columns, column.name);
  if (!known) return columns.push_back(std::move(column));
  if (!is_info(column.file) || known->file == column.file)
    known->why = "is a column of " + known->file + " and of " + column.file +
                 ": remove the one that is not meant";
}

void add_columns(Columns& columns, const TableFile& table, const std::vector<std::int64_t>& ids) {
  const auto rows = rows_of_clusters(table);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    Column column{table.columns[i], table.name, {}, ""};
    if (is_id(column.name)) continue;
    const std::string fault = make_plain(column.name);
    if (column.name.empty()) column.why = "has no name in " + table.name;
    if (!fault.empty()) column.why = "has " + fault + " in its name in " + table.name;
    for (const std::int64_t id : ids) {
      const auto row = rows.find(id);
      column.cells.push_back(row == rows.end() ? "" : table.rows[row->second][i]);
    }
    add(columns, std::move(column));
  }
}

/// Of all tables. One that cannot be read stands for what it is named after: `cluster_group.tsv`.
Columns find_columns(const std::string& folder, const std::vector<std::int64_t>& ids) {
  Columns columns;
  for (const fs::path& path : table_paths(folder)) {
    try {
      add_columns(columns, read_table(path), ids);
    } catch (const Error& error) {
      add(columns, {path.stem().string().substr(prefix.size()),
                    path.filename(),
                    {},
                    std::string("cannot be read: ") + error.what()});
    }
  }
  return columns;
}

}  // namespace

FileArrays list_cluster_tables(const std::string& folder, const std::vector<std::int64_t>& ids) {
  Columns columns = find_columns(folder, ids);
  const Column* labels = find(columns, "KSLabel");
  FileArrays arrays;
  for (const Column& column : columns) {
    if (!column.why.empty())
      arrays.push_back(FileArray::unreadable(column.name, column.why));
    else if (column.name == "group")
      arrays.push_back(list_group(folder, column.cells, labels ? &labels->cells : nullptr));
    else
      arrays.push_back(cluster_column(column.name, column.cells));
  }
  return arrays;
}

}  // namespace facet::phy
