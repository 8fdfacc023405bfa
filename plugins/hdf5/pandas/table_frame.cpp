#include "table_frame.h"

#include "../attributes.h"
#include "../hdf5_file.h"
#include "categories.h"
#include "facet/error.h"

namespace facet::hdf5::pandas {

namespace {

std::vector<std::string> fields_of(const Dataset& table) {
  const Handle record(H5Dget_type(table.id()), H5Tclose);
  std::vector<std::string> fields;
  if (H5Tget_class(record) != H5T_COMPOUND) return fields;
  const int count = H5Tget_nmembers(record);
  for (int i = 0; i < count; ++i) {
    char* name = H5Tget_member_name(record, static_cast<unsigned>(i));
    if (name) fields.emplace_back(name);
    H5free_memory(name);
  }
  return fields;
}

/// Reads one table.
class TableFrame {
 public:
  TableFrame(hid_t file, const Place& place)
      : file_(file),
        place_(place),
        group_(H5Gopen2(file, place.group.c_str(), H5P_DEFAULT), H5Gclose),
        name_(place.group + "/table"),
        table_(file, name_) {}

  std::vector<Column> list() const {
    std::vector<Column> columns;
    for (const std::string& field : fields_of(table_))
      if (field != "index") add(field, columns);
    if (const auto order = pickled_column_names(text_attribute(group_, "non_index_axes")))
      sort_columns(columns, *order);
    std::vector<Column> all;
    add_index(all);
    all.insert(all.end(), columns.begin(), columns.end());
    return all;
  }

 private:
  std::string said_of(const std::string& field, const std::string& what) const {
    return text_attribute(table_.id(), (field + what).c_str());
  }

  /// Empty: it can be unpacked.
  std::string why_packed() const {
    const std::string why = table_.missing_filter();
    return why.empty() ? "" : why + "; or rewrite it by ptrepack --complib=zlib OLD NEW";
  }

  std::optional<Block> block(const std::string& field, const std::string& type) const {
    if (!table_.missing_filter().empty()) return std::nullopt;
    auto found = block_of(place_.path, table_, name_, field, type);
    if (const std::string missing = said_of(field, "_nan_rep"); found && !missing.empty())
      found->missing = missing;
    return found;
  }

  std::string why_none() const {
    const std::string why = why_packed();
    return why.empty() ? "is of a type that holds neither numbers nor text" : why;
  }

  void add(const std::string& field, std::vector<Column>& columns) const {
    const auto found = block(field, said_of(field, "_dtype"));
    auto names = pickled_names(said_of(field, "_kind"));
    if (!names && field.starts_with("values_block_")) {
      columns.push_back({{field},
                         FileArray::unreadable(place_.prefix + field,
                                               "has column names that are a pickle of objects: "
                                               "write df.columns = df.columns.astype(str)")});
      return;
    }
    if (!names) names.emplace(1, Name{field});
    if (found && said_of(field, "_meta") == "category" && names->size() == 1)
      columns.push_back(
          {names->front(),
           list_categories(file_, place_, place_.prefix + joined(names->front()), *found)});
    else
      add_columns(place_, *names, found, why_none(), columns);
  }

  void add_index(std::vector<Column>& columns) const {
    const auto name = pickled_index_name(text_attribute(group_, "info"));
    add_columns(place_, {{name.value_or("index")}},
                block("index", text_attribute(table_.id(), "index_kind")), why_none(), columns);
  }

  const hid_t file_;
  const Place& place_;
  const Handle group_;
  const std::string name_;
  const Dataset table_;
};

}  // namespace

std::vector<Column> list_table_frame(hid_t file, const Place& place) {
  return TableFrame(file, place).list();
}

bool table_has_body_parts(hid_t file, const Place& place) {
  const Handle group(H5Gopen2(file, place.group.c_str(), H5P_DEFAULT), H5Gclose);
  return text_attribute(group, "info").find("Vbodyparts\n") != std::string::npos;
}

}  // namespace facet::hdf5::pandas
