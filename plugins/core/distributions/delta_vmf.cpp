#include "delta_vmf.h"

#include "facet/error.h"
#include "facet/plugin.h"
#include "facet/unit_length.h"

namespace facet {

namespace {

/// The label as directions: T x d. Bins that are not drawn from may be zero.
at::Tensor directions(const SamplingSpace& space, const LabelChoice& label) {
  const at::Tensor values = space.labels.continuous(label);
  if (values.size(1) < 2)
    throw Error(
        "a direction has at least 2 columns, the label has 1: give an angle with "
        "circular = true");
  const at::Tensor zero = values.eq(0).all(1).contiguous();
  for (const std::int64_t bin : space.bins.all())
    if (zero.data_ptr<bool>()[bin])
      throw Error("the label is zero in bin " + std::to_string(bin) + ", which is no direction");
  return unit_length(values, 1).contiguous();
}

}  // namespace

void DeltaVmf::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label, "the continuous label whose directions are compared")
      .required();
  options.add("delta", &Options::delta, "concentration kappa around the reference's direction")
      .at_least(0);
  TiesOption::describe(options);
}

DeltaVmf::DeltaVmf(const Options& options, const SamplingSpace& space)
    : ties_(options.chosen()),
      bins_(space.bins),
      search_(directions(space, options.label), space.bins),
      around_(search_.num_columns(), options.delta) {}

std::vector<std::int64_t> DeltaVmf::sample(std::span<const std::int64_t> references,
                                           Random& random) const {
  const at::Tensor queries = search_.labels_of(references);
  const std::int64_t d = search_.num_columns();
  for (std::int64_t i = 0; i < queries.size(0); ++i)
    around_.draw_around(queries.data_ptr<double>() + i * d, random);
  const auto sessions = deal_out_sessions(bins_, references, random);
  return search_.nearest(queries, sessions, ties_, random);
}

FACET_PLUGIN(registrar) {
  registrar.add<DeltaVmf>("delta_vmf",
                          "positives whose label points in a direction around the reference's");
}

}  // namespace facet
