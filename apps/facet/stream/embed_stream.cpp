#include "embed_stream.h"

#include <ATen/Parallel.h>
#include <unistd.h>

#include <iostream>

#include "apps/facet/opened_config.h"
#include "apps/facet/results.h"
#include "facet/text.h"
#include "framework/streaming/stream_embedding.h"

namespace facet {

namespace {

/// What is done with event times before they are a row is whoever's who sends it.
std::string binning_of(const RecordingConfig& config) {
  if (!config.bin) return "";
  std::string text = ", bins of " + number_text(*config.bin) + " s";
  if (config.rates) text += " with events a second";
  if (config.smooth > 0)
    text += std::string(", smoothed ") + (config.causal ? "causally " : "") + "by " +
            number_text(config.smooth) + " s";
  return text;
}

std::string ready_text(const StreamedEmbedding& embedding, const std::string& binning) {
  const Offset offset = embedding.offset();
  return "ready for rows of " + std::to_string(embedding.num_channels()) + " numbers" + binning +
         "; a bin's embedding, " + std::to_string(embedding.num_output()) + " numbers, needs the " +
         std::to_string(offset.left) + " bins before it and the " +
         std::to_string(offset.right - 1) + " after it";
}

}  // namespace

void embed_stream(const std::string& folder_path, const std::string& session, RowForm form) {
  const RunFolder folder(folder_path);
  const auto registry = open_registry_of(folder);
  const TrainedRun run = load_run(folder, *registry);
  at::set_num_threads(1);  // a window is too little for several: they would wait for one another
  StreamedEmbedding embedding = stream_embedding(
      run, folder, session, [&](std::span<const float> row) { write_row(std::cout, form, row); });
  const std::int64_t number = find_session(run.config.data, session);
  std::cerr << ready_text(embedding, binning_of(recording_of(run.config.data, number)))
            << std::endl;
  RowReader rows(STDIN_FILENO, form, embedding.num_channels());
  while (std::cout) {  // until whoever reads goes away, too
    const auto bin = rows.next();
    if (!bin) break;
    embedding.add(*bin);
  }
  embedding.end();
  std::cout.flush();
  if (nobody_reads_results()) std::cout.clear();  // that ends a stream as well as its input does
}

}  // namespace facet
