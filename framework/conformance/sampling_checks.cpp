#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <latch>
#include <thread>

#include "facet/distribution.h"
#include "facet/text.h"
#include "framework/conformance/check.h"
#include "framework/conformance/trial_data.h"

namespace facet {

namespace {

using Drawn = std::vector<std::int64_t>;

/// One draw as a function of its random numbers, from a component that several threads share.
using Draw = std::function<Drawn(Random&)>;

Drawn references_of(const Distribution& distribution, std::int64_t count, Random& random) {
  const Bins& allowed = distribution.references();
  Drawn references;
  for (std::int64_t i = 0; i < count; ++i)
    references.push_back(allowed[random.below(allowed.size())]);
  return references;
}

void require_count_and_bins(const Drawn& drawn, std::size_t count, const Bins& bins,
                            const std::string& what) {
  if (drawn.size() != count)
    throw Error("it gives " + std::to_string(drawn.size()) + " " + what + ": promised are " +
                std::to_string(count));
  for (const std::int64_t bin : drawn)
    if (!bins.contains(bin))
      throw Error("bin " + std::to_string(bin) + " is among its " + what +
                  ", which is none of the space's bins: it is held out, or its window crosses a "
                  "border");
}

void require_positives(const Tried& tried) {
  for (const std::int64_t sessions : {1, 2}) {
    const SamplingSpace space = trial_space(sessions);
    const auto distribution = tried.make<Distribution>(space);
    Random random(3);
    for (const std::int64_t count : {1, 2, 3000}) {
      const Drawn references = references_of(*distribution, count, random);
      const Drawn positives = distribution->sample(references, random);
      require_count_and_bins(positives, references.size(), space.bins, "positives");
    }
  }
}

void require_references(const Tried& tried) {
  const SamplingSpace space = trial_space(2);
  const auto distribution = tried.make<Distribution>(space);
  const Drawn references = distribution->references().all();
  if (references.empty()) throw Error("no bin of 210 is a reference");
  require_count_and_bins(references, references.size(), space.bins, "references()");
}

/// Each session gets as many positives as it has references.
void require_sessions_even(const Tried& tried) {
  const SamplingSpace space = trial_space(2);
  const auto distribution = tried.make<Distribution>(space);
  Random random(3);
  const Drawn references = references_of(*distribution, 3000, random);
  const auto in_first = [&](const Drawn& drawn) {
    return std::ranges::count_if(drawn, [](std::int64_t bin) { return bin < 90; });
  };
  const auto had = in_first(references), got = in_first(distribution->sample(references, random));
  if (had != got)
    throw Error("of two sessions, the first has " + std::to_string(had) +
                " of 3000 references and " + std::to_string(got) +
                " positives: promised are as many (see deal_out_sessions)");
}

void require_draws(const Tried& tried) {
  for (const std::int64_t sessions : {1, 2}) {
    const SamplingSpace space = trial_space(sessions);
    const auto prior = tried.make<Prior>(space);
    Random random(3);
    for (const std::int64_t count : {1, 2, 3000})
      require_count_and_bins(prior->sample(count, random), static_cast<std::size_t>(count),
                             space.bins, "references");
  }
}

/// So many that the threads meet within a draw.
constexpr std::int64_t num_at_once = 300;

/// What four threads draw at once is what one draws.
void require_alike_from_threads(const Draw& draw) {
  constexpr std::size_t threads = 4, draws = 200;
  const auto draw_all = [&](std::size_t thread) {
    std::vector<Drawn> all;
    for (std::size_t i = 0; i < draws; ++i) {
      Random random(thread, "thread", i);
      all.push_back(draw(random));
    }
    return all;
  };
  std::vector<std::vector<Drawn>> expected, got(threads);
  for (std::size_t t = 0; t < threads; ++t) expected.push_back(draw_all(t));
  std::vector<std::jthread> running;
  std::latch all_are_there(threads);
  for (std::size_t t = 0; t < threads; ++t)
    running.emplace_back([&, t] {
      all_are_there.arrive_and_wait();
      got[t] = draw_all(t);
    });
  running.clear();
  if (got != expected)
    throw Error(
        "drawn by several threads at once, each with random numbers of its own, bins are "
        "others than drawn by one: does sample() change a member?");
}

void require_concurrent_positives(const Tried& tried) {
  const auto distribution = tried.make<Distribution>(trial_space());
  require_alike_from_threads([&](Random& random) {
    return distribution->sample(references_of(*distribution, num_at_once, random), random);
  });
}

void require_concurrent_draws(const Tried& tried) {
  const auto prior = tried.make<Prior>(trial_space());
  require_alike_from_threads([&](Random& random) { return prior->sample(num_at_once, random); });
}

/// Null where it is refused, as it should be, by an Error.
template <class Kind>
std::shared_ptr<Kind> made_or_refused(const Tried& tried, const SamplingSpace& space,
                                      const std::string& what) {
  try {
    return tried.make<Kind>(space);
  } catch (const Error&) {
    return nullptr;
  } catch (const std::exception& error) {
    throw Error(what + " ends in an exception that is not a facet::Error: " + reason_of(error));
  }
}

template <class Kind>
void require_unsuitable_space_refused(const Tried& tried) {
  SamplingSpace empty = trial_space(), without_labels = trial_space();
  empty.bins = Bins();
  without_labels.labels = Labels(without_labels.segments.back().end, {});
  made_or_refused<Kind>(tried, without_labels, "a space without labels");
  const auto made = made_or_refused<Kind>(tried, empty, "a space without bins");
  if constexpr (std::is_same_v<Kind, Distribution>)
    if (made && !made->references().empty())
      throw Error("of a space without bins it has references");
}

constexpr const char* at_once = "several threads at once draw what one draws";
constexpr const char* unsuitable =
    "a space without bins, and one without labels, is served or refused by a facet::Error";

}  // namespace

Checks distribution_checks() {
  return {{"references", "its references are bins of the space, and there are some",
           require_references},
          {"positives",
           "each reference gets a positive, a bin of the space, in one session and in "
           "two",
           require_positives},
          {"sessions", "each session gets as many positives as it has references",
           require_sessions_even},
          {"concurrent", at_once, require_concurrent_positives},
          {"unsuitable", unsuitable, require_unsuitable_space_refused<Distribution>}};
}

Checks prior_checks() {
  return {{"references", "as many bins of the space as were asked for", require_draws},
          {"concurrent", at_once, require_concurrent_draws},
          {"unsuitable", unsuitable, require_unsuitable_space_refused<Prior>}};
}

}  // namespace facet
