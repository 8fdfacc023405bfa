// What the sanitizers are told in programs that read damaged files, where they are on. HDF5 asks
// for sizes that a damaged file names, takes a refusal for an error, and leaks what it has read of
// it, such as the layout of an array of a newer version. matio does not free the variables that a
// function handle consists of, not even in Mat_GetDir, which gives names alone. It also asks for
// gigabytes that it never touches; of these the sanitizer itself touches an eighth.
extern "C" const char* __asan_default_options() {
  return "allocator_may_return_null=1:max_allocation_size_mb=2048";
}

extern "C" const char* __lsan_default_suppressions() {
  return "leak:libhdf5\nleak:libmatio";
}
