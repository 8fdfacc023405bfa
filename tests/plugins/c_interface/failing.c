/* Components that fail where their options say so, and that have an option of each type. */
#include <stdio.h>
#include <stdlib.h>

#include "facet/c_interface.h"

static const char* const places[] = {"nowhere", "create", "forward", "references",
                                     "sample",  "mute",   NULL};
static const facet_option options[] = {{.name = "place",
                                        .doc = "where",
                                        .type = FACET_TEXT,
                                        .default_value.text = "nowhere",
                                        .choices = places},
                                       {.name = "code",
                                        .doc = "what it returns there",
                                        .type = FACET_INTEGER,
                                        .bounds = FACET_AT_LEAST | FACET_AT_MOST,
                                        .default_value.integer = 1,
                                        .lower = 1,
                                        .upper = 9},
                                       {.name = "weight",
                                        .doc = "what the total is",
                                        .type = FACET_NUMBER,
                                        .default_value.number = 0.25},
                                       {.name = "negated",
                                        .doc = "whether it is negated",
                                        .type = FACET_BOOLEAN,
                                        .default_value.integer = 1},
                                       {.name = "label", .doc = "a label", .type = FACET_LABEL}};

static int fails(const facet_value* values, const char* place, facet_message* error) {
  for (const char *is = values[0].text, *at = place; *is == *at; ++is, ++at) {
    if (*is != '\0') continue;
    if (*place != 'm') snprintf(error->text, error->size, "no %s today", place);
    return (int)values[1].integer;
  }
  return 0;
}

static int create_criterion(const facet_value* values, void** criterion, facet_message* error) {
  *criterion = (void*)values;
  return fails(values, "create", error);
}

static int forward(void* criterion, facet_step* step, facet_message* error) {
  const facet_value* values = criterion;
  step->total = values[2].number * (values[3].integer ? -1 : 1);
  const int code = fails(values, "mute", error);
  return code ? code : fails(values, "forward", error);
}

static void destroy(void* component) {
  (void)component;
}

static const facet_criterion criterion = {
    .size = sizeof criterion,
    .component = {.name = "Failing", .summary = "fails", .options = options, .num_options = 4},
    .flags = FACET_UNIT_LENGTH | FACET_INFO_NCE,
    .create = create_criterion,
    .forward = forward,
    .destroy = destroy};

typedef struct failing {
  const facet_value* values;
  facet_segment references;
} failing;

static int create_distribution(const facet_value* values, const facet_space* space,
                               void** distribution, facet_message* error) {
  const int code = fails(values, "create", error);
  if (code) return code;
  failing* made = malloc(sizeof *made);
  *made = (failing){values, space->bins[0]};
  made->references.begin += values[1].integer - 1; /* bins of which not all are in the space */
  made->references.end += values[1].integer - 1;
  *distribution = made;
  return 0;
}

static int references(const void* distribution, const facet_segment** bins, size_t* num_bins,
                      facet_message* error) {
  const failing* self = distribution;
  *bins = &self->references;
  *num_bins = 1;
  return fails(self->values, "references", error);
}

static int sample(const void* distribution, const int64_t* given, size_t count,
                  const facet_random* random, int64_t* positives, facet_message* error) {
  const failing* self = distribution;
  (void)random;
  for (size_t i = 0; i < count; ++i) positives[i] = given[i];
  return fails(self->values, "sample", error);
}

static const facet_distribution distribution = {
    .size = sizeof distribution,
    .component = {.name = "failing", .summary = "fails", .options = options, .num_options = 5},
    .create = create_distribution,
    .references = references,
    .sample = sample,
    .destroy = free};

static const facet_criterion* const criterions[] = {&criterion};
static const facet_distribution* const distributions[] = {&distribution};
static const facet_plugin plugin = {sizeof plugin, criterions, distributions, 1, 1};

FACET_C_PLUGIN("c_failing", "1.0.0", plugin)
