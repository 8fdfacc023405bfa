#include "framework/parallel/gloo_ranks.h"

#include <algorithm>

#include "framework/calls/being_called.h"
#include "framework/parallel/agreement.h"
#include "framework/parallel/gloo_group.h"
#include "framework/parallel/meeting.h"

namespace facet {

GlooRanks::GlooRanks(const Launch& launch, std::chrono::milliseconds timeout)
    : meeting_(std::make_unique<Meeting>(launch, timeout)) {}

GlooRanks::~GlooRanks() {
  group_.reset();  // others that wait for a sum know at once, and may ask at the store why
}

std::int64_t GlooRanks::rank() const {
  return meeting_->launch().rank;
}

std::int64_t GlooRanks::size() const {
  return meeting_->launch().size;
}

void GlooRanks::sum(at::Tensor& values) {
  if (!can_sum(values.scalar_type()))
    throw Error(std::string("ranks sum float32, float64, int64 and uint8, not ") +
                c10::toString(values.scalar_type()));
  step_ = std::max(step_, AtStep::now());
  if (!group_) connect();
  try {
    group_->sum(values);
  } catch (const std::exception& error) {
    group_.reset();
    meeting_->explain_failed_sum(reason_of(error), step_);
  }
}

void GlooRanks::connect() {
  const std::string address = meeting_->reachable_address();
  meeting_->ask_all("sum", "");  // here a failure of another rank is heard of
  try {
    group_ = std::make_unique<GlooGroup>(meeting_->place(), rank(), size(), address,
                                         meeting_->timeout());
  } catch (const std::exception& error) {
    meeting_->explain_failed_sum(reason_of(error), step_);
  }
}

void GlooRanks::agree(const std::vector<RankFact>& facts) {
  std::vector<FactsOfRank> all;
  for (const std::string& text : meeting_->ask_all("facts", to_text(facts)))
    all.push_back({meeting_->host_of(static_cast<std::int64_t>(all.size())), facts_of(text)});
  std::string message;
  for (const std::string& line : differences(all)) message += "\n  " + line;
  if (!message.empty()) meeting_->fail_on_all("the ranks differ:" + message);
}

void GlooRanks::set_timeout(std::chrono::milliseconds timeout) {
  meeting_->set_timeout(timeout);
}

std::string GlooRanks::of_the_first(const std::string& text) {
  return meeting_->ask_first(text);
}

bool GlooRanks::tell_failure(const std::string& message) noexcept {
  group_.reset();
  return meeting_->tell_failure(message);
}

}  // namespace facet
