#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/recording.h"

namespace facet {

/// The recordings of a run: one, or several sessions, each with neurons of its own. Bins are
/// numbered over all of them: session 1 begins where session 0 ends. Safe to share between threads
/// once it is set up.
class FACET_API Sessions {
 public:
  /// At least one. Throws Error when there is none.
  explicit Sessions(std::vector<Recording> recordings);
  explicit Sessions(Recording recording) : Sessions(std::vector<Recording>{std::move(recording)}) {}

  std::int64_t size() const { return static_cast<std::int64_t>(recordings_.size()); }
  const Recording& operator[](std::int64_t session) const {
    return recordings_[static_cast<std::size_t>(session)];
  }
  const std::vector<Recording>& recordings() const { return recordings_; }

  std::string name() const;  ///< for messages: the recordings' names
  std::int64_t num_bins() const { return labels_.num_bins(); }
  std::int64_t first_bin(std::int64_t session) const {
    return first_bins_[static_cast<std::size_t>(session)];
  }
  /// The session that each bin is of: num_bins() int64.
  at::Tensor session_of_bins() const;

  /// The labels that all sessions have, joined in the order of the sessions. One that some lack, or
  /// that is of another kind or width there, is unusable. Used are the rows in segments.
  const Labels& labels() const { return labels_; }
  /// The bins over which labels that are scaled have their scale: those that are trained on.
  void scale_labels_over(const Bins& bins) { labels_ = labels_.scaled_over(bins); }
  /// The segments of all sessions; each says whose it is.
  const std::vector<Segment>& segments() const { return segments_; }
  /// Segments of one session, whose bins are counted from its first, as segments of all.
  std::vector<Segment> numbered(std::vector<Segment> segments, std::int64_t session) const;

 private:
  std::vector<Recording> recordings_;
  std::vector<std::int64_t> first_bins_;
  Labels labels_;
  std::vector<Segment> segments_;
};

}  // namespace facet
