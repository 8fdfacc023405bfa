/* A plugin in C: a loss and a distribution. The Makefile builds it, as a pack. */
#include "c_lab.h"

#include <stdio.h>

int fail(facet_message* error, const char* why) {
  snprintf(error->text, error->size, "%s", why);
  return 1;
}

static const facet_criterion* const criterions[] = {&squared_hinge};
static const facet_distribution* const distributions[] = {&same_value};
static const facet_plugin plugin = {.size = sizeof plugin,
                                    .criterions = criterions,
                                    .distributions = distributions,
                                    .num_criterions = 1,
                                    .num_distributions = 1};

FACET_C_PLUGIN("c_lab", "1.0.0", plugin)
