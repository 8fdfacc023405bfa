#include <stdlib.h>

#include "c_lab.h"

/* same_value: a positive is any bin whose discrete label is that of the reference. */
static const facet_option label = {.name = "label",
                                   .doc = "the label that both have in common",
                                   .type = FACET_LABEL,
                                   .required = 1};

typedef struct labelled_bin {
  int64_t value, bin;
} labelled_bin;

typedef struct sorted_bins {
  const int64_t* values; /* of the label, by bin */
  labelled_bin* bins;    /* that may be drawn, by their values */
  int64_t num_bins;
} sorted_bins;

static int by_value(const void* a, const void* b) {
  const labelled_bin *left = a, *right = b;
  if (left->value != right->value) return left->value < right->value ? -1 : 1;
  return left->bin < right->bin ? -1 : left->bin > right->bin;
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
  *made = (sorted_bins){given->data, bins, 0};
  for (size_t s = 0; s < space->num_bins; ++s)
    for (int64_t bin = space->bins[s].begin; bin < space->bins[s].end; ++bin)
      bins[made->num_bins++] = (labelled_bin){made->values[bin], bin};
  qsort(bins, count, sizeof *bins, by_value);
  *distribution = made;
  return 0;
}

/* How many of the sorted bins have a value below `value`. */
static int64_t num_below(const sorted_bins* all, int64_t value) {
  int64_t begin = 0, end = all->num_bins;
  while (begin < end) {
    const int64_t middle = begin + (end - begin) / 2;
    if (all->bins[middle].value < value)
      begin = middle + 1;
    else
      end = middle;
  }
  return begin;
}

static int sample_same(const void* distribution, const int64_t* references, size_t num_references,
                       const facet_random* random, int64_t* positives, facet_message* error) {
  (void)error;
  const sorted_bins* all = distribution;
  for (size_t i = 0; i < num_references; ++i) {
    const int64_t value = all->values[references[i]];
    const int64_t first = num_below(all, value), count = num_below(all, value + 1) - first;
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
