#include "framework/report/plotted_label.h"

#include "facet/error.h"
#include "framework/judging/label_column.h"

namespace facet {

Label plotted_label(const Labels& labels, const std::string& wished) {
  if (labels.all().empty()) throw Error("the embedding has no labels to be coloured by");
  const Label own = wished.empty() ? labels.all().front() : label_column(labels, wished);
  return one_column(own, 0);
}

}  // namespace facet
