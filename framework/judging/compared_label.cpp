#include "framework/judging/compared_label.h"

#include <ATen/ops/ones.h>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/judging/label_column.h"

namespace facet {

Label compared_label(const LabelledEmbedding& file, const std::string& path,
                     const std::string& name) {
  try {
    Label label = label_column(file.labels, name);
    if (label.values.dim() == 2 && label.values.size(1) != 1)
      throw Error("label '" + name + "' has " + std::to_string(label.values.size(1)) +
                  " columns, runs are compared by one: '" + name + "[0]' is the first");
    return label;
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
}

at::Tensor column_values(const Label& label) {
  return label.values.dim() == 2 ? label.values.squeeze(1) : label.values;
}

at::Tensor rows_with_value(const Label& label) {
  return label.missing.defined() ? label.missing.logical_not()
                                 : at::ones({label.values.size(0)}, at::kBool);
}

void require_same_classes(const Label& label, const std::string& path, const Label& first,
                          const std::string& first_path) {
  if (label.classes == first.classes) return;
  const auto has = [](const Label& own) {
    return own.classes.empty() ? "holds numbers" : "has the classes " + quoted(own.classes);
  };
  throw Error(path + ": the label '" + label.name + "' " + has(label) + ", in " + first_path +
              " it " + has(first) + ": runs are compared by the same classes");
}

}  // namespace facet
