#pragma once

#include <filesystem>
#include <map>

#include "code_blocks.h"

namespace facet {

/// A row of tests/structure/snippets.txt: what runs a snippet.
struct SnippetRow {
  std::string page;
  std::string
      begin;  ///< of the snippet's first line; empty: all snippets of the page without a row
  std::string by;
};

inline std::vector<SnippetRow> snippet_rows(const std::string& source_folder) {
  std::istringstream table(read_text(source_folder + "/tests/structure/snippets.txt"));
  std::vector<SnippetRow> rows;
  for (std::string line; std::getline(table, line);) {
    const std::size_t first = line.find(" | "), second = line.find(" | ", first + 1);
    if (line.starts_with("#") || second == std::string::npos) continue;
    rows.push_back({line.substr(0, first), line.substr(first + 3, second - first - 3),
                    line.substr(second + 3)});
    if (first + 3 > second) rows.back().begin = "";
  }
  return rows;
}

/// The row of a snippet: that of the longest begin; none: null.
inline const SnippetRow* row_of(const std::string& page, const std::string& snippet,
                                const std::vector<SnippetRow>& rows) {
  const SnippetRow* found = nullptr;
  for (const SnippetRow& row : rows)
    if (row.page == page && snippet.starts_with(row.begin) &&
        (!found || row.begin.size() > found->begin.size()))
      found = &row;
  return found;
}

/// README.md and the pages in docs, as paths in the source folder.
inline std::vector<std::string> documents(const std::string& source_folder) {
  std::vector<std::string> pages = {"README.md"};
  for (const std::string folder : {"docs", "docs/reference"})
    for (const auto& entry : std::filesystem::directory_iterator(source_folder + "/" + folder))
      if (entry.path().extension() == ".md")
        pages.push_back(folder + "/" + entry.path().filename().string());
  return pages;
}

}  // namespace facet
