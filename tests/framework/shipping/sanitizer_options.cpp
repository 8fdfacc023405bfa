// What the leak sanitizer is told, where it is on: libtorch loses the list of an archive's entries
// when it refuses the archive.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libtorch_cpu";
}
