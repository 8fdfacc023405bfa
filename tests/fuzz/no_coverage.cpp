// GCC's -fsanitize-coverage=trace-pc,trace-cmp calls these in every block and comparison. Where no
// fuzz target takes the calls (gcc_coverage.cpp), such as in facet-describe-plugin, nothing is
// counted. Those of integers are the sanitizer's own.
#define FACET_NOT_COUNTED extern "C" __attribute__((weak, visibility("default")))

FACET_NOT_COUNTED void __sanitizer_cov_trace_pc() {}
FACET_NOT_COUNTED void __sanitizer_cov_trace_cmpf(float, float) {}
FACET_NOT_COUNTED void __sanitizer_cov_trace_cmpd(double, double) {}
