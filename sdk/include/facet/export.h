#pragma once

// What is visible outside of a library. Facet's libraries are compiled with hidden visibility: their
// public classes and functions carry FACET_API. Of a plugin the entry point alone does (plugin.h).
#define FACET_API __attribute__((visibility("default")))
