#include "framework/parallel/joined_ranks.h"

#include <algorithm>

#include "framework/assembly/device.h"
#include "framework/calls/being_called.h"
#include "framework/parallel/agreement.h"
#include "framework/parallel/meeting.h"
#include "framework/parallel/rank_group.h"

namespace facet {

namespace {

bool can_sum(at::ScalarType type) {
  return type == at::kFloat || type == at::kDouble || type == at::kLong || type == at::kByte;
}

}  // namespace

JoinedRanks::JoinedRanks(const Launch& launch, std::chrono::milliseconds timeout)
    : meeting_(std::make_unique<Meeting>(launch, timeout)) {
  take_cuda_device(launch.local_rank);
}

JoinedRanks::~JoinedRanks() {
  disconnect();
}

std::int64_t JoinedRanks::rank() const {
  return meeting_->launch().rank;
}

std::int64_t JoinedRanks::size() const {
  return meeting_->launch().size;
}

void JoinedRanks::sum(at::Tensor& values) {
  if (!can_sum(values.scalar_type()))
    throw Error(std::string("ranks sum float32, float64, int64 and uint8, not ") +
                c10::toString(values.scalar_type()));
  step_ = std::max(step_, AtStep::now());
  RankGroup& group = group_for(values.device());
  explain_failure([&] { group.sum(values); });
}

RankGroup& JoinedRanks::group_for([[maybe_unused]] c10::Device device) {
#ifdef FACET_NCCL
  if (device.is_cuda()) return connected(nccl_, connect_by_nccl);
#endif
  return connected(gloo_, connect_by_gloo);
}

RankGroup& JoinedRanks::connected(std::unique_ptr<RankGroup>& group, Connect* connect) {
  if (group) return *group;
  const GroupPlace place{meeting_->place(), rank(), size(), meeting_->reachable_address(),
                         meeting_->timeout()};
  meeting_->ask_all("sum", "");  // here a failure of another rank is heard of
  explain_failure([&] { group = connect(place); });
  return *group;
}

void JoinedRanks::explain_failure(const std::function<void()>& action) {
  try {
    action();
  } catch (const std::exception& error) {
    disconnect();
    meeting_->explain_failed_sum(reason_of(error), step_);
  }
}

/// Others that wait for a sum know at once, and may ask at the store why.
void JoinedRanks::disconnect() {
  nccl_.reset();
  gloo_.reset();
}

void JoinedRanks::agree(const std::vector<RankFact>& facts) {
  std::vector<FactsOfRank> all;
  for (const std::string& text : meeting_->ask_all("facts", to_text(facts)))
    all.push_back({meeting_->host_of(static_cast<std::int64_t>(all.size())), facts_of(text)});
  std::string message;
  for (const std::string& line : differences(all)) message += "\n  " + line;
  if (!message.empty()) meeting_->fail_on_all("the ranks differ:" + message);
}

void JoinedRanks::set_timeout(std::chrono::milliseconds timeout) {
  meeting_->set_timeout(timeout);
}

std::string JoinedRanks::of_the_first(const std::string& text) {
  return meeting_->ask_first(text);
}

bool JoinedRanks::tell_failure(const std::string& message) noexcept {
  disconnect();
  return meeting_->tell_failure(message);
}

}  // namespace facet
