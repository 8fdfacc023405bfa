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

std::string line(const std::string& key, const std::string& value, const std::string& reason) {
  std::string text = key + " = " + value;
  if (!reason.empty()) text += "  # " + reason;
  return text + "\n";
}

std::string file_text(const FileConfig& file) {
  std::string text = "path = " + quoted_text(file.path);
  if (!file.events.empty()) text += ", events = " + list_text(file.events);
  if (!file.time.empty()) text += ", time = " + list_text(file.time);
  if (!file.intervals.empty()) text += ", intervals = " + list_text(file.intervals);
  return file.is_timed() ? "{ " + text + " }" : quoted_text(file.path);
}

/// In one line, unless there is something to say of one.
std::string files_text(const std::vector<ProposedFile>& files) {
  if (files.size() == 1) return line("file", file_text(files[0].config), files[0].note);
  std::vector<std::string> texts;
  std::string lines;
  bool noted = false;
  for (const auto& [file, note] : files) {
    texts.push_back(file_text(file));
    lines += "  " + texts.back() + "," + (note.empty() ? "" : "  # " + note) + "\n";
    noted = noted || !note.empty();
  }
  return line("file", noted ? "[\n" + lines + "]" : "[" + join(texts, ", ") + "]", "");
}

std::string names_text(const std::vector<std::string>& names) {
  return names.size() == 1 ? quoted_text(names[0]) : list_text(names);
}

std::string chosen(const std::string& key, const std::optional<Reasoned<std::string>>& choice) {
  return choice ? line(key, quoted_text(choice->value), choice->reason) : "";
}

std::string validation_text(const TrainingPlan& plan) {
  if (!plan.validation) return "# validation: there are too few bins to hold some out\n";
  if (plan.held_out_from)
    return line("validation_from", std::to_string(*plan.held_out_from),
                "the last fifth of the bins that are used is never trained on: it judges the rest");
  return line("validation", "0.2", "the last fifth is never trained on: it judges the rest");
}

std::string epochs_text(const std::vector<Segment>& epochs) {
  std::vector<std::string> texts;
  for (const Segment& epoch : epochs)
    texts.push_back("[" + std::to_string(epoch.begin) + ", " + std::to_string(epoch.end) + "]");
  return "[" + join(texts, ", ") + "]";
}

std::string data_text(const Proposal& proposal) {
  std::string text = "[data]\n" + files_text(proposal.files);
  text += line("signals", names_text(proposal.signals.value), proposal.signals.reason);
  if (!proposal.transpose.empty()) text += line("transpose", "true", proposal.transpose);
  text += chosen("neurons", proposal.neurons);
  if (proposal.bin)
    text +=
        line("bin", as_value(proposal.bin->value).to_string(), "seconds: " + proposal.bin->reason);
  if (proposal.bin && !proposal.labels.empty())
    text += line("labels", list_text(proposal.labels), "what is brought onto the bins, too");
  if (proposal.angles)
    text += line("angles", list_text(proposal.angles->value), proposal.angles->reason);
  text += chosen("trials", proposal.trials);
  if (!proposal.select.empty()) text += chosen("select", proposal.selected());
  if (proposal.epochs)
    text += line("epochs", epochs_text(proposal.epochs->value), proposal.epochs->reason);
  if (proposal.filled)
    text += line("fill",
                 "[{ array = " + quoted_text(proposal.filled->value) + ", by = \"interpolate\" }]",
                 proposal.filled->reason);
  return text + validation_text(proposal.plan);
}

std::string model_text(const Proposal& proposal) {
  const std::string& why = proposal.plan.windows;
  return "\n[model]\n" +
         line("name", why.empty() ? "\"offset10-model\"" : "\"offset1-model\"",
              "an encoder that sees " + (why.empty() ? "10 bins" : "one bin: " + why)) +
         line("num_output", "8", "columns of the embedding") +
         line("renormalize", "true", "each facet is brought to unit length before its loss");
}

bool is_half_a_second(const Proposal& proposal) {
  return proposal.bin && proposal.bins_in(0.5, 10) < proposal.plan.longest_offset;
}

std::string objectives_text(const Proposal& proposal) {
  const std::string loss = line("loss", "\"FixedCosineInfoNCE\"", "");
  std::string text =
      "\n[[objective]]\n" + line("slice", "[0, 8]", "the whole embedding") + loss +
      line("distribution",
           "{ name = \"time\", time_offset = " + std::to_string(proposal.bins_in(0.5, 10)) + " }",
           "alike are bins that are close in time" +
               std::string(is_half_a_second(proposal) ? ", half a second" : ""));
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
         line("batch_size", std::to_string(proposal.plan.batch_size),
              "references for each step, at most a fourth of those there are") +
         line("seed", "0", "the same seed gives the same run, bit by bit");
}

}  // namespace facet
