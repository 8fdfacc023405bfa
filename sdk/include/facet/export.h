#pragma once

// What libfacet_sdk and a plugin show to the outside. A plugin is compiled with hidden visibility:
// only its entry point carries FACET_API (see plugin.h).
#define FACET_API __attribute__((visibility("default")))
