#include "group.h"

#include <algorithm>

#include "cluster_column.h"
#include "facet/warning.h"

namespace facet::phy {

FileArray list_group(const std::string& folder, const Cells& judged, const Cells* sorter_labels) {
  const std::string unsorted = "unsorted";
  Cells cells = judged;
  std::replace(cells.begin(), cells.end(), std::string(), unsorted);
  const FileArray array = cluster_column("group", cells);
  if (!array.is_text()) return array;
  const std::size_t num_clusters = cells.size();
  const std::int64_t num_unsorted = std::count(judged.begin(), judged.end(), std::string());
  const bool is_of_sorter = sorter_labels && *sorter_labels == judged;
  return FileArray::text("group", array.shape()[0], [=] {
    if (num_unsorted > 0)
      warn(folder + ": " + std::to_string(num_unsorted) + " of " + std::to_string(num_clusters) +
           " clusters have no 'group': they are '" + unsorted + "'");
    if (is_of_sorter)
      warn(folder +
           ": 'group' is 'KSLabel' for each cluster, so the sorter's word: nobody has "
           "judged them in phy");
    return array.read_text();
  });
}

}  // namespace facet::phy
