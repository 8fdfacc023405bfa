#include "apps/facet/init/proposal.h"
#include "facet/text.h"

namespace facet {

namespace {

std::string quoted_text(const std::string& text) {
  return Value(text).to_string();
}

std::string list_text(const std::vector<std::string>& texts) {
  return as_value(texts).to_string();
}

std::string file_text(const FileConfig& file) {
  std::string text = "{ path = " + quoted_text(file.path);
  if (!file.time.empty()) text += ", time = " + list_text(file.time);
  if (!file.intervals.empty()) text += ", intervals = " + list_text(file.intervals);
  return file.time.empty() && file.intervals.empty() ? quoted_text(file.path) : text + " }";
}

/// One is written as it is, several as a list.
std::string names_text(const std::vector<std::string>& names) {
  return names.size() == 1 ? quoted_text(names[0]) : list_text(names);
}

std::string files_text(const std::vector<FileConfig>& files) {
  if (files.size() == 1) return file_text(files[0]);
  std::vector<std::string> texts;
  for (const FileConfig& file : files) texts.push_back(file_text(file));
  return "[" + join(texts, ", ") + "]";
}

std::string line(const std::string& key, const std::string& value, const std::string& reason) {
  std::string text = key + " = " + value;
  if (!reason.empty()) text += "  # " + reason;
  return text + "\n";
}

/// Lines of `[data]` that say which signals, and when.
std::string signals_text(const Proposal& proposal) {
  std::string text = line("signals", names_text(proposal.signals.value), proposal.signals.reason);
  if (proposal.transpose) text += line("transpose", "true", "they are channels x bins in the file");
  if (!proposal.neurons.empty())
    text += line("neurons", quoted_text(proposal.neurons), "the others are no cells, or not good");
  if (proposal.bin)
    text += line("bin", Value(proposal.bin->value).to_string(), "seconds: " + proposal.bin->reason);
  return text;
}

std::string data_text(const Proposal& proposal) {
  std::string text = "[data]\n" + line("file", files_text(proposal.files), "");
  for (const std::string& file : proposal.unused_files)
    text +=
        "# Nothing of " + file + " is used" +
        (proposal.bin ? ": beside its path, time = [\"...\"] or rate = 30 says when its rows are"
                      : "") +
        "\n";
  text += signals_text(proposal);
  if (proposal.bin && !proposal.labels.empty())
    text += line("labels", list_text(proposal.labels), "what is brought onto the bins, too");
  if (!proposal.angles.empty())
    text += line("angles", list_text(proposal.angles), "by their unit: averaged as directions");
  if (!proposal.trials.empty())
    text += line("trials", quoted_text(proposal.trials), "no window crosses their borders");
  if (!proposal.select.value.empty())
    text += line("select", quoted_text(proposal.select.value), proposal.select.reason);
  return text + line("validation", "0.2", "the last fifth is never trained on: it judges the rest");
}

/// Long enough for windows of ten bins, of which few are lost at borders.
bool is_long(const Proposal& proposal) {
  return proposal.num_windows >= 200 && proposal.num_windows * 5 >= proposal.num_bins * 4;
}

std::string model_text(const Proposal& proposal) {
  const std::string sees =
      is_long(proposal) ? "sees 10 bins" : "sees one bin: there are few, or the segments are short";
  return "\n[model]\n" +
         line("name", is_long(proposal) ? "\"offset10-model\"" : "\"offset1-model\"",
              "an encoder that " + sees) +
         line("num_output", "8", "columns of the embedding") +
         line("renormalize", "true", "each facet is brought to unit length before its loss");
}

/// Half a second, or ten bins, where the segments are much longer than that.
std::int64_t time_offset(const Proposal& proposal) {
  return std::max<std::int64_t>(
      1, std::min(proposal.bins_in(0.5, 10), proposal.longest_segment / 4 - 5));
}

std::string objectives_text(const Proposal& proposal) {
  const std::string loss = line("loss", "\"FixedCosineInfoNCE\"", "");
  std::string text =
      "\n[[objective]]\n" + line("slice", "[0, 8]", "the whole embedding") + loss +
      line("distribution",
           "{ name = \"time\", time_offset = " + std::to_string(time_offset(proposal)) + " }",
           "alike are bins that are close in time");
  if (!proposal.label) return text;
  return text + "\n[[objective]]\n" + line("slice", "[4, 8]", "its last four columns, too") + loss +
         line("distribution",
              "{ name = \"time_delta\", time_delta = " + std::to_string(proposal.bins_in(0.15, 3)) +
                  ", label = " + quoted_text(proposal.label->value) + " }",
              "alike are bins of like labels: " + proposal.label->reason);
}

/// At most a quarter of the bins that are trained on.
std::int64_t batch_size(const Proposal& proposal) {
  std::int64_t size = 512;
  while (size > 8 && size > proposal.num_bins / 5) size /= 2;
  return size;
}

}  // namespace

std::string config_text(const Proposal& proposal) {
  return "# Proposed by facet init; docs/reference/configuration.md tells of every key.\n\n" +
         data_text(proposal) + model_text(proposal) + objectives_text(proposal) + "\n[training]\n" +
         line("steps", "500", "updates; facet evaluate tells whether more help") +
         line("batch_size", std::to_string(batch_size(proposal)), "references for each step") +
         line("seed", "0", "the same seed gives the same run, bit by bit");
}

}  // namespace facet
