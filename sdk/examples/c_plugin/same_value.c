#include <stdlib.h>

#include "c_lab.h"

/* same_value: a positive is any bin whose discrete label is that of the reference. Of several
 * sessions, each gets as many positives as it has references, in a random order: so they are
 * compared with one another. */
static const facet_option label = {.name = "label",
                                   .doc = "the label that both have in common",
                                   .type = FACET_LABEL,
                                   .required = 1};

typedef struct labelled_bin {
  int64_t session, value, bin;
} labelled_bin;

typedef struct sorted_bins {
  const facet_space* space;
  const int64_t* values; /* of the label, by bin */
  labelled_bin* bins;    /* that may be drawn, by their sessions and values */
  int64_t num_bins;
} sorted_bins;

static int before(const labelled_bin* a, const labelled_bin* b) {
  if (a->session != b->session) return a->session < b->session;
  if (a->value != b->value) return a->value < b->value;
  return a->bin < b->bin;
}

static int in_order(const void* a, const void* b) {
  return before(a, b) ? -1 : before(b, a);
}

static int64_t session_of(const facet_space* space, int64_t bin) {
  size_t s = 0;
  while (s + 1 < space->num_bins && space->bins[s].end <= bin) ++s;
  return space->bins[s].session;
}

static int create_same(const facet_value* values, const facet_space* space, void** distribution,
                       facet_message* error) {
  const facet_tensor* given = values[0].label;
  if (given->code != 0) return fail(error, "the label must be discrete");
  size_t count = 0;
  for (size_t s = 0; s < space->num_bins; ++s)
    count += (size_t)(space->bins[s].end - space->bins[s].begin);
  if (count == 0) return fail(error, "there is no bin to draw from");
  sorted_bins* made = malloc(sizeof *made);
  labelled_bin* bins = malloc(sizeof *bins * count);
  if (!made || !bins) {
    free(made);
    free(bins);
    return fail(error, "there is not enough memory");
  }
  *made = (sorted_bins){space, given->data, bins, 0};
  for (size_t s = 0; s < space->num_bins; ++s)
    for (int64_t bin = space->bins[s].begin; bin < space->bins[s].end; ++bin)
      bins[made->num_bins++] = (labelled_bin){space->bins[s].session, made->values[bin], bin};
  qsort(bins, count, sizeof *bins, in_order);
  *distribution = made;
  return 0;
}

/* How many of the sorted bins are of an earlier session, or of this one with a lower value. */
static int64_t num_below(const sorted_bins* all, int64_t session, int64_t value) {
  const labelled_bin first = {session, value, 0};
  int64_t begin = 0, end = all->num_bins;
  while (begin < end) {
    const int64_t middle = begin + (end - begin) / 2;
    if (before(&all->bins[middle], &first))
      begin = middle + 1;
    else
      end = middle;
  }
  return begin;
}

/* In which session each positive is drawn: those of the references, in a random order. */
static void deal_out(const sorted_bins* all, const int64_t* references, size_t num_references,
                     const facet_random* random, int64_t* sessions) {
  for (size_t i = 0; i < num_references; ++i) sessions[i] = session_of(all->space, references[i]);
  if (all->bins[0].session == all->bins[all->num_bins - 1].session) return;
  for (size_t i = num_references; i > 1; --i) {
    const int64_t j = random->below(random->state, (int64_t)i), last = sessions[i - 1];
    sessions[i - 1] = sessions[j];
    sessions[j] = last;
  }
}

static int sample_same(const void* distribution, const int64_t* references, size_t num_references,
                       const facet_random* random, int64_t* positives, facet_message* error) {
  const sorted_bins* all = distribution;
  deal_out(all, references, num_references, random, positives);
  for (size_t i = 0; i < num_references; ++i) {
    const int64_t value = all->values[references[i]], session = positives[i];
    const int64_t first = num_below(all, session, value);
    const int64_t count = num_below(all, session, value + 1) - first;
    if (count == 0) return fail(error, "a value of the label is missing from one of the sessions");
    positives[i] = all->bins[first + random->below(random->state, count)].bin;
  }
  return 0;
}

static void destroy_same(void* distribution) {
  free(((sorted_bins*)distribution)->bins);
  free(distribution);
}

const facet_distribution same_value = {.size = sizeof(facet_distribution),
                                       .component = {.name = "same_value",
                                                     .summary = "positives of the same class",
                                                     .options = &label,
                                                     .num_options = 1},
                                       .create = create_same,
                                       .sample = sample_same,
                                       .destroy = destroy_same};
