// GCC's -fsanitize-coverage=trace-pc calls this in every block. Where no fuzz target takes the call
// (gcc_coverage.cpp), such as in facet-describe-plugin, nothing is counted.
extern "C" __attribute__((weak, visibility("default"))) void __sanitizer_cov_trace_pc() {}
