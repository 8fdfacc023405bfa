// What the sanitizers are told in programs that read damaged files, where they are on. HDF5 asks
// for sizes that a damaged file names, takes a refusal for an error, and leaks what it has read of
// it.
extern "C" const char* __asan_default_options() {
  return "allocator_may_return_null=1";
}

extern "C" const char* __lsan_default_suppressions() {
  return "leak:libhdf5";
}
