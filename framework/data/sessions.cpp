#include "framework/data/sessions.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <set>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

/// Joins the labels of several recordings.
class LabelJoiner {
 public:
  explicit LabelJoiner(const std::vector<Recording>& recordings) : recordings_(recordings) {}

  Labels join() {
    std::int64_t num_bins = 0;
    for (const Recording& recording : recordings_) {
      num_bins += recording.num_bins();
      for (const Label& label : recording.labels.all())
        if (!known(label.name)) add(label);
    }
    for (const UnusableLabel& label : recordings_[0].labels.unusable())
      if (!known(label.name)) unusable_.push_back(label);
    return Labels(num_bins, labels_, unusable_);
  }

 private:
  bool known(const std::string& name) const {
    for (const Label& label : labels_)
      if (label.name == name) return true;
    for (const UnusableLabel& label : unusable_)
      if (label.name == name) return true;
    return false;
  }

  void add(const Label& first) {
    std::vector<const Label*> labels;
    for (const Recording& recording : recordings_) {
      const std::string why = why_not(first, recording);
      if (!why.empty()) {
        unusable_.push_back({first.name, why});
        return;
      }
      labels.push_back(&recording.labels.find(first.name));
    }
    labels_.push_back(joined(labels));
  }

  /// Of text, a class is the same in all sessions.
  static Label joined(const std::vector<const Label*>& labels) {
    std::set<std::string> all;
    for (const Label* label : labels) all.insert(label->classes.begin(), label->classes.end());
    const std::vector<std::string> classes(all.begin(), all.end());
    std::vector<at::Tensor> values, missing;
    for (const Label* label : labels) {
      values.push_back(label->classes.empty() ? label->values : renumbered(*label, classes));
      missing.push_back(label->missing.defined() ? label->missing
                                                 : at::zeros({label->values.size(0)}, at::kBool));
    }
    const at::Tensor all_missing = at::cat(missing);
    return {labels[0]->name, labels[0]->kind, at::cat(values), classes,
            all_missing.any().item<bool>() ? all_missing : at::Tensor()};
  }

  static at::Tensor renumbered(const Label& label, const std::vector<std::string>& classes) {
    std::vector<std::int64_t> numbers = {-1};  // of the codes from -1 on
    for (const std::string& text : label.classes)
      numbers.push_back(std::lower_bound(classes.begin(), classes.end(), text) - classes.begin());
    return at::tensor(numbers, at::kLong).index_select(0, label.values + 1);
  }

  static std::string why_not(const Label& first, const Recording& recording) {
    if (!recording.labels.contains(first.name)) return "is missing in " + recording.name;
    const Label& other = recording.labels.find(first.name);
    if (other.kind != first.kind)
      return "is " + to_string(other.kind) + " in " + recording.name + " and " +
             to_string(first.kind) + " in another session";
    if (other.classes.empty() != first.classes.empty())
      return "holds text in " + (other.classes.empty() ? "another session" : recording.name) +
             " and numbers in " + (other.classes.empty() ? recording.name : "another session");
    if (other.values.dim() == 2 && other.values.size(1) != first.values.size(1))
      return "has " + std::to_string(other.values.size(1)) + " columns in " + recording.name +
             " and " + std::to_string(first.values.size(1)) + " in another session";
    return "";
  }

  const std::vector<Recording>& recordings_;
  std::vector<Label> labels_;
  std::vector<UnusableLabel> unusable_;
};

}  // namespace

Sessions::Sessions(std::vector<Recording> recordings) : recordings_(std::move(recordings)) {
  if (recordings_.empty()) throw Error("there is no recording");
  std::int64_t first_bin = 0;
  for (std::int64_t session = 0; session < size(); ++session) {
    first_bins_.push_back(first_bin);
    first_bin += (*this)[session].num_bins();
    for (const Segment& segment : numbered((*this)[session].segments, session))
      segments_.push_back(segment);
  }
  labels_ = size() == 1 ? recordings_[0].labels : LabelJoiner(recordings_).join();
  labels_ = labels_.used_in(Bins(segments_));
}

std::string Sessions::name() const {
  std::vector<std::string> names;
  for (const Recording& recording : recordings_) names.push_back(recording.name);
  return join(names);
}

at::Tensor Sessions::session_of_bins() const {
  std::vector<at::Tensor> sessions;
  for (std::int64_t session = 0; session < size(); ++session)
    sessions.push_back(at::full({(*this)[session].num_bins()}, session, at::kLong));
  return at::cat(sessions);
}

std::vector<Segment> Sessions::numbered(std::vector<Segment> segments, std::int64_t session) const {
  for (Segment& segment : segments) {
    segment.begin += first_bin(session);
    segment.end += first_bin(session);
    segment.session = session;
  }
  return segments;
}

}  // namespace facet
