#include "framework/layout/transform_sessions.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>

#include <numeric>
#include <string>
#include <vector>

#include "facet/error.h"
#include "framework/data/windows.h"
#include "framework/embedding/eval_mode.h"
#include "framework/embedding/transform.h"

namespace facet {

at::Tensor transform_unified(Model& model, const Sessions& sessions, std::int64_t session,
                             const SessionAlignment& alignment) {
  const at::NoGradGuard no_grad;
  const EvalMode eval(model);
  std::vector<at::Tensor> signals;
  for (const Recording& recording : sessions.recordings())
    signals.push_back(recording.signals.to(device_of(model, recording.signals)));
  const Recording& recording = sessions[session];
  const std::int64_t first_bin = sessions.first_bin(session);
  return transform_segments(
      model, recording.num_bins(), recording.segments, [&](std::int64_t first, std::int64_t last) {
        std::vector<std::int64_t> bins(static_cast<std::size_t>(last - first));
        std::iota(bins.begin(), bins.end(), first_bin + first);
        return model.forward(
            gather_joined_windows(signals, alignment.align(bins, session), model.offset()));
      });
}

at::Tensor transform(const Encoders& encoders, const Sessions& sessions) {
  if (encoders.size() != static_cast<std::size_t>(sessions.size()))
    throw Error("there are " + std::to_string(sessions.size()) + " sessions, but " +
                std::to_string(encoders.size()) + " encoders");
  std::vector<at::Tensor> embeddings;
  for (std::int64_t session = 0; session < sessions.size(); ++session)
    embeddings.push_back(
        transform(encoders.of(session), sessions[session].signals, sessions[session].segments));
  return at::cat(embeddings);
}

}  // namespace facet
