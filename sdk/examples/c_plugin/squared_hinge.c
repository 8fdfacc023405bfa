#include <math.h>

#include "c_lab.h"

/* SquaredHinge: the mean over references i and negatives j of
 *
 *     |reference_i - positive_i|^2 + max(0, margin - |reference_i - negative_j|)^2 */
static const facet_option margin = {.name = "margin",
                                    .doc = "the distance at which negatives are left alone",
                                    .type = FACET_NUMBER,
                                    .bounds = FACET_ABOVE,
                                    .default_value = {.number = 1.0},
                                    .lower = 0};

static int create_hinge(const facet_value* values, void** criterion, facet_message* error) {
  (void)error;
  *criterion = (void*)values; /* they live as long as the criterion, and are all it needs */
  return 0;
}

static double squared_distance(const double* a, const double* b, int64_t size) {
  double sum = 0;
  for (int64_t k = 0; k < size; ++k) sum += (a[k] - b[k]) * (a[k] - b[k]);
  return sum;
}

/* Adds `factor` times the derivative of |a - b|^2 / 2 where derivatives are asked for. */
static void add_gradient(const double* a, const double* b, double factor, int64_t size,
                         double* to_a, double* to_b) {
  for (int64_t k = 0; to_a && k < size; ++k) {
    to_a[k] += factor * (a[k] - b[k]);
    to_b[k] -= factor * (a[k] - b[k]);
  }
}

/* Row i of a tensor; NULL where there is none. */
static double* row(const facet_tensor* tensor, int64_t i) {
  return tensor ? (double*)tensor->data + i * tensor->shape[1] : NULL;
}

static int hinge(void* criterion, facet_step* step, facet_message* error) {
  const double at_least = ((const facet_value*)criterion)[0].number;
  const int64_t references = step->reference->shape[0], size = step->reference->shape[1];
  const int64_t negatives = step->negative->shape[0];
  if (negatives == 0) return fail(error, "needs a negative");
  for (int64_t i = 0; i < references; ++i) {
    const double *reference = row(step->reference, i), *positive = row(step->positive, i);
    double* to_reference = row(step->reference_gradient, i);
    step->alignment += squared_distance(reference, positive, size) / references;
    add_gradient(reference, positive, 2.0 / references, size, to_reference,
                 row(step->positive_gradient, i));
    for (int64_t j = 0; j < negatives; ++j) {
      const double* negative = row(step->negative, j);
      const double distance = sqrt(squared_distance(reference, negative, size));
      const double missing = at_least - distance, pairs = (double)references * negatives;
      if (missing <= 0) continue;
      step->uniformity += missing * missing / pairs;
      if (distance > 0) /* where they are the same, no direction is the one away */
        add_gradient(reference, negative, -2.0 * missing / (distance * pairs), size, to_reference,
                     row(step->negative_gradient, j));
    }
  }
  step->total = step->alignment + step->uniformity;
  return 0;
}

static void destroy_hinge(void* criterion) {
  (void)criterion;
}

const facet_criterion squared_hinge = {
    .size = sizeof(facet_criterion),
    .component = {.name = "SquaredHinge",
                  .summary = "positives near, negatives at least a margin away",
                  .formula = "mean |r - p|^2 + max(0, margin - |r - n|)^2",
                  .source = "Hadsell, Chopra, LeCun (2006)",
                  .options = &margin,
                  .num_options = 1},
    .create = create_hinge,
    .forward = hinge,
    .destroy = destroy_hinge};
