#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "facet/distribution.h"

namespace facet {

/// Makes the prior that draws from the bins of a space.
using CreatePrior = std::function<std::shared_ptr<const Prior>(const SamplingSpace& space)>;

/// Bins that were drawn, int64 on the CPU.
struct DrawnBins {
  at::Tensor bins;      ///< a list of bins (see SessionLayout)
  at::Tensor labelled;  ///< n: the bins whose labels are those of the list
};

/// Where references and negatives come from. Immutable: drawn from in several threads.
class ReferenceSource {
 public:
  virtual ~ReferenceSource() = default;
  /// `count` bins of each session; without a count all bins, each once.
  virtual DrawnBins draw(std::optional<std::int64_t> count, Random& random) const = 0;
};

/// The space cut into those of each session that has bins in it.
std::vector<SamplingSpace> spaces_of_sessions(const SamplingSpace& space);

/// The bins of one session and what draws from them.
struct SessionPrior {
  std::int64_t session = 0;
  Bins bins;
  std::shared_ptr<const Prior> prior;

  std::vector<std::int64_t> draw(std::optional<std::int64_t> count, Random& random) const;
};

/// One for each session that has bins in the space.
std::vector<SessionPrior> session_priors(const SamplingSpace& space,
                                         const CreatePrior& create_prior);

}  // namespace facet
