/* A plugin with one mistake, which a macro names. */
#include "facet/c_interface.h"

#ifdef OTHER_NUMBER
#undef FACET_C_INTERFACE
#define FACET_C_INTERFACE 2
#endif

#ifdef NO_FUNCTION
#define facet_c_plugin facet_of_another_name
#endif

#ifdef UNKNOWN_TYPE
static const facet_option option = {.name = "image", .doc = "of a later version", .type = 77};
#else
static const facet_option option = {.name = "size", .doc = "a size", .type = FACET_INTEGER};
#endif

static int create(const facet_value* values, void** criterion, facet_message* error) {
  (void)values, (void)criterion, (void)error;
  return 0;
}
static void destroy(void* criterion) {
  (void)criterion;
}

#ifndef INCOMPLETE
static int forward(void* criterion, facet_step* step, facet_message* error) {
  (void)criterion, (void)step, (void)error;
  return 0;
}
#endif

static const facet_criterion mistaken = {
#ifdef TOO_SMALL
    .size = 16,
#else
    .size = sizeof mistaken,
#endif
    .component = {.name = "Mistaken", .summary = "has one", .options = &option, .num_options = 1},
    .create = create,
#ifndef INCOMPLETE
    .forward = forward,
#endif
    .destroy = destroy};

static const facet_criterion* const criterions[] = {&mistaken, NULL};
static const facet_plugin plugin = {
    .size = sizeof plugin,
    .criterions = criterions,
#ifdef INCOMPLETE
    .num_criterions = 2, /* the second is missing, too */
#else
    .num_criterions = 1,
#endif
};

FACET_C_PLUGIN(NAME, "1.0.0", plugin)
