#pragma once

#include "facet/c_interface.h"

extern const facet_criterion squared_hinge;
extern const facet_distribution same_value;

/* Writes why a function fails, and gives what it returns then. */
int fail(facet_message* error, const char* why);
