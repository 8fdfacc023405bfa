#include "framework/layout/transform_sessions.h"

#include <ATen/ops/cat.h>

#include <string>

#include "facet/error.h"

namespace facet {

at::Tensor transform_sessions(const SessionLayout& layout, const Encoders& encoders,
                              const Sessions& sessions, const SamplingSpace& training,
                              Ranks& ranks) {
  if (encoders.size() != layout.num_neurons(sessions).size())
    throw Error("there are " + std::to_string(sessions.size()) + " sessions, but " +
                std::to_string(encoders.size()) + " encoders");
  std::vector<at::Tensor> embeddings;
  for (std::int64_t session = 0; session < sessions.size(); ++session)
    embeddings.push_back(layout.transform(encoders, sessions, session, training, ranks));
  return at::cat(embeddings);
}

}  // namespace facet
