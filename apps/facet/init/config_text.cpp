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
  if (file.time.empty()) return quoted_text(file.path);
  return "{ path = " + quoted_text(file.path) + ", time = " + list_text(file.time) + " }";
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

std::string data_text(const Proposal& proposal) {
  std::string text = "[data]\n" + line("file", files_text(proposal.files), "");
  text += line("signals", quoted_text(proposal.signals.value), proposal.signals.reason);
  if (proposal.bin)
    text += line("bin", number_text(proposal.bin->value), "seconds: " + proposal.bin->reason);
  if (proposal.bin && !proposal.labels.empty())
    text += line("labels", list_text(proposal.labels), "what is brought onto the bins, too");
  if (!proposal.select.empty())
    text += line("select", quoted_text(proposal.select),
                 "bins where the label below is missing are left out");
  return text + line("validation", "0.2", "the last fifth is never trained on: it judges the rest");
}

/// Long enough for windows of ten bins.
bool is_long(const Proposal& proposal) {
  return proposal.num_bins >= 200;
}

std::string model_text(const Proposal& proposal) {
  const std::string sees = is_long(proposal) ? "sees 10 bins" : "sees one bin: there are few";
  return "\n[model]\n" +
         line("name", is_long(proposal) ? "\"offset10-model\"" : "\"offset1-model\"",
              "an encoder that " + sees) +
         line("num_output", "8", "columns of the embedding") +
         line("renormalize", "true", "each facet is brought to unit length before its loss");
}

std::string objectives_text(const Proposal& proposal) {
  const std::string loss = line("loss", "\"FixedCosineInfoNCE\"", "");
  std::string text =
      "\n[[objective]]\n" + line("slice", "[0, 8]", "the whole embedding") + loss +
      line("distribution",
           "{ name = \"time\", time_offset = " + std::to_string(proposal.bins_in(0.5, 10)) + " }",
           "alike are bins that are close in time" +
               std::string(proposal.bin ? ", half a second" : ""));
  if (!proposal.label) return text;
  return text + "\n[[objective]]\n" + line("slice", "[4, 8]", "its last four columns, too") + loss +
         line("distribution",
              "{ name = \"time_delta\", time_delta = " + std::to_string(proposal.bins_in(0.15, 3)) +
                  ", label = " + quoted_text(proposal.label->value) + " }",
              "alike are bins of like labels: " + proposal.label->reason);
}

}  // namespace

std::string config_text(const Proposal& proposal) {
  return "# Proposed by facet init; docs/reference/configuration.md tells of every key.\n\n" +
         data_text(proposal) + model_text(proposal) + objectives_text(proposal) + "\n[training]\n" +
         line("steps", "500", "updates; facet evaluate tells whether more help") +
         line("batch_size", "512", "references for each step") +
         line("seed", "0", "the same seed gives the same run, bit by bit");
}

}  // namespace facet
