// Read by the address sanitizer. Fontconfig keeps what it learned of fonts to the end.

extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\n";
}
